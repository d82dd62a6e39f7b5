using System.CommandLine;
using System.Globalization;
using PressIngest.Configuration;
using PressIngest.Scheduling;
using PressIngest.Storage;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary><c>sources</c>: each source with its state, last success, next run, last error and counts.</summary>
internal static class SourcesCommand
{
    public static Command Create(GlobalOptions options)
    {
        var command = new Command("sources", "Each source: state, last success, next run, last error, counts");
        command.SetAction(parsed => Run(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!));
        return command;
    }

    private static int Run(string config, string db)
    {
        var settings = Settings.Load(config);
        var database = new Database(db);
        var known = File.Exists(database.Path) ? new StatusQueries(database).Sources().ToDictionary(x => x.Key) : [];
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = 160;
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["source", "state", "last success", "next run", "articles", "quotes", "figures", "campaigns", "last error"]) table.AddColumn(column);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var source in settings.Sources)
        {
            var status = known.GetValueOrDefault(source.Key);
            var next = source.Enabled ? NextRun.Of(source, status?.LastSuccessAt, now) : null;
            table.AddRow(
                new Text(source.Key), new Text(State(source.Enabled, status)), new Text(Time(status?.LastSuccessAt)), new Text(next <= now ? "at once" : Time(next)),
                Number(status?.Articles), Number(status?.Quotes), Number(status?.Figures), Number(status?.Campaigns), new Text(status?.LastError ?? ""));
        }

        console.Write(table);
        foreach (var (key, _) in known.Where(x => settings.Sources.All(s => s.Key != x.Key))) console.WriteLine($"{key} is in the database and no longer in sources.yaml");
        return 0;
    }

    private static string State(bool enabled, SourceStatus? status) => (enabled, status) switch
    {
        (false, _) => "off",
        (_, null or { LastRunAt: null }) => "new",
        (_, { LastError: not null }) => $"failing ({status.Failures})",
        _ => "ok",
    };

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    private static Text Number(long? value) => new Text((value ?? 0).ToString(CultureInfo.InvariantCulture)).RightJustified();
}
