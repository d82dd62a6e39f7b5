using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>metadata</c>: what Datasette shows beside the rows: titles, descriptions and
/// units of every view, and the ten queries ready to run.</summary>
internal static class MetadataCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(GlobalOptions options)
    {
        var command = new Command("metadata", "Prints metadata.json for Datasette: every view and column explained, and the queries of the README ready to run");
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Of(Path.GetFileNameWithoutExtension(parsed.GetValue(options.Db)!)).ToJsonString(Readable));
            return 0;
        });
        return command;
    }

    /// <summary>The metadata of a database of that name; what the dictionary says of it, in Datasette's form.</summary>
    internal static JsonObject Of(string database) => new()
    {
        ["title"] = "Arabic press articles",
        ["description"] = "Campaigns, hashtags, quotations and figures of Arabic press articles, each with its place in the text and the rule that found it.",
        ["databases"] = new JsonObject
        {
            [database] = new JsonObject
            {
                ["tables"] = new JsonObject(DataDictionary.Entries.GroupBy(x => x.Object).Select(x => KeyValuePair.Create(x.Key, (JsonNode?)Table([.. x])))),
                ["queries"] = new JsonObject(ResearchQueries.All.Select(x => KeyValuePair.Create(x.Name, (JsonNode?)new JsonObject { ["title"] = x.Title, ["sql"] = x.ParametrisedSql }))),
            },
        },
    };

    private static JsonObject Table(IReadOnlyList<DictionaryEntry> entries)
    {
        var columns = entries.Where(x => x.Column.Length > 0).Select(x => KeyValuePair.Create(x.Column, (JsonNode?)Description(x)));
        return new JsonObject { ["description"] = entries.First(x => x.Column.Length == 0).Meaning, ["columns"] = new JsonObject(columns) };
    }

    // Units stand in words: Datasette's own units are those of physics, and it refuses to start with others.
    private static string Description(DictionaryEntry entry) => $"{entry.Meaning}{(entry.Unit is null ? "" : $" ({entry.Unit})")}";
}
