using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Storage;
using PressIngest.Watching;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>One look at one source, which sets the time of the next. Two of the same source never overlap.</summary>
[DisallowConcurrentExecution]
internal sealed class IngestJob(Ingestor ingestor, Settings settings, SourceSchedule schedule, TimeProvider time, ILogger<IngestJob> logger) : IJob
{
    /// <summary>After a fault of our own, or one of the database.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // It may have been switched off between the firing and now.
        if (settings.Find(context.JobDetail.Key.Name) is not { Enabled: true } source) return;
        SourceState? state = null;
        var next = time.GetUtcNow() + AfterFault;
        try
        {
            var report = await ingestor.IngestAsync(source, cancellationToken: cancellationToken);
            (state, next) = (report.After, report.NextRunAt);
        }
        catch (StorageException e)
        {
            logger.LogError(Events.DatabaseFailed, "{Source}: {Message}; tried again at {Next:u}", source.Key, e.Message, next);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(Events.RunFaulted, e, "{Source}: the run ended with a fault; tried again at {Next:u}", source.Key, next);
        }

        await schedule.AfterRunAsync(source, state, next, cancellationToken);
    }
}
