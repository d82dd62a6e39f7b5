using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;
using PressIngest.Storage;
using SQLitePCL;

namespace PressIngest.Tests.Storage;

/// <summary>
/// A process that is killed leaves the file and its log as they are at that moment: the system keeps what was written. So the moments are taken while
/// the work goes on, at every statement and every few instructions of the engine, and with every part of what a commit writes; each must open as a sound
/// file that is as before or as after, and nothing between.
/// </summary>
public sealed class KilledTests : IDisposable
{
    /// <summary>Instructions of the engine between two moments within a statement.</summary>
    private const int Instructions = 500;

    /// <summary>How often the writing of a commit is cut off.</summary>
    private const int Cuts = 24;

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public KilledTests() => _path = _folder.File("data/press.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_a_save_there_is_the_whole_article_or_none_of_it() => AssertWholeAtEveryMoment((writer, store, run) => Save(store, run, StoredArticles.Create("https://a.example/2")));

    [Fact]
    public void In_an_update_there_is_the_old_article_or_the_new_one() => AssertWholeAtEveryMoment((writer, store, run) => Save(store, run, StoredArticles.Create(text: "نص آخر تماما عن المكتبة وناسها")));

    [Fact]
    public void In_a_reextraction_there_are_the_old_facts_or_the_new_ones() => AssertWholeAtEveryMoment((writer, store, run) =>
    {
        var stored = new StoredTexts(writer.Database).All(new StoredSelection(null, null, new Dictionary<string, string>())).First();
        Assert.NotNull(store.Renew(stored, new RenewedArticle(new Facts(), "2+test", null, null, null), isRehearsal: false));
    });

    [Fact]
    public void In_the_search_for_copies_an_article_has_its_place_or_waits_for_it_and_the_next_search_goes_on()
    {
        using var writer = new WriterConnection(new Database(_path));
        var store = new ArticleStore(writer);
        var run = new RunStore(writer).Start("samples", "عينات", "SA", Now);
        foreach (var number in Enumerable.Range(1, 3)) Save(store, run, StoredArticles.Create($"https://a.example/{number}"));
        var handle = writer.InTransaction((connection, transaction) =>
        {
            connection.Execute("DELETE FROM wording; DELETE FROM alike; DELETE FROM copy; UPDATE quote_fact SET words_key = NULL", transaction: transaction);
            return connection.Handle!;
        });
        // What it comes to article by article, where nothing disturbs it.
        var whole = _folder.File("whole/press.db");
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        using (var connection = OldDatabase.Open(_path)) connection.Execute("VACUUM INTO @whole", new { whole });
        List<string> expected = [State(whole)];
        using (var undisturbed = new WriterConnection(new Database(whole))) new CopyCatchUp(undisturbed).Run((_, _) => expected.Add(State(whole)), TestContext.Current.CancellationToken);
        Assert.Equal(4, expected.Distinct().Count());

        var moments = Moments(handle, () => new CopyCatchUp(writer).Run(cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(moments.Count > 40, $"{moments.Count} moments");
        var states = moments.GroupBy(State).ToList();
        Assert.All(states, x => Assert.Contains(x.Key, expected));
        Assert.True(states.Count > 2, $"{states.Count} states");
        foreach (var moment in states.Select(x => x.First()))
        {
            using (var next = new WriterConnection(new Database(moment))) new CopyCatchUp(next).Run(cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(expected[^1], State(moment));
        }
    }

    [Fact]
    public void In_a_migration_there_is_the_old_schema_with_its_rows_or_the_new_one()
    {
        OldDatabase.Create(_path, 1);
        List<string> moments;
        using (var connection = OldDatabase.Open(_path))
        {
            connection.Execute("PRAGMA foreign_keys = 1");
            moments = Moments(connection.Handle!, () => Migrations.Apply(connection, _path));
        }

        Assert.True(moments.Count > 40, $"{moments.Count} moments");
        var versions = new HashSet<int>();
        foreach (var moment in moments)
        {
            using var connection = OldDatabase.Open(moment);
            AssertSound(connection);
            var version = connection.ExecuteScalar<int>("PRAGMA user_version");
            versions.Add(version);
            Assert.Equal(["خبر قديم"], connection.Query<string>("SELECT title FROM articles"));
            Assert.Equal(version == 1 ? 0 : 1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'past_fact'"));
            connection.Close();
            // The next start ends what was begun.
            new Database(moment).Prepare();
        }

        Assert.All(versions, x => Assert.True(x == 1 || x == Migrations.Latest, $"schema {x}"));
        Assert.Contains(1, versions);
    }

    private void AssertWholeAtEveryMoment(Action<WriterConnection, ArticleStore, StartedRun> work)
    {
        using var writer = new WriterConnection(new Database(_path));
        var store = new ArticleStore(writer);
        var run = new RunStore(writer).Start("samples", "عينات", "SA", Now);
        Save(store, run, StoredArticles.Create());
        var before = State(_path);
        var handle = writer.InTransaction((connection, _) => connection.Handle!);
        var moments = Moments(handle, () => work(writer, store, run));
        var after = State(_path);
        Assert.NotEqual(before, after);
        Assert.True(moments.Count > 40, $"{moments.Count} moments");
        var states = moments.Select(State).ToList();
        Assert.All(states, x => Assert.True(x == before || x == after, $"half of an article:\n{x}\nbefore:\n{before}\nafter:\n{after}"));
        Assert.Contains(before, states);
    }

    /// <summary>Copies of the file and its log as they are at each moment of the work; the last is when it is done.</summary>
    private List<string> Moments(sqlite3 handle, Action work)
    {
        var moments = new List<string>();
        var log = new FileInfo(_path + "-wal");
        var written = log.Exists ? log.Length : 0;
        raw.sqlite3_progress_handler(handle, Instructions, _ => Take(), null);
        raw.sqlite3_trace(handle, (strdelegate_trace)((_, _) => Take()), null);
        work();
        raw.sqlite3_progress_handler(handle, 0, (delegate_progress?)null, null);
        raw.sqlite3_trace(handle, (strdelegate_trace?)null, null);
        Take();
        log.Refresh();
        for (var cut = 1; cut < Cuts; cut++) Take(written + ((log.Length - written) * cut / Cuts));
        return moments;

        int Take(long? logLength = null)
        {
            var moment = _folder.File($"{moments.Count}/press.db");
            Directory.CreateDirectory(Path.GetDirectoryName(moment)!);
            // The index of the log (-shm) is made anew by who opens it first.
            foreach (var end in (string[])["", "-wal", "-journal"])
                if (File.Exists(_path + end)) Copy(_path + end, moment + end);
            if (logLength is { } length)
            {
                using var cut = new FileStream(moment + "-wal", FileMode.Open);
                cut.SetLength(length);
            }

            moments.Add(moment);
            return 0;
        }
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.Create(to);
        source.CopyTo(target);
    }

    /// <summary>All that is in the file, in one text.</summary>
    private static string State(string path)
    {
        using var connection = OldDatabase.Open(path);
        AssertSound(connection);
        connection.Execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')");
        return string.Join('\n', connection.Query<string>(
            """
            SELECT 'article ' || id || ' ' || url || ' ' || rule_set || ' ' || content_hash || ' ' || length(text) FROM article
            UNION ALL SELECT 'fact ' || id || ' ' || type || ' ' || identity || ' ' || rule_set || ' ' || (SELECT COUNT(*) FROM fact_place WHERE fact_id = fact.id) FROM fact
            UNION ALL SELECT 'past ' || id || ' ' || identity FROM past_fact
            UNION ALL SELECT 'page ' || article_id || ' ' || length FROM page
            UNION ALL SELECT 'link ' || url || ' ' || outcome || ' ' || COALESCE(article_id, '') FROM link
            UNION ALL SELECT 'person ' || id || ' ' || name FROM person
            UNION ALL SELECT 'wording ' || article_id || ' ' || version || ' ' || cluster_id || ' ' || is_copy || ' ' || (SELECT COUNT(*) FROM wording_mark WHERE article_id = wording.article_id) FROM wording
            UNION ALL SELECT 'alike ' || article_id || ' ' || other_id FROM alike
            UNION ALL SELECT 'copy ' || article_id || ' ' || original_id || ' ' || share FROM copy
            UNION ALL SELECT 'words ' || id FROM quote_fact WHERE words_key IS NOT NULL
            UNION ALL SELECT 'word ' || rowid FROM articles_fts WHERE articles_fts MATCH 'متطوعا OR المكتبه'
            """));
    }

    private static void AssertSound(SqliteConnection connection)
    {
        Assert.Equal(["ok"], connection.Query<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
    }

    private static void Save(ArticleStore store, StartedRun run, StoredArticle article) => store.Save(article, new LinkRecord
    {
        Url = article.Url,
        SourceId = run.SourceId,
        Outcome = LinkOutcomes.Stored,
        FirstSeenAt = Now,
        CheckedAt = Now,
    });
}
