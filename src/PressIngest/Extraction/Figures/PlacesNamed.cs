namespace PressIngest.Extraction.Figures;

/// <summary>How often each country with money of an ambiguous name is named, by paragraph and in all; counted once a document.</summary>
internal sealed class PlacesNamed
{
    private static readonly Dictionary<string, int> s_none = [];

    private readonly Dictionary<int, Dictionary<string, int>> _byParagraph = [];
    private readonly Dictionary<string, int> _inDocument = [];
    private readonly int[] _paragraphOf;

    public PlacesNamed(FigureText text)
    {
        _paragraphOf = new int[text.Tokens.Length];
        for (var p = 0; p < text.Document.Paragraphs.Length; p++)
        {
            var paragraph = text.Document.Paragraphs[p];
            Array.Fill(_paragraphOf, p, paragraph.Start, paragraph.Length);
        }

        for (var i = 0; i < text.Tokens.Length; i++)
            if (text.IsArabicWord(i) && text.Figures.Currencies.Place(text.Tokens, i) is { } country) Count(country, _paragraphOf[i]);
    }

    public IReadOnlyDictionary<string, int> InDocument => _inDocument;

    public IReadOnlyDictionary<string, int> InParagraphOf(int token) => _byParagraph.GetValueOrDefault(_paragraphOf[token], s_none);

    private void Count(string country, int paragraph)
    {
        if (!_byParagraph.TryGetValue(paragraph, out var counts)) _byParagraph[paragraph] = counts = [];
        counts[country] = counts.GetValueOrDefault(country) + 1;
        _inDocument[country] = _inDocument.GetValueOrDefault(country) + 1;
    }
}
