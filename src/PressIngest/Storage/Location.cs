namespace PressIngest.Storage;

/// <summary>Where a database may lie: on a disk of this machine.</summary>
internal static class Location
{
    private const string Mounts = "/proc/self/mountinfo";

    /// <exception cref="StorageException">The folder is on a network file system.</exception>
    public static void RefuseNetwork(string path)
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal)) throw Refusal(path, "a network share");
        if (File.Exists(Mounts)) RefuseNetwork(Real(path), File.ReadAllText(Mounts));
    }

    public static void RefuseNetwork(string path, string mountInfo)
    {
        if (MountTable.NetworkFileSystem(mountInfo, path) is { } mount) throw Refusal(path, $"a network file system ({mount.Type}, mounted at {mount.MountPoint})");
    }

    /// <summary>The path with every link in it followed, as the mount table has it.</summary>
    public static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            var target = Directory.Exists(next) ? Directory.ResolveLinkTarget(next, returnFinalTarget: true) : File.Exists(next)
                ? File.ResolveLinkTarget(next, returnFinalTarget: true) : null;
            real = target is null ? next : Real(target.FullName);
        }

        return real;
    }

    private static StorageException Refusal(string path, string where) => new(
        $"{path} is on {where}: SQLite's locks do not hold there, and two programs would damage the file; put it on a disk of this machine with --db, and take copies to the network by 'snapshot'");
}
