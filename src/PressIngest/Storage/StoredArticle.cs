using PressIngest.Extraction;
using PressIngest.Extraction.Entities;

namespace PressIngest.Storage;

/// <summary>An article with all its facts, ready to be saved in one transaction. Spans are in UTF-16 units of its title and text.</summary>
public sealed record StoredArticle
{
    /// <summary>What makes it one article whatever address leads to it: see <see cref="ArticleIdentity"/>.</summary>
    public required string Identity { get; init; }

    public required string Url { get; init; }

    public string? CanonicalUrl { get; init; }

    public string? Title { get; init; }

    /// <summary>The headline is the first paragraph of the text as well (a text file).</summary>
    public bool TitleInText { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public string? Language { get; init; }

    public string? Site { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<string> PageHashtags { get; init; } = [];

    public required Facts Facts { get; init; }

    /// <summary>The rules and vocabulary that found the facts.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Whose the names in the facts are, across articles.</summary>
    internal EntityRules Entities { get; init; } = EntityRules.None;

    /// <summary>The page as it came.</summary>
    public required byte[] Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The second and later pages, where the article runs over several.</summary>
    public IReadOnlyList<PageBody> FurtherPages { get; init; } = [];

    /// <summary>The body is no page, but the text that a feed carried.</summary>
    public bool IsFragment { get; init; }

    /// <summary>The version of reading that the text is of.</summary>
    public string? Reader { get; init; }
}

/// <summary>A page as it came.</summary>
public sealed record PageBody(byte[] Bytes, string? ContentType);

public enum SaveResult
{
    Added,
    Updated,
    Unchanged,

    /// <summary>Somebody had it taken down; nothing was stored.</summary>
    Forgotten,
}
