using Microsoft.Extensions.DependencyInjection;
using PressIngest.Configuration;
using PressIngest.Storage;
using Quartz;

namespace PressIngest.Scheduling;

internal static class SchedulingExtensions
{
    private const int MostAtOnce = 16;

    /// <summary>A job a source. Each fires once at its time, and each run sets the next;
    /// what is overdue, or was never looked at, runs at once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The sources.</param>
    /// <param name="known">What the last runs left of each source, by key.</param>
    /// <param name="now">The time that "overdue" is judged by.</param>
    public static IServiceCollection AddScheduling(this IServiceCollection services, Settings settings,
        IReadOnlyDictionary<string, SourceStatus> known, DateTimeOffset now)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(maxConcurrency: MostAtOnce);
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            foreach (var source in settings.Sources.Where(x => x.Enabled))
            {
                var due = Polling.Due(source, known.GetValueOrDefault(source.Key)?.State, now);
                quartz.AddJob<IngestJob>(job => job.WithIdentity(source.Key).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(source.Key).WithIdentity(source.Key).StartAt(due > now ? due : now));
            }
        });
        // Stop: running jobs are told to stop first, then waited for, inside the host's time limit.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<Heartbeat>();
        services.AddHostedService<Backups>();
        services.AddHostedService<CopySearch>();
        services.AddSingleton<SourceSchedule>();
        services.AddHostedService<ConfigWatch>();
        services.AddHostedService<ClockWatch>();
        return services;
    }
}
