using System.Globalization;

namespace PressIngest.Fetching;

/// <summary>How long an answer says that it stays as it is (RFC 9111): Cache-Control's max-age, else Expires.</summary>
internal static class Freshness
{
    /// <summary>Null where the headers say nothing of it, or that the answer is stale at once.</summary>
    /// <param name="cacheControl">The Cache-Control header, as it came.</param>
    /// <param name="expires">The Expires header; many a server means "now" by writing 0.</param>
    /// <param name="age">The Age header: seconds that a cache on the way has held the answer.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan? Of(string? cacheControl, string? expires, string? age, DateTimeOffset now)
    {
        var directives = (cacheControl ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (directives.Any(x => x.StartsWith("no-cache", StringComparison.OrdinalIgnoreCase) || x.Equals("no-store", StringComparison.OrdinalIgnoreCase))) return null;
        var maxAge = directives.FirstOrDefault(x => x.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase));
        var fresh = maxAge is not null ? Seconds(maxAge["max-age=".Length..].Trim('"')) - (Seconds(age) ?? TimeSpan.Zero) : Until(expires, now);
        return fresh > TimeSpan.Zero ? fresh : null;
    }

    private static TimeSpan? Seconds(string? text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static TimeSpan? Until(string? expires, DateTimeOffset now) =>
        DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - now : null;
}
