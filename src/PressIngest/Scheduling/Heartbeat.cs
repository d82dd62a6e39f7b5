using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>Says in the database, twice a minute, that the service lives, which
/// <c>health</c> reads from another process; and keeps the diary short.</summary>
internal sealed class Heartbeat(RunStore runs, Pulse pulse, TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(6);

    private static readonly TimeSpan FirstPrune = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var startedAt = time.GetUtcNow();
        // Not at once: where the clock is wrong at the start, it is mostly put right within minutes, and until then everything looks old.
        var (stamp, pause) = (time.GetTimestamp(), FirstPrune);
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                Beat(startedAt, null);
                if (time.GetElapsedTime(stamp) < pause) continue;
                Prune();
                (stamp, pause) = (time.GetTimestamp(), PruneEvery);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            pulse.Stop();
            Beat(startedAt, time.GetUtcNow());
        }
    }

    private void Prune()
    {
        try
        {
            runs.Prune(time.GetUtcNow());
        }
        catch (StorageException e)
        {
            logger.LogError(Events.DiaryFailed, "The diary could not be pruned: {Message}", e.Message);
        }
    }

    /// <summary>A beat that cannot be written is told and tried again at the next: the service itself goes on.</summary>
    private void Beat(DateTimeOffset startedAt, DateTimeOffset? stoppedAt)
    {
        try
        {
            runs.Beat(startedAt, time.GetUtcNow(), stoppedAt);
            if (stoppedAt is null) pulse.Beat(null);
        }
        catch (StorageException e)
        {
            pulse.Beat(e.Message);
            logger.LogError(Events.HeartbeatFailed, "The heartbeat could not be written: {Message}", e.Message);
        }
    }
}
