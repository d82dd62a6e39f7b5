using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>A consistent copy of the database while others write to it, checked before it gets its name.</summary>
public static class Snapshot
{
    /// <exception cref="StorageException">No copy was made; the message says why.</exception>
    public static void Write(Database database, string path)
    {
        var target = Path.GetFullPath(path);
        if (File.Exists(target)) throw new StorageException($"{target} exists already: name a new file");
        var unfinished = target + ".unfinished";
        database.Guard(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Delete(unfinished);
            using (var connection = database.OpenForReading())
            using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
            {
                // A copy of a damaged file would push a sound one out.
                Soundness.Require(connection, database.Path);
                copy.Open();
                connection.BackupDatabase(copy);
                // One file that can be copied about: no write-ahead log beside it.
                copy.Execute("PRAGMA journal_mode = DELETE");
                Soundness.RequireWhole(copy, unfinished);
            }

            File.Move(unfinished, target);
            return true;
        });
    }
}
