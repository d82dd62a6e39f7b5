using Dapper;
using PressIngest.Commands;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>The queries that the README, Datasette and the benchmark share.</summary>
public sealed class ResearchQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. ResearchQueries.All.Select(x => x.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_are_ten_and_the_README_shows_each_as_it_is()
    {
        Assert.Equal(10, ResearchQueries.All.Select(x => x.Name).Distinct().Count());
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));
        Assert.All(ResearchQueries.All, x => Assert.Contains($"```sql\n{x.Sql}\n```", readme, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_table_but_the_one_that_a_query_counts_is_read_as_a_whole(string name)
    {
        using var connection = new Database(_folder.File("press.db")).OpenForWriting();
        var query = ResearchQueries.All.Single(x => x.Name == name);
        var plan = connection.Query<(long, long, long, string Detail)>($"EXPLAIN QUERY PLAN {query.Sql}").Select(x => x.Detail).ToList();
        if (name == "articles_about")
        {
            // The words, their particles and what is found of them are no tables.
            Assert.Contains(plan, x => x.StartsWith("SCAN articles_fts VIRTUAL TABLE INDEX", StringComparison.Ordinal) && x.EndsWith("M2", StringComparison.Ordinal));
            Assert.Contains(plan, x => x.StartsWith("SEARCH a USING INTEGER PRIMARY KEY", StringComparison.Ordinal));
            return;
        }

        // Every other row is looked up by its number or an index; what has no table behind it (json, words, the result of a part) is no matter.
        string[] tables = ["article", "fact", "quote_fact", "figure_fact", "campaign_fact", "campaign_alias", "hashtag_fact", "person_fact", "run", "f", "a", "q", "c", "h", "p", "r"];
        var scans = plan.Where(x => x.StartsWith("SCAN ", StringComparison.Ordinal) && tables.Contains(x.Split(' ')[1])).ToList();
        Assert.True(scans.Count <= (query.Parameter is null ? 2 : 0), string.Join('\n', plan));
        Assert.DoesNotContain(plan, x => x.Contains("AUTOMATIC", StringComparison.Ordinal) && x.Contains("fact", StringComparison.Ordinal));
    }

    [Fact]
    public void The_metadata_explains_all_that_the_dictionary_explains_and_every_query_runs()
    {
        var metadata = MetadataCommand.Of("press")["databases"]!["press"]!;
        using var connection = new Database(_folder.File("press.db")).OpenForWriting();
        foreach (var (view, table) in metadata["tables"]!.AsObject())
        {
            Assert.NotEmpty(table!["description"]!.GetValue<string>());
            var columns = connection.Query<string>("SELECT name FROM pragma_table_info(@view)", new { view });
            Assert.Equal(columns.Order(), table["columns"]!.AsObject().Select(x => x.Key).Order());
        }

        Assert.Equal(connection.Query<string>("SELECT DISTINCT object FROM dictionary ORDER BY object"), metadata["tables"]!.AsObject().Select(x => x.Key).Order());
        Assert.EndsWith("(characters)", metadata["tables"]!["quotes"]!["columns"]!["start"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(ResearchQueries.All.Select(x => x.Name), metadata["queries"]!.AsObject().Select(x => x.Key));
        foreach (var (name, query) in metadata["queries"]!.AsObject())
        {
            var parameter = ResearchQueries.All.Single(x => x.Name == name).Parameter;
            var sql = query!["sql"]!.GetValue<string>();
            Assert.Equal(parameter is not null, sql.Contains($":{parameter?.Name ?? "?"}", StringComparison.Ordinal));
            var values = new DynamicParameters();
            if (parameter is { } it) values.Add(it.Name, it.Example);
            _ = connection.Query(sql, values).ToList();
        }
    }
}
