using System.Globalization;

namespace PressIngest.Discovery;

/// <summary>The dates of feeds and sitemaps: RFC 822 with all its liberties, ISO 8601, and what sites make of them.</summary>
internal static class FeedDate
{
    // Earlier than the web: what stands where a system has no date (0001, 1900, 1970).
    private const int FirstYear = 1990;

    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["Z"] = "+00:00", ["WET"] = "+00:00", ["WEST"] = "+01:00", ["CET"] = "+01:00",
        ["CEST"] = "+02:00", ["EET"] = "+02:00", ["EEST"] = "+03:00", ["MSK"] = "+03:00", ["AST"] = "+03:00", ["GST"] = "+04:00", ["BST"] = "+01:00",
        ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
    };

    private static readonly string[] Formats =
    [
        "d MMM yyyy H:m:s zzz", "d MMM yyyy H:m zzz", "d MMM yyyy H:m:s", "d MMM yyyy H:m", "d MMM yyyy", "d MMM yy H:m:s zzz", "d MMM yy H:m zzz",
        "d MMMM yyyy H:m:s zzz", "d MMMM yyyy H:m zzz", "d MMMM yyyy H:m:s", "d MMMM yyyy H:m", "d MMMM yyyy",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm:ss",
        "yyyy/MM/dd", "yyyyMMddTHHmmsszzz",
    ];

    /// <summary>The instant, in UTC; null where the text is no date. A date that names no zone is taken to be in <paramref name="zone"/>.</summary>
    public static DateTimeOffset? Parse(string? text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 64) return null;
        var plain = Plain(text);
        const DateTimeStyles Style = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTime.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, Style, out var date)) return null;
        if (date.Year < FirstYear) return null;
        if (date.Kind == DateTimeKind.Utc) return new DateTimeOffset(date, TimeSpan.Zero);
        if (zone.IsInvalidTime(date)) date = date.AddHours(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(date, zone), TimeSpan.Zero);
    }

    // Without the weekday (often the wrong one), with the zone as an offset and the digits as ASCII.
    private static string Plain(string text)
    {
        var ascii = string.Concat(text.Select(x => char.IsDigit(x) ? (char)('0' + (int)char.GetNumericValue(x)) : x));
        var comma = ascii.IndexOf(',', StringComparison.Ordinal);
        if (comma is > 0 and <= 12 && !ascii.AsSpan(0, comma).ContainsAnyInRange('0', '9')) ascii = ascii[(comma + 1)..];
        var words = ascii.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0) return "";
        if (Zones.TryGetValue(words[^1].Trim('(', ')'), out var offset)) words[^1] = offset;
        else words[^1] = Offset(words[^1]);
        var plain = string.Join(' ', words);
        return plain.EndsWith('Z') ? plain[..^1] + "+00:00" : plain;
    }

    // +0300 → +03:00, also where it is glued to the time.
    private static string Offset(string word)
    {
        var sign = word.LastIndexOfAny(['+', '-']);
        if (sign < 0 || word.Length - sign != 5 || word.AsSpan(sign + 1).ContainsAnyExceptInRange('0', '9')) return word;
        var isOffset = sign == 0 || word.AsSpan(0, sign).ContainsAny(':', 'T');
        return isOffset ? string.Concat(word.AsSpan(0, sign + 3), ":", word.AsSpan(sign + 3)) : word;
    }
}
