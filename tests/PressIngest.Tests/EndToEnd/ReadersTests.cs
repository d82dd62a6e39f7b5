using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Tests.EndToEnd;

/// <summary>Clients that read while the program writes, and a program that is killed while it copies.</summary>
public sealed class ReadersTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Two_programs_that_read_never_meet_a_lock_while_one_writes()
    {
        await _program.RunAsync("once");
        using var writer = _program.Begin("reextract", "--all", "--facts");
        var exports = 0;
        var readers = Enumerable.Range(0, 2).Select(async reader =>
        {
            do
            {
                var exported = await _program.RunAsync("export", "--table", "quotes", "--format", "jsonl");
                Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
                Assert.NotEmpty(exported.Output);
                Interlocked.Increment(ref exports);
            }
            while (!writer.HasEnded);
        });
        using (var connection = new SqliteConnection($"Data Source={_program.Database};Mode=ReadOnly;Pooling=False;Default Timeout=1"))
        {
            connection.Open();
            do
            {
                // A plain client that waits for nothing.
                connection.Execute("PRAGMA busy_timeout = 0");
                Assert.NotEqual(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes"));
            }
            while (!writer.HasEnded);
        }

        await Task.WhenAll(readers);
        Assert.True(exports >= 2);
        Assert.Equal(0, (await writer.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    [Fact]
    public async Task A_snapshot_that_is_killed_leaves_no_file_of_its_name_and_the_next_one_succeeds()
    {
        await _program.RunAsync("once");
        using (var connection = new Database(_program.Database).OpenForWriting())
        {
            // Large enough to be met in the middle of the copying.
            connection.Execute("CREATE TABLE ballast AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) SELECT i, randomblob(1000) AS filling FROM n");
        }

        var target = Path.Combine(_program.Folder, "copy.db");
        using (var copying = _program.Begin("snapshot", target))
        {
            await Eventually.TrueAsync(() => copying.HasEnded || File.Exists(target + ".unfinished"), "the copy is begun");
            await copying.EndAsync(PressProgram.SigKill);
        }

        if (!File.Exists(target)) Assert.Equal(0, (await _program.RunAsync("snapshot", target)).ExitCode);
        foreach (var path in (string[])[target, _program.Database])
        {
            using var connection = new Database(path).OpenForReading();
            Assert.Equal(["ok"], connection.Query<string>("PRAGMA integrity_check"));
            Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
            Assert.Equal(60_000, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM ballast"));
        }
    }
}
