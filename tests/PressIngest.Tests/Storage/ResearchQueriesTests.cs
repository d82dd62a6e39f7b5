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
    public void No_query_goes_through_a_table_of_articles_or_facts(string name)
    {
        var plan = Plan(ResearchQueries.All.Single(x => x.Name == name).Sql);
        var scans = plan.Where(x => x.StartsWith("SCAN ", StringComparison.Ordinal)).ToList();
        // What it goes through is small, or in the order that is asked for up to its limit; all else is looked up by its number or in an index.
        string[] expected = name switch
        {
            "campaigns_by_month" => ["SCAN m USING INDEX campaign_month_articles"],
            "hashtags_together" => ["SCAN p USING COVERING INDEX hashtag_pair_articles"],
            "titles_over_time" => ["SCAN t"],
            "direct_speech" => ["SCAN s USING COVERING INDEX sqlite_autoindex_source_state_1"],
            "claims_in_numbers" => ["SCAN c USING INDEX campaign_fact_name"],
            "who_copies_whom" => ["SCAN w USING INDEX wording_copy", "SCAN s USING COVERING INDEX sqlite_autoindex_source_state_1"],
            "looked_or_not" => ["SCAN s USING COVERING INDEX sqlite_autoindex_source_state_1", "SCAN coverage"],
            _ => [],
        };
        // The words, their particles and what is found of them are no tables.
        if (name == "articles_about") Assert.Contains(scans, x => x.StartsWith("SCAN articles_fts VIRTUAL TABLE INDEX", StringComparison.Ordinal) && x.EndsWith("M2", StringComparison.Ordinal));
        else Assert.Equal(expected, scans);
        Assert.DoesNotContain(plan, x => x.Contains("AUTOMATIC", StringComparison.Ordinal) && x.Contains("fact", StringComparison.Ordinal));
    }

    /// <summary>What people ask for in the views, one thing of each.</summary>
    [Theory]
    [InlineData("articles", "id = 7")]
    [InlineData("articles", "cluster_id = 7", "wording_cluster")]
    [InlineData("articles", "url = 'x'", "article_url")]
    [InlineData("articles", "source = 'x'", "article_source")]
    [InlineData("articles", "published_at > '2026-03'", "article_published")]
    [InlineData("quotes", "speaker_id = 7", "quote_speaker")]
    [InlineData("quotes", "campaign_id = 7", "quote_campaign")]
    [InlineData("quotes", "article_id = 7", "sqlite_autoindex_fact_1")]
    [InlineData("quotes", "quote_id = 7")]
    [InlineData("figures", "noun = 'x'", "figure_noun")]
    [InlineData("figures", "campaign_id = 7", "figure_campaign")]
    [InlineData("hashtags", "folded = 'x'", "hashtag_folded")]
    [InlineData("handles", "handle = 'x'", "handle_handle")]
    [InlineData("campaigns", "name = 'x'", "campaign_fact_name")]
    [InlineData("campaigns", "campaign_id = 7", "campaign_fact_campaign")]
    [InlineData("campaign_hashtags", "campaign_id = 7")]
    [InlineData("campaign_months", "campaign_id = 7", "campaign_month_campaign")]
    [InlineData("campaign_months", "month = '2026-03'", "campaign_month_articles")]
    [InlineData("dates", "campaign_id = 7", "date_campaign")]
    [InlineData("people", "person_id = 7", "person_title_title")]
    [InlineData("people", "name = 'x'", "person_name")]
    [InlineData("speakers", "name = 'x'", "person_name")]
    [InlineData("copies", "cluster_id = 7", "wording_cluster")]
    [InlineData("mentions", "fact_id = 7")]
    [InlineData("coverage", "source = 'x'", "run_day")]
    public void What_is_asked_for_one_thing_is_looked_up(string view, string condition, params string[] indexes)
    {
        var plan = Plan($"SELECT * FROM {view} WHERE {condition}");
        Assert.DoesNotContain(plan, x => x.StartsWith("SCAN ", StringComparison.Ordinal) && x != $"SCAN {view}");
        Assert.All(indexes, x => Assert.Contains(plan, step => step.Contains(x, StringComparison.Ordinal)));
    }

    private List<string> Plan(string sql)
    {
        using var connection = new Database(_folder.File("press.db")).OpenForWriting();
        return [.. connection.Query<(long, long, long, string Detail)>($"EXPLAIN QUERY PLAN {sql}").Select(x => x.Detail)];
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
