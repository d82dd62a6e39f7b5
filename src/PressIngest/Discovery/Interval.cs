using System.Globalization;

namespace PressIngest.Discovery;

/// <summary>Spans of time as an operator writes them: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>1d</c>, <c>500ms</c>; a bare <c>0</c> too.</summary>
internal static class Interval
{
    private static readonly (string Unit, TimeSpan Span)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)),
        ("d", TimeSpan.FromDays(1)),
    ];

    /// <summary>Null where the text is no span, or one of more than a year.</summary>
    public static TimeSpan? Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        if (rest is "0") return TimeSpan.Zero;
        if (rest.Length is 0 or > 20) return null;
        var total = 0.0;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExceptInRange('.', '9');
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)) return null;
            rest = rest[digits..].TrimStart();
            var letters = rest.IndexOfAnyExceptInRange('a', 'z');
            var unit = (letters < 0 ? rest : rest[..letters]).ToString();
            var span = Units.FirstOrDefault(x => x.Unit == unit).Span;
            if (span == TimeSpan.Zero) return null;
            total += count * span.TotalMilliseconds;
            rest = letters < 0 ? [] : rest[letters..].TrimStart();
        }

        return total <= TimeSpan.FromDays(366).TotalMilliseconds ? TimeSpan.FromMilliseconds(total) : null;
    }
}
