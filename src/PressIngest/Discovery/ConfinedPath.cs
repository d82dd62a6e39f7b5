namespace PressIngest.Discovery;

/// <summary>Files that a document or a setting names, never outside the folder that they belong to: not by <c>..</c>, not through a link.</summary>
internal static class ConfinedPath
{
    /// <summary>The full path of a relative one, or null where it leads out of the folder. The file need not exist.</summary>
    public static string? Find(string folder, string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal)) return null;
        var root = Path.GetFullPath(folder);
        var full = Path.GetFullPath(path, root);
        return IsInside(root, full) && IsInside(Real(root), Real(full)) ? full : null;
    }

    /// <summary>The path relative to the folder, with forward slashes on every system.</summary>
    public static string Relative(string folder, string full) => Path.GetRelativePath(folder, full).Replace('\\', '/');

    private static bool IsInside(string root, string full) =>
        full.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Every folder on the way may be a link, so each part is followed. Links that go round end at the same place they began: outside.
    private static string Real(string full)
    {
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            try
            {
                real = File.ResolveLinkTarget(next, returnFinalTarget: true)?.FullName ?? next;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                real = next;
            }
        }

        return real;
    }
}
