using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Writes the file anew: without the holes that deleted rows left, and its index merged.</summary>
public static class Compaction
{
    /// <returns>The size of the file before and after, in bytes.</returns>
    /// <exception cref="StorageException">It could not be done; the file is as it was.</exception>
    public static (long Before, long After) Run(Database database)
    {
        if (!File.Exists(database.Path)) throw new StorageException($"there is no database at {database.Path}: run 'once' or 'run' first, or name another with --db");
        var before = database.Size;
        using (var connection = database.OpenForWriting())
        {
            database.Guard(() =>
            {
                Soundness.Require(connection, database.Path);
                return connection.Execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')");
            });
            Rewrite(database, connection);
        }

        return (before, database.Size);
    }

    /// <summary>Nothing that was deleted is left in the file or its log after this.</summary>
    internal static void Rewrite(Database database, SqliteConnection connection) => database.Guard(() =>
    {
        connection.Execute("VACUUM", commandTimeout: 0);
        if (connection.QuerySingle<(long Busy, long Log, long Done)>("PRAGMA wal_checkpoint(TRUNCATE)").Busy != 0)
            throw new StorageException($"the rest of what was deleted is still in {database.Path}-wal, because another program is reading: run 'vacuum' when it has ended");
        return true;
    });
}
