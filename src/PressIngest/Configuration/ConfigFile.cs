namespace PressIngest.Configuration;

/// <summary>A configuration file as it was read: its path for messages, its text.</summary>
public sealed record ConfigFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The path of another file in the same folder.</summary>
    public string Beside(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", name);
}
