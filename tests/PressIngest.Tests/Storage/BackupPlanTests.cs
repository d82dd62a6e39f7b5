using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public class BackupPlanTests
{
    [Theory]
    [InlineData("press-2026-03-04.db", "2026-03-04")]
    [InlineData("/a/b/press-2026-03-04.db", "2026-03-04")]
    [InlineData("press.db", null)]
    [InlineData("press-2026-03-04.db.unfinished", null)]
    [InlineData("press-2026-13-04.db", null)]
    [InlineData("other-2026-03-04.db", null)]
    [InlineData("press-2026-3-4.db", null)]
    [InlineData("press-2026-03-04.txt", null)]
    [InlineData("p", null)]
    public void Knows_its_own_files_by_name(string file, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), BackupPlan.DayOf("/data/press.db", file));

    [Theory]
    [InlineData("2026-03-04T03:30:00", "2026-03-04")]
    [InlineData("2026-03-04T03:29:59", "2026-03-03")]
    [InlineData("2026-03-01T00:00:00", "2026-02-28")]
    public void A_backup_is_due_from_its_hour_on(string now, string day) => Assert.Equal(
        DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
        BackupPlan.LastDue(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(3, 30)));

    [Fact]
    public void Day_after_day_it_keeps_seven_days_and_one_of_each_of_four_weeks_before()
    {
        var kept = new List<DateOnly>();
        // Sunday, 4 January 2026, and 59 days more: to Wednesday, 4 March.
        for (var day = new DateOnly(2026, 1, 4); day <= new DateOnly(2026, 3, 4); day = day.AddDays(1))
        {
            kept.Add(day);
            foreach (var old in BackupPlan.Superseded(kept, 7, 4)) kept.Remove(old);
        }

        // The days from 26 February to 4 March; before them the last day of each week, the first of which is not over yet.
        DateOnly[] expected =
        [
            new(2026, 2, 1), new(2026, 2, 8), new(2026, 2, 15), new(2026, 2, 22), new(2026, 2, 25),
            .. Enumerable.Range(0, 7).Select(x => new DateOnly(2026, 2, 26).AddDays(x)),
        ];
        Assert.Equal(expected.Skip(1), kept);
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 3)]
    [InlineData(7, 4, 7)]
    public void Few_are_all_kept(int daily, int weekly, int have) =>
        Assert.Empty(BackupPlan.Superseded(Enumerable.Range(1, have).Select(x => new DateOnly(2026, 3, x)), daily, weekly));
}
