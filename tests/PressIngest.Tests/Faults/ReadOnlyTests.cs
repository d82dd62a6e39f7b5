using System.Runtime.Versioning;
using PressIngest.Tests.EndToEnd;

namespace PressIngest.Tests.Faults;

/// <summary>A volume that cannot be written: told in words, and what is there can be read.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly PressProgram _program = new();
    private readonly string _data;

    public ReadOnlyTests() => _data = Path.GetDirectoryName(_program.Database)!;

    public void Dispose()
    {
        File.SetUnixFileMode(_data, Enterable | UnixFileMode.UserWrite);
        _program.Dispose();
    }

    [Fact]
    public async Task Nothing_runs_and_everything_can_be_read()
    {
        Assert.Equal(0, (await _program.RunAsync("once")).ExitCode);
        foreach (var file in Directory.EnumerateFiles(_data)) File.SetUnixFileMode(file, Readable);
        File.SetUnixFileMode(_data, Enterable);
        File.SetUnixFileMode(_program.Folder, Enterable);
        // Root may write everywhere: what it may not do is found out as somebody else.
        if (Environment.IsPrivilegedProcess) _program.Launcher = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"];

        foreach (var verb in (string[])["run", "once"])
        {
            var finished = await _program.RunAsync(verb);
            Assert.Equal((verb, 1), (verb, finished.ExitCode));
            Assert.Contains($"{_program.Database} is read-only: give the user that runs this program the right to write the file and its folder", finished.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
        }

        var exported = await _program.RunAsync("export", "--table", "hashtags", "--format", "jsonl");
        Assert.True(exported.ExitCode == 0, exported.Error);
        Assert.NotEmpty(exported.Output);
        Assert.Equal(0, (await _program.RunAsync("sources")).ExitCode);
        File.SetUnixFileMode(_program.Folder, Enterable | UnixFileMode.UserWrite);
    }
}
