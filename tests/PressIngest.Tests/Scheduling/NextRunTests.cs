using PressIngest.Discovery;
using PressIngest.Scheduling;

namespace PressIngest.Tests.Scheduling;

public class NextRunTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_source_never_looked_at_runs_at_once() => Assert.Equal(Now, NextRun.Of(Every(30), null, Now));

    [Theory]
    [InlineData(10, 20)]
    [InlineData(30, 0)]
    [InlineData(600, -570)]
    public void An_interval_counts_from_the_last_success(int minutesAgo, int expectedMinutes) =>
        Assert.Equal(Now.AddMinutes(expectedMinutes), NextRun.Of(Every(30), Now.AddMinutes(-minutesAgo), Now));

    [Fact]
    public void A_cron_expression_is_in_the_time_zone_of_the_source()
    {
        var source = Source(new Schedule("0 0 6 * * ?", null)) with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh") };
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 3, 0, 0, TimeSpan.Zero), NextRun.Of(source, Now, Now)!.Value.ToUniversalTime());
    }

    private static Source Every(int minutes) => Source(new Schedule(null, TimeSpan.FromMinutes(minutes)));

    private static Source Source(Schedule schedule) => new() { Key = "a", Name = "a", Kind = SourceKind.Feed, Locations = ["https://a.example/feed"], Schedule = schedule };
}
