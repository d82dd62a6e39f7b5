using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Scheduling;

namespace PressIngest.Configuration;

/// <summary>All that the config folder says, read and checked: the sources and the vocabulary.</summary>
public sealed record Settings(IReadOnlyList<Source> Sources, Lexicon Lexicon)
{
    /// <summary>What is worth knowing of the configuration, though it works.</summary>
    public IReadOnlyList<Problem> Notes { get; init; } = [];

    public Source? Find(string key) => Sources.FirstOrDefault(x => x.Key == key);

    /// <summary>Reads the folder.</summary>
    /// <exception cref="ConfigException">Something in it is wrong.</exception>
    public static Settings Load(string folder)
    {
        var problems = new List<Problem>();
        var settings = Load(new ConfigFolder(folder), problems);
        return settings is not null && problems.TrueForAll(x => x.IsNote) ? settings with { Notes = problems } : throw new ConfigException(problems);
    }

    /// <summary>Reads the vocabulary alone, for work that needs no sources.</summary>
    /// <exception cref="ConfigException">Something in it is wrong.</exception>
    public static Lexicon LoadLexicon(string folder)
    {
        var problems = new List<Problem>();
        var lexicon = Lexicon.Parse(new ConfigFolder(folder).ReadLexicon(problems), problems);
        return lexicon is not null && problems.TrueForAll(x => x.IsNote) ? lexicon : throw new ConfigException(problems);
    }

    /// <summary>Reads the folder and adds every problem; null where it cannot be used at all.</summary>
    public static Settings? Load(ConfigFolder folder, ICollection<Problem> problems)
    {
        var file = folder.ReadSources(problems);
        var sources = file is null ? [] : SourcesFile.Parse(file, CronSchedules.IsValid, problems);
        var lexicon = Lexicon.Parse(folder.ReadLexicon(problems), problems);
        return lexicon is null ? null : new Settings(sources, lexicon);
    }
}
