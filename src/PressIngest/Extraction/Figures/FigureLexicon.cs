using PressIngest.Configuration;

namespace PressIngest.Extraction.Figures;

/// <summary>A verb that says how a number is meant (تجاوز، يقل … عن), with its preposition and what negation makes of it.</summary>
internal sealed record QualifyingVerb(Qualifier Means, Qualifier Negated, IReadOnlySet<string> Prepositions);

/// <summary>Units, money, percent, qualifiers and what keeps a number from being a figure (<c>figures.yaml</c>).</summary>
internal sealed class FigureLexicon
{
    public const string FileName = "figures.yaml";

    private static readonly string[] s_wordSets =
    [
        "sometimes_time", "time_before", "negations", "totals", "totals_of_them", "links", "of_them_before", "of_them_after", "references",
            "weak_references", "years", "times_after", "ages", "age_links", "amount_of_them", "origins", "adjectives", "votes", "rate_nouns",
        "named", "befalls", "comparisons", "per_units", "score_nouns", "change", "not_nouns", "sayings", "occasions",
    ];

    private readonly Dictionary<string, HashSet<string>> _words = [];
    private readonly HashSet<string> _time = [];

    private FigureLexicon(CurrencyTable currencies) => Currencies = currencies;

    public CurrencyTable Currencies { get; }

    /// <summary>Folded units in the singular, of one to three words.</summary>
    public HashSet<string> Measures { get; } = [];

    public HashSet<string> PercentSigns { get; } = [];

    public PhraseTable<bool> PercentWords { get; } = new();

    public PhraseTable<Qualifier> Before { get; } = new();

    public PhraseTable<Qualifier> After { get; } = new();

    public PhraseTable<string> Rates { get; } = new();

    public PhraseTable<bool> TimeAfter { get; } = new();

    public PhraseTable<bool> ScoreAfter { get; } = new();

    public Dictionary<string, List<QualifyingVerb>> Verbs { get; } = [];

    /// <summary>Whether a unit is of time.</summary>
    public bool IsTime(string? noun) => noun is not null && _time.Contains(ArabicText.Fold(noun));

    public HashSet<string> SometimesTime => _words["sometimes_time"];

    public HashSet<string> TimeBefore => _words["time_before"];

    public HashSet<string> Negations => _words["negations"];

    public HashSet<string> Totals => _words["totals"];

    public HashSet<string> TotalsOfThem => _words["totals_of_them"];

    public HashSet<string> Links => _words["links"];

    public HashSet<string> OfThemBefore => _words["of_them_before"];

    public HashSet<string> OfThemAfter => _words["of_them_after"];

    /// <summary>عن طريق 5 مكاتب, ما مجموعه 5: phrases that end like a reference and are none.</summary>
    public PhraseTable<bool> NoReferences { get; } = new();

    public HashSet<string> References => _words["references"];

    public HashSet<string> WeakReferences => _words["weak_references"];

    public HashSet<string> Ages => _words["ages"];

    public HashSet<string> AgeLinks => _words["age_links"];

    public HashSet<string> Votes => _words["votes"];

    public HashSet<string> RateNouns => _words["rate_nouns"];

    public HashSet<string> Adjectives => _words["adjectives"];

    public HashSet<string> AmountOfThem => _words["amount_of_them"];

    public HashSet<string> Origins => _words["origins"];

    public HashSet<string> Occasions => _words["occasions"];

    public HashSet<string> Years => _words["years"];

    public HashSet<string> TimesAfter => _words["times_after"];

    public HashSet<string> Named => _words["named"];

    public HashSet<string> PerUnits => _words["per_units"];

    public HashSet<string> Befalls => _words["befalls"];

    public HashSet<string> Comparisons => _words["comparisons"];

    public HashSet<string> ScoreNouns => _words["score_nouns"];

    public HashSet<string> Change => _words["change"];

    public HashSet<string> NotNouns => _words["not_nouns"];

    public HashSet<string> Sayings => _words["sayings"];

    public static FigureLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown([
            "version", "measures", "percent", "currencies", "symbols", "countries", "before", "verbs", "after", "rates", "time_after",
            "score_after", "no_references", .. s_wordSets]);
        var lexicon = new FigureLexicon(CurrencyTable.Parse(root));
        foreach (var name in s_wordSets) lexicon._words[name] = [.. root.Texts(name).Select(x => ArabicText.Fold(x))];
        foreach (var (dimension, group) in root.Get("measures")?.Entries() ?? [])
        {
            foreach (var unit in group.Words())
            {
                lexicon.AddMeasure(ArabicText.Fold(unit));
                if (dimension == "time") lexicon._time.Add(ArabicText.Fold(unit));
            }
        }

        var percent = root.Map("percent", "signs", "words");
        foreach (var sign in percent?.Texts("signs") ?? []) lexicon.PercentSigns.Add(ArabicText.Fold(sign));
        foreach (var word in percent?.Texts("words") ?? []) lexicon.PercentWords.Add(word, value: true);
        AddQualifiers(root.Get("before"), lexicon.Before);
        AddQualifiers(root.Get("after"), lexicon.After);
        foreach (var (phrase, period) in root.Get("rates")?.Entries() ?? []) lexicon.Rates.Add(phrase, period.Word() ?? "");
        foreach (var phrase in root.Texts("time_after")) lexicon.TimeAfter.Add(phrase, value: true);
        foreach (var phrase in root.Texts("score_after")) lexicon.ScoreAfter.Add(phrase, value: true);
        foreach (var phrase in root.Texts("no_references")) lexicon.NoReferences.Add(phrase, value: true);
        foreach (var verb in root.Get("verbs")?.Items() ?? []) lexicon.AddVerb(verb);
        return lexicon;
    }

    /// <summary>قدم مكعب and قدم مكعبة are one unit: the second word may agree.</summary>
    private void AddMeasure(string unit)
    {
        Measures.Add(unit);
        if (unit.Contains(' ', StringComparison.Ordinal) && !unit.EndsWith('ه')) Measures.Add(unit + "ه");
    }

    private void AddVerb(ConfigNode node)
    {
        node.RejectUnknown("means", "negated", "preposition", "forms");
        var verb = new QualifyingVerb(
            Meaning(node, node.Required("means")), Meaning(node, node.Required("negated")),
            node.Texts("preposition").Select(x => ArabicText.Fold(x)).ToHashSet());
        foreach (var form in node.Texts("forms").Select(x => ArabicText.Fold(x)))
        {
            if (!Verbs.TryGetValue(form, out var list)) Verbs[form] = list = [];
            list.Add(verb);
        }
    }

    private static void AddQualifiers(ConfigNode? map, PhraseTable<Qualifier> table)
    {
        foreach (var (meaning, phrases) in map?.Entries() ?? [])
        {
            var means = Meaning(phrases, meaning);
            foreach (var phrase in phrases.Words()) table.Add(phrase, means);
        }
    }

    private static Qualifier Meaning(ConfigNode node, string name)
    {
        foreach (var qualifier in Enum.GetValues<Qualifier>())
            if (FactNames.Of(qualifier) == name) return qualifier;
        node.Report($"'{name}' is no qualifier; expected one of: {string.Join(", ", Enum.GetValues<Qualifier>().Select(FactNames.Of))}");
        return Qualifier.Exact;
    }
}
