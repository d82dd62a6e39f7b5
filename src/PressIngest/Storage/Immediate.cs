using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PressIngest.Storage;

/// <summary>An immediate transaction: whoever writes waits at its begin, not in its middle.</summary>
internal static class Immediate
{
    /// <summary>Runs the work and commits it, unless the work has rolled back itself. Where it fails
    /// nothing was changed, and the connection is as good as before.</summary>
    public static T Run<T>(SqliteConnection connection, Func<SqliteTransaction, T> work)
    {
        var transaction = connection.BeginTransaction(deferred: false);
        try
        {
            var result = work(transaction);
            if (transaction.Connection is not null) transaction.Commit();
            return result;
        }
        finally
        {
            // After some errors (a full disk, a failed write) SQLite has rolled back by itself. The library does not know, and would fail to do it
            // again, now and with every later transaction: it is given something to roll back.
            if (transaction.Connection is not null && raw.sqlite3_get_autocommit(connection.Handle) != 0) connection.Execute("BEGIN DEFERRED");
            transaction.Dispose();
        }
    }
}
