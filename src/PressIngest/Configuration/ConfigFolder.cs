namespace PressIngest.Configuration;

/// <summary>The folder that an operations team edits.</summary>
public sealed class ConfigFolder(string path)
{
    public string Path { get; } = path;

    public string SourcesPath => System.IO.Path.Combine(Path, "sources.yaml");

    public string SettingsPath => System.IO.Path.Combine(Path, "appsettings.json");

    public ConfigFile ReadSources() => Read(SourcesPath);

    public IReadOnlyList<ConfigFile> ReadLexicon()
    {
        var folder = System.IO.Path.Combine(Path, "lexicon");
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"no lexicon folder at {folder}: is --config right?");
        return [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(Read)];
    }

    private static ConfigFile Read(string path) => new(path, File.ReadAllText(path));
}
