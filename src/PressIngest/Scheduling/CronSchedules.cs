using Quartz;

namespace PressIngest.Scheduling;

/// <summary>Cron expressions for the loader of sources, which knows no scheduler.</summary>
internal static class CronSchedules
{
    public static bool IsValid(string expression) => CronExpression.TryParse(expression, out _);
}
