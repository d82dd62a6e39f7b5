using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>The time in a date of a page, and its zone where one is named. Words are folded.</summary>
internal static class PressTime
{
    /// <summary>Zones without summer time; that of other places is known from the source.</summary>
    private static readonly Dictionary<string, int> Zones = Table(
        (0, "gmt utc غرينتش جرينتش غرينيتش قرينتش نواكشوط"), (1, "تونس الجزائر cet"), (2, "طرابلس ليبيا الخرطوم السودان eet cest"),
        (3, "مكة السعودية الرياض الكويت الدوحة قطر بغداد العراق البحرين المنامة صنعاء اليمن eest ksa"), (4, "أبوظبي دبي الإمارات مسقط gst uae"));

    private static readonly Dictionary<string, DayOfWeek> Weekdays = Table(
        (DayOfWeek.Saturday, "السبت سبت saturday sat"), (DayOfWeek.Sunday, "الأحد أحد sunday sun"),
        (DayOfWeek.Monday, "الاثنين اثنين monday mon"), (DayOfWeek.Tuesday, "الثلاثاء ثلاثاء tuesday tue"),
        (DayOfWeek.Wednesday, "الأربعاء أربعاء wednesday wed"), (DayOfWeek.Thursday, "الخميس خميس thursday thu"),
        (DayOfWeek.Friday, "الجمعة جمعة friday fri"));

    /// <summary>Software that shortens Arabic days to a letter sets a comma behind it.</summary>
    private static readonly Dictionary<string, DayOfWeek> Letters = Table(
        (DayOfWeek.Saturday, "س"), (DayOfWeek.Sunday, "ح"), (DayOfWeek.Monday, "ن"), (DayOfWeek.Tuesday, "ث"), (DayOfWeek.Wednesday, "ر"),
        (DayOfWeek.Thursday, "خ"), (DayOfWeek.Friday, "ج"));

    /// <summary>The first time from a place on.</summary>
    public static (TimeOnly? Time, TimeSpan? Offset) In(List<string> words, int from)
    {
        for (var i = from; i + 2 < words.Count; i++)
        {
            var divided = words[i + 1] is ":" or "." or "h" || (words[i + 1] is "," or "،" && i > 0 && words[i - 1] == "الساعه");
            if (!divided || PressDate.Number(words[i]) is not (<= 23 and { } hour)) continue;
            if (words[i + 2].Length != 2 || PressDate.Number(words[i + 2]) is not (<= 59 and { } minute)) continue;
            var at = i + 3;
            var second = 0;
            if (at + 1 < words.Count && words[at] == ":" && PressDate.Number(words[at + 1]) is { } s && s < 60) (second, at) = (s, at + 2);
            if (at + 1 < words.Count && words[at] == "." && words[at + 1].All(char.IsAsciiDigit)) at += 2;
            return (new TimeOnly(HourIn(words, at, HourIn(words, i - 1, hour)), minute, second), OffsetIn(words, at));
        }

        return from + 1 < words.Count && words[from] == "t" ? Compact(words, from + 1) : default;
    }

    /// <summary>The day of the week that the words name; null where they name none.</summary>
    public static DayOfWeek? Weekday(List<string> words)
    {
        foreach (var word in words)
            if (Weekdays.TryGetValue(word, out var day)) return day;
        return words.Count > 1 && words[1] is "," or "،" && Letters.TryGetValue(words[0], out var letter) ? letter : null;
    }

    /// <summary>153122, behind the T of 20240502T153122Z.</summary>
    private static (TimeOnly?, TimeSpan?) Compact(List<string> words, int at)
    {
        if (words[at].Length is not (4 or 6) || PressDate.Number(words[at][..2]) is not (<= 23 and { } hour)) return default;
        if (PressDate.Number(words[at][2..4]) is not (<= 59 and { } minute)) return default;
        var second = words[at].Length == 6 && PressDate.Number(words[at][4..]) is <= 59 and { } s ? s : 0;
        return (new TimeOnly(hour, minute, second), OffsetIn(words, at + 1));
    }

    /// <summary>The hour of the day, where the word at a place says which half of it is meant: at night, noon and midnight twelve differ.</summary>
    private static int HourIn(List<string> words, int at, int hour)
    {
        if (at < 0 || at >= words.Count || hour > 12) return hour;
        var noon = at + 1 < words.Count && words[at + 1] == "الظهر";
        return words[at] switch
        {
            "pm" or "م" or "مساء" or "مساءا" or "عصرا" => (hour % 12) + 12,
            "بعد" when noon => (hour % 12) + 12,
            "ظهرا" => hour is 10 or 11 ? hour : (hour % 12) + 12,
            "ليلا" => hour is 12 or < 6 ? hour % 12 : hour + 12,
            "am" or "ص" or "صباحا" or "فجرا" => hour % 12,
            "قبل" when noon => hour % 12,
            _ => hour,
        };
    }

    private static TimeSpan? OffsetIn(List<string> words, int from)
    {
        for (var i = from; i < Math.Min(words.Count, from + 5); i++)
        {
            if (words[i] is "+" or "-" && i + 1 < words.Count && PressDate.Number(words[i + 1]) is { } hours)
            {
                var minutes = 0;
                if (words[i + 1].Length == 4) (hours, minutes) = (hours / 100, hours % 100);
                else if (i + 3 < words.Count && words[i + 2] == ":" && PressDate.Number(words[i + 3]) is { } m) minutes = m;
                if (hours > 14 || minutes > 59) return null;
                var offset = new TimeSpan(hours, minutes, 0);
                return words[i] == "-" ? -offset : offset;
            }

            if (words[i] is "z") return TimeSpan.Zero;
            var signed = i + 1 < words.Count && words[i + 1] is "+" or "-";
            // «بتوقيت مكة» names a zone, and «مكة» alone the place of the news.
            var named = char.IsAsciiLetter(words[i][0]) || words[i].EndsWith("نتش", StringComparison.Ordinal)
                || (i > 0 && words[i - 1] is "بتوقيت" or "توقيت");
            if (!signed && named && Zones.TryGetValue(words[i], out var zone)) return TimeSpan.FromHours(zone);
        }

        return null;
    }

    private static Dictionary<string, T> Table<T>(params (T Value, string Words)[] rows) =>
        rows.SelectMany(x => x.Words.Split(' '), (x, word) => (Word: ArabicText.Fold(word), x.Value)).ToDictionary(x => x.Word,
            x => x.Value, StringComparer.Ordinal);
}
