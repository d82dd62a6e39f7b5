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
        var retry = new Option<string?>("--retry") { Description = "Tries this source and its failed links now, as if they had not failed", HelpName = "KEY" };
        var command = new Command("sources", "Each source: state, last success, next run, last error, counts") { retry };
        command.SetAction((parsed, cancellationToken) =>
        {
            var (config, db) = (parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!);
            return parsed.GetValue(retry) is { } key ? RetryAsync(config, db, key, cancellationToken) : Task.FromResult(Run(config, db));
        });
        return command;
    }

    private static Task<int> RetryAsync(string config, string db, string key, CancellationToken cancellationToken)
    {
        using (var writer = new WriterConnection(new Database(db))) new RunStore(writer).Retry(key, TimeProvider.System.GetUtcNow());
        return OnceCommand.RunAsync(config, db, [key], isAlone: false, cancellationToken);
    }

    private static int Run(string config, string db)
    {
        var settings = Settings.Load(config);
        var known = new StatusQueries(new Database(db)).Sources();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = 180;
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["source", "state", "since", "last success", "next run", "articles", "quotes", "figures", "campaigns",
            "last error"])
            table.AddColumn(column);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var source in settings.Sources)
        {
            var status = known.GetValueOrDefault(source.Key);
            var (state, next) = (status?.State, Polling.Due(source, status?.State, now));
            table.AddRow(
                new Text(source.Key), new Text(source.Enabled ? SourceStates.Name(state?.Kind ?? SourceStateKind.New) : "off"),
                    new Text(Time(state?.Since)), new Text(Time(state?.LastSuccessAt)),
                new Text(!source.Enabled ? "" : next <= now ? "at once" : Time(next)),
                Number(status?.Articles), Number(status?.Quotes), Number(status?.Figures), Number(status?.Campaigns),
                new Text(state?.LastError ?? ""));
        }

        console.Write(table);
        foreach (var key in known.Keys.Where(x => settings.Sources.All(s => s.Key != x))) console.WriteLine($"{key} is in the database and no longer in sources.yaml");
        return 0;
    }

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";

    private static Text Number(long? value) => new Text((value ?? 0).ToString(CultureInfo.InvariantCulture)).RightJustified();
}
