using System.Globalization;
using PressIngest.Configuration;

namespace PressIngest.Extraction.Numbers;

internal enum NumberWordKind
{
    Zero,
    Unit,
    Ten,

    /// <summary>11 to 19 written as one word.</summary>
    Teen,
    Tens,
    Hundred,
    Scale,
    Fraction,
    Ordinal,
    Minus,
}

/// <summary>How many of it a scale or a fraction word names.</summary>
internal enum Grammatical
{
    One,
    Two,
    Many,
}

/// <summary>A number word: <c>Value</c> is what it counts; of a fraction, its denominator.</summary>
internal readonly record struct NumberWord(NumberWordKind Kind, decimal Value, Grammatical Number = Grammatical.One);

/// <summary>Number words and magnitudes (<c>numbers.yaml</c>), folded.</summary>
internal sealed class NumberLexicon
{
    public const string FileName = "numbers.yaml";

    private static readonly string[] s_numbers = ["one", "two", "many"];

    private readonly Dictionary<string, NumberWord> _words = [];
    private readonly Dictionary<string, decimal> _fractions = [];
    private readonly Dictionary<string, decimal> _suffixes = [];
    private readonly HashSet<string> _behindDigits = [];
    private readonly HashSet<string> _beforeDigits = [];
    private readonly HashSet<string> _thousandParts = [];
    private readonly HashSet<string> _never = [];
    private AttachedForms<NumberWord> _forms = new(new Dictionary<string, NumberWord>());
    private WordForms _list = new([]);

    public static NumberLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown(
            "version", "zero", "units", "ten", "teens", "tens", "hundred", "hundred_stems", "two_hundred", "scales", "suffixes", "behind_digits",
                "before_digits", "thousand_parts", "fractions", "ordinals", "minus", "never");
        var lexicon = new NumberLexicon();
        lexicon.Add(root.Texts("zero"), new NumberWord(NumberWordKind.Zero, 0));
        lexicon.AddEach(root.Get("units"), NumberWordKind.Unit);
        lexicon.Add(root.Texts("ten"), new NumberWord(NumberWordKind.Ten, 10));
        lexicon.AddEach(root.Get("teens"), NumberWordKind.Teen);
        lexicon.AddEach(root.Get("tens"), NumberWordKind.Tens);
        lexicon.AddHundreds(root);
        lexicon.AddInflected(root.Get("scales"), NumberWordKind.Scale);
        lexicon.AddInflected(root.Get("fractions"), NumberWordKind.Fraction);
        lexicon.AddEach(root.Get("ordinals"), NumberWordKind.Ordinal);
        lexicon.Add(root.Texts("minus"), new NumberWord(NumberWordKind.Minus, -1));
        foreach (var (value, forms) in Values(root.Get("suffixes")))
            foreach (var form in forms.Words()) lexicon._suffixes.TryAdd(ArabicText.Fold(form), value);
        foreach (var unit in root.Texts("behind_digits")) lexicon._behindDigits.Add(ArabicText.Fold(unit));
        foreach (var word in root.Texts("before_digits")) lexicon._beforeDigits.Add(ArabicText.Fold(word));
        foreach (var word in root.Texts("thousand_parts")) lexicon._thousandParts.Add(ArabicText.Fold(word));
        foreach (var word in root.Texts("never")) lexicon._never.Add(ArabicText.Fold(word));
        lexicon._forms = new AttachedForms<NumberWord>(lexicon._words);
        var shortWords = lexicon._words.Keys.Where(x => x.Length == 2).SelectMany(x => (string[])["و" + x, "ب" + x]);
        lexicon._list = new WordForms([.. lexicon._forms.Forms, .. shortWords]);
        return lexicon;
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists => [_list];

    /// <summary>The number word that a token is, and the particles written onto it.</summary>
    public (NumberWord Word, string Particles)? Find(Token token)
    {
        if (!token.IsWord || !_list.MayHave(token)) return null;
        if (_forms.Find(token.Folded) is { } found) return _never.Contains(token.Folded) ? null : found;
        // ست is the one number word that a particle leaves three letters long: وست, بست.
        return token.Folded.Length == 3 && token.Folded[0] is 'و' or 'ب' && !_never.Contains(token.Folded)
            && _words.TryGetValue(token.Folded[1..], out var six) ? (six, token.Folded[..1]) : null;
    }

    /// <summary>The denominator of a word for one part that is a unit as well: خمس is five and a fifth.</summary>
    public decimal? PartNamed(string folded) => _fractions.TryGetValue(folded, out var denominator) ? denominator : null;

    /// <summary>The magnitude of Latin letters behind digits (5M).</summary>
    public decimal? Suffix(string folded) => _suffixes.TryGetValue(folded, out var value) ? value : null;

    /// <summary>True of Latin letters that may stand on digits and leave them a number; any others make a name of them (F16, 5G).</summary>
    public bool StandsOnDigits(string folded) => _suffixes.ContainsKey(folded) || _behindDigits.Contains(folded);

    /// <summary>True of a short word that often loses the space before digits and names nothing with them.</summary>
    public bool StandsBeforeDigits(string folded) => _beforeDigits.Contains(folded);

    /// <summary>True of money with a thousand parts, whose amounts have three decimals.</summary>
    public bool HasThousandParts(string folded) => _thousandParts.Contains(folded);

    private static IEnumerable<(decimal Value, ConfigNode Node)> Values(ConfigNode? map)
    {
        foreach (var (key, node) in map?.Entries() ?? [])
        {
            if (decimal.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) yield return (value, node);
            else node.Report($"'{key}' must be a whole number");
        }
    }

    private void Add(IEnumerable<string> forms, NumberWord word)
    {
        foreach (var form in forms) _words.TryAdd(ArabicText.Fold(form), word);
    }

    private void AddEach(ConfigNode? map, NumberWordKind kind)
    {
        foreach (var (value, node) in Values(map)) Add(node.Words(), new NumberWord(kind, value));
    }

    private void AddHundreds(ConfigNode root)
    {
        var hundred = root.Texts("hundred");
        Add(hundred, new NumberWord(NumberWordKind.Hundred, 100));
        Add(root.Texts("two_hundred"), new NumberWord(NumberWordKind.Hundred, 200));
        foreach (var (value, stems) in Values(root.Get("hundred_stems")))
            Add(stems.Words().SelectMany(x => hundred.Select(y => x + y)), new NumberWord(NumberWordKind.Hundred, value * 100));
    }

    private void AddInflected(ConfigNode? map, NumberWordKind kind)
    {
        foreach (var (value, node) in Values(map))
        {
            node.RejectUnknown(s_numbers);
            for (var i = 0; i < s_numbers.Length; i++)
            {
                var forms = node.Texts(s_numbers[i]);
                Add(forms, new NumberWord(kind, value, (Grammatical)i));
                if (kind == NumberWordKind.Fraction && i == 0)
                    foreach (var form in forms) _fractions.TryAdd(ArabicText.Fold(form), value);
            }
        }
    }
}
