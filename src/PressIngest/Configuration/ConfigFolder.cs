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
        if (IsMissing(problems)) return new ConfigTexts(null, [], null, problems);
        return new ConfigTexts(Read(SourcesPath, problems), ReadLexicon(problems),
            File.Exists(SettingsPath) ? Read(SettingsPath, problems) : null, problems);
    }

    /// <summary>Tells what stands in the files of secrets now from anything else; one that cannot be read counts as empty.</summary>
    public static string Fingerprint(IEnumerable<string> secrets)
    {
        var all = secrets.Select(x => Read(x, [])?.Text).Select(x => $"{x?.Length} {x}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(all))));
    }

    public IReadOnlyList<ConfigFile> ReadLexicon(ICollection<Problem> problems)
    {
        if (IsMissing(problems)) return [];
        var lexicon = System.IO.Path.Combine(Path, "lexicon");
        string[] files = Directory.Exists(lexicon) ? [.. Directory.EnumerateFiles(lexicon, "*.yaml").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0) problems.Add(new Problem(lexicon, 1, 1, "there is no vocabulary: the folder is missing or holds no .yaml file"));
        return [.. files.Select(x => Read(x, problems)).OfType<ConfigFile>()];
    }

    // One mistake, one message: of a folder that is not there no file is missed.
    private bool IsMissing(ICollection<Problem> problems)
    {
        if (Directory.Exists(Path)) return false;
        problems.Add(new Problem(Path, 1, 1, "there is no such folder: start the program where it is, or name it with --config DIR"));
        return true;
    }

    private static ConfigFile? Read(string path, ICollection<Problem> problems)
    {
        try
        {
            return new ConfigFile(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(path, 1, 1, File.Exists(path) ? $"cannot be read: {e.Message}" : "there is no such file"));
            return null;
        }
    }
}
