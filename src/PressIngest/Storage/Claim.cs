using System.Globalization;

namespace PressIngest.Storage;

/// <summary>
/// The right to look at sources and store what comes, which one program at a time has on a file: two would ask every site twice. It is a lock of the
/// operating system on a file beside the database: whoever dies, however, has let go of it. Reading needs no right.
/// </summary>
public sealed class Claim : IDisposable
{
    /// <summary>What the system says where another has the lock: EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.</summary>
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;
    private readonly string _holder;

    private Claim(FileStream @lock, string holder) => (_lock, _holder) = (@lock, holder);

    /// <exception cref="StorageException">Another program has it, or the place cannot be written; the message says which.</exception>
    public static Claim Take(Database database, TimeProvider time) => database.Guard(() =>
    {
        // What is locked cannot be read: who has it stands in a file of its own.
        var (path, holder) = (database.Path + ".lock", database.Path + ".holder");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Taken.Contains(e.HResult))
        {
            throw new StorageException($"{database.Path} is in use: {Holder(holder)}. End that one first, or name another file with --db; 'sources --retry KEY' looks at one source beside it", e);
        }

        try
        {
            File.WriteAllText(holder,
                string.Create(CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on {Environment.MachineName} has worked on it since {time.GetUtcNow():u}\n"));
            return new Claim(file, holder);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    });

    // The locked file stays: were it deleted, somebody could hold a lock on a file that nobody else sees.
    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one writes it anew.
        }

        _lock.Dispose();
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } words ? words : "another PressIngest works on it";
        }
        catch (IOException)
        {
            return "another PressIngest works on it";
        }
    }
}
