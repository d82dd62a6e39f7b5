using System.Text;
using Dapper;
using PressIngest.Fetching;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>What is forgotten is in no byte of the file, and does not come back.</summary>
public sealed class TakedownTests : IDisposable
{
    private const string Url = "https://a.example/takedown-one";

    /// <summary>Words that only the article has, and of which a part of any index or page would hold some.</summary>
    private static readonly string[] Traces =
        ["takedown-one", "takedown-two", "نبض الحي", "نبض_الحي", "nabd.hay", "سلمى", "سلمي", "الراوي", "متطوعا", "unique-page-mark", "اطلقت"];

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;

    public TakedownTests() => _database = new Database(_folder.File("press.db"));

    private static DateTimeOffset Now { get; } = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_byte_of_it_is_left_and_the_rest_stays()
    {
        byte[] page;
        using (var writer = new WriterConnection(_database))
        {
            var run = Fill(writer);
            new RunStore(writer).Finish(run, new RunCounts(), new RunEnd("failed", $"{Url} made trouble", run.Before with { LastError = $"{Url} made trouble" }, null, null), Now);
            page = writer.InTransaction((connection, transaction) => connection.QuerySingle<byte[]>("SELECT body FROM page WHERE article_id = 2", transaction: transaction));
            // An earlier text of it, and facts that rules found no longer: both are gone from the tables already, not from the file.
            Save(writer, run, Article() with { Text = "نص سابق فيه متطوعا والراوي فقط", Facts = new() });
            Save(writer, run, Article());
        }

        Assert.Equal(Traces.Where(x => x is not ("unique-page-mark" or "اطلقت")), Traces.Where(x => x is not ("unique-page-mark" or "اطلقت") && Holds(Encoding.UTF8.GetBytes(x))));
        Assert.True(Holds(page));

        var removed = Takedown.Forget(_database, Url + "?utm_source=x", Now);
        Assert.Equal(new TakedownResult(1, 2, 2, false), removed);
        Assert.DoesNotContain(Traces, x => Holds(Encoding.UTF8.GetBytes(x)));
        Assert.False(Holds(page.AsSpan(0, 24)));

        using var connection = _database.OpenForReading();
        Assert.Equal(["خبر عن الميناء", "خبر عن المرفأ"], connection.Query<string>("SELECT title FROM articles ORDER BY id"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM fact WHERE article_id = 2"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'متطوعا'"));
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'خبر'"));
        Assert.Equal(["هاني كامل"], connection.Query<string>("SELECT name FROM person"));
        Assert.Equal("… made trouble", connection.QuerySingle<string>("SELECT last_error FROM source_state"));
        Assert.Equal(["ok"], connection.Query<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
    }

    [Fact]
    public void It_is_not_taken_in_again_under_any_of_its_addresses()
    {
        using (var writer = new WriterConnection(_database)) Fill(writer);
        Takedown.Forget(_database, Url, Now);
        using (var writer = new WriterConnection(_database))
        {
            var links = new LinkStore(writer);
            Assert.Equal([Url, "https://a.example/takedown-two"], links.Forgotten([Url, "https://a.example/takedown-two", "https://a.example/takedown-three", "https://a.example/x"]));
            // A third address that nobody knew of: the page names the one that is forgotten.
            var run = new RunStore(writer).Start("samples", "عينات", "SA", Now);
            Assert.Equal(SaveResult.Forgotten, Save(writer, run, Article() with { Url = "https://a.example/takedown-three", Identity = Url }));
            Assert.Equal(["https://a.example/takedown-three"], links.Forgotten(["https://a.example/takedown-three"]));
            new RunStore(writer).Log([new RequestRecord("a.example", Url, Now, TimeSpan.FromSeconds(1), "ok")]);
        }

        using var connection = _database.OpenForReading();
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
        Assert.Empty(connection.Query("SELECT url FROM link WHERE url LIKE '%takedown%' UNION ALL SELECT url FROM request WHERE url LIKE '%takedown%'"));
        connection.Dispose();
        Assert.True(Takedown.Forget(_database, Url, Now).IsForgottenAlready);
    }

    [Fact]
    public void An_address_that_is_not_there_changes_nothing()
    {
        using (var writer = new WriterConnection(_database)) Fill(writer);
        Assert.Equal(new TakedownResult(0, 0, 0, false), Takedown.Forget(_database, "https://a.example/none", Now));
        using var connection = _database.OpenForReading();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM forgotten"));
        Assert.Equal(3, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
    }

    [Fact]
    public void A_person_named_elsewhere_stays_without_the_spelling_that_is_gone()
    {
        using (var writer = new WriterConnection(_database))
        {
            var run = Fill(writer);
            var text = "قالت سلمي الراوي إن المكتبة مفتوحة";
            var said = new PressIngest.Extraction.Person { Name = "سلمي الراوي", Mentions = [new(new(5, 11))] };
            Save(writer, run, StoredArticles.Create("https://a.example/4", "المكتبة", text) with { Facts = new() { People = [said] } });
        }

        Takedown.Forget(_database, Url, Now);
        using var connection = _database.OpenForReading();
        Assert.Equal(["هاني كامل", "سلمي الراوي"], connection.Query<string>("SELECT name FROM person ORDER BY name DESC"));
        Assert.False(Holds("سلمى"u8));
    }

    [Fact]
    public void Writing_anew_takes_the_holes_out()
    {
        using (var connection = _database.OpenForWriting())
        {
            connection.Execute("INSERT INTO person (key, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT 'key ' || i, 'a name ' || i FROM n");
            connection.Execute("DELETE FROM person");
        }

        var (before, after) = Compaction.Run(_database);
        Assert.True(after < before / 2, $"{before} → {after}");
        Assert.Equal(new FileInfo(_database.Path).Length, after);
    }

    private static StoredArticle Article() => StoredArticles.Create(Url) with { Body = Encoding.UTF8.GetBytes("<html>unique-page-mark " + Guid.Empty + "</html>") };

    private static SaveResult Save(WriterConnection writer, StartedRun run, StoredArticle article) => new ArticleStore(writer).Save(article, Link(run, article.Url));

    private static LinkRecord Link(StartedRun run, string url) => new() { Url = url, SourceId = run.SourceId, Outcome = LinkOutcomes.Stored, FirstSeenAt = Now, CheckedAt = Now };

    private static StartedRun Fill(WriterConnection writer)
    {
        var run = new RunStore(writer).Start("samples", "عينات", "SA", Now);
        var person = new PressIngest.Extraction.Person { Name = "هاني كامل", Mentions = [new(new(4, 9))] };
        Save(writer, run, StoredArticles.Create("https://a.example/1", "خبر عن الميناء", "قال هاني كامل إن الميناء مفتوح") with { Facts = new() { People = [person] } });
        Save(writer, run, Article());
        Save(writer, run, StoredArticles.Create("https://a.example/3", "خبر عن المرفأ", "نص عن المرفأ"));
        new LinkStore(writer).Write(Link(run, "https://a.example/takedown-two") with { ArticleId = 2 });
        new RunStore(writer).Log([
            new RequestRecord("a.example", Url, Now, TimeSpan.FromSeconds(1), "ok"), new RequestRecord("a.example", Url + "?utm_source=feed", Now, TimeSpan.FromSeconds(1), "redirect"),
            new RequestRecord("a.example", "https://a.example/1", Now, TimeSpan.FromSeconds(1), "ok"),
        ]);
        return run;
    }

    private bool Holds(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Path))
            if (File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0) return true;
        return false;
    }
}
