using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;

namespace PressIngest.Watching;

/// <summary>Says after midnight (UTC), in one line of the log, what the day came to.</summary>
internal sealed class DailySummary(StatsQueries stats, StatusQueries status, Database database, TimeProvider time,
    ILogger<DailySummary> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The day first: whoever sees the timer set may move the clock at once.
        var day = Today;
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // A clock that is set back begins no new day.
            if (Today > day) Tell(day);
            day = Today;
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private void Tell(DateOnly day)
    {
        try
        {
            var rows = stats.Day(day);
            var states = status.States().GroupBy(x => SourceStates.Name(x.State.Kind)).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Count()} {x.Key}");
            logger.LogInformation(
                Events.DayEnded,
                "{Day}: {Looks} looks, {LooksFailed} of them failed; {Added} articles new, {Updated} updated, {Failed} links failed; sources: {States}; the database has {Megabytes} MB",
                FactRow.SqlDate(day), rows.Sum(x => x.Looks), rows.Sum(x => x.LooksFailed), rows.Sum(x => x.Added),
                rows.Sum(x => x.Updated), rows.Sum(x => x.Failed),
                string.Join(", ", states), (database.Size / 1e6).ToString("0.0", CultureInfo.InvariantCulture));
        }
        catch (StorageException e)
        {
            logger.LogError(Events.DatabaseFailed, "{Message}", e.Message);
        }
    }
}
