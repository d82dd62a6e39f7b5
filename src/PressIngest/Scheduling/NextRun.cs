using PressIngest.Discovery;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>When a source is looked at next.</summary>
internal static class NextRun
{
    /// <summary>The first time of the source's schedule after its last success; at once where it never had one. Null where the schedule has no further time.</summary>
    public static DateTimeOffset? Of(Source source, DateTimeOffset? lastSuccess, DateTimeOffset now)
    {
        if (lastSuccess is null) return now;
        if (source.Schedule.Every is { } every) return lastSuccess + every;
        var cron = new CronExpression(source.Schedule.Cron!, source.TimeZone);
        return cron.GetNextValidTimeAfter(lastSuccess.Value);
    }
}
