using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Tests.Watching;

public sealed class DailySummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_midnight_the_day_before_is_one_line()
    {
        var time = new FakeTime(new DateTimeOffset(2026, 6, 1, 23, 58, 30, TimeSpan.Zero));
        var database = new Database(_folder.File("press.db"));
        using var writer = new WriterConnection(database);
        var runs = new RunStore(writer);
        Look(new RunEnd("done", null, new SourceState { Kind = SourceStateKind.Ok }, null, null), new RunCounts { Added = 4, Updated = 1 }, time.GetUtcNow());
        Look(new RunEnd("failed", "no answer", new SourceState { Kind = SourceStateKind.Ok }, null, null), new RunCounts { Failed = 2 }, time.GetUtcNow());
        Look(new RunEnd("done", null, new SourceState { Kind = SourceStateKind.Ok }, null, null), new RunCounts { Added = 100 }, time.GetUtcNow().AddDays(-1));

        var log = new Lines();
        using var summary = new DailySummary(new StatsQueries(database), new StatusQueries(database), database, time, log);
        await ((IHostedService)summary).StartAsync(TestContext.Current.CancellationToken);
        await time.UntilWaitingAsync(DailySummary.Interval);
        time.Advance(DailySummary.Interval);
        await time.UntilWaitingAsync(DailySummary.Interval);
        time.Advance(DailySummary.Interval);
        var (name, line) = await log.FirstAsync();
        Assert.Equal("DayEnded", name);
        Assert.StartsWith("2026-06-01: 2 looks, 1 of them failed; 4 articles new, 1 updated, 2 links failed; sources: 1 ok; the database has 0.", line, StringComparison.Ordinal);
        await ((IHostedService)summary).StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, log.Count);

        void Look(RunEnd end, RunCounts counts, DateTimeOffset at) => runs.Finish(runs.Start("harbour", "الميناء", null, at), counts, end, at);
    }

    /// <summary>A log that is kept.</summary>
    private sealed class Lines : ILogger<DailySummary>
    {
        private readonly ConcurrentQueue<(string? Name, string Line)> _lines = new();
        private readonly TaskCompletionSource<(string?, string)> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Count => _lines.Count;

        public Task<(string? Name, string Line)> FirstAsync() => _first.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var entry = (eventId.Name, formatter(state, exception));
            _lines.Enqueue(entry);
            _first.TrySetResult(entry);
        }
    }
}
