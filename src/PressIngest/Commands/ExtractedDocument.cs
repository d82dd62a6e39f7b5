using PressIngest.Extraction;

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

    public string TextAt(Mention mention) => mention.Span.In(mention.Place == Place.Title ? Title ?? "" : Text);
}
