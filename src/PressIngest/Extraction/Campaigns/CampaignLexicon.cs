using PressIngest.Configuration;

namespace PressIngest.Extraction.Campaigns;

/// <summary>The words that campaigns are named with (<c>campaigns.yaml</c>), folded.</summary>
internal sealed class CampaignLexicon
{
    public const string FileName = "campaigns.yaml";

    private readonly Dictionary<string, (CampaignKind Kind, bool Plural)> _kinds = [];

    public required IReadOnlySet<string> TagNouns { get; init; }

    public required IReadOnlySet<string> Introducers { get; init; }

    public required IReadOnlySet<string> Examples { get; init; }

    public required IReadOnlySet<string> Hostile { get; init; }

    public required IReadOnlySet<string> OtherHeads { get; init; }

    public required IReadOnlySet<string> NotNames { get; init; }

    public required IReadOnlySet<string> SloganOpeners { get; init; }

    public required IReadOnlySet<string> NameEnds { get; init; }

    public static CampaignLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown("version", "kinds", "tag_nouns", "introducers", "examples", "hostile", "other_heads", "not_names", "slogan_openers", "name_ends");
        var lexicon = new CampaignLexicon
        {
            TagNouns = Words(root, "tag_nouns"),
            Introducers = Words(root, "introducers"),
            Examples = Words(root, "examples"),
            Hostile = Words(root, "hostile"),
            OtherHeads = (root.Get("other_heads")?.Items() ?? []).SelectMany(x => x.Items()).Select(x => ArabicText.Fold(x.Scalar)).ToHashSet(),
            NotNames = Words(root, "not_names"),
            SloganOpeners = Words(root, "slogan_openers"),
            NameEnds = Words(root, "name_ends"),
        };
        foreach (var node in root.Get("kinds")?.Items() ?? []) lexicon.Add(node);
        return lexicon;
    }

    /// <summary>The noun that a word is a form of, as the lemma's kind; null where it is none.</summary>
    public Trigger? Read(string folded)
    {
        foreach (var (particles, stem) in Proclitics.Readings(folded))
        {
            if (_kinds.TryGetValue(stem, out var hit)) return new Trigger(hit.Kind, hit.Plural, particles.EndsWith("ال", StringComparison.Ordinal));
        }

        return null;
    }

    /// <summary>True where the word, with or without particles, is in the set.</summary>
    public static bool Has(IReadOnlySet<string> words, string folded) => Proclitics.Readings(folded).Any(x => words.Contains(x.Stem));

    private void Add(ConfigNode node)
    {
        node.RejectUnknown("noun", "forms", "plurals", "unmarked", "unless");
        var noun = node.Required("noun");
        var kind = new CampaignKind(noun, node.Flag("unmarked"), node.Texts("unless").Select(x => ArabicText.Fold(x)).ToHashSet());
        foreach (var (form, plural) in Inflection.Forms(ArabicText.Fold(noun))) _kinds.TryAdd(form, (kind, plural));
        foreach (var form in node.Texts("forms")) _kinds.TryAdd(ArabicText.Fold(form), (kind, false));
        foreach (var form in node.Texts("plurals").SelectMany(x => Inflection.Possessed(ArabicText.Fold(x)))) _kinds.TryAdd(form, (kind, true));
    }

    private static HashSet<string> Words(ConfigNode root, string key) => root.Texts(key).Select(x => ArabicText.Fold(x)).ToHashSet();
}

/// <summary>A noun that campaigns are called by; <c>Unless</c> holds the words near it that make it something else.</summary>
internal sealed record CampaignKind(string Noun, bool Unmarked, IReadOnlySet<string> Unless);

/// <summary>A form of such a noun in the text.</summary>
internal readonly record struct Trigger(CampaignKind Kind, bool Plural, bool Definite);
