using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Commands;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Scheduling;
using PressIngest.Storage;
using PressIngest.Tests.Extraction;
using Quartz;

namespace PressIngest.Tests.Faults;

/// <summary>A clock that was wrong and is put right costs neither news nor politeness.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Years = TimeSpan.FromDays(1500);
    private static readonly Source Hourly = new() { Key = "harbour", Name = "الميناء", Kind = SourceKind.Feed, Locations = ["https://harbour.example/feed"], Schedule = new Schedule(null, TimeSpan.FromHours(1)) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_source_that_was_looked_at_in_the_future_is_looked_at_now()
    {
        var state = new SourceState { LastRunAt = Now + Years, NextRunAt = Now + Years + TimeSpan.FromHours(1) };
        Assert.Equal(Now, Polling.Due(Hourly, state, Now));
        Assert.Equal(Now + TimeSpan.FromMinutes(10), Polling.Due(Hourly, new SourceState { LastRunAt = Now - TimeSpan.FromMinutes(50), NextRunAt = Now + TimeSpan.FromMinutes(10) }, Now));
    }

    [Fact]
    public void A_link_that_failed_in_the_future_is_tried_now_and_one_that_was_stored_then_is_left_in_peace()
    {
        var failed = new LinkRecord { Url = "https://harbour.example/1", SourceId = 1, Outcome = LinkOutcomes.Failed, FirstSeenAt = Now + Years, CheckedAt = Now + Years, NextTryAt = Now + Years, Hint = "h" };
        Assert.True(LinkPolicy.IsDue(failed, "h", Now));
        Assert.False(LinkPolicy.IsDue(failed with { CheckedAt = Now, NextTryAt = Now + TimeSpan.FromHours(1) }, "h", Now));
        Assert.Null(LinkPolicy.NextLook(Now + Years, Now, isFile: false));
        // A clock is corrected by seconds all the time.
        Assert.Equal(Now, LinkPolicy.NextLook(Now + TimeSpan.FromSeconds(5), Now, isFile: false));
    }

    [Fact]
    public void What_is_usual_for_a_source_is_not_learnt_from_a_clock_that_was_set_back()
    {
        var before = new SourceState { Kind = SourceStateKind.Ok, LastNewAt = Now + Years, UsualGap = TimeSpan.FromHours(3) };
        Assert.Equal(TimeSpan.FromHours(3), SourceHealth.After(before, new RunVerdict(Added: 2), Hourly, Now).UsualGap);
    }

    [Fact]
    public void A_source_that_was_asked_in_full_in_the_future_is_asked_in_full_now()
    {
        using var writer = new WriterConnection(new Database(_folder.File("press.db")));
        var runs = new RunStore(writer);
        var run = runs.Start("harbour", "الميناء", null, Now + Years);
        runs.Finish(run, new RunCounts(), new RunEnd("done", null, run.Before, "\"tag\"", null), Now + Years);
        Assert.Null(runs.Start("harbour", "الميناء", null, Now).ETag);
        Assert.Equal("\"tag\"", runs.Start("harbour", "الميناء", null, Now + TimeSpan.FromHours(1)).ETag);
    }

    [Fact]
    public void A_heartbeat_that_lies_ahead_is_no_sign_of_life()
    {
        var (healthy, words) = HealthCommand.Judge(new HeartbeatStatus(1, "press", Now, Now + Years, null), Now);
        Assert.False(healthy);
        Assert.Contains("was the clock set back?", words, StringComparison.Ordinal);
        Assert.True(HealthCommand.Judge(new HeartbeatStatus(1, "press", Now, Now + TimeSpan.FromSeconds(20), null), Now).Healthy);
    }

    [Fact]
    public async Task A_rest_between_two_requests_is_as_long_as_ever()
    {
        var time = new FakeTime(Now);
        var gate = new HostGate(new SteadyTime(time), () => 0);
        (await gate.EnterAsync("harbour.example", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken))!.Dispose();
        time.Set(-Years);
        var second = gate.EnterAsync("harbour.example", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(2), await time.UntilWaitingAsync(TimeSpan.FromMinutes(1)));
        time.Advance(TimeSpan.FromSeconds(2));
        (await second)!.Dispose();
        time.Set(Years * 2);
        var third = gate.EnterAsync("harbour.example", TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(2), await time.UntilWaitingAsync(TimeSpan.FromMinutes(1)));
        time.Advance(TimeSpan.FromSeconds(2));
        (await third)!.Dispose();
    }

    [Fact]
    public async Task When_the_clock_is_set_back_what_was_to_run_far_ahead_runs_now()
    {
        var time = new FakeTime(Now + Years);
        var settings = new Settings([Hourly], TestLexicon.Shipped);
        var database = new Database(_folder.File("press.db"));
        using var writer = new WriterConnection(database);
        var runs = new RunStore(writer);
        var run = runs.Start("harbour", "الميناء", null, time.GetUtcNow());
        runs.Finish(run, new RunCounts(), new RunEnd("done", null, SourceHealth.After(run.Before, new RunVerdict(), Hourly, time.GetUtcNow()), null, null), time.GetUtcNow());

        var services = new ServiceCollection().AddLogging(x => x.ClearProviders()).AddSingleton<TimeProvider>(time).AddSingleton(new LiveSettings(settings)).AddQuartz().AddSingleton<SourceSchedule>();
        await using var provider = services.BuildServiceProvider();
        var schedule = provider.GetRequiredService<SourceSchedule>();
        var queries = new StatusQueries(database);
        await schedule.RenewAsync(queries.States().ToDictionary(x => x.Key, x => x.State), TestContext.Current.CancellationToken);
        var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        Assert.Equal(Now + Years + TimeSpan.FromHours(1), await PendingAsync());

        using var watch = new ClockWatch(schedule, queries, time, provider.GetRequiredService<ILogger<ClockWatch>>());
        await ((IHostedService)watch).StartAsync(TestContext.Current.CancellationToken);
        await time.UntilWaitingAsync(ClockWatch.Interval);
        time.Set(-Years);
        time.Advance(ClockWatch.Interval);
        while (await PendingAsync() > Now + Years) await Task.Yield();
        Assert.Equal(Now + ClockWatch.Interval, await PendingAsync());
        await ((IHostedService)watch).StopAsync(TestContext.Current.CancellationToken);

        async Task<DateTimeOffset?> PendingAsync() => (await scheduler.GetTrigger(new TriggerKey("harbour"), TestContext.Current.CancellationToken))?.NextFireTimeUtc;
    }
}
