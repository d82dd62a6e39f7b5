using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PressIngest.Storage;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary><c>stats</c>: how much is stored, of each kind, by source, and what came on the last days.</summary>
internal static class StatsCommand
{
    private static readonly JsonSerializerOptions Readable =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(GlobalOptions options)
    {
        var days = new Option<int>("--days") { Description = "How many days to show, today included", HelpName = "N", DefaultValueFactory = _ => 7 };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0
                && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 90))
                result.AddError("--days must be between 1 and 90: so long the diary is kept");
        });
        var format = new Option<string>("--format") { Description = "table or json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("stats", "How much is stored: articles, facts by kind, by source and day, and the size of the database") { days, format };
        command.SetAction(parsed => Run(parsed.GetValue(options.Db)!, parsed.GetValue(days), parsed.GetValue(format)!));
        return command;
    }

    private static int Run(string db, int days, string format)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var stats = new StatsQueries(new Database(db)).Read(today.AddDays(1 - days));
        if (format == "json") Console.Out.WriteLine(JsonSerializer.Serialize(stats, Readable));
        else Write(stats);
        return 0;
    }

    private static void Write(StoreStats stats)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = 180;
        console.WriteLine($"{Number(stats.Articles)} articles with {Number(stats.Facts.Values.Sum())} facts; the database has {Megabytes(stats.DatabaseBytes)}");
        string[] kinds = [.. stats.Facts.Keys];
        var sources = Table(["source", "articles", .. kinds, "first fetched", "last fetched"]);
        foreach (var x in stats.Sources)
            sources.AddRow([new Text(x.Source), Right(x.Articles), .. kinds.Select(k => Right(x.Facts.GetValueOrDefault(k))), new Text(x.FirstFetchedAt ?? ""), new Text(x.LastFetchedAt ?? "")]);
        sources.AddRow([new Text("all"), Right(stats.Articles), .. kinds.Select(k => Right(stats.Facts[k]))]);
        console.Write(sources);
        var days = Table(["day", "source", "looks", "failed looks", "new", "updated", "failed"]);
        foreach (var x in stats.Days)
            days.AddRow(new Text(x.Day), new Text(x.Source), Right(x.Looks), Right(x.LooksFailed), Right(x.Added), Right(x.Updated), Right(x.Failed));
        if (stats.Days.Count > 0) console.Write(days);
    }

    internal static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static Table Table(string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns) table.AddColumn(column);
        return table;
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static Text Right(long value) => new Text(Number(value)).RightJustified();
}
