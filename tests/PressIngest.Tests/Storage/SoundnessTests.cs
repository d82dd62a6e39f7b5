using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>Damage is found at the start and before a copy is made, told in words, and left as it is.</summary>
public sealed class SoundnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_file_is_prepared_and_copied()
    {
        var database = new Database(_folder.File("press.db"));
        database.Prepare();
        database.Prepare();
        Snapshot.Write(database, _folder.File("copy.db"));
        Assert.True(File.Exists(_folder.File("copy.db")));
        new Database(_folder.File("copy.db")).Prepare();
    }

    [Fact]
    public void A_quick_check_finds_nothing_in_a_sound_file_of_any_content()
    {
        var database = new Database(_folder.File("press.db"));
        using var writer = new WriterConnection(database);
        var now = new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);
        var run = new RunStore(writer).Start("samples", "عينات", "SA", now);
        var article = StoredArticles.Create();
        new ArticleStore(writer).Save(article, new LinkRecord { Url = article.Url, SourceId = run.SourceId, Outcome = LinkOutcomes.Stored, FirstSeenAt = now, CheckedAt = now });
        using var connection = database.OpenForReading();
        Assert.Equal(["ok"], connection.Query<string>("PRAGMA quick_check"));
    }

    [Fact]
    public void A_damaged_file_is_refused_in_words_and_not_copied()
    {
        var database = Damaged();
        var before = File.ReadAllBytes(database.Path);
        foreach (var attempt in (Action[])[database.Prepare, () => Snapshot.Write(database, _folder.File("copy.db"))])
        {
            var message = Assert.Throws<StorageException>(attempt).Message;
            Assert.Contains($"{database.Path} is damaged", message, StringComparison.Ordinal);
            Assert.Contains("restore the last backup", message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.False(File.Exists(_folder.File("copy.db")));
        Assert.Equal(before, File.ReadAllBytes(database.Path));
    }

    /// <summary>A page in the middle of a table overwritten, as a failing disk does.</summary>
    private Database Damaged()
    {
        var database = new Database(_folder.File("press.db"));
        long page;
        using (var connection = database.OpenForWriting())
        {
            connection.Execute("INSERT INTO person (key, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT 'key ' || i, 'a name ' || i FROM n");
            page = connection.ExecuteScalar<long>("SELECT rootpage FROM sqlite_master WHERE name = 'person'");
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        using var file = new FileStream(database.Path, FileMode.Open);
        file.Position = (page - 1) * 4096;
        file.Write(Enumerable.Repeat((byte)0xFF, 4096).ToArray());
        return database;
    }
}
