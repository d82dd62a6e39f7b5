namespace PressIngest.Discovery;

/// <summary>How the database names an article that is a file: the same on every machine that has the same configuration.</summary>
internal static class FileUrl
{
    /// <summary><c>file:</c> and a path with forward slashes.</summary>
    public static string Of(string path) => "file:" + path.Replace('\\', '/');
}
