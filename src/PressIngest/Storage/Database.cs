using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>The file: opened, checked and brought to this program's schema. Readers open it as often as they like; there is one writer.</summary>
public sealed class Database
{
    /// <summary>How long a lock of another program is waited for.</summary>
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Pages that the writer keeps in memory.</summary>
    private const int CacheKilobytes = 32_768;

    /// <summary>Pages of the write-ahead log, about: 16 MB.</summary>
    private const int PagesInLog = 4000;

    public Database(string path)
    {
        NativeSqlite.Initialize();
        Path = System.IO.Path.GetFullPath(path);
    }

    public string Path { get; }

    /// <summary>Bytes of the file and its write-ahead log; 0 where there is none yet.</summary>
    public long Size => new[] { Path, Path + "-wal" }.Select(x => new FileInfo(x)).Sum(x => x.Exists ? x.Length : 0);

    /// <summary>What opening the file for writing did to it, where it had an older schema.</summary>
    public Upgrade? Upgraded { get; private set; }

    /// <summary>The engine in use, for people.</summary>
    public static string Engine => NativeSqlite.Description;

    /// <summary>Opens for reading and writing, creating and migrating the file as needed.</summary>
    /// <exception cref="StorageException">The file cannot be used; the message says why and what to do.</exception>
    public SqliteConnection OpenForWriting() => OpenForWriting(isChecked: false);

    /// <summary>Creates or migrates the file, and finds out that it is whole and can be written. A damaged file is left as it is.</summary>
    /// <exception cref="StorageException">The file cannot be used; the message says why and what to do.</exception>
    public void Prepare() => OpenForWriting(isChecked: true).Dispose();

    private SqliteConnection OpenForWriting(bool isChecked) => Guard(() =>
    {
        Location.RefuseNetwork(Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        return Open(Path, SqliteOpenMode.ReadWriteCreate, connection =>
        {
            Migrations.RefuseForeign(connection, Path);
            if (isChecked) Soundness.Require(connection, Path);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            // An article changes some sixty pages all over the file. They are not read anew for
            // each, however large the file is, and not written into it for each.
            connection.Execute($"PRAGMA cache_size = -{CacheKilobytes}; PRAGMA wal_autocheckpoint = {PagesInLog}");
            Upgraded = Migrations.Apply(connection, Path) ?? Upgraded;
            DataDictionary.Write(connection);
            Folding.Write(connection);
        });
    });

    /// <summary>Opens for reading. The file must exist and be of a schema that this program knows; it may lie where nothing can be written.</summary>
    /// <exception cref="StorageException">The file cannot be used; the message says why and what to do.</exception>
    public SqliteConnection OpenForReading() => Guard(() =>
    {
        if (!File.Exists(Path)) throw new StorageException($"there is no database at {Path}: run 'once' or 'run' first, or name another with --db");
        try
        {
            return Open(Path, SqliteOpenMode.ReadWrite, RequireReadable);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && !File.Exists(Path + "-wal"))
        {
            // A reader of a write-ahead log writes beside the file. Where that is forbidden and no log is there, nobody else writes either.
            return Open($"file:{Uri.EscapeDataString(Path)}?immutable=1", SqliteOpenMode.ReadOnly, RequireReadable);
        }
    });

    private void RequireReadable(SqliteConnection connection)
    {
        connection.Execute("PRAGMA query_only = 1");
        Migrations.RefuseForeign(connection, Path);
        Migrations.RequireCurrent(connection, Path);
    }

    /// <summary>Turns SQLite's codes and the system's refusals into words that say what and where, and what to do.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new StorageException(Explain(e), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(Explain(e), e);
        }
    }

    private string Explain(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => $"{Path} is locked by another program: end what writes to it (another 'run' or 'once', an open transaction in a client) and try again",
        8 => ReadOnly,
        // SQLite tells only ENOSPC as a full disk: what a quota or a limit on files forbids comes as a write that failed.
        10 when e.SqliteExtendedErrorCode is 778 =>
            $"writing to {Path} failed: is the disk, or this user's share of it, full? It is as it was before; make room and run again",
        10 => $"reading or writing {Path} failed on the disk: {e.Message}",
        11 => $"{Path} is damaged ({e.Message}): restore the last backup or snapshot in its place, or move it away to begin anew",
        13 => Full,
        14 => $"cannot open {Path}: does its folder exist, and may this user write there?",
        26 => $"{Path} is not a SQLite database: name another file with --db",
        _ => $"{Path}: {e.Message}",
    };

    private string Explain(Exception e) => e switch
    {
        // EROFS, ENOSPC, EDQUOT.
        UnauthorizedAccessException or { HResult: 30 } => $"{ReadOnly} ({e.Message})",
        { HResult: 28 or 122 } => Full,
        _ => $"cannot use {Path}: {e.Message}",
    };

    private string ReadOnly => $"{Path} is read-only: give the user that runs this program the right to write the file and its folder";

    private string Full => $"the disk is full: {Path} is as it was before; make room and run again";

    private static SqliteConnection Open(string dataSource, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = dataSource, Mode = mode, Pooling = false, ForeignKeys = true }.ToString())
        {
            DefaultTimeout = (int)BusyTimeout.TotalSeconds,
        };
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusyTimeout.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)}");
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}

/// <summary>The database cannot be used. The message is for the person who runs the program.</summary>
public sealed class StorageException : Exception
{
    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
