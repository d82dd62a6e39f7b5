using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>The database brought from an older schema to this program's, and the copy that was made before.</summary>
public sealed record Upgrade(int From, int To, string Copy)
{
    public override string ToString() => $"The database was brought from schema {From} to {To}; a copy from before is at {Copy}, and may be deleted when all is well";
}

/// <summary>A copy of the whole file as it was before an upgrade, beside it and named after its schema: <c>press.schema-2.db</c>.</summary>
internal static class UpgradeCopy
{
    public static string PathOf(string database, int version) =>
        Path.Combine(Path.GetDirectoryName(database)!,
            string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(database)}.schema-{version}{Path.GetExtension(database)}"));

    /// <summary>Makes the copy and checks it. One of an upgrade that did not succeed is replaced: the file may have been written since.</summary>
    public static string Make(string database, int version)
    {
        var target = PathOf(database, version);
        var unfinished = target + ".unfinished";
        File.Delete(unfinished);
        try
        {
            using (var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()))
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
            {
                from.Open();
                copy.Open();
                from.BackupDatabase(copy);
                // One file that can be copied about: no write-ahead log beside it.
                copy.Execute("PRAGMA journal_mode = DELETE");
                if (copy.ExecuteScalar<string>("PRAGMA integrity_check(1)") is not "ok" and var fault) throw new StorageException($"the copy is not sound: {fault}");
                if (copy.ExecuteScalar<int>("PRAGMA user_version") != version) throw new StorageException("the copy is of another schema");
            }

            File.Move(unfinished, target, overwrite: true);
            return target;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
