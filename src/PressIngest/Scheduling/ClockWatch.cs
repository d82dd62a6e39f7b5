using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>
/// Notices that the clock was set. Set forward, what has become due runs; set back, what
/// was to run at a time that is now far away would wait for it: it
/// is scheduled anew.
/// </summary>
internal sealed class ClockWatch(SourceSchedule schedule, StatusQueries queries, TimeProvider time, ILogger<ClockWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Clocks that are kept right are off by less.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The clock first: whoever sees the timer set may move it at once.
        var (before, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var leap = time.GetUtcNow() - before - time.GetElapsedTime(stamp);
            (before, stamp) = (time.GetUtcNow(), time.GetTimestamp());
            if (leap.Duration() < Tolerance) continue;
            logger.LogWarning(Events.ClockSet, "The clock was set {Direction} by {Leap}", leap < TimeSpan.Zero ? "back" : "forward", leap.Duration());
            if (leap < TimeSpan.Zero) await RescheduleAsync(stoppingToken);
        }
    }

    private async Task RescheduleAsync(CancellationToken cancellationToken)
    {
        try
        {
            await schedule.RenewAsync(queries.States().ToDictionary(x => x.Key, x => x.State), cancellationToken);
        }
        catch (StorageException e)
        {
            logger.LogError(Events.DatabaseFailed, "{Message}", e.Message);
        }
    }
}
