namespace PressIngest.Fetching;

/// <summary>Which failures are worth another attempt, and how long to wait for it.</summary>
internal static class Backoff
{
    public static bool MayPass(FetchResult.Failed failed) => failed.Failure switch
    {
        FetchFailure.Network or FetchFailure.Timeout => true,
        FetchFailure.Status => failed.Status is 408 or 425 or 429 or (>= 500 and not (501 or 505)),
        _ => false,
    };

    /// <summary>Four times longer each time and up to a quarter more, so that not all come back at once; at least what the site asks for.</summary>
    public static TimeSpan Before(int attempt, TimeSpan first, TimeSpan? asked)
    {
        var wait = first * Math.Pow(4, attempt) * (1 + (Random.Shared.NextDouble() / 4));
        return asked > wait ? asked.Value : wait;
    }
}
