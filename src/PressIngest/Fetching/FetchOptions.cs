using Microsoft.Extensions.Options;

namespace PressIngest.Fetching;

/// <summary>Section <c>Fetch</c> of <c>appsettings.json</c>: how the service behaves towards sites, and what it lets them do to it.</summary>
public sealed class FetchOptions
{
    /// <summary>How the service names itself. The contact is added to it.</summary>
    public string UserAgent { get; set; } = "PressIngest/0.1";

    /// <summary>An e-mail address or a page where a site's owner reaches whoever runs the service.</summary>
    public string? Contact { get; set; }

    /// <summary>1 s to 1 min.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For a request in all, redirects included and waiting for a turn not; 1 s to 10 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most that is read of a page, after decompression; 10 kB to 100 MB.</summary>
    public int MaxPageBytes { get; set; } = 5_000_000;

    /// <summary>The most that is read of a feed, a sitemap or a listing, after decompression; 10 kB to 100 MB.</summary>
    public int MaxFeedBytes { get; set; } = 10_000_000;

    /// <summary>0 to 20.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Requests under way at once, each to a host of its own; 1 to 256.</summary>
    public int MaxConcurrentHosts { get; set; } = 16;

    /// <summary>Further attempts after a failure that may pass: no connection, 408, 429, 5xx; 0 to 10.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Before the first further attempt; each next one waits four times as long; up to 5 min.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A host that asks for a longer pause is left for a later run; up to 1 h.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    internal static OptionsBuilder<FetchOptions> Validate(OptionsBuilder<FetchOptions> builder) => builder
        .Validate(x => x.UserAgent.Length > 0 && IsHeaderText(x.UserAgent),
            "Fetch:UserAgent must be a name of printable ASCII characters, such as PressIngest/0.1")
        .Validate(x => x.Contact is null || IsHeaderText(x.Contact),
            "Fetch:Contact must be an e-mail address or the address of a page, in printable ASCII")
        .Validate(x => Within(x.ConnectTimeout, 1, 60), "Fetch:ConnectTimeout must be between 00:00:01 and 00:01:00")
        .Validate(x => Within(x.Timeout, 1, 600), "Fetch:Timeout must be between 00:00:01 and 00:10:00")
        .Validate(x => x.MaxPageBytes is >= 10_000 and <= 100_000_000, "Fetch:MaxPageBytes must be between 10000 and 100000000")
        .Validate(x => x.MaxFeedBytes is >= 10_000 and <= 100_000_000, "Fetch:MaxFeedBytes must be between 10000 and 100000000")
        .Validate(x => x.MaxRedirects is >= 0 and <= 20, "Fetch:MaxRedirects must be between 0 and 20")
        .Validate(x => x.MaxConcurrentHosts is >= 1 and <= 256, "Fetch:MaxConcurrentHosts must be between 1 and 256")
        .Validate(x => x.Retries is >= 0 and <= 10, "Fetch:Retries must be between 0 and 10")
        .Validate(x => Within(x.RetryDelay, 0, 300), "Fetch:RetryDelay must be between 00:00:00 and 00:05:00")
        .Validate(x => Within(x.Patience, 0, 3600), "Fetch:Patience must be between 00:00:00 and 01:00:00");

    /// <summary>The User-Agent header: the name, and the contact as crawlers customarily give it.</summary>
    internal string Header => Contact switch
    {
        null or "" => UserAgent,
        _ when Contact.Contains('@', StringComparison.Ordinal) && !Contact.Contains(':', StringComparison.Ordinal) => $"{UserAgent} (+mailto:{Contact})",
        _ => $"{UserAgent} (+{Contact})",
    };

    /// <summary>The product token, by which a robots.txt may name the service.</summary>
    internal string Product => UserAgent.Split('/', ' ')[0];

    private static bool Within(TimeSpan value, int leastSeconds, int mostSeconds) => value.TotalSeconds >= leastSeconds
        && value.TotalSeconds <= mostSeconds;

    private static bool IsHeaderText(string text) => text.All(x => x is >= ' ' and <= '~' and not ('(' or ')'));
}
