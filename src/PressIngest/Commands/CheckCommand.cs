using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Scheduling;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary><c>check</c>: validates all configuration, prints every problem with its place, and says what the schedules mean.</summary>
internal static class CheckCommand
{
    private const int TimesShown = 3;
    private const int SourcesAtOnce = 16;
    private const int WidthWhenRedirected = 180;

    public static Command Create(GlobalOptions options)
    {
        var online = new Option<bool>("--online") { Description = "Fetches each enabled source once, and its first article, and shows what it would take; stores nothing" };
        var command = new Command("check", "Validates all configuration and prints every problem as file:line:column: message") { online };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, parsed.GetValue(online), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string config, string db, bool online, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        var folder = new ConfigFolder(config);
        var settings = Settings.Parse(folder.Read(), problems);
        problems.AddRange(ServiceSettings.Problems(folder.SettingsPath));
        foreach (var problem in problems) Console.Out.WriteLine(problem);
        if (settings is null || !problems.TrueForAll(x => x.IsNote)) return 1;
        WriteSchedules(settings, TimeProvider.System.GetUtcNow());
        Console.Out.WriteLine($"{config} is right: {Words.Count(settings.Sources.Count, "source")}, {settings.Sources.Count(x => x.Enabled)} enabled; rules and vocabulary {settings.Lexicon.Version}");
        return online ? await LookAsync(settings, config, db, cancellationToken) : 0;
    }

    private static void WriteSchedules(Settings settings, DateTimeOffset now)
    {
        foreach (var source in settings.Sources.Where(x => x.Schedule.Cron is not null))
        {
            var next = CronSchedules.Next(source, now,
                TimesShown).Select(x => x.ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).ToList();
            Console.Out.WriteLine($"{source.Key}: '{source.Schedule.Cron}' is {CronWords.Of(source.Schedule.Cron!)} ({source.TimeZone.Id}); next: {(next.Count > 0 ? string.Join(", ", next) : "never again")}");
        }
    }

    private static async Task<int> LookAsync(Settings settings, string config, string db, CancellationToken cancellationToken)
    {
        using var host = Composition.CreateBuilder(settings, config, db, LogLevel.Error).Build();
        using var scope = host.Services.CreateScope();
        var looker = scope.ServiceProvider.GetRequiredService<SourcePreviews>();
        var sources = settings.Sources.Where(x => x.Enabled).ToList();
        var previews = new SourcePreview[sources.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, sources.Count),
            new ParallelOptions { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = cancellationToken },
            async (i, token) =>
            {
                previews[i] = await looker.LookAsync(sources[i], token);
                await Console.Error.WriteLineAsync($"{sources[i].Key}: looked at");
            });
        Write(previews);
        return previews.All(x => x.Problem is null && x.Refusal is null) ? 0 : 1;
    }

    private static void Write(IReadOnlyList<SourcePreview> previews)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWhenRedirected;
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["source", "links", "newest", "first article", "characters", "facts", "what is wrong"]) table.AddColumn(column);
        foreach (var x in previews)
        {
            table.AddRow(
                new Text(x.Source.Key), Number(x.Links.Count),
                new Text(x.Links.Max(y => y.PublishedAt)?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? ""),
                new Text(x.First?.Title ?? (x.Links.Count > 0 ? x.Links[0].Title : null) ?? ""), Number(x.First?.Characters), Number(x.First?.Facts),
                new Text(x.Problem ?? x.Refusal ?? (x.Links.Count == 0 ? "it lists no article now" : "")));
        }

        console.Write(table);
        foreach (var (key, note) in previews.SelectMany(x => x.Notes.Select(y => (x.Source.Key, y)))) Console.Error.WriteLine($"{key}: {note}");
    }

    private static Text Number(int? value) => new Text(value?.ToString(CultureInfo.InvariantCulture) ?? "").RightJustified();
}
