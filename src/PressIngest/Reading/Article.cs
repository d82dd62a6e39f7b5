namespace PressIngest.Reading;

/// <summary>What kind of page was read.</summary>
public enum PageKind
{
    Article,
    Listing,
    Error,

    /// <summary>A login, consent or challenge page stands before the article.</summary>
    Blocked,
    Empty,
}

/// <summary>A value read from a page, and where in the page it was found (<c>json-ld</c>, <c>og:title</c>, <c>time</c>, <c>text</c> …).</summary>
public readonly record struct Sourced<T>(T Value, string From);

/// <summary>A press article as a page gives it. The text begins with the body; paragraphs are separated by one blank line.</summary>
public sealed record Article
{
    public required PageKind Kind { get; init; }

    /// <summary>The headline without the site's name.</summary>
    public Sourced<string>? Title { get; init; }

    /// <summary>The headline is the first paragraph of the text as well (a text file).</summary>
    public bool TitleInText { get; init; }

    /// <summary>The main text: paragraphs, headings, list items and quotations in order, nothing else.</summary>
    public required string Text { get; init; }

    public Sourced<string>? Subtitle { get; init; }

    public Sourced<string>? Author { get; init; }

    public Sourced<DateTimeOffset>? PublishedAt { get; init; }

    public Sourced<DateTimeOffset>? UpdatedAt { get; init; }

    public Sourced<string>? CanonicalUrl { get; init; }

    public Sourced<string>? Site { get; init; }

    public Sourced<string>? Section { get; init; }

    public Sourced<string>? Image { get; init; }

    /// <summary>ISO 639: ar, fa, ur, ckb, en …; null where it cannot be told.</summary>
    public Sourced<string>? Language { get; init; }

    /// <summary>Captions and credits of the article's pictures, which are no part of <see cref="Text"/>.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Hashtags that the article's own links carry, without sign.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>The address of the next page of the article, where it has several.</summary>
    public string? NextPage { get; init; }

    /// <summary>The encoding that the bytes were read in.</summary>
    public required string Encoding { get; init; }

    /// <summary>Why there is no article, in words; null where there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>True where the source's site rules were given and no longer match.</summary>
    public bool RulesDrifted { get; init; }
}
