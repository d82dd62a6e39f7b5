namespace PressIngest.Extraction;

/// <summary>
/// Headline and text as one document, and the way back: the extractors see one string, and what they find is then placed in the
/// title or in the text. Where the title is part of the text already (a text file), the document is the text itself.
/// </summary>
internal sealed class HeadlineFrame
{
    private readonly int _offset;

    private HeadlineFrame(string text, int headlineEnd, int offset)
    {
        Text = text;
        HeadlineEnd = headlineEnd;
        _offset = offset;
    }

    public string Text { get; }

    public int HeadlineEnd { get; }

    public static HeadlineFrame Of(string? title, string text, bool textBeginsWithHeadline)
    {
        if (textBeginsWithHeadline) return new HeadlineFrame(text, Headline(text)?.End ?? 0, 0);
        return string.IsNullOrWhiteSpace(title) ? new HeadlineFrame(text, 0, 0)
            : new HeadlineFrame(title + "\n\n" + text, title.Length, title.Length + 2);
    }

    /// <summary>The first paragraph of a text file, where a blank line follows it.</summary>
    public static Span? Headline(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || ArabicText.IsInvisible(text[start]))) start++;
        var end = text.IndexOf('\n', start);
        if (end < 0) return null;
        var next = end + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r') next++;
        if (next >= text.Length || text[next] != '\n') return null;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return end > start ? Span.Between(start, end) : null;
    }

    public Facts Place(Facts found) => _offset == 0 ? found : found with
    {
        Hashtags = [.. found.Hashtags.Select(x => x with { Mentions = Place(x.Mentions) })],
        Handles = [.. found.Handles.Select(x => x with { Mentions = Place(x.Mentions) })],
        Campaigns = [.. found.Campaigns.Select(x => x with { Mentions = Place(x.Mentions) })],
        Quotations = [.. found.Quotations.Select(x => x with
        {
            Mention = Place(x.Mention),
            CueAt = Place(x.CueAt),
            SpeakerAt = Place(x.SpeakerAt),
            RoleAt = Place(x.RoleAt),
            OrganizationAt = Place(x.OrganizationAt),
        })],
        Figures = [.. found.Figures.Select(x => x with { Mention = Place(x.Mention) })],
        Dates = [.. found.Dates.Select(x => x with { Mention = Place(x.Mention) })],
        People = [.. found.People.Select(x => x with { Mentions = Place(x.Mentions) })],
    };

    private List<Mention> Place(IReadOnlyList<Mention> mentions) => [.. mentions.Select(Place)];

    private Mention? Place(Mention? mention) => mention is { } m ? Place(m) : null;

    private Mention Place(Mention mention) => mention.Span.Start < _offset
        ? mention with { Place = Extraction.Place.Title }
        : mention with { Span = mention.Span with { Start = mention.Span.Start - _offset } };
}
