using Microsoft.Extensions.Logging;
using PressIngest.Watching;

namespace PressIngest;

/// <summary>What a run has to say, in words.</summary>
internal static class RunNotes
{
    public static IEnumerable<string> Of(RunReport report) => report.Counts.Drifted == 0
        ? []
        : [$"the site rules matched nothing on {report.Counts.Drifted} pages, which were read without them: try 'extract --explain' on one and mend the rules"];

    public static void Log(ILogger logger, RunReport report)
    {
        var (counts, after) = (report.Counts, report.After);
        logger.Log(
            report.Error is null ? LogLevel.Information : LogLevel.Warning,
            Events.RunEnded,
            "{Source}: {Links} links, {Added} new, {Updated} updated, {Unchanged} unchanged, {Skipped} left out, {Failed} failed, {Waiting} waiting, "
                + "{Facts} facts, next at {Next:u}{Error}",
            report.Source.Key, counts.Links, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Failed,
            counts.Waiting, report.Facts,
                after.NextRunAt, report.Error is null ? "" : ": " + report.Error);
        foreach (var note in report.Notes) logger.LogWarning(Events.RunNoted, "{Source}: {Note}", report.Source.Key, note);
        if (report.HasNewState)
            logger.LogWarning(Events.SourceStateChanged, "{Source} is {State} now, was {Before} since {Since:u}", report.Source.Key, after.Kind,
                report.Before.Kind, report.Before.Since);
    }
}
