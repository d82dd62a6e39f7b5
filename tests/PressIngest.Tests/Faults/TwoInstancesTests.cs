using PressIngest.Storage;
using PressIngest.Tests.EndToEnd;

namespace PressIngest.Tests.Faults;

/// <summary>Two programs on one database.</summary>
public sealed class TwoInstancesTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task The_second_refuses_and_names_the_first_and_reading_goes_on()
    {
        using var first = _program.Begin("run");
        await first.LineAsync("samples: 9 links");
        foreach (var verb in (string[])["run", "once"])
        {
            var second = await _program.RunAsync(verb);
            Assert.Equal(1, second.ExitCode);
            Assert.Contains($"is in use: process {first.Id} on {Environment.MachineName} has worked on it since 20", second.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);
        }

        foreach (string[] arguments in (string[][])[["sources"], ["health"], ["export", "--table", "hashtags"], ["sources", "--retry", "samples"]])
        {
            var reader = await _program.RunAsync(arguments);
            Assert.Equal((arguments[0], 0, ""), (arguments[0], reader.ExitCode, reader.ExitCode == 0 ? "" : reader.Error));
        }

        Assert.Equal(0, (await first.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    [Fact]
    public async Task Who_was_killed_is_in_nobodys_way()
    {
        using (var first = _program.Begin("run"))
        {
            await first.LineAsync("samples: 9 links");
            await first.EndAsync(PressProgram.SigKill);
        }

        Assert.StartsWith("process ", await File.ReadAllTextAsync(_program.Database + ".holder", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("once")).ExitCode);
    }

    [Fact]
    public void Who_has_ended_is_in_nobodys_way()
    {
        using var folder = new TemporaryFolder();
        var database = new Database(folder.File("press.db"));
        using (Claim.Take(database, TimeProvider.System)) Assert.Throws<StorageException>(() => Claim.Take(database, TimeProvider.System));
        Claim.Take(database, TimeProvider.System).Dispose();
    }
}
