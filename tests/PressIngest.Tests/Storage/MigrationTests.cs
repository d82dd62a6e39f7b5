using System.Globalization;
using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>A file of every earlier version, made of the migrations up to it and rows of the first, becomes one of today's and loses nothing.</summary>
public sealed class MigrationTests : IDisposable
{
    private const string Rows =
        """
        INSERT INTO source_state (id, key, name, country, state) VALUES (1, 'samples', 'عينات', 'SA', 'ok');
        INSERT INTO run (source_id, started_at, finished_at, outcome, added) VALUES (1, '2026-03-04T09:00:00Z', '2026-03-04T09:00:05Z', 'done', 1);
        INSERT INTO request (host, url, started_at, milliseconds, outcome) VALUES ('a.example', 'https://a.example/1', '2026-03-04T09:00:01Z', 20, 'ok');
        INSERT INTO article (id, identity, url, source_id, title, published_at, fetched_at, language, text, content_hash, rule_set)
        VALUES (1, 'https://a.example/1', 'https://a.example/1', 1, 'خبر', '2026-03-04T08:00:00Z', '2026-03-04T09:00:02Z', 'ar', 'قالت سلمى: «بدأنا مع 40 متطوعا» #نبض', 'hash', '1+old'),
               (2, 'https://a.example/2', 'https://a.example/2', 1, 'خبر آخر', NULL, '2026-03-04T09:00:03Z', 'ar', 'نص', 'other', '1+old');
        INSERT INTO page (article_id, body, compression, content_type, length) VALUES (1, @page, 'br', 'text/html', 3), (2, @page, 'br', 'text/html', 3);
        INSERT INTO link (url, source_id, article_id, outcome, reason, first_seen_at, checked_at)
        VALUES ('https://a.example/1', 1, 1, 'stored', NULL, '2026-03-04T09:00:00Z', '2026-03-04T09:00:02Z'),
               ('https://a.example/2', 1, 2, 'stored', 'from the feed: HTTP 410', '2026-03-04T09:00:00Z', '2026-03-04T09:00:03Z');
        INSERT INTO articles_fts (rowid, title, text) VALUES (1, 'خبر', 'قالت سلمي: «بدانا مع 40 متطوعا» #نبض'), (2, 'خبر اخر', 'نص');
        INSERT INTO campaign (id, key, name) VALUES (1, 'نبض', 'نبض');
        INSERT INTO person (id, key, name) VALUES (1, 'سلمي', 'سلمى');
        INSERT INTO fact (id, article_id, type, identity, place, start, length, text, rule, first_rule_set, rule_set)
        VALUES (1, 1, 'quote', 'q', 'text', 12, 19, 'بدأنا مع 40 متطوعا', 'verb', '1+old', '1+old'), (2, 1, 'hashtag', 'h', 'text', 33, 4, '#نبض', 'hashtag', '1+old', '1+old'),
               (3, 1, 'person', 'p', 'text', 5, 4, 'سلمى', 'person', '1+old', '1+old'), (4, 1, 'campaign', 'c', 'text', 33, 4, '#نبض', 'tag', '1+old', '1+old'),
               (5, 1, 'figure', 'f', 'text', 21, 9, '40 متطوعا', 'count', '1+old', '1+old');
        INSERT INTO quote_fact (id, speaker_id, speaker, kind, cue, campaign_id) VALUES (1, 1, 'سلمى', 'direct', 'قالت', 1);
        INSERT INTO hashtag_fact (id, tag, folded) VALUES (2, 'نبض', 'نبض');
        INSERT INTO person_fact (id, person_id, name) VALUES (3, 1, 'سلمى');
        INSERT INTO campaign_fact (id, campaign_id, name, kind) VALUES (4, 1, 'نبض', 'حملة');
        INSERT INTO campaign_alias (fact_id, alias, is_hashtag) VALUES (4, 'نبض', 1);
        INSERT INTO figure_fact (id, value, unit, noun, qualifier, campaign_id) VALUES (5, 40, 'count', 'متطوع', 'exact', 1);
        INSERT INTO fact_place (fact_id, part, place, start, length) VALUES (1, 'mention', 'text', 12, 19), (1, 'cue', 'text', 0, 4), (1, 'speaker', 'text', 5, 4);
        INSERT INTO dictionary (object, column, meaning) VALUES ('articles', '', 'An old explanation');
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(1, Migrations.Latest - 1)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public void A_file_of_an_earlier_version_becomes_one_of_today(int version)
    {
        var path = _folder.File("press.db");
        Make(path, version);
        var database = new Database(path);
        Assert.Contains("older schema", Assert.Throws<StorageException>(database.OpenForReading).Message, StringComparison.Ordinal);
        using var connection = database.OpenForWriting();
        Assert.Equal(Migrations.Latest, connection.ExecuteScalar<int>("PRAGMA user_version"));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(Schema(new Database(_folder.File("new.db"))), Schema(database));

        Assert.Equal([(1L, "خبر"), (2L, "خبر آخر")], connection.Query<(long, string)>("SELECT id, title FROM articles ORDER BY id"));
        Assert.Equal(("سلمى", "نبض", 40L), connection.QuerySingle<(string, string, long)>(
            "SELECT q.speaker, c.name, f.value FROM quotes q JOIN campaigns c USING (campaign_id) JOIN figures f USING (campaign_id)"));
        Assert.Equal([1L], connection.Query<long>("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'متطوعا'"));
        Assert.Equal("hi\n"u8.ToArray(), new StoredTexts(database).Pages(1).First.Bytes);
        // Only 0003 could tell them apart, by the reason of the link.
        Assert.Equal([false, version < 3], ((long[])[1, 2]).Select(x => new StoredTexts(database).Pages(x).IsFragment));
        Assert.Equal(DataDictionary.Entries.Count, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM dictionary"));
        // Every view can be read.
        foreach (var view in RowReader.Views) connection.Query($"SELECT * FROM {view} LIMIT 1");
    }

    /// <summary>What the migrations made, each in its words, whatever their order.</summary>
    private static List<string> Schema(Database database)
    {
        using var connection = database.OpenForWriting();
        return [.. connection.Query<string>("SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master ORDER BY 1")];
    }

    private static void Make(string path, int version)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        var assembly = typeof(Database).Assembly;
        var files = assembly.GetManifestResourceNames().Where(x => x.StartsWith("PressIngest.Storage.Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files.Take(version))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            connection.Execute(reader.ReadToEnd());
        }

        connection.Execute($"PRAGMA user_version = {version.ToString(CultureInfo.InvariantCulture)}");
        using var page = new MemoryStream();
        using (var brotli = new BrotliStream(page, CompressionMode.Compress, leaveOpen: true)) brotli.Write("hi\n"u8);
        connection.Execute(Rows, new { page = page.ToArray() });
    }
}
