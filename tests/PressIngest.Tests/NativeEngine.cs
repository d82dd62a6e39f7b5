using System.Runtime.CompilerServices;
using PressIngest.Storage;

namespace PressIngest.Tests;

/// <summary>One SQLite engine a process: chosen before a test opens a connection of its own, or two would be mixed.</summary>
internal static class NativeEngine
{
    [ModuleInitializer]
    internal static void Choose() => NativeSqlite.Initialize();
}
