namespace PressIngest.Extraction.Quotations;

internal static class QuotationFinder
{
    public static (IReadOnlyList<Quotation> Quotations, IReadOnlyList<Person> People) Find(Document document, Lexicon lexicon) => ([], []);
}
