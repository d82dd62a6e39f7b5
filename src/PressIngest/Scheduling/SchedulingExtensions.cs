using Microsoft.Extensions.DependencyInjection;
using PressIngest.Configuration;
using PressIngest.Discovery;
using Quartz;

namespace PressIngest.Scheduling;

internal static class SchedulingExtensions
{
    private const int MostAtOnce = 16;

    /// <summary>A job a source, on its own schedule; what is overdue, or was never looked at, runs at once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The sources.</param>
    /// <param name="lastSuccess">When each source was last looked at with success, by key.</param>
    /// <param name="now">The time that "overdue" is judged by.</param>
    public static IServiceCollection AddScheduling(
        this IServiceCollection services, Settings settings, IReadOnlyDictionary<string, DateTimeOffset> lastSuccess, DateTimeOffset now)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(maxConcurrency: MostAtOnce);
            quartz.ConfigureScheduler(options => options.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            foreach (var source in settings.Sources.Where(x => x.Enabled))
            {
                var key = new JobKey(source.Key);
                quartz.AddJob<IngestJob>(job => job.WithIdentity(key));
                quartz.AddTrigger(trigger => Scheduled(trigger.ForJob(key).WithIdentity(source.Key), source, Last(source), now));
                if (source.Schedule.Cron is not null && NextRun.Of(source, Last(source), now) <= now)
                    quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity($"{source.Key} (overdue)").StartAt(now));
            }
        });
        // Stop: running jobs are told to stop first, then waited for, inside the host's time limit.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;

        DateTimeOffset? Last(Source source) => lastSuccess.TryGetValue(source.Key, out var last) ? last : null;
    }

    private static void Scheduled<TJob>(ITriggerConfigurator<TJob> trigger, Source source, DateTimeOffset? last, DateTimeOffset now)
        where TJob : IJob
    {
        if (source.Schedule.Every is { } every)
        {
            var next = NextRun.Of(source, last, now) ?? now;
            trigger.StartAt(next > now ? next : now).WithSimpleSchedule(x => x.WithInterval(every).RepeatForever());
            return;
        }

        trigger.WithCronSchedule(source.Schedule.Cron!, x => x.InTimeZone(source.TimeZone));
    }
}
