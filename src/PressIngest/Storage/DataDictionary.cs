using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>The table <c>dictionary</c>: the schema explains itself to whoever opens the
/// file. Written anew where the program's text changed.</summary>
internal static class DataDictionary
{
    private static readonly string[] FactViews = ["hashtags", "handles", "campaigns", "quotes", "figures", "dates"];

    public static IReadOnlyList<DictionaryEntry> Entries { get; } = Read();

    public static void Write(SqliteConnection connection)
    {
        var stored = connection.Query<DictionaryEntry>("SELECT object, column, meaning, unit, example FROM dictionary").ToHashSet();
        if (stored.SetEquals(Entries)) return;
        Immediate.Run(connection, transaction =>
        {
            connection.Execute("DELETE FROM dictionary", transaction: transaction);
            return connection.Execute(
                "INSERT INTO dictionary (object, column, meaning, unit, example) VALUES (@Object, @Column, @Meaning, @Unit, @Example)", Entries, transaction);
        });
    }

    private static IReadOnlyList<DictionaryEntry> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("PressIngest.Storage.dictionary.txt")!);
        var lines = reader.ReadToEnd().Split('\n').Where(x => x.Length > 0
            && x[0] != '#').Select(x => x.Split('|').Select(f => f.Trim()).ToArray()).ToList();
        return [.. lines.SelectMany(x => x[0] == "*" ? FactViews.Select(view => Entry(view, x)) : [Entry(x[0], x)])];
    }

    private static DictionaryEntry Entry(string view, string[] fields) =>
        new(view, fields[1], fields[2], fields[3].Length > 0 ? fields[3] : null, fields.Length > 4 && fields[4].Length > 0 ? fields[4] : null);
}

internal sealed record DictionaryEntry(string Object, string Column, string Meaning, string? Unit, string? Example);
