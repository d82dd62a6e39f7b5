using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using PressIngest.Configuration;
using PressIngest.Extraction.Campaigns;
using PressIngest.Extraction.Dates;
using PressIngest.Extraction.Entities;
using PressIngest.Extraction.Figures;
using PressIngest.Extraction.Numbers;
using PressIngest.Extraction.Quotations;

namespace PressIngest.Extraction;

/// <summary>The vocabulary of extraction, as <c>config/lexicon/*.yaml</c> gives it: one part a file, folded and indexed for matching.</summary>
public sealed class Lexicon
{
    private static readonly FrozenDictionary<string, Action<ConfigNode>> Parsers = new Dictionary<string, Action<ConfigNode>>
    {
        [SpeechLexicon.FileName] = x => SpeechLexicon.Parse(x),
        [NameLexicon.FileName] = x => NameLexicon.Parse(x),
        [NumberLexicon.FileName] = x => NumberLexicon.Parse(x),
        [NounLexicon.FileName] = x => NounLexicon.Parse(x),
        [FigureLexicon.FileName] = x => FigureLexicon.Parse(x),
        [DateLexicon.FileName] = x => DateLexicon.Parse(x),
        [CampaignLexicon.FileName] = x => CampaignLexicon.Parse(x, null),
        [EntityRules.FileName] = x => EntityRules.Parse(x, null),
    }.ToFrozenDictionary();

    private Lexicon(
        string version, SpeechLexicon speech, NameLexicon names, NumberLexicon numbers, NounLexicon nouns, FigureLexicon figures, DateLexicon dates,
        CampaignLexicon campaigns, EntityRules entities)
    {
        Version = version;
        Speech = speech;
        Names = names;
        Numbers = numbers;
        Nouns = nouns;
        Figures = figures;
        Dates = dates;
        Campaigns = campaigns;
        Entities = entities;
        Vocabulary = new Vocabulary(
            [.. campaigns.Lists, .. speech.Lists, .. names.Lists, .. numbers.Lists, .. dates.Lists, .. figures.Currencies.Lists]);
        Glued = new GluedWords(this);
    }

    /// <summary>Names this program's rules and this vocabulary together; stored with every fact.</summary>
    public string Version { get; }

    /// <summary>All lists together, for looking a word up once.</summary>
    internal Vocabulary Vocabulary { get; }

    internal GluedWords Glued { get; }

    internal SpeechLexicon Speech { get; }

    internal NameLexicon Names { get; }

    internal NumberLexicon Numbers { get; }

    internal NounLexicon Nouns { get; }

    internal FigureLexicon Figures { get; }

    internal DateLexicon Dates { get; }

    internal CampaignLexicon Campaigns { get; }

    internal EntityRules Entities { get; }

    /// <summary>Reads the vocabulary. Problems are added with their places; null where a file is missing or is no YAML.</summary>
    public static Lexicon? Parse(IReadOnlyList<ConfigFile> files, ICollection<Problem> problems)
    {
        // That there is none at all has been said where they are looked for.
        if (files.Count == 0) return null;
        var speech = Required(SpeechLexicon.FileName);
        var names = Required(NameLexicon.FileName);
        var numbers = Required(NumberLexicon.FileName);
        var nouns = Required(NounLexicon.FileName);
        var figures = Required(FigureLexicon.FileName);
        var dates = Required(DateLexicon.FileName);
        var campaigns = Required(CampaignLexicon.FileName);
        if (speech is null || names is null || numbers is null || nouns is null || figures is null || dates is null || campaigns is null) return null;
        var people = NameLexicon.Parse(names);
        var counting = NumberLexicon.Parse(numbers);
        return new Lexicon(
            VersionOf(files), SpeechLexicon.Parse(speech), people, counting, NounLexicon.Parse(nouns),
            FigureLexicon.Parse(figures), DateLexicon.Parse(dates), CampaignLexicon.Parse(campaigns, counting),
            EntityRules.Parse(Find(EntityRules.FileName), people));

        ConfigNode? Required(string name)
        {
            if (Find(name) is { } root) return root;
            if (files.All(x => x.Name != name)) problems.Add(new Problem(files[0].Beside(name), 1, 1, "this file is missing"));
            return null;
        }

        ConfigNode? Find(string name) => files.FirstOrDefault(x => x.Name == name) is { } file ? Root(file, problems) : null;
    }

    /// <summary>Adds the problems of one file by itself.</summary>
    internal static void Check(ConfigFile file, ICollection<Problem> problems)
    {
        if (Root(file, problems) is { } root) Parsers.GetValueOrDefault(file.Name)?.Invoke(root);
    }

    private static ConfigNode? Root(ConfigFile file, ICollection<Problem> problems)
    {
        var root = ConfigNode.Parse(file.Path, file.Text, problems);
        root?.RequireVersion();
        if (root is not null) Contradictions.Note(file.Name, root);
        return root;
    }

    private static string VersionOf(IReadOnlyList<ConfigFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(x => x.Name, StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        return $"{RuleSet.Version}+{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
    }
}
