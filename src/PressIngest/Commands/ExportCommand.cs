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
        var folder = new Option<string?>("--out") { Description = "The folder to write NAME.csv or query.csv into; standard output without it", HelpName = "DIR" };
        var command = new Command("export", "Writes a view or a query as CSV (with a byte order mark, so that Excel shows Arabic) or JSON Lines") { format, table, sql, folder };
        command.Validators.Add(result =>
        {
            if (result.GetValue(table) is null == result.GetValue(sql) is null) result.AddError("export needs one of --table NAME and --sql QUERY");
        });
        command.SetAction(parsed => Run(
            parsed.GetValue(options.Db)!, parsed.GetValue(format)!, parsed.GetValue(table), parsed.GetValue(sql), parsed.GetValue(folder)));
        return command;
    }

    private static int Run(string db, string format, string? table, string? sql, string? folder)
    {
        var rows = new RowReader(new Database(db));
        var query = sql ?? $"SELECT * FROM {table}";
        if (folder is null)
        {
            using var output = Console.OpenStandardOutput();
            Write(rows, query, format, output);
            return 0;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{table ?? "query"}.{format}");
        int count;
        using (var file = File.Create(path)) count = Write(rows, query, format, file);
        Console.Out.WriteLine($"{path}: {Words.Count(count, "row")}");
        return 0;
    }

    private static int Write(RowReader rows, string query, string format, Stream output) => format == "csv" ? WriteCsv(rows, query, output) : WriteJson(rows, query, output);

    private static int WriteCsv(RowReader rows, string query, Stream output)
    {
        // A text that begins with = + - @ would be run as a formula by a spreadsheet: it is written with an apostrophe before it.
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape, NewLine = "\r\n" }, leaveOpen: true);
        var count = 0;
        rows.Read(query, names => Line(names), values =>
        {
            Line(values);
            count++;
        });
        return count;

        void Line(IEnumerable<object?> values)
        {
            foreach (var value in values) csv.WriteField(value);
            csv.EndRecord();
        }
    }

    private static int WriteJson(RowReader rows, string query, Stream output)
    {
        IReadOnlyList<string> columns = [];
        var count = 0;
        rows.Read(query, names => columns = names, values =>
        {
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
        return count;
    }
}
