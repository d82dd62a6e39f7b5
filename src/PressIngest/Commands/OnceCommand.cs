using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>once</c>: looks at the sources now, shows progress, prints what was new, and ends.</summary>
internal static class OnceCommand
{
    private const int SourcesAtOnce = 16;

    public static Command Create(GlobalOptions options)
    {
        var keys = new Option<string[]>("--source") { Description = "Only this source (repeatable); all enabled ones without it", HelpName = "KEY" };
        var command = new Command("once", "Fetches all enabled sources now, shows progress, prints what was new, and ends") { keys };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, parsed.GetValue(keys) ?? [], isAlone: true, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string config, string db, string[] keys, bool isAlone, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(config);
        using var host = Composition.CreateBuilder(settings, config, db, LogLevel.Error).Build();
        foreach (var note in settings.Notes) Console.Error.WriteLine(note);
        var all = settings.Sources;
        if (keys.FirstOrDefault(x => all.All(s => s.Key != x)) is { } unknown)
        {
            var nearest = Spelling.Nearest(unknown, [.. all.Select(x => x.Key)]);
            Console.Error.WriteLine($"there is no source '{unknown}'{(nearest is null ? "" : $"; did you mean '{nearest}'?")} There are: {string.Join(", ", all.Select(x => x.Key))}");
            return 2;
        }

        var sources = all.Where(x => keys.Length > 0 ? keys.Contains(x.Key) : x.Enabled).ToList();
        if (sources.Count == 0)
        {
            Console.Error.WriteLine($"no source is enabled in {Path.Combine(config, "sources.yaml")}: nothing to do");
            return 0;
        }

        var database = host.Services.GetRequiredService<Database>();
        // A single source may be tried beside the service.
        using var claim = isAlone ? Claim.Take(database, TimeProvider.System) : null;
        database.Prepare();
        if (database.Upgraded is { } upgrade) Console.Error.WriteLine(upgrade);
        host.Services.GetRequiredService<CopyCatchUp>().Run(
            (done, of) =>
            {
                if (done % CopyCatchUp.ProgressEvery == 0 || done == of) Console.Error.WriteLine($"looking for copies among the stored articles: {done} of {of}");
            },
            cancellationToken);
        using var run = host.Services.CreateScope();
        var reports = await IngestAsync(run.ServiceProvider.GetRequiredService<Ingestor>(), sources, cancellationToken);
        OnceTables.Write(Console.Out, reports, Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(db)));
        foreach (var report in reports.Where(x => x.Error is not null)) Console.Error.WriteLine($"{report.Source.Key}: {report.Error}");
        foreach (var (url, reason) in reports.SelectMany(x => x.Failures)) Console.Error.WriteLine($"{url}: {reason}");
        foreach (var (key, note) in reports.SelectMany(x => x.Notes.Select(n => (x.Source.Key, n)))) Console.Error.WriteLine($"{key}: {note}");
        return reports.Any(x => x.Error is not null || x.Failures.Count > 0) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<RunReport>> IngestAsync(Ingestor ingestor, List<Source> sources, CancellationToken cancellationToken)
    {
        var reports = new RunReport[sources.Count];
        await OnceProgress.ShowAsync(sources, async progress => await Parallel.ForEachAsync(
            Enumerable.Range(0, sources.Count),
            new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                reports[i] = await ingestor.IngestAsync(sources[i], progress, token);
                progress.Finished(reports[i]);
            }));
        return reports;
    }
}
