namespace PressIngest.Configuration;

/// <summary>The configuration that a packaged program brings along, in <c>config</c> beside
/// it: what is gone by where nobody has written one yet.</summary>
internal static class DefaultConfig
{
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "config");

    /// <summary>The folder to go by. Where it is empty the default is written into it, to be
    /// edited; where that is forbidden the default itself is used.</summary>
    /// <param name="folder">The folder that is asked for.</param>
    /// <param name="shipped">The default; without it the folder is taken as it is.</param>
    public static string Folder(string folder, string shipped)
    {
        if (!Directory.Exists(shipped) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) return folder;
        try
        {
            Copy(shipped, folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return shipped;
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
