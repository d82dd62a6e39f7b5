using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Scheduling;

namespace PressIngest.Configuration;

/// <summary>All that the config folder says, read and checked: the sources and the vocabulary.</summary>
public sealed record Settings(IReadOnlyList<Source> Sources, Lexicon Lexicon)
{
    /// <summary>What is worth knowing of the configuration, though it works.</summary>
    public IReadOnlyList<Problem> Notes { get; init; } = [];

    /// <summary>Of the files that this was read from.</summary>
    public string Fingerprint { get; init; } = "";

    public Source? Find(string key) => Sources.FirstOrDefault(x => x.Key == key);

    /// <summary>Reads the folder.</summary>
    /// <exception cref="ConfigException">Something in it is wrong.</exception>
    public static Settings Load(string folder)
    {
        var problems = new List<Problem>();
        return Parse(new ConfigFolder(folder).Read(), problems) ?? throw new ConfigException(problems);
    }

    /// <summary>Reads the vocabulary alone, for work that needs no sources.</summary>
    /// <exception cref="ConfigException">Something in it is wrong.</exception>
    public static Lexicon LoadLexicon(string folder)
    {
        var problems = new List<Problem>();
        var lexicon = Lexicon.Parse(new ConfigFolder(folder).ReadLexicon(problems), problems);
        return lexicon is not null && problems.TrueForAll(x => x.IsNote) ? lexicon : throw new ConfigException(problems);
    }

    /// <summary>Reads what the files say and adds every problem; null where one of them is more than a note.</summary>
    public static Settings? Parse(ConfigTexts texts, ICollection<Problem> problems)
    {
        foreach (var problem in texts.Problems) problems.Add(problem);
        var sources = texts.Sources is null ? [] : SourcesFile.Parse(texts.Sources, CronSchedules.IsValid, problems);
        var lexicon = Lexicon.Parse(texts.Lexicon, problems);
        if (lexicon is null || !problems.All(x => x.IsNote)) return null;
        return new Settings(sources, lexicon) { Notes = [.. problems], Fingerprint = texts.Fingerprint };
    }
}
