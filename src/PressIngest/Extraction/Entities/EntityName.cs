namespace PressIngest.Extraction.Entities;

/// <summary>What names can belong to across articles.</summary>
internal enum EntityKind
{
    Person,
    Campaign,
    Organization,
}

/// <summary>A name as one article uses it, with all that tells whose it is.</summary>
/// <param name="Kind">What it is a name of.</param>
/// <param name="Spelling">As the article's facts spell it.</param>
/// <param name="Key">What all spellings of it have in common.</param>
/// <param name="Rule">Why it has that key: <see cref="EntityRules.Letters"/> or <see cref="EntityRules.Override"/>.</param>
internal sealed record EntityName(EntityKind Kind, string Spelling, string Key, string Rule)
{
    /// <summary>The words of the person's title that tell the bearers of a shared name apart; empty where the name needs none, or has none.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>Borne by many, as a name of given names alone is (محمد علي).</summary>
    public bool IsShared { get; init; }

    /// <summary>What else the article calls it.</summary>
    public IReadOnlyList<EntityAlias> Aliases { get; init; } = [];
}

/// <summary>Another name that the article gives, by its key; a hashtag or not.</summary>
internal sealed record EntityAlias(string Spelling, string Key, bool IsHashtag);
