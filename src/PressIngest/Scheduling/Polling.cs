using PressIngest.Discovery;
using PressIngest.Storage;
using Quartz;

namespace PressIngest.Scheduling;

/// <summary>When a source is looked at next. Pure.</summary>
internal static class Polling
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Where nothing is known yet of how often there is news.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromMinutes(30);

    /// <summary>The next time after a look at <paramref name="now"/>; no sooner than a site asked for.</summary>
    public static DateTimeOffset Next(Source source, SourceState state, DateTimeOffset now, TimeSpan? retryAfter)
    {
        var next = source.Schedule.Cron is { } cron
            ? new CronExpression(cron, source.TimeZone).GetNextValidTimeAfter(now) ?? now + Longest
            : now + Slowed(Interval(source, state), state.Slowdown);
        var asked = now + retryAfter ?? now;
        return asked > next ? asked : next;
    }

    /// <summary>
    /// The time of the next look as things stand: at once where there was none yet; else when the last look said, or earlier where the configuration
    /// asks for that by now. A time that has passed is overdue.
    /// </summary>
    public static DateTimeOffset Due(Source source, SourceState? state, DateTimeOffset now)
    {
        // A look that lies ahead was had by a clock that was wrong: what it said of the next is wrong too.
        if (state is not { LastRunAt: { } last, NextRunAt: { } said } || last > now) return now;
        var fresh = Next(source, state, last, null);
        return fresh < said && state.Slowdown == 0 ? fresh : said;
    }

    /// <summary>
    /// The time of the next look at a source whose record was edited: at once where it is new or looks elsewhere now, else as its new schedule says;
    /// null where the time that is set stands.
    /// </summary>
    public static DateTimeOffset? Changed(Source? before, Source after, SourceState? state, DateTimeOffset now)
    {
        if (before is not { Enabled: true }) return Due(after, state, now);
        if (before.Kind != after.Kind || !before.Locations.SequenceEqual(after.Locations, StringComparer.Ordinal)) return now;
        return before.Schedule == after.Schedule && before.TimeZone.Id == after.TimeZone.Id ? null : Due(after, state, now);
    }

    /// <summary>What the configuration says; else half the usual time between two new articles, but no sooner than the source asks for.</summary>
    private static TimeSpan Interval(Source source, SourceState state)
    {
        if (source.Schedule.Every is { } every) return every;
        var interval = state.UsualGap / 2 ?? AtFirst;
        var least = state.FreshFor > Shortest ? state.FreshFor.Value : Shortest;
        if (interval < least) interval = least;
        return interval < Longest ? interval : Longest;
    }

    /// <summary>Doubled with each failure in a row, a day at the most, but never shorter than it is.</summary>
    private static TimeSpan Slowed(TimeSpan interval, int slowdown)
    {
        var slowed = interval * Math.Pow(2, Math.Min(slowdown, 20));
        return interval >= Longest ? interval : slowed < Longest ? slowed : Longest;
    }
}
