using PressIngest.Configuration;

namespace PressIngest.Extraction.Figures;

/// <summary>Counted nouns: the plurals that no rule makes a singular of, and pairs of words that are one noun (<c>nouns.yaml</c>).</summary>
internal sealed class NounLexicon
{
    public const string FileName = "nouns.yaml";

    private readonly Dictionary<string, List<string>> _singulars = [];
    private readonly HashSet<string> _known = [];
    private readonly HashSet<string> _endsInAlef = [];
    private readonly HashSet<string> _compounds = [];

    public static NounLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown("version", "plurals", "ends_in_alef", "compounds");
        var lexicon = new NounLexicon();
        foreach (var (_, group) in root.Get("plurals")?.Entries() ?? [])
            foreach (var (singular, plurals) in group.Entries())
                lexicon.Add(singular, plurals.Words());
        foreach (var word in root.Texts("ends_in_alef")) lexicon._endsInAlef.Add(ArabicText.Fold(word));
        foreach (var pair in root.Texts("compounds")) lexicon._compounds.Add(ArabicText.Fold(pair));
        return lexicon;
    }

    /// <summary>The singulars, as spelled, that a folded plural belongs to.</summary>
    public IReadOnlyList<string> SingularsOf(string plural) => _singulars.TryGetValue(plural, out var singulars) ? singulars : [];

    public bool IsBrokenPlural(string folded) => _singulars.ContainsKey(folded);

    public bool IsSingular(string folded) => _known.Contains(folded);

    /// <summary>True of a folded singular or plural that the vocabulary has.</summary>
    public bool IsKnown(string folded) => _known.Contains(folded) || _singulars.ContainsKey(folded);

    public bool EndsInAlef(string folded) => _endsInAlef.Contains(folded);

    /// <summary>True where two folded singulars are one noun: مقطع فيديو.</summary>
    public bool IsCompound(string first, string second) => _compounds.Contains(first + " " + second);

    private void Add(string singular, IEnumerable<string> plurals)
    {
        _known.Add(ArabicText.Fold(singular));
        foreach (var plural in plurals)
        {
            var folded = ArabicText.Fold(plural);
            if (!_singulars.TryGetValue(folded, out var list)) _singulars[folded] = list = [];
            list.Add(singular);
        }
    }
}
