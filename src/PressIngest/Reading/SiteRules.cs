namespace PressIngest.Reading;

/// <summary>CSS selectors of one site, tried before the generic reader. An empty list leaves the generic reader to it.</summary>
public sealed record SiteRules
{
    public IReadOnlyList<string> Body { get; init; } = [];

    public IReadOnlyList<string> Title { get; init; } = [];

    public IReadOnlyList<string> Date { get; init; } = [];

    public IReadOnlyList<string> Author { get; init; } = [];

    /// <summary>What is taken out of the page before anything is read.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];
}
