using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Storage;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>One look at one source. Two of the same source never overlap.</summary>
[DisallowConcurrentExecution]
internal sealed class IngestJob(Ingestor ingestor, Settings settings, ILogger<IngestJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var source = settings.Sources.First(x => x.Key == context.JobDetail.Key.Name);
        try
        {
            await ingestor.IngestAsync(source, cancellationToken: cancellationToken);
        }
        catch (StorageException e)
        {
            logger.LogError("{Source}: {Message}", source.Key, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "{Source}: the run ended with a fault; it is tried again at its next time", source.Key);
        }
    }
}
