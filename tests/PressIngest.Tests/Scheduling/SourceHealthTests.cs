using PressIngest.Discovery;
using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Tests.Scheduling;

public class SourceHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private static readonly Source Feed = new() { Key = "a", Name = "a", Kind = SourceKind.Feed, Locations = ["https://a.example/feed"], Schedule = new Schedule(null, TimeSpan.FromMinutes(30)) };

    private static readonly RunVerdict Down = new(DiscoveryFailure.Unreachable, "a.example answered 503");

    [Fact]
    public void A_source_is_failing_after_its_third_failure_and_ok_after_one_success()
    {
        var state = After(new SourceState(), new RunVerdict(Added: 3));
        Assert.Equal(SourceStateKind.Ok, state.Kind);
        state = After(After(state, Down), Down);
        Assert.Equal((SourceStateKind.Ok, 2, "a.example answered 503"), (state.Kind, state.Failures, state.LastError));
        state = After(state, Down);
        Assert.Equal((SourceStateKind.Failing, Now), (state.Kind, state.Since));
        state = After(state, new RunVerdict());
        Assert.Equal((SourceStateKind.Ok, 0, null), (state.Kind, state.Failures, state.LastError));
    }

    [Fact]
    public void Failures_make_the_interval_grow_to_a_day_and_each_success_brings_it_one_step_back()
    {
        var state = new SourceState();
        int[] minutes = [60, 120, 240, 480, 960, 1440, 1440];
        foreach (var expected in minutes)
        {
            state = After(state, Down);
            Assert.Equal(TimeSpan.FromMinutes(expected), state.NextRunAt - Now);
        }

        for (var i = 0; i < minutes.Length; i++) state = After(state, new RunVerdict());
        Assert.Equal(TimeSpan.FromMinutes(30), state.NextRunAt - Now);
    }

    [Fact]
    public void What_is_our_own_fault_counts_against_no_source()
    {
        var state = After(new SourceState { Kind = SourceStateKind.Ok, Failures = 2, Slowdown = 2 }, Down with { IsOwnFault = true });
        Assert.Equal((SourceStateKind.Ok, 2, 2, "a.example answered 503"), (state.Kind, state.Failures, state.Slowdown, state.LastError));
    }

    [Theory]
    [InlineData(DiscoveryFailure.Blocked, SourceStateKind.Blocked)]
    [InlineData(DiscoveryFailure.Drifted, SourceStateKind.Drifted)]
    public void Some_failures_are_states_at_once(DiscoveryFailure failure, SourceStateKind expected) =>
        Assert.Equal(expected, After(new SourceState { Kind = SourceStateKind.Ok }, new RunVerdict(failure, "x")).Kind);

    [Theory]
    [InlineData(10, 5, 0, SourceStateKind.Blocked)]
    [InlineData(10, 4, 0, SourceStateKind.Ok)]
    [InlineData(1, 1, 0, SourceStateKind.Ok)]
    [InlineData(10, 0, 6, SourceStateKind.Drifted)]
    public void Most_pages_blocked_or_read_without_their_rules_are_a_state(int pages, int blocked, int drifted, SourceStateKind expected) =>
        Assert.Equal(expected, After(new SourceState(), new RunVerdict(Pages: pages, BlockedPages: blocked, DriftedPages: drifted)).Kind);

    [Fact]
    public void A_feed_that_shows_nothing_known_any_more_has_a_gap() =>
        Assert.Equal(SourceStateKind.Gap, After(new SourceState { Kind = SourceStateKind.Ok }, new RunVerdict(Added: 20, LostItems: true)).Kind);

    [Theory]
    [InlineData(1, 5, SourceStateKind.Ok)]
    [InlineData(1, 7, SourceStateKind.Silent)]
    [InlineData(30, 100, SourceStateKind.Ok)]
    [InlineData(30, 200, SourceStateKind.Silent)]
    public void A_source_is_silent_when_it_has_nothing_new_for_far_longer_than_usual(int usualDays, int quietDays, SourceStateKind expected)
    {
        var before = new SourceState { Kind = SourceStateKind.Ok, UsualGap = TimeSpan.FromDays(usualDays), LastNewAt = Now.AddDays(-quietDays) };
        Assert.Equal(expected, After(before, new RunVerdict()).Kind);
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(4, 10)]
    [InlineData(60, 30)]
    [InlineData(600, 300)]
    [InlineData(60 * 24 * 30, 60 * 24)]
    public void Without_a_schedule_a_source_is_looked_at_as_often_as_it_has_news(int? usualMinutes, int expectedMinutes)
    {
        var source = Feed with { Schedule = new Schedule(null, null) };
        var before = new SourceState { LastNewAt = Now, UsualGap = usualMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null };
        Assert.Equal(TimeSpan.FromMinutes(expectedMinutes), SourceHealth.After(before, new RunVerdict(), source, Now).NextRunAt - Now);
    }

    [Theory]
    [InlineData(null, 45, 45)]
    [InlineData(240, 45, 120)]
    [InlineData(60, 5, 30)]
    [InlineData(60, 60 * 24 * 30, 60 * 24)]
    public void No_sooner_than_it_asks_for_and_once_a_day_whatever_it_says(int? usualMinutes, int freshMinutes, int expectedMinutes)
    {
        var source = Feed with { Schedule = new Schedule(null, null) };
        var before = new SourceState { LastNewAt = Now, UsualGap = usualMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null };
        var after = SourceHealth.After(before, new RunVerdict(FreshFor: TimeSpan.FromMinutes(freshMinutes)), source, Now);
        Assert.Equal(TimeSpan.FromMinutes(expectedMinutes), after.NextRunAt - Now);
        Assert.Equal(after.NextRunAt, Polling.Due(source, after, Now.AddMinutes(1)));
    }

    [Fact]
    public void What_the_configuration_says_goes_before_what_the_source_asks_for() =>
        Assert.Equal(TimeSpan.FromMinutes(30), After(new SourceState(), new RunVerdict(FreshFor: TimeSpan.FromHours(6))).NextRunAt - Now);

    [Fact]
    public void A_site_that_asks_for_a_pause_gets_it_up_to_a_day()
    {
        Assert.Equal(TimeSpan.FromHours(5), After(new SourceState(), Down with { RetryAfter = TimeSpan.FromHours(5) }).NextRunAt - Now);
        Assert.Equal(TimeSpan.FromHours(26), After(new SourceState(), Down with { RetryAfter = TimeSpan.FromHours(26) }).NextRunAt - Now);
    }

    [Fact]
    public void A_cron_expression_is_in_the_time_zone_of_the_source()
    {
        var source = Feed with { Schedule = new Schedule("0 0 6 * * ?", null), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh") };
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 3, 0, 0, TimeSpan.Zero), SourceHealth.After(new SourceState(), new RunVerdict(), source, Now).NextRunAt!.Value.ToUniversalTime());
    }

    [Fact]
    public void What_was_never_looked_at_or_is_overdue_is_due_at_once()
    {
        Assert.Equal(Now, Polling.Due(Feed, null, Now));
        Assert.True(Polling.Due(Feed, new SourceState { LastRunAt = Now.AddDays(-2), NextRunAt = Now.AddDays(-1) }, Now) <= Now);
    }

    [Fact]
    public void A_shorter_interval_in_the_configuration_counts_at_once()
    {
        var state = new SourceState { LastRunAt = Now, NextRunAt = Now.AddHours(12) };
        Assert.Equal(Now.AddMinutes(30), Polling.Due(Feed, state, Now));
        Assert.Equal(Now.AddHours(12), Polling.Due(Feed, state with { Slowdown = 3 }, Now));
    }

    private static SourceState After(SourceState before, RunVerdict run) => SourceHealth.After(before, run, Feed, Now);
}
