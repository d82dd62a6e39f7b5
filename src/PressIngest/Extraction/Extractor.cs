using PressIngest.Extraction.Campaigns;
using PressIngest.Extraction.Figures;
using PressIngest.Extraction.Quotations;
using PressIngest.Extraction.Tags;

namespace PressIngest.Extraction;

/// <summary>What an article tells the extractors beside its words.</summary>
/// <param name="Country">ISO 3166 code of the source's country, for a bare ريال or دينار; null where unknown.</param>
/// <param name="PublishedAt">The day that "الخميس المقبل" is counted from; null where unknown.</param>
/// <param name="PageHashtags">Hashtags that the page carries in links, without sign, beside those of its text.</param>
public sealed record ExtractionContext(string? Country = null, DateOnly? PublishedAt = null, IReadOnlyList<string>? PageHashtags = null);

/// <summary>Text → facts: pure, total, linear in the length of the text.</summary>
public static class Extractor
{
    /// <summary>Extracts the facts of an article.</summary>
    /// <param name="title">The headline where it is kept apart from the text: its facts are placed in it.</param>
    /// <param name="text">The stored text. Spans count its UTF-16 units.</param>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="context">Country and publication date, where known.</param>
    /// <param name="textBeginsWithHeadline">The first paragraph of the text is its headline (a text file).</param>
    public static Facts Extract(string? title, string text, Lexicon lexicon, ExtractionContext? context = null, bool textBeginsWithHeadline = false)
    {
        context ??= new ExtractionContext();
        var frame = HeadlineFrame.Of(title, text, textBeginsWithHeadline);
        var document = Document.Create(frame.Text, frame.HeadlineEnd, lexicon);
        var hashtags = HashtagFinder.Find(document, lexicon, context);
        var campaigns = CampaignFinder.Find(document, lexicon, hashtags);
        var (quotations, people) = QuotationFinder.Find(document, lexicon);
        var (figures, dates) = FigureFinder.Find(document, lexicon, context);
        var found = new Facts
        {
            Hashtags = hashtags,
            Handles = HandleFinder.Find(document),
            Campaigns = campaigns,
            Quotations = quotations,
            Figures = figures,
            Dates = dates,
            People = people,
        };
        return frame.Place(CampaignLinker.Link(document, lexicon, NumbersInNames.LeaveOut(document, lexicon, found)));
    }
}
