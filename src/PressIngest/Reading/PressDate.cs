using System.Globalization;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>A date as a page writes it: a day, often a time, seldom a zone.</summary>
internal readonly record struct PressDate(DateOnly Day, TimeOnly? Time, TimeSpan? Offset)
{
    /// <summary>The instant, in the zone given where the date names none. A time that the zone skips in spring is read as if it had not.</summary>
    public DateTimeOffset In(TimeZoneInfo? zone)
    {
        var local = Day.ToDateTime(Time ?? TimeOnly.MinValue);
        return new DateTimeOffset(local, Offset ?? (zone ?? TimeZoneInfo.Utc).GetUtcOffset(local));
    }

    /// <summary>
    /// The first date in the text, of any form that pages use: ISO 8601, RFC 2822, 8/2/2019, «الجمعة 8 فيفري 2019 - 10:30 م», Hijri, seconds since
    /// 1970. A Gregorian date is preferred to the Hijri one that often stands beside it. Null where there is no whole date.
    /// </summary>
    public static PressDate? Parse(string text)
    {
        if (text.Length > 400 || !HasDigit(text)) return null;
        var words = Words(ArabicText.Fold(text));
        if (words.Count == 1 && OfEpoch(words[0]) is { } instant) return instant;
        PressDate? hijri = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (DayAt(words, i) is not { } found) continue;
            var (day, isHijri, end) = found;
            var (time, offset) = PressTime.In(words, end);
            if (time is null && i > 0) (time, offset) = PressTime.In(words[..i], 0);
            var date = new PressDate(day, time, offset);
            if (!isHijri) return date;
            hijri ??= date;
            i = end - 1;
        }

        return hijri;
    }

    /// <summary>A digit of any script: the first beyond ASCII is ٠.</summary>
    public static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is >= '0' and <= '9' || (c >= '٠' && char.IsDigit(c))) return true;
        return false;
    }

    /// <summary>Numbers, words and single signs; a sign between digits tells dates from times.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i])) while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            else if (char.IsLetter(text[i])) while (i < text.Length && char.IsLetter(text[i])) i++;
            else i++;
            if (!char.IsWhiteSpace(text[start])) words.Add(text[start..i]);
        }

        return words;
    }

    private static PressDate? OfEpoch(string word)
    {
        if (word.Length is not (10 or 13) || !long.TryParse(word, CultureInfo.InvariantCulture, out var value)) return null;
        var instant = word.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(value) : DateTimeOffset.FromUnixTimeMilliseconds(value);
        return new PressDate(DateOnly.FromDateTime(instant.UtcDateTime), TimeOnly.FromDateTime(instant.UtcDateTime), TimeSpan.Zero);
    }

    private static (DateOnly Day, bool Hijri, int End)? DayAt(List<string> words, int i) =>
        Numeric(words, i) ?? Compact(words, i) ?? DayMonthYear(words, i) ?? MonthDayYear(words, i);

    /// <summary>2019-02-08, 8/2/2019, 2.8.2019.</summary>
    private static (DateOnly, bool, int)? Numeric(List<string> words, int i)
    {
        if (i + 4 >= words.Count || words[i + 1] is not ("-" or "/" or "." or "–" or "\\") || words[i + 3] != words[i + 1]) return null;
        if (Number(words[i]) is not { } a || Number(words[i + 2]) is not { } b || Number(words[i + 4]) is not { } c) return null;
        if (words[i].Length == 4) return Made(a, b, c, i + 5);
        if (words[i + 4].Length != 4)
        {
            // 15/9/24: two digits are a year only where a stroke divides them from the rest and nothing follows that they could belong to.
            if (words[i + 4].Length != 2 || words[i + 1] != "/" || c is < 10 or > 50
                || (i + 5 < words.Count && words[i + 5] is "/" or ":" or "." or "%")) return null;
            c += 2000;
        }

        // The name of the day tells which number is the month. Else software set to English writes the month first and AM or PM behind the
        // time, and people who write Arabic put the day first.
        var monthFirst = PressTime.Weekday(words) is { } weekday && IsDay(c, a, b, weekday) != IsDay(c, b, a, weekday)
            ? IsDay(c, a, b, weekday)
            : b > 12 || (a <= 12 && words.Any(x => x is "am" or "pm"));
        return monthFirst ? Made(c, a, b, i + 5) : Made(c, b, a, i + 5);
    }

    private static bool IsDay(int year, int month, int day, DayOfWeek weekday) =>
        Made(year, month, day, 0) is (var date, false, _) && date.DayOfWeek == weekday;

    /// <summary>20190208.</summary>
    private static (DateOnly, bool, int)? Compact(List<string> words, int i) =>
        words[i].Length is 8 or 14 && Number(words[i][..4]) is > 1990 and < 2100 and var year
            && Number(words[i][4..6]) is { } month && Number(words[i][6..8]) is { } day ? Made(year, month, day, i + 1) : null;

    private static readonly HashSet<string> BetweenMonthAndYear = ["/", "(", ")", "-", ",", "،", ".", "الثاني", "الاول", "سنه", "عام"];

    /// <summary>8 فيفري 2019; 28 آب/أغسطس 2013; 8th of February, 2019.</summary>
    private static (DateOnly, bool, int)? DayMonthYear(List<string> words, int i)
    {
        if (Number(words[i]) is not { } day || day > 31) return null;
        var at = i + 1;
        while (at < words.Count && at < i + 3 && words[at] is "-" or "/" or "," or "،" or "من" or "of" or "th" or "st" or "nd" or "rd") at++;
        var (month, hijri, length) = ArabicMonths.At(words, at);
        if (length == 0) return null;
        at += length;
        // The name of the other tradition behind a stroke or in brackets: كانون الثاني/يناير، شباط (فبراير).
        for (var skipped = 0; at < words.Count && skipped < 4 && Number(words[at]) is null; skipped++)
        {
            if (!BetweenMonthAndYear.Contains(words[at]) && ArabicMonths.At(words, at).Length == 0) return null;
            at++;
        }

        if (at >= words.Count || Number(words[at]) is not { } year) return null;
        if (words[at].Length == 4) return Made(year, month, day, at + 1, hijri);
        // «15 سبتمبر 24»
        return words[at].Length == 2 && year is >= 10 and <= 50
            && !(at + 1 < words.Count && words[at + 1] is ":" or "." or "h") ? Made(2000 + year, month, day, at + 1) : null;
    }

    /// <summary>February 8, 2019; فبراير 8، 2019.</summary>
    private static (DateOnly, bool, int)? MonthDayYear(List<string> words, int i)
    {
        var (month, hijri, length) = ArabicMonths.At(words, i);
        if (length == 0 || i + length >= words.Count || Number(words[i + length]) is not { } day || day > 31) return null;
        var at = i + length + 1;
        while (at < words.Count && words[at] is "," or "،" or "-" or "th" or "st" or "nd" or "rd") at++;
        return at < words.Count && Number(words[at]) is { } year && words[at].Length == 4 ? Made(year, month, day, at + 1, hijri) : null;
    }

    private static (DateOnly, bool, int)? Made(int year, int month, int day, int end, bool hijri = false)
    {
        hijri |= year is > 1300 and < 1500;
        if (month is < 1 or > 12 || day < 1) return null;
        if (!hijri && (year is < 1970 or >= 2100 || day > DateTime.DaysInMonth(year, month))) return null;
        if (!hijri) return (new DateOnly(year, month, day), false, end);
        if (year is < 1318 or > 1500 || day > 30) return null;
        var calendar = new UmAlQuraCalendar();
        return (DateOnly.FromDateTime(calendar.ToDateTime(year, month, Math.Min(day, calendar.GetDaysInMonth(year, month)), 0, 0, 0, 0)), true, end);
    }

    public static int? Number(string word) =>
        word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
