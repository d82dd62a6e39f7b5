using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>
/// Numbered and embedded. All that a file lacks run in one transaction together with the
/// record of it (<c>PRAGMA user_version</c>), after a copy of the
/// file has been made: it is as it was, or of this program's schema, and nothing between.
/// </summary>
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

    /// <summary>Brings the file to the latest schema; gives what was done to a file that had an older one.</summary>
    /// <exception cref="StorageException">It could not be done, and the file is as it was.</exception>
    public static Upgrade? Apply(SqliteConnection connection, string path)
    {
        if (Version(connection) >= Latest) return null;
        // Of two programs that start together, the second waits here and then finds nothing to do.
        return Immediate.Run(connection, transaction => Version(connection) switch
        {
            0 => Begin(connection, transaction),
            var version when version < Latest => Raise(connection, transaction, path, version),
            _ => null,
        });
    }

    private static Upgrade? Begin(SqliteConnection connection, SqliteTransaction transaction)
    {
        Run(connection, transaction, 0);
        return null;
    }

    private static Upgrade Raise(SqliteConnection connection, SqliteTransaction transaction, string path, int version)
    {
        // Nobody else writes by now, and what is under way here the copy does not see.
        var copy = Step(() =>
            UpgradeCopy.Make(path, version),
            $"{path} has schema {version}, this program writes {Latest}. No copy of it could be made, so it was left as it is",
            "make room for a second file of its size beside it, and start again");
        Step(
            () =>
            {
                Run(connection, transaction, version);
                if (connection.Query("PRAGMA foreign_key_check", transaction: transaction).Any()) throw new StorageException("rows would refer to others that are not there");
                transaction.Commit();
                return true;
            },
            $"{path} could not be brought from schema {version} to {Latest}. It is as it was",
            $"go on with the PressIngest that wrote it, and report this; a copy from before is at {copy}");
        return new Upgrade(version, Latest, copy);
    }

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, int version)
    {
        foreach (var (number, name) in All.Where(x => x.Number > version))
        {
            connection.Execute(Text(name), transaction: transaction);
            connection.Execute($"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}", transaction: transaction);
        }
    }

    private static T Step<T>(Func<T> step, string failed, string remedy)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or StorageException)
        {
            throw new StorageException($"{failed}: {e.Message}. What to do: {remedy}", e);
        }
    }

    public static void RequireCurrent(SqliteConnection connection, string path)
    {
        if (Version(connection) == 0) throw new StorageException($"{path} is empty: run 'once' or 'run' first, or name another file with --db");
        if (Version(connection) < Latest) throw new StorageException($"{path} has an older schema: run 'once' or 'run' first, which brings it up to date, after a copy");
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
