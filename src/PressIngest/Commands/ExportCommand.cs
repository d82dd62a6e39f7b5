using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>export</c>: a view or a query as CSV that a spreadsheet shows right, or as JSON Lines.</summary>
internal static class ExportCommand
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(GlobalOptions options)
    {
        var format = new Option<string>("--format") { Description = "csv or jsonl", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var table = new Option<string?>("--table") { Description = $"A view: {string.Join(", ", RowReader.Views)}", HelpName = "NAME" };
        table.AcceptOnlyFromAmong([.. RowReader.Views]);
        var sql = new Option<string?>("--sql") { Description = "A query, instead of a view", HelpName = "QUERY" };
        var all = new Option<bool>("--all") { Description = "Every view, all of one moment, instead of one; needs --out" };
        var folder = new Option<string?>("--out")
        {
            Description = "The folder to write NAME.csv or query.csv into, and manifest.json with the exact number of rows; standard output without it", HelpName = "DIR",
        };
        var command = new Command("export",
            "Writes views or a query as CSV (with a byte order mark, so that Excel shows Arabic) or JSON Lines") { format, table, sql, all, folder };
        command.Validators.Add(result =>
        {
            var given = (result.GetValue(table) is null ? 0 : 1) + (result.GetValue(sql) is null ? 0 : 1) + (result.GetValue(all) ? 1 : 0);
            if (given != 1) result.AddError("export needs one of --table NAME, --sql QUERY and --all");
            else if (result.GetValue(all) && result.GetValue(folder) is null) result.AddError("export --all needs --out DIR");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var queries = parsed.GetValue(all) ? RowReader.Views.Select(x => (x, Query(x))).ToList()
                : parsed.GetValue(table) is { } name ? [(name, Query(name))] : [("query", parsed.GetValue(sql)!)];
            return Task.FromResult(Run(parsed.GetValue(options.Db)!, parsed.GetValue(format)!, queries, parsed.GetValue(folder), cancellationToken));
        });
        return command;
    }

    private static string Query(string view) => $"SELECT * FROM {view}";

    private static int Run(string db, string format, List<(string Name, string Sql)> queries, string? folder, CancellationToken cancellationToken)
    {
        using var rows = new RowReader(new Database(db));
        if (folder is null)
        {
            using var output = Console.OpenStandardOutput();
            Write(rows, queries[0].Sql, format, output, cancellationToken);
            return 0;
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, query) in queries)
        {
            var path = Path.Combine(folder, $"{name}.{format}");
            var written = Replace(path, file => Write(rows, query, format, file, cancellationToken));
            ExportManifest.Add(path, query, written.Columns, written.Rows);
            Console.Out.WriteLine($"{path}: {Words.Count(written.Rows, "row")}");
        }

        return 0;
    }

    // Half an export looks like a whole one: it takes the name when it is whole, and what was there before stays until then.
    private static Written Replace(string path, Func<Stream, Written> write)
    {
        var part = path + ".part";
        try
        {
            Written written;
            using (var file = File.Create(part)) written = write(file);
            File.Move(part, path, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Written Write(RowReader rows, string query, string format, Stream output, CancellationToken cancellationToken) =>
        format == "csv" ? WriteCsv(rows, query, output, cancellationToken) : WriteJson(rows, query, output, cancellationToken);

    private static Written WriteCsv(RowReader rows, string query, Stream output, CancellationToken cancellationToken)
    {
        // A text that begins with = + - @ would be run as a formula by a spreadsheet: it is written with an apostrophe before it.
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape, NewLine = "\r\n" }, leaveOpen: true);
        IReadOnlyList<string> columns = [];
        var count = 0;
        rows.Read(query, names => Line(columns = names), values =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            Line(values);
            count++;
        });
        return new Written(columns, count);

        void Line(IEnumerable<object?> values)
        {
            foreach (var value in values) csv.WriteField(value);
            csv.EndRecord();
        }
    }

    private static Written WriteJson(RowReader rows, string query, Stream output, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> columns = [];
        var count = 0;
        rows.Read(query, names => columns = names, values =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (var json = new Utf8JsonWriter(output, Unescaped))
            {
                json.WriteStartObject();
                for (var i = 0; i < columns.Count; i++)
                {
                    json.WritePropertyName(columns[i]);
                    JsonSerializer.Serialize(json, values[i]);
                }

                json.WriteEndObject();
            }

            output.Write("\n"u8);
            count++;
        });
        return new Written(columns, count);
    }

    private sealed record Written(IReadOnlyList<string> Columns, int Rows);
}
