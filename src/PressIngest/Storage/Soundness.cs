using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Whether a file is as SQLite wrote it. Disks, full memory and other programs' writes
/// break files; the sooner it is known, the more can be saved.</summary>
internal static class Soundness
{
    /// <summary>Reads every page of the file and checks its structure; indexes are not compared with their tables.</summary>
    /// <exception cref="StorageException">It is damaged.</exception>
    public static void Require(SqliteConnection connection, string path)
    {
        if (connection.Query<string>("PRAGMA quick_check(1)", commandTimeout: 0).ToList() is ["ok"]) return;
        // What it finds is looked at closely: SQLite 3.40 takes columns of sound files for NULL.
        var faults = connection.Query<string>("PRAGMA integrity_check(3)", commandTimeout: 0).ToList();
        if (faults is not ["ok"]) throw Damaged(path, faults);
    }

    /// <summary>Everything that can be checked, references between tables included.</summary>
    /// <exception cref="StorageException">It is damaged.</exception>
    public static void RequireWhole(SqliteConnection connection, string path)
    {
        var faults = connection.Query<string>("PRAGMA integrity_check(3)", commandTimeout: 0).ToList();
        if (faults is not ["ok"]) throw Damaged(path, faults);
        if (connection.Query<string>("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").FirstOrDefault() is { } table)
            throw Damaged(path, [$"rows of {table} refer to rows that are not there"]);
    }

    private static StorageException Damaged(string path, IReadOnlyList<string> faults) => new(
        $"{path} is damaged ({string.Join("; ", faults)}): it is left as it is. Restore the last backup or snapshot in its place, or save what can be read with: sqlite3 {path} .recover");
}
