namespace PressIngest.Discovery;

/// <summary>How the database names an article that is a file: the same on every machine that has the same configuration.</summary>
internal static class FileUrl
{
    private const string Scheme = "file:";

    /// <summary><c>file:</c> and a path with forward slashes.</summary>
    public static string Of(string path) => Scheme + path.Replace('\\', '/');

    public static bool IsFile(string url) => url.StartsWith(Scheme, StringComparison.Ordinal);
}
