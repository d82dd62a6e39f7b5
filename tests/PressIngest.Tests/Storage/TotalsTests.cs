using Dapper;
using PressIngest.Configuration;
using PressIngest.Extraction;
using PressIngest.Extraction.Entities;
using PressIngest.Extraction.Quotations;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>Totals are kept while rows come, change and go; they must be what counting all rows gives, whatever happened before.</summary>
public sealed class TotalsTests : IDisposable
{
    private const int Addresses = 12;

    /// <summary>Each view of totals, and the same counted over all facts.</summary>
    private static readonly (string Kept, string Counted)[] Totals =
    [
        ("SELECT person_id, role, organization, first_seen, last_seen, quotes FROM people",
            """
            SELECT p.person_id, p.role, p.organization, MIN(COALESCE(a.published_at, a.fetched_at)), MAX(COALESCE(a.published_at, a.fetched_at)),
                   (SELECT COUNT(*) FROM quote_fact q WHERE q.speaker_id = p.person_id AND q.role IS p.role AND q.organization IS p.organization)
            FROM person_fact p JOIN fact f ON f.id = p.id JOIN article a ON a.id = f.article_id
            GROUP BY p.person_id, p.role, p.organization
            """),
        ("SELECT person_id, role, organization, quotes, direct FROM speakers",
            "SELECT speaker_id, role, organization, COUNT(*), SUM(kind = 'direct') FROM quotes WHERE speaker_id IS NOT NULL GROUP BY speaker_id, role, organization"),
        ("SELECT source, articles, quotes, direct FROM outlets WHERE articles > 0",
            "SELECT a.source, COUNT(DISTINCT a.id), COUNT(q.quote_id), COALESCE(SUM(q.kind = 'direct'), 0) FROM articles a LEFT JOIN quotes q ON q.article_id = a.id GROUP BY a.source"),
        ("SELECT first, second, articles FROM hashtag_pair",
            "SELECT a.folded, b.folded, COUNT(*) FROM hashtags a JOIN hashtags b ON b.article_id = a.article_id AND b.folded > a.folded GROUP BY a.folded, b.folded"),
        ("SELECT month, campaign_id, articles FROM campaign_months",
            "SELECT substr(published_at, 1, 7) AS month, campaign_id, COUNT(DISTINCT article_id) FROM campaigns GROUP BY month, campaign_id"),
        ("SELECT campaign_id, tag FROM campaign_hashtags",
            "SELECT DISTINCT c.campaign_id, a.alias FROM campaign_alias a JOIN campaign_fact c ON c.id = a.fact_id WHERE a.is_hashtag = 1"),
        ("SELECT id, cluster_id FROM articles", "SELECT a.id, (SELECT w.cluster_id FROM wording w WHERE w.article_id = a.id) FROM article a"),
    ];

    private static readonly string[] Names = ["هاني كامل", "هانى كامل", "سلمى الراوي", "محمد علي"];
    private static readonly string[] Campaigns = ["شتاء دافئ", "دفء", "Mask Up"];
    private static readonly string[] Tags = ["شتاء_دافئ", "شتاءدافئ", "دفء", "MaskUp", "خير"];
    private static readonly string?[] Roles = ["مدير", "وزير الصحة", null];
    private static readonly string?[] Bodies = ["الجمعية", null];
    private static readonly string[] Overrides = ["", "", "campaigns: {same: [[شتاء دافئ, دفء]]}", "campaigns: {different: [[شتاء دافئ, دفء]]}", "people: {same: [[هاني كامل, سلمى الراوي]]}"];

    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_happened_totals_are_what_counting_gives(int seed)
    {
        var random = new Random(seed);
        Save(random, "https://a.example/0");
        for (var step = 0; step < 60; step++)
        {
            var url = $"https://a.example/{random.Next(Addresses)}";
            var what = random.Next(12) switch
            {
                < 6 => Save(random, url),
                < 10 => Renew(random, url),
                10 => CatchUp(),
                _ => Forget(url),
            };
            AssertKept($"seed {seed}, step {step}: {what}");
        }

        for (var i = 0; i < Addresses; i++) Forget($"https://a.example/{i}");
        AssertKept("after everything is gone");
        foreach (var table in (string[])["person_title", "hashtag_pair", "campaign_tag", "campaign_month", "person", "campaign"])
            Assert.Equal(0, _store.Query<int>($"SELECT COUNT(*) FROM {table}").Single());
    }

    [Fact]
    public void Totals_of_an_earlier_file_are_counted_when_it_is_brought_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("data/press.db");
        OldDatabase.Create(path, 8);
        using (var old = OldDatabase.Open(path))
        {
            old.Execute(
                """
                INSERT INTO person (id, key, name) VALUES (1, 'a', 'سلمى الراوي');
                INSERT INTO campaign (id, key, name) VALUES (1, 'c', 'نبض');
                INSERT INTO fact (id, article_id, type, identity, place, start, length, text, rule, first_rule_set, rule_set)
                SELECT column1, 1, column2, column1, 'text', 0, 2, 'نص', 'r', '1', '1'
                FROM (VALUES (1, 'person'), (2, 'quote'), (3, 'quote'), (4, 'hashtag'), (5, 'hashtag'), (6, 'campaign'), (7, 'quote'));
                INSERT INTO person_fact (id, person_id, name, role) VALUES (1, 1, 'سلمى الراوي', 'مديرة');
                INSERT INTO quote_fact (id, speaker_id, speaker, role, kind) VALUES (2, 1, 'سلمى الراوي', 'مديرة', 'direct'), (3, 1, 'سلمى الراوي', NULL, 'indirect'), (7, NULL, NULL, NULL, 'direct');
                INSERT INTO hashtag_fact (id, tag, folded) VALUES (4, 'نبض', 'نبض'), (5, 'خير', 'خير');
                INSERT INTO campaign_fact (id, campaign_id, name, kind) VALUES (6, 1, 'نبض', 'حملة');
                INSERT INTO campaign_alias (fact_id, is_hashtag, alias) VALUES (6, 1, 'نبض'), (6, 0, 'النبض');
                """);
        }

        new Database(path).Prepare();
        using var connection = OldDatabase.Open(path);
        Assert.Equal([("مديرة", "2025-05-01T08:00:00Z", 1L)], connection.Query<(string, string, long)>("SELECT role, last_seen, quotes FROM people"));
        Assert.Equal([("مديرة", 1L, 1L), (null, 1L, 0L)], connection.Query<(string?, long, long)>("SELECT role, quotes, direct FROM speakers ORDER BY role DESC"));
        Assert.Equal([("harbour", 1L, 3L, 2L)], connection.Query<(string, long, long, long)>("SELECT source, articles, quotes, direct FROM outlets"));
        Assert.Equal([("خير", "نبض", 1L)], connection.Query<(string, string, long)>("SELECT tag, with_tag, articles FROM hashtag_pairs"));
        Assert.Equal([((string?)null, "نبض", "حملة", 1L, "#نبض")], connection.Query<(string?, string, string, long, string)>("SELECT month, name, kind, articles, hashtags FROM campaign_months"));
        Assert.Equal([1L], connection.Query<long>("SELECT cluster_id FROM articles"));
    }

    private string Save(Random random, string url)
    {
        var published = random.Next(4) == 0 ? (DateTimeOffset?)null : TestStore.Now.AddDays(random.Next(-70, 0));
        var article = StoredArticles.Create(url, text: $"الحملة بدأت {random.Next(3)}.") with
        {
            Facts = Facts(random), PublishedAt = published, FetchedAt = TestStore.Now.AddHours(random.Next(50)), Entities = Rules(random),
        };
        return $"{_store.Save(article, $"source-{url[^1]}")} {url}";
    }

    private string Renew(Random random, string url)
    {
        var stored = new StoredTexts(_store.Writer.Database).All(new StoredSelection(null, null, new Dictionary<string, string>())).FirstOrDefault(x => x.Url == url);
        if (stored is null) return "nothing to renew";
        var renewed = new RenewedArticle(Facts(random), $"{random.Next(3)}+test", null, null, null) { Entities = Rules(random) };
        var isRehearsal = random.Next(4) == 0;
        new ArticleStore(_store.Writer).Renew(stored, renewed, isRehearsal);
        return isRehearsal ? $"rehearsed {url}" : $"renewed {url}";
    }

    private string CatchUp()
    {
        _store.Writer.InTransaction((connection, transaction) =>
            connection.Execute("UPDATE wording SET version = 0; UPDATE quote_fact SET words_key = NULL", transaction: transaction));
        return $"caught up with {new CopyCatchUp(_store.Writer).Run(cancellationToken: TestContext.Current.CancellationToken)}";
    }

    private string Forget(string url)
    {
        var removed = Takedown.Forget(_store.Writer.Database, url, TestStore.Now).Articles;
        // It may come back: what is looked at are the totals.
        _store.Writer.InTransaction((connection, transaction) => connection.Execute("DELETE FROM forgotten", transaction: transaction));
        return $"forgot {removed} of {url}";
    }

    private void AssertKept(string when)
    {
        foreach (var (kept, counted) in Totals)
            Assert.True(Rows(kept) is var a && Rows(counted) is var b && a == b, $"{when}\n{kept}\nkept:\n{a}\ncounted:\n{b}");
        Assert.Empty(_store.Query<string>("SELECT \"table\" FROM pragma_foreign_key_check"));
    }

    private string Rows(string sql)
    {
        using var connection = _store.Writer.Database.OpenForReading();
        var rows = connection.Query(sql).Select(x => string.Join(" | ", ((IDictionary<string, object?>)x).Values.Select(v => v ?? "null")));
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private static Facts Facts(Random random)
    {
        var campaigns = Some(random, Campaigns, 2).Select(name =>
            new Campaign { Name = name, Kind = "حملة", Hashtags = Some(random, Tags, 2), Aliases = Some(random, Campaigns, 1), Mentions = [At(random)], Rule = "marked" }).ToList();
        return new Facts
        {
            Campaigns = campaigns,
            Hashtags = [.. Some(random, Tags, 4).Select(x => new Hashtag(x, [At(random)], "hashtag"))],
            People = [.. Some(random, Names, 3).Select(x => new Person { Name = x, Role = One(random, Roles), Organization = One(random, Bodies), Mentions = [At(random)] })],
            Quotations = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Quotation
            {
                Speaker = random.Next(4) == 0 ? null : One(random, Names), Role = One(random, Roles), Organization = One(random, Bodies),
                Kind = random.Next(2) == 0 ? QuotationKind.Direct : QuotationKind.Indirect, Mention = At(random), Rule = "verb", Campaign = campaigns.Count > 0 ? 0 : null,
            })],
        };
    }

    private static List<string> Some(Random random, string[] of, int most) => [.. of.OrderBy(_ => random.Next()).Take(random.Next(most + 1))];

    private static T One<T>(Random random, T[] of) => of[random.Next(of.Length)];

    private static Mention At(Random random) => new(new Span(random.Next(3), 6));

    private static EntityRules Rules(Random random)
    {
        var text = One(random, Overrides);
        var names = NameLexicon.Parse(ConfigNode.Parse("people.yaml", "given_names: {m: [محمد, علي]}\nroles: [وزير, مدير]", [])!);
        return EntityRules.Parse(text.Length == 0 ? null : ConfigNode.Parse("entities.yaml", text, []), names);
    }
}
