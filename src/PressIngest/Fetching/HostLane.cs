namespace PressIngest.Fetching;

/// <summary>What is known of one host: who waits for it, when it was last asked, and how it bears being asked.</summary>
internal sealed class HostLane
{
    private const int FailuresUntilRest = 5;
    private const int MaxSlowdown = 8;
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan SlowFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan LeastSlowDelay = TimeSpan.FromSeconds(1);

    private int _failures;
    private int _slowdown = 1;
    private DateTimeOffset _slowUntil;

    /// <summary>Held by the one who asks. Those who wait get it in the order they came.</summary>
    public SemaphoreSlim Free { get; } = new(1, 1);

    /// <summary>How many ask or wait.</summary>
    public int Users { get; set; }

    public DateTimeOffset? LastEnd { get; set; }

    public DateTimeOffset HeldUntil { get; private set; }

    /// <summary>How long to wait before the host is asked again, when <paramref name="delay"/> is to lie between two requests.</summary>
    public TimeSpan RestFor(TimeSpan delay, DateTimeOffset now)
    {
        if (now < _slowUntil) delay = _slowdown * (delay > LeastSlowDelay ? delay : LeastSlowDelay);
        var next = LastEnd + delay ?? now;
        return (next > HeldUntil ? next : HeldUntil) - now;
    }

    /// <summary>Takes in what came of a request: a host that complains is asked less, one that
    /// does not answer is left alone for longer and longer.</summary>
    public void Learn(FetchResult? result, DateTimeOffset now)
    {
        var failed = result as FetchResult.Failed;
        if (failed?.Status == 429)
        {
            _slowdown = Math.Min(MaxSlowdown, now < _slowUntil ? _slowdown * 2 : 2);
            _slowUntil = now + SlowFor;
        }

        if (failed is { Status: 429 or 503, RetryAfter: { } asked }) Hold(asked, now);
        _failures = failed?.Failure is FetchFailure.Network or FetchFailure.Timeout ? _failures + 1 : 0;
        if (_failures >= FailuresUntilRest) Hold(Min(LongestRest, FirstRest * Math.Pow(2, Math.Min(_failures - FailuresUntilRest, 10))), now);
    }

    private void Hold(TimeSpan time, DateTimeOffset now)
    {
        if (now + time > HeldUntil) HeldUntil = now + time;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
