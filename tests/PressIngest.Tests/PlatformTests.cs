using System.Buffers.Binary;
using System.Reflection.PortableExecutable;
using PressIngest.Tests.EndToEnd;

namespace PressIngest.Tests;

/// <summary>The built program is for no machine in particular, and brings its native library for both that containers run on.</summary>
public sealed class PlatformTests
{
    private const ushort X64 = 62;
    private const ushort Arm64 = 183;

    [Theory]
    [InlineData("linux-x64", X64)]
    [InlineData("linux-arm64", Arm64)]
    public void SQLite_is_there_for_the_machine(string platform, ushort machine)
    {
        var library = File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(PressProgram.Program)!, "runtimes", platform, "native", "libe_sqlite3.so"));
        Assert.Equal("\u007fELF"u8, library.AsSpan(0, 4));
        Assert.Equal(machine, BinaryPrimitives.ReadUInt16LittleEndian(library.AsSpan(18)));
    }

    [Fact]
    public void Nothing_managed_is_for_one_machine_alone()
    {
        var folder = Path.GetDirectoryName(PressProgram.Program)!;
        var libraries = Directory.EnumerateFiles(folder, "*.dll").ToList();
        Assert.Contains(PressProgram.Program, libraries);
        Assert.All(libraries, x =>
        {
            using var reader = new PEReader(File.OpenRead(x));
            Assert.True(reader.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.ILOnly) && !reader.PEHeaders.CorHeader.Flags.HasFlag(CorFlags.Requires32Bit), x);
            Assert.Equal(Machine.I386, reader.PEHeaders.CoffHeader.Machine);
        });
    }
}
