using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.EndToEnd;

/// <summary>The first command of the README, on the configuration as it is shipped.</summary>
public sealed class SamplesTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Once_fills_the_database_from_the_samples_and_a_second_run_adds_nothing()
    {
        var samples = Directory.GetFiles(Path.Combine(_program.Folder, "config", "samples"), "*.html").Length;
        var first = await _program.RunAsync("once");
        Assert.Equal("", ErrorsOf(first));
        Assert.Equal(0, first.ExitCode);
        var before = Rows();
        Assert.Equal(samples, before["articles"]);
        Assert.All(before, x => Assert.True(x.Value > 0, $"{x.Key} is empty"));

        var second = await _program.RunAsync("once");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("Nothing new", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task Every_fact_of_the_samples_stands_at_its_span()
    {
        await _program.RunAsync("once");
        using var connection = new Database(_program.Database).OpenForReading();
        var misplaced = connection.Query<string>(
            """
            SELECT f.type || ' ' || f.text FROM fact f JOIN article a ON a.id = f.article_id
            WHERE f.text <> substr(CASE f.place WHEN 'title' THEN a.title ELSE a.text END, f.start + 1, f.length)
            """);
        Assert.Empty(misplaced);
    }

    private static string ErrorsOf(PressProgram.Finished finished) => string.Join('\n', finished.Error.Split('\n').Where(x => x.Length > 0 && !x.EndsWith("links looked at", StringComparison.Ordinal)));

    private Dictionary<string, int> Rows()
    {
        using var connection = new Database(_program.Database).OpenForReading();
        string[] views = ["articles", "hashtags", "handles", "campaigns", "campaign_hashtags", "quotes", "figures", "dates", "people"];
        return views.ToDictionary(x => x, x => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {x}"));
    }
}
