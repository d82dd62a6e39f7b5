using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public sealed class ArticleStoreTests : IDisposable
{
    private static readonly string[] FactViews = ["hashtags", "handles", "campaigns", "quotes", "figures", "dates"];

    private readonly TemporaryFolder _folder = new();
    private readonly WriterConnection _writer;
    private readonly ArticleStore _store;
    private readonly StartedRun _run;

    public ArticleStoreTests()
    {
        _writer = new WriterConnection(new Database(_folder.File("press.db")));
        _store = new ArticleStore(_writer);
        _run = new RunStore(_writer).Start("samples", "عينات", "SA", Now);
    }

    private static DateTimeOffset Now { get; } = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_fact_stands_at_its_span_in_SQLites_own_counting()
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        foreach (var view in FactViews)
        {
            var text = view is "hashtags" or "handles" or "campaigns" ? "matched_text" : "text";
            var rows = connection.Query<(string Fact, string Found)>(
                $"""
                SELECT f.{text}, substr(CASE f.place WHEN 'title' THEN a.title ELSE a.text END, f.start + 1, f.length)
                FROM {view} f JOIN articles a ON a.id = f.article_id
                """).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, x => Assert.Equal(x.Fact, x.Found));
        }

        Assert.Equal(["قالت", "مديرة", "سلمى الراوي"], connection.Query<string>("SELECT matched_text FROM mentions WHERE type = 'quote' AND part <> 'mention' ORDER BY part"));
    }

    [Fact]
    public void A_quote_leads_to_its_person_and_its_campaign()
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        Assert.Equal(
            ("سلمى الراوي", "نبض الحي", 1L),
            connection.QuerySingle<(string, string, long)>(
                "SELECT p.name, c.name, p.quotes FROM quotes q JOIN people p ON p.person_id = q.speaker_id JOIN campaigns c ON c.campaign_id = q.campaign_id"));
        Assert.Equal("نبض_الحي", connection.QuerySingle<string>("SELECT tag FROM campaign_hashtags"));
    }

    [Fact]
    public void The_same_article_again_changes_nothing()
    {
        Assert.Equal(SaveResult.Added, Save(StoredArticles.Create()));
        Assert.Equal(SaveResult.Unchanged, Save(StoredArticles.Create()));
        using var connection = Read();
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes"));
    }

    [Fact]
    public void A_changed_article_is_an_update_of_its_row_and_of_the_index()
    {
        Save(StoredArticles.Create());
        Assert.Equal(SaveResult.Updated, Save(StoredArticles.Create(text: "نص آخر تماما عن المكتبة")));
        using var connection = Read();
        Assert.Equal("نص آخر تماما عن المكتبة", connection.QuerySingle<string>("SELECT text FROM articles"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes"));
        Assert.Equal(0, Matches(connection, "متطوعا"));
        Assert.Equal(1, Matches(connection, "المكتبه"));
        connection.Execute("PRAGMA query_only = 0");
        connection.Execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')");
    }

    [Fact]
    public void A_fact_that_is_said_again_keeps_its_row()
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        var before = connection.QuerySingle<long>("SELECT quote_id FROM quotes");
        Save(StoredArticles.Create(ruleSet: "2+test"));
        Assert.Equal((before, "2+test"), connection.QuerySingle<(long, string)>("SELECT quote_id, rule_set FROM quotes"));
        Assert.Equal("1+test", connection.QuerySingle<string>("SELECT DISTINCT first_rule_set FROM fact"));
    }

    [Fact]
    public void Facts_that_later_rules_no_longer_find_stay_known_and_return_under_their_numbers()
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        var before = connection.Query<(long, string)>("SELECT id, identity FROM fact ORDER BY id").ToList();

        var changes = Renew(new Facts(), "2+test");
        Assert.NotNull(changes);
        Assert.Equal(before.Count, changes.Count(x => x.Kind == FactChangeKind.Removed));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM fact"));
        Assert.Equal(
            [("1+test", "1+test", "2+test")],
            connection.Query<(string, string, string)>("SELECT DISTINCT first_rule_set, last_rule_set, gone_rule_set FROM fact_history"));

        // Another article's facts take none of their numbers.
        Save(StoredArticles.Create("https://a.example/2"));
        Assert.Empty(connection.Query("SELECT fact_id FROM fact_history GROUP BY fact_id HAVING COUNT(*) > 1"));

        Assert.All(Renew(StoredArticles.Create().Facts, "3+test")!, x => Assert.Equal(FactChangeKind.Added, x.Kind));
        Assert.Equal(before, connection.Query<(long, string)>("SELECT id, identity FROM fact WHERE article_id = 1 ORDER BY id"));
        Assert.Equal(
            [("1+test", "3+test", (string?)null)],
            connection.Query<(string, string, string?)>("SELECT DISTINCT first_rule_set, last_rule_set, gone_rule_set FROM fact_history WHERE article_id = 1"));
    }

    [Fact]
    public void Every_past_fact_stands_at_its_span()
    {
        Save(StoredArticles.Create());
        Renew(new Facts(), "2+test");
        using var connection = Read();
        Assert.Empty(connection.Query(
            """
            SELECT 1 FROM fact_history f JOIN articles a ON a.id = f.article_id
            WHERE f.matched_text <> substr(CASE f.place WHEN 'title' THEN a.title ELSE a.text END, f.start + 1, f.length)
            """));
        Save(StoredArticles.Create(text: "نص آخر تماما عن المكتبة"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM fact_history"));
    }

    [Fact]
    public void A_rehearsal_changes_nothing()
    {
        Save(StoredArticles.Create());
        Assert.NotEmpty(Renew(new Facts(), "2+test", isRehearsal: true)!);
        using var connection = Read();
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM quotes"));
        Assert.Equal("1+test", connection.QuerySingle<string>("SELECT rule_set FROM article"));
    }

    [Fact]
    public void What_was_found_in_a_text_that_has_changed_meanwhile_is_thrown_away()
    {
        Save(StoredArticles.Create());
        var stored = Stored();
        Save(StoredArticles.Create(text: "نص آخر تماما عن المكتبة"));
        Assert.Null(_store.Renew(stored, new RenewedArticle(StoredArticles.Create().Facts, "2+test", null, null, null), isRehearsal: false));
        using var connection = Read();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM fact"));
        Assert.Equal("1+test", connection.QuerySingle<string>("SELECT rule_set FROM article"));
    }

    [Fact]
    public void All_pages_of_an_article_are_kept_as_they_came()
    {
        var further = new[] { new PageBody("<p>2</p>"u8.ToArray(), "text/html"), new PageBody("<p>3</p>"u8.ToArray(), null) };
        Save(StoredArticles.Create() with { FurtherPages = further });
        var pages = new StoredTexts(_writer.Database).Pages(1);
        Assert.Equal("<html>page</html>"u8.ToArray(), pages.First.Bytes);
        Assert.Equal(["text/html", null], pages.Further.Select(x => x.ContentType));
        Assert.Equal(further.Select(x => x.Bytes), pages.Further.Select(x => x.Bytes));

        Save(StoredArticles.Create(text: "نص آخر تماما عن المكتبة"));
        Assert.Empty(new StoredTexts(_writer.Database).Pages(1).Further);
    }

    [Fact]
    public void Two_articles_that_claim_one_canonical_address_are_two_rows()
    {
        var claimed = "https://a.example/news";
        Save(StoredArticles.Create("https://a.example/1") with { Identity = claimed });
        Save(StoredArticles.Create("https://a.example/2", "عنوان آخر", "نص آخر") with { Identity = claimed });
        using var connection = Read();
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
    }

    [Fact]
    public void One_article_at_two_addresses_is_one_row()
    {
        var canonical = "https://a.example/news/1";
        Save(StoredArticles.Create("https://a.example/1") with { Identity = canonical });
        Assert.Equal(SaveResult.Unchanged, Save(StoredArticles.Create("https://m.a.example/1") with { Identity = canonical }));
        using var connection = Read();
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
    }

    [Theory]
    [InlineData("مديره", 1)]
    [InlineData("متطوعا", 1)]
    [InlineData("تنطلق", 1)]
    [InlineData("غائب", 0)]
    public void Search_finds_folded_words(string word, int expected)
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        Assert.Equal(expected, Matches(connection, word));
    }

    [Fact]
    public void A_snippet_shows_the_spelling_as_stored()
    {
        Save(StoredArticles.Create(text: "زارت المدرسةُ أحمدَ في القاهرة"));
        using var connection = Read();
        Assert.Equal("زارت المدرسةُ [أحمدَ] في القاهرة", connection.QuerySingle<string>(
            "SELECT snippet(articles_fts, 1, '[', ']', '…', 20) FROM articles_fts WHERE articles_fts MATCH 'احمد'"));
    }

    [Fact]
    public void Times_are_UTC_text()
    {
        Save(StoredArticles.Create());
        using var connection = Read();
        Assert.Equal(("2026-03-04T09:00:00Z", "2026-03-04T10:00:00Z"), connection.QuerySingle<(string, string)>("SELECT published_at, fetched_at FROM articles"));
    }

    private static int Matches(SqliteConnection connection, string word) =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH @word", new { word });

    private IReadOnlyList<FactChange>? Renew(Facts facts, string ruleSet, bool isRehearsal = false) =>
        _store.Renew(Stored(), new RenewedArticle(facts, ruleSet, null, null, null), isRehearsal);

    private StoredText Stored() => new StoredTexts(_writer.Database).All(new StoredSelection(null, null, new Dictionary<string, string>())).First();

    private SaveResult Save(StoredArticle article) => _store.Save(article, new LinkRecord
    {
        Url = article.Url,
        SourceId = _run.SourceId,
        Outcome = LinkOutcomes.Stored,
        FirstSeenAt = Now,
        CheckedAt = Now,
    });

    private SqliteConnection Read() => _writer.Database.OpenForReading();
}
