namespace PressIngest.Extraction.Figures;

internal static class FigureFinder
{
    public static (IReadOnlyList<Figure> Figures, IReadOnlyList<Date> Dates) Find(Document document, Lexicon lexicon, ExtractionContext context) => ([], []);
}
