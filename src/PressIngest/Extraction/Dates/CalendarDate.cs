using System.Globalization;

namespace PressIngest.Extraction.Dates;

/// <summary>A date as the text gives it: any part but the month may be missing; resolved against the day of publication.</summary>
/// <param name="Day">1 to 31, or null for a whole month.</param>
/// <param name="Month">1 to 12; null where it is the month of publication or its neighbour (الشهر المقبل).</param>
/// <param name="Year">A year of its calendar.</param>
/// <param name="Hijri">Counted by the Umm al-Qura calendar, the civil calendar of Saudi Arabia and the one that newspapers print.</param>
/// <param name="Tense">On which side of publication it lies.</param>
internal readonly record struct CalendarDate(int? Day, int? Month, int? Year, bool Hijri, Tense Tense)
{
    private static readonly Calendar s_hijri = new UmAlQuraCalendar();
    private static readonly Calendar s_gregorian = new GregorianCalendar();

    /// <summary>The year counted from that of publication: -1 in من العام الماضي.</summary>
    public int? YearShift { get; init; }

    private Calendar Calendar => Hijri ? s_hijri : s_gregorian;

    /// <summary>First and last day; null where the text does not say the year and nothing tells it, or there is no such day.</summary>
    public (DateOnly From, DateOnly To)? Resolve(DateOnly? published)
    {
        if (Month is not { } month) return published is { } today ? InNeighbouringMonth(today) : null;
        if (Year is { } year) return InYear(year, month);
        if (published is not { } day || YearOf(day) is not { } current) return null;
        if (YearShift is { } shift) return InYear(current + shift, month);
        (DateOnly From, DateOnly To)? best = null;
        for (var candidate = current - 1; candidate <= current + 1; candidate++)
        {
            if (InYear(candidate, month) is not { } found || !Fits(found, day)) continue;
            if (best is null || Distance(found, day) < Distance(best.Value, day)) best = found;
        }

        return best;
    }

    private bool Fits((DateOnly From, DateOnly To) found, DateOnly day) => Tense switch
    {
        Tense.Next => found.To > day,
        Tense.Past => found.From < day,
        Tense.Current => YearOf(found.From) == YearOf(day),
        _ => true,
    };

    private static int Distance((DateOnly From, DateOnly To) found, DateOnly day) => Math.Abs(found.From.DayNumber - day.DayNumber);

    private (DateOnly, DateOnly)? InNeighbouringMonth(DateOnly today)
    {
        var shift = Tense switch { Tense.Next => 1, Tense.Past => -1, _ => 0 };
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(shift);
        return this with { Month = first.Month, Year = first.Year, Hijri = false, Tense = Tense.None } is var date ? date.Resolve(null) : null;
    }

    private (DateOnly From, DateOnly To)? InYear(int year, int month)
    {
        var (first, last) = (Calendar.MinSupportedDateTime, Calendar.MaxSupportedDateTime);
        if (month is < 1 or > 12 || year <= Calendar.GetYear(first) || year >= Calendar.GetYear(last)) return null;
        var days = Calendar.GetDaysInMonth(year, month);
        if (Day is { } day)
        {
            // A month of 29 days may be announced as one of 30: its last day is meant.
            if (day < 1 || day > (Hijri ? 30 : days)) return null;
            var date = ToDate(year, month, Math.Min(day, days));
            return (date, date);
        }

        return (ToDate(year, month, 1), ToDate(year, month, days));
    }

    private DateOnly ToDate(int year, int month, int day) => DateOnly.FromDateTime(Calendar.ToDateTime(year, month, day, 0, 0, 0, 0));

    /// <summary>The year of a day in this date's calendar.</summary>
    public int? YearOf(DateOnly date)
    {
        var time = date.ToDateTime(TimeOnly.MinValue);
        return time < Calendar.MinSupportedDateTime || time > Calendar.MaxSupportedDateTime ? null : Calendar.GetYear(time);
    }
}
