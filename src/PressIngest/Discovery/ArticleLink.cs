namespace PressIngest.Discovery;

/// <summary>A link to an article as a source gives it. What the source says of it is a hint; the page has the last word.</summary>
public sealed record ArticleLink
{
    /// <summary>The absolute address; <c>file:</c> and the path as the source gives it (relative to the config folder) for a file.</summary>
    public required string Url { get; init; }

    /// <summary>Where to read it, when it is a file.</summary>
    public string? File { get; init; }

    /// <summary>When the file was last written: with <see cref="Length"/> it tells a changed file from a known one without reading it.</summary>
    public DateTimeOffset? LastWrite { get; init; }

    /// <summary>The file's length in bytes.</summary>
    public long? Length { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The full text that a feed carries, as HTML, for when the page cannot be had.</summary>
    public string? Content { get; init; }
}
