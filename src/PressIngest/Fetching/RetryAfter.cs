using System.Globalization;

namespace PressIngest.Fetching;

/// <summary>The Retry-After header: seconds or a date.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    /// <summary>
    /// How long to wait: what the header says, a day at most, and up to a tenth more, so
    /// that not all who were sent away come back at once. Null where
    /// it says nothing.
    /// </summary>
    /// <param name="header">As it was sent.</param>
    /// <param name="now">Now.</param>
    /// <param name="chance">At least 0, below 1.</param>
    public static TimeSpan? Parse(string? header, DateTimeOffset now, double chance) => Parse(header, now) * (1 + (chance / 10));

    private static TimeSpan? Parse(string? header, DateTimeOffset now)
    {
        var text = header?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                && seconds < Most.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Most;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        var wait = date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Most ? Most : wait;
    }
}
