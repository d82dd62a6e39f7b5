namespace PressIngest.Configuration;

/// <summary>A configuration file as it was read: its path for messages, its text.</summary>
public sealed record ConfigFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
