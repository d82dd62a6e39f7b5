using PressIngest.Configuration;
using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Campaigns;

/// <summary>The words that campaigns are named with (<c>campaigns.yaml</c>), folded.</summary>
internal sealed class CampaignLexicon
{
    public const string FileName = "campaigns.yaml";

    private static readonly (string Key, HeadNoun Head)[] _headKeys =
    [
        ("bodies", HeadNoun.Body), ("media", HeadNoun.Medium), ("works", HeadNoun.Work), ("events", HeadNoun.Event), ("plans", HeadNoun.Plan),
            ("people", HeadNoun.Person), ("places", HeadNoun.Place),
    ];

    private readonly Dictionary<string, Trigger> _triggers = [];
    private readonly Dictionary<string, CampaignKind> _tagKinds = [];
    private readonly Dictionary<string, HeadNoun> _heads = [];
    private AttachedForms<Trigger> _triggerForms = new(new Dictionary<string, Trigger>());
    private AttachedForms<CampaignKind> _tagKindForms = new(new Dictionary<string, CampaignKind>());
    private AttachedForms<HeadNoun> _headForms = new(new Dictionary<string, HeadNoun>());

    /// <summary>Beginnings of words that make a programme or a project a campaign's.</summary>
    public required WordSet Civic { get; init; }

    public required WordSet TagNouns { get; init; }

    public required WordSet Trending { get; init; }

    public required WordSet Introducers { get; init; }

    public required WordSet Examples { get; init; }

    public required WordSet Hostile { get; init; }

    public required WordSet Chanting { get; init; }

    public required WordSet NotNames { get; init; }

    public required WordSet ClauseOpeners { get; init; }

    /// <summary>Keys of efforts known to everybody.</summary>
    public required IReadOnlyList<string> WellKnown { get; init; }

    public required WordSet SloganOpeners { get; init; }

    public required WordSet Purposes { get; init; }

    public required WordSet Official { get; init; }

    /// <summary>Verbal nouns of simple verbs.</summary>
    public required WordSet Deeds { get; init; }

    /// <summary>Words whose last letter is no possessive: بنك.</summary>
    public required WordSet NotYours { get; init; }

    /// <summary>Purposes that say from what: لفك الحصار عن ….</summary>
    public required WordSet PurposesFrom { get; init; }

    /// <summary>Colours, which behind a definite noun make its name.</summary>
    public required WordSet Colours { get; init; }

    /// <summary>What slogans say a place or thing will be: بغداد أجمل.</summary>
    public required WordSet SloganPredicates { get; init; }

    public required WordSet NameEnds { get; init; }

    public required LaunchVerbs LaunchVerbs { get; init; }

    public required NumberLexicon? Numbers { get; init; }

    /// <param name="root">The file.</param>
    /// <param name="numbers">The words of rank; null where the file is only checked.</param>
    public static CampaignLexicon Parse(ConfigNode root, NumberLexicon? numbers)
    {
        root.RejectUnknown(
            "version", "kinds", "civic", "tag_nouns", "trending", "introducers", "examples", "hostile", "other_heads", "chanting", "not_names",
                "clause_openers", "well_known", "slogan_openers", "purposes", "deeds", "not_yours", "official", "purposes_from", "colours",
                "slogan_predicates", "name_ends", "launch_verbs");
        var lexicon = new CampaignLexicon
        {
            Numbers = numbers,
            Civic = WordSet.Read(root, "civic"),
            TagNouns = WordSet.Of(root.Texts("tag_nouns").SelectMany(Inflection.Of).Select(x => x.Folded)),
            Trending = WordSet.Read(root, "trending"),
            Introducers = WordSet.Read(root, "introducers"),
            Examples = WordSet.Read(root, "examples"),
            Hostile = WordSet.Read(root, "hostile"),
            Chanting = WordSet.Read(root, "chanting"),
            NotNames = WordSet.Read(root, "not_names"),
            ClauseOpeners = WordSet.Read(root, "clause_openers"),
            WellKnown = [.. root.Texts("well_known").Select(CampaignRoll.Key)],
            SloganOpeners = WordSet.Read(root, "slogan_openers"),
            Purposes = WordSet.Read(root, "purposes"),
            Official = WordSet.Read(root, "official"),
            Deeds = WordSet.Read(root, "deeds"),
            NotYours = WordSet.Read(root, "not_yours"),
            PurposesFrom = WordSet.Read(root, "purposes_from"),
            Colours = WordSet.Read(root, "colours"),
            SloganPredicates = WordSet.Read(root, "slogan_predicates"),
            NameEnds = WordSet.Read(root, "name_ends"),
            LaunchVerbs = LaunchVerbs.Parse(root.Get("launch_verbs")),
        };
        if (root.Get("kinds") is null) root.Report("'kinds' is missing: without a noun no campaign is found");
        foreach (var node in root.Get("kinds")?.Items() ?? []) lexicon.AddKind(node);
        foreach (var noun in root.Texts("tag_nouns"))
            lexicon._tagKinds.TryAdd(ArabicText.Fold(noun),
                new CampaignKind(noun, Unmarked: false, Titled: false, TagsOnly: false, NeedsCivic: false, WordSet.Empty));
        if (root.Get("other_heads") is { } heads) lexicon.AddHeads(heads);
        lexicon._triggerForms = new AttachedForms<Trigger>(lexicon._triggers);
        lexicon._tagKindForms = new AttachedForms<CampaignKind>(lexicon._tagKinds);
        lexicon._headForms = new AttachedForms<HeadNoun>(lexicon._heads);
        return lexicon;
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists =>
    [
        _triggerForms, _tagKindForms, _headForms, LaunchVerbs.List, TagNouns.List, Introducers.List, Hostile.List, Purposes.List,
        NameEnds.List, ClauseOpeners.List,
    ];

    /// <summary>What form of which campaign noun a word is; null where it is none.</summary>
    public Trigger? Trigger(Token token)
    {
        if (!token.IsWord || _triggerForms.Find(token) is not var (trigger, particles)) return null;
        return particles.EndsWith("ال", StringComparison.Ordinal) ? trigger with { Definite = true } : trigger;
    }

    /// <summary>الأولى، والثانية: a word of rank with its article.</summary>
    public bool IsOrdinal(Token token) => Numbers?.Find(token) is ({ Kind: NumberWordKind.Ordinal }, "ال" or "وال");

    /// <summary>The word هاشتاق or وسم as the noun of a campaign that has no other.</summary>
    public Trigger? TagTrigger(Token token)
    {
        if (!token.IsWord || _tagKindForms.Find(token) is not var (kind, particles)) return null;
        return new Trigger(kind, Plural: false, particles.EndsWith("ال", StringComparison.Ordinal));
    }

    /// <summary>What kind of thing a noun names where its own name follows it in marks.</summary>
    public HeadNoun Head(Token token) => token.IsWord && _headForms.Find(token) is var (head, _) ? head : HeadNoun.None;

    /// <summary>True where the folded word is such a noun as it stands.</summary>
    public bool IsHead(string folded) => _heads.ContainsKey(folded);

    private void AddKind(ConfigNode node)
    {
        node.RejectUnknown("noun", "forms", "plurals", "unmarked", "titled", "tags_only", "civic", "unless");
        var noun = node.Required("noun");
        var kind = new CampaignKind(noun, node.Flag("unmarked"), node.Flag("titled"), node.Flag("tags_only"), node.Flag("civic"),
            WordSet.Read(node, "unless"));
        foreach (var form in Inflection.Of(noun)) _triggers.TryAdd(form.Folded, new Trigger(kind, form.Plural, form.Possessed));
        foreach (var form in node.Texts("forms")) _triggers.TryAdd(ArabicText.Fold(form), new Trigger(kind, Plural: false, Definite: false));
        foreach (var form in node.Texts("plurals").SelectMany(Inflection.OfPlural)) _triggers.TryAdd(form.Folded,
            new Trigger(kind, Plural: true, form.Possessed));
    }

    private void AddHeads(ConfigNode node)
    {
        node.RejectUnknown([.. _headKeys.Select(x => x.Key)]);
        foreach (var (key, head) in _headKeys)
            foreach (var word in node.Texts(key)) _heads.TryAdd(ArabicText.Fold(word), head);
    }
}

/// <summary>A noun that campaigns are called by: whether names or titles do without marks, what must be near it, what must not.</summary>
internal sealed record CampaignKind(string Noun, bool Unmarked, bool Titled, bool TagsOnly, bool NeedsCivic, WordSet Unless);

/// <summary>A form of such a noun in the text; a possessed one (حملتها) is definite.</summary>
internal readonly record struct Trigger(CampaignKind Kind, bool Plural, bool Definite);

/// <summary>Nouns that have names of their own, by the kind of thing.</summary>
internal enum HeadNoun
{
    None,
    Body,
    Medium,
    Work,
    Event,
    Plan,
    Person,
    Place,
}
