using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_has_the_schema_and_its_pragmas()
    {
        using var connection = new Database(_folder.File("a/press.db")).OpenForWriting();
        Assert.Equal(Migrations.Latest, connection.ExecuteScalar<int>("PRAGMA user_version"));
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.True(connection.ExecuteScalar<int>("PRAGMA busy_timeout") >= 5000);
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Opening_again_changes_nothing()
    {
        var database = new Database(_folder.File("press.db"));
        database.OpenForWriting().Dispose();
        using var connection = database.OpenForWriting();
        var before = connection.ExecuteScalar<long>("SELECT total_changes()");
        Assert.Equal(0, before);
    }

    [Fact]
    public void Several_programs_may_create_it_at_once()
    {
        var database = new Database(_folder.File("press.db"));
        Parallel.For(0, 8, _ => database.OpenForWriting().Dispose());
        using var connection = database.OpenForReading();
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT user_version) FROM pragma_user_version"));
    }

    [Fact]
    public void A_newer_schema_is_refused_and_left_alone()
    {
        var database = new Database(_folder.File("press.db"));
        using (var connection = database.OpenForWriting()) connection.Execute("PRAGMA user_version = 9999");
        Assert.Contains("newer PressIngest", Assert.Throws<StorageException>(database.OpenForWriting).Message, StringComparison.Ordinal);
        Assert.Contains("newer PressIngest", Assert.Throws<StorageException>(database.OpenForReading).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        var path = _folder.File("other.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("CREATE TABLE theirs (x)");
        }

        Assert.Contains("another program's tables", Assert.Throws<StorageException>(new Database(path).OpenForWriting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_in_words()
    {
        var path = _folder.Write("notes.txt", new string('x', 4096));
        Assert.Contains("is not a SQLite database", Assert.Throws<StorageException>(new Database(path).OpenForWriting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_where_there_is_no_file_says_what_to_do() =>
        Assert.Contains("run 'once'", Assert.Throws<StorageException>(new Database(_folder.File("none.db")).OpenForReading).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_in_words()
    {
        _folder.Write("file", "not a folder");
        Assert.Contains("cannot use", Assert.Throws<StorageException>(new Database(_folder.File("file/press.db")).OpenForWriting).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_dictionary_explains_every_view_and_column()
    {
        using var connection = new Database(_folder.File("press.db")).OpenForWriting();
        // Those that views are made of, the index reads or totals are changed through are no part of what researchers use.
        string[] inner = ["fact_row", "article_spelling", "typed_words", "printed_article", "title_change", "pair_change", "month_change", "tag_change"];
        var views = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'view'").Except(inner).Concat(["articles_fts", "dictionary", "folding"]).ToList();
        Assert.Equal(views.Order(), connection.Query<string>("SELECT DISTINCT object FROM dictionary ORDER BY object"));
        Assert.Equal(RowReader.Views.Order(), views.Except(["articles_fts", "search", "search_attached", "folding"]).Order());
        foreach (var view in views)
        {
            var columns = connection.Query<string>("SELECT name FROM pragma_table_info(@view)", new { view }).Append("").ToHashSet();
            var explained = connection.Query<string>("SELECT column FROM dictionary WHERE object = @view", new { view }).ToHashSet();
            Assert.Equal(columns.Order(), explained.Order());
        }
    }
}
