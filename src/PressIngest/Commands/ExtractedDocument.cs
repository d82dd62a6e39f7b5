using PressIngest.Extraction;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary>A file that <c>extract</c> has read: what it prints is made of this.</summary>
internal sealed record ExtractedDocument
{
    /// <summary>The file's path as it was found, or "-" for standard input.</summary>
    public required string Source { get; init; }

    public string? Url { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? Site { get; init; }

    public string? Language { get; init; }

    public required string RuleSet { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required string Text { get; init; }

    public required Facts Facts { get; init; }

    /// <summary>Why there is no article in it, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads the bytes of a file and extracts its facts.</summary>
    /// <param name="path">Its path: a name that ends in .txt is a text file.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="context">What is known of the page.</param>
    /// <param name="country">ISO 3166 code of the outlet's country, where known.</param>
    /// <param name="lexicon">The vocabulary.</param>
    public static ExtractedDocument Read(string path, byte[] bytes, PageContext context, string? country, Lexicon lexicon)
    {
        var article = DocumentReader.Read(bytes, path, context);
        var title = article.Title is { } given ? StoredSpans.Clean(given.Value) : null;
        var text = StoredSpans.Clean(article.Text);
        var published = article.PublishedAt?.Value;
        var day = published is { } time ? DateOnly.FromDateTime(time.Date) : (DateOnly?)null;
        return new ExtractedDocument
        {
            Source = path,
            Url = context.Url?.ToString(),
            RuleSet = lexicon.Version,
            CanonicalUrl = article.CanonicalUrl?.Value,
            Site = article.Site?.Value,
            Language = article.Language?.Value,
            Title = title,
            Author = article.Author?.Value,
            PublishedAt = published,
            Text = text,
            Problem = article.Problem,
            Facts = Extractor.Extract(title, text, lexicon, new ExtractionContext(country, day, article.Hashtags), article.TitleInText),
        };
    }

    public string TextAt(Mention mention) => mention.Span.In(mention.Place == Place.Title ? Title ?? "" : Text);
}
