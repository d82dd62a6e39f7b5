using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What keeps the file for years, as its keepers call it.</summary>
public sealed class KeepingTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_forgotten_article_is_gone_and_stays_away()
    {
        await _program.RunAsync("once");
        var before = Urls();
        var url = before.Single(x => x.Contains("zero-waste", StringComparison.Ordinal));
        var forgotten = await _program.RunAsync("forget", "--url", url);
        Assert.True(forgotten.ExitCode == 0, forgotten.Error);
        Assert.StartsWith("Removed 1 article, 1 link", forgotten.Output, StringComparison.Ordinal);
        Assert.True(File.ReadAllBytes(_program.Database).AsSpan().IndexOf("مرسى النخيل"u8) < 0);

        var again = await _program.RunAsync("once");
        Assert.Contains("Nothing new", again.Output, StringComparison.Ordinal);
        Assert.Equal(before.Where(x => x != url), Urls());
        Assert.Equal(0, (await _program.RunAsync("forget", "--url", url)).ExitCode);

        var mistyped = await _program.RunAsync("forget", "--url", "https://press.example/no-such-article");
        Assert.Equal(1, mistyped.ExitCode);
        Assert.Contains("nothing was changed", mistyped.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task An_export_of_many_rows_needs_the_memory_of_one(string format)
    {
        await _program.RunAsync("once");
        using (var connection = new Database(_program.Database).OpenForWriting())
        {
            connection.Execute(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
                INSERT INTO article (identity, url, source_id, title, fetched_at, text, content_hash, rule_set)
                SELECT 'https://a.example/' || i, 'https://a.example/' || i, 1, 'خبر ' || i, '2026-03-04T10:00:00Z', hex(randomblob(2000)), i, '1+test' FROM n
                """);
        }

        // Eighty megabytes of text, and a heap of twenty: what kept the rows would not come to its end.
        _program.Environment["DOTNET_GCHeapHardLimit"] = "0x1400000";
        var exported = await _program.RunAsync("export", "--table", "articles", "--format", format, "--out", "x");
        Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
        Assert.EndsWith($"articles.{format}: 20,009 rows", exported.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(_program.Folder, $"x/articles.{format}")).Length > 80_000_000);
    }

    [Fact]
    public async Task An_export_of_everything_says_how_many_rows_each_file_holds()
    {
        await _program.RunAsync("once");
        Assert.Equal(2, (await _program.RunAsync("export", "--all")).ExitCode);
        Assert.Equal(2, (await _program.RunAsync("export", "--all", "--table", "quotes", "--out", "x")).ExitCode);
        var exported = await _program.RunAsync("export", "--all", "--format", "jsonl", "--out", "x");
        Assert.True(exported.ExitCode == 0, exported.Error);
        Assert.Equal(0, (await _program.RunAsync("export", "--sql", "SELECT tag FROM hashtags", "--out", "x")).ExitCode);
        var folder = Path.Combine(_program.Folder, "x");
        var files = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["files"]!.AsObject();
        Assert.Equal(RowReader.Views.Select(x => x + ".jsonl").Append("query.csv").Order(StringComparer.Ordinal), files.Select(x => x.Key));
        using var connection = new Database(_program.Database).OpenForReading();
        foreach (var view in RowReader.Views)
        {
            var path = Path.Combine(folder, view + ".jsonl");
            var said = files[view + ".jsonl"]!;
            Assert.Equal(connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {view}"), said["rows"]!.GetValue<int>());
            Assert.Equal(File.ReadLines(path).Count(), said["rows"]!.GetValue<int>());
            Assert.Equal(new FileInfo(path).Length, said["bytes"]!.GetValue<long>());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), said["sha256"]!.GetValue<string>());
        }

        Assert.Equal("SELECT tag FROM hashtags", files["query.csv"]!["query"]!.GetValue<string>());
    }

    [Fact]
    public async Task Vacuum_tells_the_size_before_and_after()
    {
        await _program.RunAsync("once");
        var finished = await _program.RunAsync("vacuum");
        Assert.True(finished.ExitCode == 0, finished.Error);
        Assert.EndsWith($"{new FileInfo(_program.Database).Length:N0} now\n", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_backs_itself_up_when_it_is_told_where()
    {
        _program.Write("config/appsettings.json", "{ \"Backup\": { \"Folder\": \"backups\" } }");
        await _program.RunAsync("once");
        using var service = _program.Begin("run");
        var folder = Path.Combine(_program.Folder, "backups");
        await Eventually.TrueAsync(() => Directory.Exists(folder) && Directory.GetFiles(folder, "press-????-??-??.db").Length == 1, "the backup that was never made is there");
        var backup = new Database(Directory.GetFiles(folder).Single(x => x.EndsWith(".db", StringComparison.Ordinal)));
        using (var copy = backup.OpenForReading()) Assert.Equal(Urls(), copy.Query<string>("SELECT url FROM articles ORDER BY url"));
        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    private List<string> Urls()
    {
        using var connection = new Database(_program.Database).OpenForReading();
        return [.. connection.Query<string>("SELECT url FROM articles ORDER BY url")];
    }
}
