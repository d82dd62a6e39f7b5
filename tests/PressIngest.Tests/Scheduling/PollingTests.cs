using PressIngest.Discovery;
using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Tests.Scheduling;

public class PollingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private static readonly Source Feed = new() { Key = "a", Name = "a", Kind = SourceKind.Feed, Locations = ["https://a.example/feed"], Schedule = new Schedule(null, TimeSpan.FromHours(6)) };

    private static readonly SourceState Looked = new() { Kind = SourceStateKind.Ok, LastRunAt = Now.AddHours(-1), NextRunAt = Now.AddHours(5) };

    [Fact]
    public void What_does_not_touch_the_schedule_leaves_the_time_that_is_set() =>
        Assert.Null(Polling.Changed(Feed, Feed with { Name = "b", Keep = ["حملة"], Locations = ["https://a.example/feed"] }, Looked, Now));

    [Fact]
    public void A_new_source_is_looked_at_at_once() => Assert.Equal(Now, Polling.Changed(null, Feed, null, Now));

    [Fact]
    public void One_that_is_switched_on_again_goes_on_as_it_was() => Assert.Equal(Now.AddHours(5), Polling.Changed(Feed with { Enabled = false }, Feed, Looked, Now));

    [Fact]
    public void Another_address_is_looked_at_at_once() => Assert.Equal(Now, Polling.Changed(Feed, Feed with { Locations = ["https://a.example/rss"] }, Looked, Now));

    [Fact]
    public void A_shorter_interval_counts_from_the_last_look() =>
        Assert.Equal(Now.AddHours(1), Polling.Changed(Feed, Feed with { Schedule = new Schedule(null, TimeSpan.FromHours(2)) }, Looked, Now));

    [Fact]
    public void A_longer_interval_waits_for_the_look_that_is_set() =>
        Assert.Equal(Now.AddHours(5), Polling.Changed(Feed, Feed with { Schedule = new Schedule(null, TimeSpan.FromDays(1)) }, Looked, Now));

    [Fact]
    public void A_schedule_follows_its_zone()
    {
        var morning = Feed with { Schedule = new Schedule("0 0 14 * * ?", null) };
        var cairo = morning with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo") };
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero), Polling.Changed(morning, cairo, Looked, Now));
    }
}
