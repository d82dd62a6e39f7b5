using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>The one connection that writes. Whoever writes waits for whoever is writing; a transaction is whole or was never there.</summary>
public sealed class WriterConnection(Database database) : IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    public Database Database { get; } = database;

    /// <summary>Runs the work in an immediate transaction and commits it.</summary>
    /// <exception cref="StorageException">The database refused; nothing was changed.</exception>
    public T InTransaction<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        lock (_gate)
        {
            _connection ??= Database.OpenForWriting();
            return Database.Guard(() => Immediate.Run(_connection, transaction => work(_connection, transaction)));
        }
    }

    public void InTransaction(Action<SqliteConnection, SqliteTransaction> work) => InTransaction((connection, transaction) =>
    {
        work(connection, transaction);
        return true;
    });

    public void Dispose()
    {
        lock (_gate)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }
}
