namespace PressIngest.Extraction.Figures;

/// <summary>How often each country with money of an ambiguous name is named, by paragraph and in all; counted once a document, if asked.</summary>
internal sealed class PlacesNamed(FigureText text)
{
    private static readonly Dictionary<string, int> s_none = [];

    private Dictionary<int, Dictionary<string, int>>? _byParagraph;
    private readonly Dictionary<string, int> _inDocument = [];
    private int[] _paragraphOf = [];

    public IReadOnlyDictionary<string, int> InDocument
    {
        get
        {
            Count();
            return _inDocument;
        }
    }

    public IReadOnlyDictionary<string, int> InParagraphOf(int token) => Count().GetValueOrDefault(_paragraphOf[token], s_none);

    private Dictionary<int, Dictionary<string, int>> Count()
    {
        if (_byParagraph is not null) return _byParagraph;
        _byParagraph = [];
        _paragraphOf = new int[text.Tokens.Length];
        for (var p = 0; p < text.Document.Paragraphs.Length; p++)
        {
            var paragraph = text.Document.Paragraphs[p];
            Array.Fill(_paragraphOf, p, paragraph.Start, paragraph.Length);
        }

        for (var i = 0; i < text.Tokens.Length; i++)
            if (text.IsArabicWord(i) && text.Figures.Currencies.Place(text.Tokens, i) is { } country) Add(country, _byParagraph, _paragraphOf[i]);
        return _byParagraph;
    }

    private void Add(string country, Dictionary<int, Dictionary<string, int>> byParagraph, int paragraph)
    {
        if (!byParagraph.TryGetValue(paragraph, out var counts)) byParagraph[paragraph] = counts = [];
        counts[country] = counts.GetValueOrDefault(country) + 1;
        _inDocument[country] = _inDocument.GetValueOrDefault(country) + 1;
    }
}
