namespace PressIngest.Extraction;

/// <summary>Where a fact stands: in the text, or in a headline that is kept apart from it.</summary>
public enum Place
{
    Text,
    Title,
}

/// <summary>One place of a fact: a half-open span in UTF-16 units of the stored text (or title).</summary>
public readonly record struct Mention(Span Span, Place Place = Place.Text);

/// <summary>All that was found in one article. Every span lies in its stored text or title.</summary>
public sealed record Facts
{
    public IReadOnlyList<Hashtag> Hashtags { get; init; } = [];

    public IReadOnlyList<Handle> Handles { get; init; } = [];

    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    public IReadOnlyList<Quotation> Quotations { get; init; } = [];

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public IReadOnlyList<Date> Dates { get; init; } = [];

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>How many there are, of every kind.</summary>
    public int Count => Hashtags.Count + Handles.Count + Campaigns.Count + Quotations.Count + Figures.Count + Dates.Count + People.Count;
}

/// <summary>A hashtag, once an article. <c>Tag</c> is without its sign, spelled as at its first mention; a mention's span holds the sign.</summary>
public sealed record Hashtag(string Tag, IReadOnlyList<Mention> Mentions, string Rule);

/// <summary>An account on a social platform, once an article, without <c>@</c>; a mention's span holds the sign.</summary>
public sealed record Handle(string Name, IReadOnlyList<Mention> Mentions, string Rule);

/// <summary>A named effort and everything it is called.</summary>
public sealed record Campaign
{
    /// <summary>Its name without the trigger noun, or its first hashtag where it has no other name.</summary>
    public required string Name { get; init; }

    /// <summary>The trigger noun as a lemma: مبادرة، حملة، تحدي …</summary>
    public string? Kind { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Its hashtags, without sign.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Who launched it, where the article says so.</summary>
    public string? Organization { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    public required string Rule { get; init; }
}

public enum QuotationKind
{
    Direct,
    Indirect,
}

/// <summary>What a person is reported to have said. <c>Mention</c> holds the content: without cue, أن and marks.</summary>
public sealed record Quotation
{
    /// <summary>The fullest form of the name in the article, without honorifics; null where the speaker is never named.</summary>
    public string? Speaker { get; init; }

    public string? Role { get; init; }

    public string? Organization { get; init; }

    /// <summary>What an unnamed speaker is called: مصدر أمني، المتحدث الرسمي.</summary>
    public string? Unnamed { get; init; }

    public required QuotationKind Kind { get; init; }

    /// <summary>The cue as written, without attached particles (قالت); <c>:</c> in a headline of the form فلان: ….</summary>
    public string? Cue { get; init; }

    public required Mention Mention { get; init; }

    public required string Rule { get; init; }

    public Mention? CueAt { get; init; }

    public Mention? SpeakerAt { get; init; }

    public Mention? RoleAt { get; init; }

    public Mention? OrganizationAt { get; init; }

    /// <summary>The index in <see cref="Facts.Campaigns"/> of the campaign that it is said of.</summary>
    public int? Campaign { get; init; }
}

public enum FigureUnit
{
    Count,
    Percent,
    Money,
    Measure,
}

public enum Qualifier
{
    Exact,
    MoreThan,
    LessThan,
    About,
    UpTo,
    AtLeast,
}

/// <summary>A number that measures something.</summary>
public sealed record Figure
{
    /// <summary>The plain number: 28300000 for 28.3 مليون, 53 for 53 %.</summary>
    public required decimal Value { get; init; }

    /// <summary>The end of a range.</summary>
    public decimal? Upper { get; init; }

    public required FigureUnit Unit { get; init; }

    /// <summary>ISO 4217, for money.</summary>
    public string? Currency { get; init; }

    /// <summary>What is counted, or the unit of measure; of a percentage, what it is of.</summary>
    public string? Noun { get; init; }

    /// <summary>The period or unit of a rate (40 ألف برميل يوميا: يوم).</summary>
    public string? Per { get; init; }

    public Qualifier Qualifier { get; init; }

    /// <summary>The figure as written, with qualifier and noun.</summary>
    public required Mention Mention { get; init; }

    public required string Rule { get; init; }

    /// <summary>The index in <see cref="Facts.Campaigns"/> of the campaign that it measures.</summary>
    public int? Campaign { get; init; }
}

/// <summary>A calendar date that the text gives, from (and to, for a period).</summary>
public sealed record Date
{
    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary><c>start</c>, <c>end</c>, <c>period</c> of a campaign, or null.</summary>
    public string? What { get; init; }

    public required Mention Mention { get; init; }

    public required string Rule { get; init; }

    public int? Campaign { get; init; }
}

/// <summary>A person with the title that the article gives, and where the name stands.</summary>
public sealed record Person
{
    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Organization { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }
}
