using PressIngest.Configuration;

namespace PressIngest.Discovery;

/// <summary>When and how fast a source is asked.</summary>
internal static class SourceTiming
{
    private const string CronShape = "six fields (second minute hour day month weekday), one of day and weekday '?', as in '0 0/30 6-22 * * ?'";

    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeastEveryAtHome = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostEvery = TimeSpan.FromDays(31);
    private static readonly TimeSpan MostDelay = TimeSpan.FromMinutes(10);

    public static Schedule Schedule(ConfigNode node, Func<string, bool> isCron, bool isRemote)
    {
        var cron = node.Text("schedule");
        var every = Span(node, "every");
        if (cron is not null && node.Get("every") is { } both) both.Report("give 'schedule' or 'every', not both");
        if (cron is not null && !isCron(cron)) node.Get("schedule")!.Report($"'{cron}' is no Quartz cron expression: {CronShape}");
        var least = isRemote ? LeastEvery : LeastEveryAtHome;
        if (every < least || every > MostEvery) node.Get("every")!.Report($"'every' must be between {(isRemote ? "1m" : "1s")} and 31d");
        return cron is not null ? new Schedule(cron, null) : new Schedule(null, every);
    }

    public static TimeSpan Delay(ConfigNode node, bool allowPrivate)
    {
        if (Span(node, "delay") is not { } delay) return DefaultDelay;
        if (delay > MostDelay) node.Get("delay")!.Report("'delay' must be at most 10m");
        if (delay == TimeSpan.Zero && !allowPrivate) node.Get("delay")!.Report("'delay: 0' hammers a site; it is for sources of your own with 'allow_private: true'");
        return delay;
    }

    private static TimeSpan? Span(ConfigNode node, string key)
    {
        if (node.Text(key) is not { } text) return null;
        if (Interval.Parse(text) is { } span) return span;
        node.Get(key)!.Report($"'{key}' must be a time such as 90s, 30m, 6h or 1d, not '{text}'");
        return null;
    }
}
