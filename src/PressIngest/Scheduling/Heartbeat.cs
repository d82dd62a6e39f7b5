using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>Says in the database, twice a minute, that the service lives, which <c>health</c> reads from another process; and keeps the diary short.</summary>
internal sealed class Heartbeat(RunStore runs, Pulse pulse, TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PruneEvery = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var startedAt = time.GetUtcNow();
        var prunedAt = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                Beat(startedAt, null);
                if (time.GetUtcNow() - prunedAt > PruneEvery) prunedAt = Prune();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            pulse.Stop();
            Beat(startedAt, time.GetUtcNow());
        }
    }

    private DateTimeOffset Prune()
    {
        var now = time.GetUtcNow();
        try
        {
            runs.Prune(now);
        }
        catch (StorageException e)
        {
            logger.LogError("The diary could not be pruned: {Message}", e.Message);
        }

        return now;
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
            logger.LogError("The heartbeat could not be written: {Message}", e.Message);
        }
    }
}
