namespace PressIngest.Discovery;

/// <summary>The HTML and text files in a folder and the folders in it. Links are not
/// followed, so nothing is read twice and nothing from elsewhere.</summary>
internal static class FolderScan
{
    private const int MaxDepth = 32;
    private const int MaxFiles = 100_000;

    /// <param name="location">The folder as the source gives it.</param>
    /// <param name="configFolder">What a relative location is relative to.</param>
    public static DiscoveryResult Run(string location, string configFolder)
    {
        var root = Path.GetFullPath(location, Path.GetFullPath(configFolder));
        if (!Directory.Exists(root)) return new DiscoveryResult.Failed(DiscoveryFailure.Missing, $"there is no folder {root}");
        var links = new List<ArticleLink>();
        var notes = new List<string>();
        var folders = new Stack<(string Path, int Depth)>([(root, 0)]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(folder.Path).EnumerateFileSystemInfos())
                {
                    if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || entry.Name.StartsWith('.')) continue;
                    if (entry is FileInfo file && IsArticle(file)) links.Add(Link(location, root, file));
                    else if (entry is DirectoryInfo && folder.Depth < MaxDepth) folders.Push((entry.FullName, folder.Depth + 1));
                }
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                if (folder.Path == root) return new DiscoveryResult.Failed(DiscoveryFailure.Missing, $"{root} cannot be read: {e.Message}");
                notes.Add($"{folder.Path} was left out: {e.Message}");
            }
        }

        if (links.Count > MaxFiles) notes.Add($"only {MaxFiles} of {links.Count} files were taken");
        return new DiscoveryResult.Found([.. links.OrderBy(x => x.Url, StringComparer.Ordinal).Take(MaxFiles)], notes);
    }

    private static bool IsArticle(FileInfo file) =>
        file.Extension.ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML" or ".TXT";

    private static ArticleLink Link(string location, string root, FileInfo file) => new()
    {
        Url = FileUrl.Of(Path.Combine(location, Path.GetRelativePath(root, file.FullName))),
        File = file.FullName,
        LastWrite = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero),
        Length = file.Length,
    };
}
