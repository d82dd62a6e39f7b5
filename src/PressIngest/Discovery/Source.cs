using PressIngest.Fetching;
using PressIngest.Reading;

namespace PressIngest.Discovery;

public enum SourceKind
{
    Feed,
    Sitemap,
    Listing,
    Urls,
    Folder,
}

/// <summary>Where articles come from: one record of <c>config/sources.yaml</c>.</summary>
public sealed record Source
{
    /// <summary>Short and stable: the database knows the source by it.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Addresses, or files and folders relative to the config folder. One, but for <see cref="SourceKind.Urls"/>.</summary>
    public required IReadOnlyList<string> Locations { get; init; }

    /// <summary>ISO 3166 code, or null.</summary>
    public string? Country { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>ISO 639 code: pages in another language are not stored.</summary>
    public string Language { get; init; } = "ar";

    public required Schedule Schedule { get; init; }

    /// <summary>The least time between two requests to the host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    public bool Enabled { get; init; } = true;

    /// <summary>Requests to loopback and private addresses are allowed.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>What opens the source's site to us, where it is not open to everybody.</summary>
    public Credential? Credential { get; init; }

    /// <summary>The CSS selector of a listing's links.</summary>
    public string? Links { get; init; }

    public SiteRules? Rules { get; init; }

    /// <summary>Only articles that mention one of these, compared folded; empty keeps all.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}

/// <summary>When a source is looked at: a Quartz cron expression in the source's time zone, or
/// an interval; where neither is given, as often as it has news.</summary>
public sealed record Schedule(string? Cron, TimeSpan? Every);
