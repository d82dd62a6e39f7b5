using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest.Scheduling;

/// <summary>When a link is looked at again. Pure: what is known and the time go in, the decision comes out.</summary>
internal static class LinkPolicy
{
    /// <summary>Failures after which a link is set aside with its reason.</summary>
    public const int MostAttempts = 10;

    /// <summary>What a robots.txt forbids is forbidden until it is read again.</summary>
    public static readonly TimeSpan RobotsKept = TimeSpan.FromHours(24);

    /// <summary>How long a stored article is watched for changes.</summary>
    private static readonly TimeSpan WatchedFor = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>What lies further ahead than that was written when the clock was wrong.</summary>
    private static readonly TimeSpan WrongBy = TimeSpan.FromDays(1);

    /// <summary>True where the link is new, says something new, or its time has come.</summary>
    public static bool IsDue(LinkRecord? known, string hint, DateTimeOffset now) =>
        known is null || known.Hint != hint || known.NextTryAt <= now || known.CheckedAt > now + WrongBy;

    /// <summary>
    /// The next look at a stored article: as long from now as it has been known, so that corrections of the first hours are caught and
    /// old articles cost nothing. Null when it is no longer watched, or is a file, which says itself when it changes.
    /// </summary>
    public static DateTimeOffset? NextLook(DateTimeOffset firstSeen, DateTimeOffset now, bool isFile)
    {
        var age = now - firstSeen;
        if (isFile || age > WatchedFor || -age > WrongBy) return null;
        return age > TimeSpan.Zero ? now + age : now;
    }

    /// <summary>The next try after a failure: 1, 2, 4 … minutes, a day at most; null when it is set aside.</summary>
    public static DateTimeOffset? NextTry(int attempts, DateTimeOffset now, TimeSpan? retryAfter)
    {
        if (attempts >= MostAttempts) return null;
        var pause = TimeSpan.FromMinutes(Math.Pow(2, Math.Max(0, attempts - 1)));
        if (pause > LongestPause) pause = LongestPause;
        return now + (retryAfter > pause ? retryAfter.Value : pause);
    }

    /// <summary>What the source says of the link, and what the configuration asks of its articles, in one short string.</summary>
    public static string Hint(Source source, ArticleLink link)
    {
        var said = string.Join(
            '\u001F',
            [link.Title, link.PublishedAt?.ToString("O", CultureInfo.InvariantCulture), link.Content,
                link.LastWrite?.ToString("O", CultureInfo.InvariantCulture), link.Length?.ToString(CultureInfo.InvariantCulture), source.Language,
                .. source.Keep]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
    }
}
