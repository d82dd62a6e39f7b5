using PressIngest.Configuration;

namespace PressIngest.Extraction.Figures;

/// <summary>One name of money and the codes it may stand for.</summary>
internal sealed record CurrencyName(string Otherwise, IReadOnlyDictionary<string, string> Codes, bool OnlyByAdjective);

/// <summary>Names, symbols and homes of money (<c>figures.yaml</c>).</summary>
internal sealed class CurrencyTable
{
    private readonly Dictionary<string, CurrencyName> _names = [];
    private readonly Dictionary<string, string> _symbols = [];
    private readonly Dictionary<string, string> _nameOf = [];
    private readonly PhraseTable<string> _adjectives = new();
    private readonly PhraseTable<string> _places = new();
    private WordForms _namingPlaces = new([]);

    public static CurrencyTable Parse(ConfigNode root)
    {
        var table = new CurrencyTable();
        foreach (var item in root.Get("currencies")?.Items() ?? [])
        {
            item.RejectUnknown("names", "code", "codes", "otherwise", "only_adjective");
            var codes = item.Get("codes")?.Entries().ToDictionary(x => x.Key, x => x.Value.Word() ?? "", StringComparer.Ordinal) ?? [];
            if (item.Get("codes") is { } given && codes.Count == 0) given.Report("'codes' names no country");
            var name = new CurrencyName(codes.Count > 0 ? item.Required("otherwise") : item.Required("code"), codes, item.Flag("only_adjective"));
            var names = item.Texts("names");
            foreach (var text in names) table._names.TryAdd(ArabicText.Fold(text), name);
            foreach (var code in codes.Values.Append(name.Otherwise))
                if (names.Count > 0) table._nameOf.TryAdd(code, names[0]);
        }

        foreach (var (symbol, code) in root.Get("symbols")?.Entries() ?? []) table._symbols[ArabicText.Fold(symbol)] = code.Word() ?? "";
        foreach (var (country, node) in root.Get("countries")?.Entries() ?? [])
        {
            node.RejectUnknown("adjective", "places");
            var places = node.Texts("places");
            foreach (var adjective in node.Texts("adjective")) table.AddAdjective(adjective, country, namesPlace: places.Count > 0);
            foreach (var place in places) table._places.Add(place, country);
        }

        table._namingPlaces = new WordForms(table._places.Forms.SelectMany(x => (string[])[x, "و" + x, "ب" + x, "ل" + x]));
        return table;
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists => [_namingPlaces];

    public CurrencyName? Named(string foldedSingular) => _names.GetValueOrDefault(foldedSingular);

    /// <summary>What the money of a code is called in a word: دولار of $, which the sign stands for.</summary>
    public string? NameOf(string code) => _nameOf.GetValueOrDefault(code);

    public string? Symbol(string folded) => _symbols.GetValueOrDefault(folded);

    /// <summary>The code of letters with a stop between them (د.ك) that begin at a token.</summary>
    public string? Letters(Token[] tokens, int at) =>
        at + 2 < tokens.Length && tokens[at].Folded.Length == 1
        && tokens[at + 1] is { Folded: ".", SpaceBefore: false } && tokens[at + 2] is { Folded.Length: 1, SpaceBefore: false }
            ? Symbol(tokens[at].Folded + "." + tokens[at + 2].Folded) : null;

    /// <summary>The country of an adjective behind the money (ريال عماني، دنانير كويتية), and the token behind it.</summary>
    public (string Country, int End)? Adjective(Token[] tokens, int at) => _adjectives.At(tokens, at) is { } found ? (found.Value, found.End) : null;

    /// <summary>The country of a place named at a token, particles apart.</summary>
    public string? Place(Token[] tokens, int at)
    {
        if (!_namingPlaces.MayHave(tokens[at])) return null;
        if (_places.At(tokens, at) is { } plain) return plain.Value;
        var folded = tokens[at].Folded;
        return folded.Length > 3 && folded[0] is 'و' or 'ب' or 'ل' ? _places.At([tokens[at].As(folded[1..])], 0)?.Value : null;
    }

    private void AddAdjective(string adjective, string country, bool namesPlace)
    {
        foreach (var ending in (ReadOnlySpan<string>)["", "ا", "ة"]) _adjectives.Add(adjective + ending, country);
        foreach (var people in (ReadOnlySpan<string>)["ال" + adjective + "ين", "ال" + adjective + "ون"])
            if (namesPlace) _places.Add(people, country);
        foreach (var definite in (ReadOnlySpan<string>)["ال" + adjective, "ال" + adjective + "ة"])
        {
            _adjectives.Add(definite, country);
            // الحكومة التونسية names Tunisia as well as a city of it does.
            if (namesPlace) _places.Add(definite, country);
        }
    }
}
