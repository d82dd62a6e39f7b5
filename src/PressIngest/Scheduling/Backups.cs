using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Scheduling;

/// <summary>Makes the day's copy of the database, checks it, and then lets go of those that
/// are no longer needed. A failed one costs no earlier one.</summary>
internal sealed class Backups(Database database, IOptionsMonitor<BackupOptions> options, TimeProvider time,
    ILogger<Backups> logger) : BackgroundService
{
    /// <summary>How often it is looked whether one is due; the clock may be set, and the settings changed, in between.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested) await Task.Delay(LookAfter() ? Interval : AfterFailure, time, stoppingToken);
    }

    /// <summary>True but after a failure.</summary>
    private bool LookAfter()
    {
        if (options.CurrentValue is not { Folder: { } folder } plan) return true;
        var day = BackupPlan.LastDue(time.GetLocalNow().DateTime, plan.At);
        try
        {
            var days = Directory.Exists(folder) ? DaysIn(folder) : [];
            if (days.Exists(x => x >= day)) return true;
            var path = Path.Combine(folder, BackupPlan.NameOf(database.Path, day));
            Snapshot.Write(database, path);
            var superseded = BackupPlan.Superseded([.. days, day], plan.Daily, plan.Weekly);
            foreach (var old in superseded) File.Delete(Path.Combine(folder, BackupPlan.NameOf(database.Path, old)));
            logger.LogInformation(Events.BackupMade, "Backup {Path}: {Bytes} bytes, checked; {Superseded} older ones removed", path,
                new FileInfo(path).Length, superseded.Count);
            return true;
        }
        catch (Exception e) when (e is StorageException or IOException or UnauthorizedAccessException)
        {
            logger.LogError(Events.BackupFailed, "There is no backup of {Day:yyyy-MM-dd}: {Message}; tried again in an hour", day, e.Message);
            return false;
        }
    }

    private List<DateOnly> DaysIn(string folder) =>
        [.. Directory.EnumerateFiles(folder).Select(x => BackupPlan.DayOf(database.Path, x)).OfType<DateOnly>()];
}
