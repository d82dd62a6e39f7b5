using System.Security.Cryptography;
using System.Text;

namespace PressIngest.Configuration;

/// <summary>The folder that an operations team edits. What cannot be read is a problem with its place, like any other.</summary>
public sealed class ConfigFolder(string path)
{
    public string Path { get; } = path;

    public string SettingsPath => System.IO.Path.Combine(Path, "appsettings.json");

    public string SourcesPath => System.IO.Path.Combine(Path, "sources.yaml");

    /// <summary>Reads every file that the program goes by.</summary>
    public ConfigTexts Read()
    {
        var problems = new List<Problem>();
        return new ConfigTexts(Read(SourcesPath, problems), ReadLexicon(problems), File.Exists(SettingsPath) ? Read(SettingsPath, problems) : null, problems);
    }

    /// <summary>Tells what stands in the files of secrets now from anything else; one that cannot be read counts as empty.</summary>
    public static string Fingerprint(IEnumerable<string> secrets)
    {
        var all = secrets.Select(x => Read(x, [])?.Text).Select(x => $"{x?.Length} {x}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(all))));
    }

    public IReadOnlyList<ConfigFile> ReadLexicon(ICollection<Problem> problems)
    {
        var lexicon = System.IO.Path.Combine(Path, "lexicon");
        if (Directory.Exists(lexicon))
            return [.. Directory.EnumerateFiles(lexicon, "*.yaml").Order(StringComparer.Ordinal).Select(x => Read(x, problems)).OfType<ConfigFile>()];
        problems.Add(new Problem(lexicon, 1, 1, "there is no such folder: is --config right?"));
        return [];
    }

    private static ConfigFile? Read(string path, ICollection<Problem> problems)
    {
        try
        {
            return new ConfigFile(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(path, 1, 1, File.Exists(path) ? $"cannot be read: {e.Message}" : "there is no such file: is --config right?"));
            return null;
        }
    }
}
