using System.Text;

namespace PressIngest.Fetching;

/// <summary>
/// The robots.txt of each site, kept for a day. As RFC 9309 has it: a site without one (4xx) allows everything; one whose robots.txt cannot be
/// had (5xx, no answer) allows nothing until it can, or for 30 days; a copy read before goes on to count meanwhile.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="product">The product token that groups may name.</param>
/// <param name="fetch">Fetches the file, following redirects, without asking robots.txt for leave.</param>
internal sealed class RobotsCache(TimeProvider time, string product, Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch)
{
    private const int MaxBytes = 1_000_000;
    private const int SweepAbove = 4096;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestDisallow = TimeSpan.FromDays(30);

    private readonly Dictionary<string, Entry> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for the site of an address, or the failure to learn them.</summary>
    public async Task<(RobotsTxt? Rules, FetchResult.Failed? Failure)> FindAsync(Uri url, TimeSpan delay, bool allowPrivate,
        CancellationToken cancellationToken)
    {
        var entry = Take(url.GetLeftPart(UriPartial.Authority));
        await entry.Busy.WaitAsync(cancellationToken);
        try
        {
            if (entry.Rules is { } fresh && time.GetUtcNow() < entry.FreshUntil) return (fresh, null);
            var answer = await fetch(new FetchRequest(new Uri(url, "/robots.txt"), MaxBytes, delay, allowPrivate, MayBeCut: true), cancellationToken);
            return Learn(entry, answer);
        }
        finally
        {
            entry.Busy.Release();
        }
    }

    private (RobotsTxt? Rules, FetchResult.Failed? Failure) Learn(Entry entry, FetchResult answer)
    {
        var now = time.GetUtcNow();
        if (answer is FetchResult.Failed failed && IsUnreachable(failed))
        {
            entry.FailingSince ??= now;
            if (now - entry.FailingSince > LongestDisallow) return (RobotsTxt.AllowsAll, null);
            if (entry.Rules is { } stale) return (stale, null);
            return (null, failed.Status is null ? failed : failed with { Message = $"{failed.Message} for its robots.txt, without which it is asked for nothing" });
        }

        entry.FailingSince = null;
        entry.FreshUntil = now + Fresh;
        entry.Rules = answer is FetchResult.Body body
            ? RobotsTxt.Parse(Encoding.UTF8.GetString(WholeLines(body.Bytes)), product) : RobotsTxt.AllowsAll;
        return (entry.Rules, null);
    }

    // RFC 9309 lets a file be read in part. Half a line may forbid far more than the whole one.
    private static ReadOnlySpan<byte> WholeLines(byte[] bytes) => bytes.Length < MaxBytes ? bytes
        : bytes.AsSpan(0, bytes.AsSpan().LastIndexOf((byte)'\n') + 1);

    private static bool IsUnreachable(FetchResult.Failed failed) => failed.Failure switch
    {
        FetchFailure.Status => failed.Status is 429 or >= 500,
        FetchFailure.TooManyRedirects or FetchFailure.TooLarge or FetchFailure.Malformed => false,
        _ => true,
    };

    private Entry Take(string site)
    {
        lock (_sites)
        {
            if (_sites.Count > SweepAbove)
            {
                foreach (var (name, old) in _sites)
                {
                    if (old.FreshUntil < time.GetUtcNow() && old.Busy.CurrentCount == 1) _sites.Remove(name);
                }
            }

            if (!_sites.TryGetValue(site, out var entry)) _sites.Add(site, entry = new Entry());
            return entry;
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Busy { get; } = new(1, 1);

        public RobotsTxt? Rules { get; set; }

        public DateTimeOffset FreshUntil { get; set; }

        public DateTimeOffset? FailingSince { get; set; }
    }
}
