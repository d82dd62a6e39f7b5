using Microsoft.Extensions.Logging;

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
            "{Source}: {Links} links, {Added} new, {Updated} updated, {Unchanged} unchanged, {Skipped} left out, {Failed} failed, next at {Next:u}{Error}",
            report.Source.Key, counts.Links, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Failed, after.NextRunAt, report.Error is null ? "" : ": " + report.Error);
        foreach (var note in report.Notes) logger.LogWarning("{Source}: {Note}", report.Source.Key, note);
        if (report.HasNewState) logger.LogWarning("{Source} is {State} now, was {Before} since {Since:u}", report.Source.Key, after.Kind, report.Before.Kind, report.Before.Since);
    }
}
