using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>After an update of the program: copies are looked for among the articles that
/// are stored already, while the sources are fetched as ever.</summary>
internal sealed class CopySearch(CopyCatchUp catchUp, ILogger<CopySearch> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Search(stoppingToken), stoppingToken);

    private void Search(CancellationToken stoppingToken)
    {
        try
        {
            catchUp.Run(
                (done, of) =>
                {
                    if (done % CopyCatchUp.ProgressEvery == 0 || done == of)
                        logger.LogInformation(Events.CopySearchProgressed, "Looking for copies among the stored articles: {Done} of {Of}", done, of);
                },
                stoppingToken);
        }
        catch (StorageException e)
        {
            // The next start goes on with it; whatever is wrong with the file stops what matters more by itself.
            logger.LogError(Events.CopySearchFailed, "Copies could not be looked for: {Message}", e.Message);
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation(Events.CopySearchInterrupted, "The next start goes on looking for copies");
        }
    }
}
