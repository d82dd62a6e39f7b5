using PressIngest.Discovery;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>Cron expressions for the loader of sources, which knows no scheduler.</summary>
internal static class CronSchedules
{
    public static bool IsValid(string expression) => CronExpression.TryParse(expression, out _);

    /// <summary>The next times of a source that has a schedule, in its own zone.</summary>
    public static IEnumerable<DateTimeOffset> Next(Source source, DateTimeOffset now, int count)
    {
        if (source.Schedule.Cron is not { } text) yield break;
        var cron = new CronExpression(text, source.TimeZone);
        DateTimeOffset? at = now;
        for (var i = 0; i < count; i++)
        {
            at = cron.GetNextValidTimeAfter(at.Value);
            if (at is null) yield break;
            yield return TimeZoneInfo.ConvertTime(at.Value, source.TimeZone);
        }
    }
}
