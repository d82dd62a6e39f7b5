using System.Globalization;

namespace PressIngest.Extraction.Dates;

/// <summary>Dates in digits alone: 8/10/2015, 2015-08-04, 20-10-1436هـ. Day first, as
/// all Arabic press writes, where the year does not lead.</summary>
internal static class NumericDates
{
    public static DateReading? Read(Token[] tokens, int at, DateLexicon dates)
    {
        if (at + 4 >= tokens.Length || tokens[at].Kind != TokenKind.Number || tokens[at + 2].Kind != TokenKind.Number
            || tokens[at + 4].Kind != TokenKind.Number) return null;
        var sign = tokens[at + 1].Folded;
        if (IsPart(tokens, at - 1, sign) || IsPart(tokens, at + 5, sign)) return null;
        if (sign is not ("/" or "-" or "." or "–") || tokens[at + 3].Folded != sign || (sign == "." && tokens[at + 1].SpaceBefore)) return null;
        var parts = (ReadOnlySpan<string>)[tokens[at].Folded, tokens[at + 2].Folded, tokens[at + 4].Folded];
        var yearFirst = parts[0].Length == 4;
        var (day, month, year) = (Number(yearFirst ? parts[2] : parts[0]), Number(parts[1]), Number(yearFirst ? parts[0] : parts[2]));
        // A month of more than twelve is the American order.
        if (month is > 12 and <= 31 && day is >= 1 and <= 12) (day, month) = (month, day);
        if (day is not (>= 1 and <= 31) || month is not (>= 1 and <= 12) || year is not { } value) return null;
        var end = at + 5;
        var marked = end < tokens.Length && dates.IsHijriMark(tokens[end].Folded);
        if (value < 100) value += marked ? 1400 : 2000;
        if (value is < 1300 or > 2100 or (> 1500 and < 1800)) return null;
        if (marked || (end < tokens.Length && dates.IsGregorianMark(tokens[end].Folded))) end++;
        return new DateReading(new CalendarDate(day, month, value, value <= 1500, Tense.None), null, new TokenRange(at, end));
    }

    /// <summary>2019/12/5/7 is a reference.</summary>
    private static bool IsPart(Token[] tokens, int at, string sign) => at > 0 && at + 1 < tokens.Length && tokens[at].Folded == sign
        && !tokens[at].SpaceBefore
        && !tokens[at + 1].SpaceBefore && tokens[at - 1].Kind == TokenKind.Number && tokens[at + 1].Kind == TokenKind.Number;

    private static int? Number(string digits) => digits.Length <= 4
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
