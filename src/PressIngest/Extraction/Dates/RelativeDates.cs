namespace PressIngest.Extraction.Dates;

/// <summary>Dates counted from the day of publication: الخميس المقبل, أمس, غدا الجمعة, اليوم الخميس, الأسبوع المقبل.</summary>
internal static class RelativeDates
{
    private const int DaysOfWeek = 7;

    /// <summary>The days that begin at a token, and the token behind; null where the words say none or the day of publication is not known.</summary>
    public static (DateOnly From, DateOnly To, int End)? Read(Token[] tokens, int at, DateLexicon dates, DateOnly? published)
    {
        if (published is not { } today || !tokens[at].IsWord) return null;
        if (dates.RelativeDays.At(tokens, at) is { } named)
        {
            var day = today.AddDays(named.Value);
            return (day, day, dates.Weekdays.At(tokens, named.End)?.End ?? named.End);
        }

        if (dates.IsToday(tokens[at].Folded) && dates.Weekdays.At(tokens, at + 1) is { } with
            && with.Value == today.DayOfWeek) return (today, today, with.End);
        if (dates.Weekdays.At(tokens, at) is { } weekday && weekday.End < tokens.Length)
        {
            return dates.TenseOf(tokens[weekday.End].Folded) switch
            {
                Tense.Next => Same(Ahead(today, weekday.Value), weekday.End + 1),
                Tense.Past => Same(Back(today, weekday.Value), weekday.End + 1),
                _ => null,
            };
        }

        return Period(tokens, at, dates, today);
    }

    /// <summary>الأسبوع المقبل: the week begins on Saturday, as in most Arab countries' press; الشهر المقبل, العام المقبل.</summary>
    private static (DateOnly, DateOnly, int)? Period(Token[] tokens, int at, DateLexicon dates, DateOnly today)
    {
        if (at + 1 >= tokens.Length || tokens[at].Folded is not ("الاسبوع" or "الشهر" or "العام" or "السنه")) return null;
        if (dates.TenseOf(tokens[at + 1].Folded) is not (var tense and not Tense.None)) return null;
        var shift = tense switch { Tense.Next => 1, Tense.Past => -1, _ => 0 };
        switch (tokens[at].Folded)
        {
            case "الاسبوع":
                var saturday = today.AddDays(-(((int)today.DayOfWeek + 1) % DaysOfWeek)).AddDays(shift * DaysOfWeek);
                return (saturday, saturday.AddDays(DaysOfWeek - 1), at + 2);
            case "الشهر":
                var first = new DateOnly(today.Year, today.Month, 1).AddMonths(shift);
                return (first, first.AddMonths(1).AddDays(-1), at + 2);
            case "العام" or "السنه":
                return (new DateOnly(today.Year + shift, 1, 1), new DateOnly(today.Year + shift, 12, 31), at + 2);
            default:
                return null;
        }
    }

    private static (DateOnly, DateOnly, int) Same(DateOnly day, int end) => (day, day, end);

    private static DateOnly Ahead(DateOnly today, DayOfWeek wanted)
    {
        var days = ((int)wanted - (int)today.DayOfWeek + DaysOfWeek) % DaysOfWeek;
        return today.AddDays(days == 0 ? DaysOfWeek : days);
    }

    private static DateOnly Back(DateOnly today, DayOfWeek wanted)
    {
        var days = ((int)today.DayOfWeek - (int)wanted + DaysOfWeek) % DaysOfWeek;
        return today.AddDays(-(days == 0 ? DaysOfWeek : days));
    }
}
