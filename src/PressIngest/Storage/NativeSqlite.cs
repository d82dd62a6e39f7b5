using System.Runtime.InteropServices;
using SQLitePCL;

namespace PressIngest.Storage;

/// <summary>
/// Which SQLite engine runs. The one that comes with the package is old; where the system has a newer one with full-text search, that
/// is taken, so that security fixes arrive with the distribution.
/// </summary>
internal static unsafe class NativeSqlite
{
    private static readonly Lock Gate = new();
    private static bool _ready;

    /// <summary>The engine's version and where it comes from, for logs and <c>health</c>.</summary>
    public static string Description { get; private set; } = "";

    public static void Initialize()
    {
        lock (Gate)
        {
            if (_ready) return;
            var system = NewerSystemLibrary();
            if (system != 0)
            {
                NativeLibrary.SetDllImportResolver(
                    typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == "e_sqlite3" ? system : 0);
            }

            Batteries_V2.Init();
            Description = $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(system != 0 ? "of the system" : "bundled")})";
            _ready = true;
        }
    }

    private static nint NewerSystemLibrary()
    {
        const int bundled = 3_035_005;
        foreach (var name in (ReadOnlySpan<string>)["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"])
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
                && NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var option)
                && ((delegate* unmanaged[Cdecl]<int>)version)() > bundled
                && HasFullTextSearch((delegate* unmanaged[Cdecl]<byte*, int>)option))
            {
                return library;
            }

            NativeLibrary.Free(library);
        }

        return 0;
    }

    private static bool HasFullTextSearch(delegate* unmanaged[Cdecl]<byte*, int> optionUsed)
    {
        fixed (byte* option = "ENABLE_FTS5\0"u8) return optionUsed(option) != 0;
    }
}
