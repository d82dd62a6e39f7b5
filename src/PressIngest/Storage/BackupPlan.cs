using System.Globalization;

namespace PressIngest.Storage;

/// <summary>Which backups there should be. Pure: names of files and times go in, decisions come out.</summary>
internal static class BackupPlan
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The backup of a day: press.db → press-2026-03-04.db.</summary>
    public static string NameOf(string database, DateOnly day) =>
        $"{Path.GetFileNameWithoutExtension(database)}-{day.ToString(Format, CultureInfo.InvariantCulture)}{Path.GetExtension(database)}";

    /// <summary>The day that a file is the backup of; null where it is none of this database's, and nobody's business here.</summary>
    public static DateOnly? DayOf(string database, string file)
    {
        var name = Path.GetFileName(file);
        var start = Path.GetFileNameWithoutExtension(database).Length + 1;
        return name.Length > start + Format.Length - 1
            && DateOnly.TryParseExact(name.AsSpan(start, Format.Length), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && name == NameOf(database, day) ? day : null;
    }

    /// <summary>The day whose backup is the last that should be there by now.</summary>
    public static DateOnly LastDue(DateTime localNow,
        TimeOnly at) => DateOnly.FromDateTime(localNow).AddDays(TimeOnly.FromDateTime(localNow) >= at ? 0 : -1);

    /// <summary>The backups that may go: all but the newest <paramref name="daily"/>, and before those the
    /// newest of each of the last <paramref name="weekly"/> weeks that have one.</summary>
    public static IReadOnlyList<DateOnly> Superseded(IEnumerable<DateOnly> days, int daily, int weekly)
    {
        var older = days.Distinct().OrderDescending().Skip(daily).ToList();
        var kept = older.GroupBy(WeekOf).Select(x => x.First()).Take(weekly).ToHashSet();
        return [.. older.Where(x => !kept.Contains(x))];
    }

    private static (int Year, int Week) WeekOf(DateOnly day) => (ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
}
