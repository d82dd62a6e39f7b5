using System.Text.Json;

namespace PressIngest.Tests.EndToEnd;

/// <summary><c>stats</c> over the samples.</summary>
public sealed class StatsTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task What_is_stored_is_counted_for_people_and_for_programs()
    {
        Assert.Equal(0, (await _program.RunAsync("once")).ExitCode);
        var table = await _program.RunAsync("stats");
        Assert.Equal(0, table.ExitCode);
        Assert.StartsWith("9 articles with ", table.Output, StringComparison.Ordinal);
        foreach (var word in (string[])["samples", "hashtag", "quote", "figure", "failed looks"]) Assert.Contains(word, table.Output, StringComparison.Ordinal);

        var json = JsonDocument.Parse((await _program.RunAsync("stats", "--format", "json", "--days", "2")).Output).RootElement;
        Assert.Equal(9, json.GetProperty("articles").GetInt32());
        var source = Assert.Single(json.GetProperty("sources").EnumerateArray());
        Assert.Equal(("samples", 9), (source.GetProperty("source").GetString(), source.GetProperty("articles").GetInt32()));
        // One source: all of each kind are its own.
        Assert.Equal(json.GetProperty("facts").ToString(), source.GetProperty("facts").ToString());
        Assert.True(json.GetProperty("facts").GetProperty("hashtag").GetInt32() > 0);
        var day = Assert.Single(json.GetProperty("days").EnumerateArray());
        Assert.Equal(("samples", 1, 0, 9), (day.GetProperty("source").GetString(), day.GetProperty("looks").GetInt32(), day.GetProperty("looksFailed").GetInt32(), day.GetProperty("added").GetInt32()));
        Assert.True(json.GetProperty("databaseBytes").GetInt64() >= new FileInfo(_program.Database).Length);
    }

    [Theory]
    [InlineData(1, "there is no database at", "stats")]
    [InlineData(2, "--days must be between 1 and 90", "stats", "--days", "0")]
    [InlineData(2, "xml", "stats", "--format", "xml")]
    public async Task What_cannot_be_shown_is_told(int exitCode, string expected, params string[] arguments)
    {
        var finished = await _program.RunAsync(arguments);
        Assert.Equal(exitCode, finished.ExitCode);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
    }
}
