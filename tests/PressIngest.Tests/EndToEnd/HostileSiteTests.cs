using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.EndToEnd;

/// <summary>One look at a world of sites that misbehave, each in its own way; the database is then asked what became of each.</summary>
public sealed class HostileSiteTests(HostileSiteTests.OneRun run) : IClassFixture<HostileSiteTests.OneRun>
{
    private static readonly List<HostileSite> Sites = [.. HostilePages.All, .. HostileFeeds.All];

    public static IEnumerable<TheoryDataRow<string>> Keys => Sites.Select(x => new TheoryDataRow<string>(x.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_misbehaviour_has_its_outcome_in_the_database(string key)
    {
        var expected = Sites.Single(x => x.Key == key);
        using var connection = new Database(run.Program.Database).OpenForReading();
        var (outcome, message, state) = connection.QuerySingle<(string, string?, string)>("SELECT r.outcome, r.message, s.state FROM run r JOIN source_state s ON s.id = r.source_id WHERE s.key = @key", new { key });
        Matches(expected.Run, outcome, message);
        Assert.Equal(expected.State, state);
        Assert.Equal(expected.Articles, connection.Query<string>("SELECT title FROM articles WHERE source = @key ORDER BY title", new { key }));
        if (expected.Links is not { } links) return;
        var found = connection.Query<(string Outcome, string? Reason)>("SELECT outcome, reason FROM link WHERE source_id = (SELECT id FROM source_state WHERE key = @key) ORDER BY outcome", new { key }).ToList();
        Assert.Equal(links.Length, found.Count);
        foreach (var (link, (was, reason)) in links.Zip(found)) Matches(link, was, reason);
    }

    [Fact]
    public void Every_item_of_a_large_feed_has_its_row()
    {
        using var connection = new Database(run.Program.Database).OpenForReading();
        Assert.Equal(2000, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM link WHERE url LIKE '%/gone/%' AND outcome = 'failed' AND reason LIKE '%404%' AND attempts = 1 AND next_try_at IS NOT NULL"));
    }

    [Fact]
    public void No_date_lies_in_the_future()
    {
        using var connection = new Database(run.Program.Database).OpenForReading();
        Assert.Empty(connection.Query<string>("SELECT published_at FROM articles WHERE published_at > '2900'"));
    }

    [Fact]
    public void A_site_that_asks_for_a_pause_gets_it()
    {
        using var connection = new Database(run.Program.Database).OpenForReading();
        Assert.True(connection.ExecuteScalar<double>("SELECT 24 * (julianday(next_run_at) - julianday(last_run_at)) FROM source_state WHERE key = 'feed-asks-for-a-pause'") > 1.9);
        Assert.True(connection.ExecuteScalar<double>("SELECT 24 * (julianday(l.next_try_at) - julianday(l.checked_at)) FROM link l JOIN source_state s ON s.id = l.source_id WHERE s.key = 'too-many-requests'") > 1.9);
    }

    [Fact]
    public void What_sites_say_is_neither_read_from_files_nor_multiplied()
    {
        using var connection = new Database(run.Program.Database).OpenForReading();
        Assert.Empty(connection.Query<string>("SELECT text FROM articles WHERE text LIKE '%root:%' OR text LIKE '%lollol%' OR text LIKE '%hahaha%' OR title LIKE '%lol%'"));
        Assert.Equal(["ok"], connection.Query<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
    }

    private static void Matches(string expected, string outcome, string? said)
    {
        var parts = expected.Split(": ", 2);
        Assert.Equal(parts[0], outcome);
        if (parts.Length == 2) Assert.Contains(parts[1], said, StringComparison.Ordinal);
    }

    /// <summary>All sites, one configuration, one <c>once</c>.</summary>
    public sealed class OneRun : IAsyncLifetime
    {
        internal PressProgram Program { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var sites = Sites.Select(x => (Site: x, Server: x.Start())).ToList();
            foreach (var (site, server) in sites.Where(x => x.Site.IsDown)) await server.DisposeAsync();
            Program.Write("config/sources.yaml", "sources:\n" + string.Concat(sites.Select(x => x.Site.Record(x.Server.Address))));
            Program.Write("config/appsettings.json", """{ "Fetch": { "Timeout": "00:00:03", "ConnectTimeout": "00:00:03", "Retries": 0, "MaxPageBytes": 2000000, "MaxFeedBytes": 2000000 } }""");
            var finished = await Program.RunAsync("once");
            foreach (var (_, server) in sites.Where(x => !x.Site.IsDown)) await server.DisposeAsync();
            Assert.True(finished.ExitCode == 1, finished.Error);
        }

        public ValueTask DisposeAsync()
        {
            Program.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
