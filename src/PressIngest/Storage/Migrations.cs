using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Numbered, embedded, each in one transaction together with the record of it (<c>PRAGMA user_version</c>).</summary>
internal static class Migrations
{
    private const string Prefix = "PressIngest.Storage.Migrations.";

    private static readonly (int Number, string Name)[] All =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(x => x.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(x => (int.Parse(x.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), x))
            .Order(),
    ];

    public static int Latest => All[^1].Number;

    public static void Apply(SqliteConnection connection)
    {
        foreach (var (number, name) in All.Where(x => x.Number > Version(connection)))
        {
            // Immediate: of two programs that start together, the second waits here and then finds nothing to do.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Version(connection) < number)
            {
                connection.Execute(Text(name), transaction: transaction);
                connection.Execute($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
            }

            transaction.Commit();
        }
    }

    public static void RequireCurrent(SqliteConnection connection, string path)
    {
        if (Version(connection) == 0) throw new StorageException($"{path} is empty: run 'once' or 'run' first, or name another file with --db");
        if (Version(connection) < Latest) throw new StorageException($"{path} has an older schema: run 'once' or 'run' first, which brings it up to date");
    }

    /// <summary>A file of a newer program, or of another one, is left alone.</summary>
    public static void RefuseForeign(SqliteConnection connection, string path)
    {
        // One statement, one moment: another program may be making its tables just now.
        var (version, tables) = connection.QuerySingle<(long, long)>("SELECT user_version, (SELECT COUNT(*) FROM sqlite_master) FROM pragma_user_version");
        if (version > Latest)
            throw new StorageException($"{path} has schema {version}, this program knows {Latest}: a newer PressIngest wrote it; use that one, or another file");
        if (version == 0 && tables > 0)
            throw new StorageException($"{path} holds another program's tables: name another file with --db");
    }

    private static int Version(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    private static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
