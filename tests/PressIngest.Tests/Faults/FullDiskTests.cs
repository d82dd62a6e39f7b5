using Dapper;
using PressIngest.Storage;
using PressIngest.Tests.EndToEnd;
using PressIngest.Tests.Storage;

namespace PressIngest.Tests.Faults;

/// <summary>No room: told in words, nothing half stored, and on it goes when there is room again.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_does_not_fit_is_not_stored_in_part_and_is_stored_when_there_is_room()
    {
        var database = new Database(_program.Database);
        using var writer = new WriterConnection(database);
        var runs = new RunStore(writer);
        var run = runs.Start("harbour", "الميناء", null, TimeProvider.System.GetUtcNow());
        var pages = writer.InTransaction((connection, transaction) => connection.ExecuteScalar<long>("PRAGMA page_count", transaction: transaction));
        Limit(pages + 2);
        var message = Assert.Throws<StorageException>(() => Write(500)).Message;
        Assert.Equal($"the disk is full: {database.Path} is as it was before; make room and run again", message);
        Assert.Equal(0, Count());

        Limit(1_000_000);
        Write(500);
        Assert.Equal(500, Count());
        runs.Finish(run, new RunCounts(), new RunEnd("done", null, run.Before, null, null), TimeProvider.System.GetUtcNow());

        void Limit(long most) => writer.InTransaction((connection, transaction) => connection.ExecuteScalar<long>($"PRAGMA max_page_count = {most}", transaction: transaction));

        void Write(int links) => writer.InTransaction((connection, transaction) =>
        {
            for (var i = 0; i < links; i++)
            {
                LinkStore.Write(connection, transaction, new LinkRecord { Url = $"https://harbour.example/{i}", SourceId = run.SourceId, Outcome = LinkOutcomes.Failed, FirstSeenAt = DateTimeOffset.UnixEpoch, CheckedAt = DateTimeOffset.UnixEpoch });
            }
        });

        long Count() => writer.InTransaction((connection, transaction) => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM link", transaction: transaction));
    }

    [Fact]
    public async Task A_program_whose_files_may_not_grow_ends_with_what_to_do_and_the_next_goes_on()
    {
        // The runtime's own memory files would meet the limit too.
        _program.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        _program.Launcher = ["bash", "-c", "trap '' XFSZ; ulimit -S -f 700; exec \"$@\"", "limited"];
        var finished = await _program.RunAsync("once");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains($"writing to {_program.Database} failed: is the disk, or this user's share of it, full? It is as it was before; make room and run again", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
        AssertSound();

        _program.Launcher = [];
        Assert.Equal(0, (await _program.RunAsync("once")).ExitCode);
        AssertSound();
        using var connection = OldDatabase.Open(_program.Database);
        Assert.Equal(9, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
    }

    private void AssertSound()
    {
        using var connection = OldDatabase.Open(_program.Database);
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM article WHERE id NOT IN (SELECT article_id FROM page) OR id NOT IN (SELECT article_id FROM fact)"));
    }
}
