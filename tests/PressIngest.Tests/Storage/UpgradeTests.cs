using System.Security.Cryptography;
using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>A new program on an old file.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public UpgradeTests() => _path = _folder.File("data/press.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_older_schema_is_copied_and_brought_to_this_one_with_all_that_is_in_it()
    {
        for (var version = 1; version < Migrations.Latest; version++)
        {
            var path = _folder.File($"{version}/press.db");
            OldDatabase.Create(path, version);
            var database = new Database(path);
            Assert.Contains("which brings it up to date, after a copy", Assert.Throws<StorageException>(database.OpenForReading).Message, StringComparison.Ordinal);
            database.Prepare();

            var copy = _folder.File($"{version}/press.schema-{version}.db");
            Assert.Equal(new Upgrade(version, Migrations.Latest, copy), database.Upgraded);
            using var now = database.OpenForReading();
            Assert.Equal(("خبر قديم", "harbour"), now.QuerySingle<(string, string)>("SELECT title, source FROM articles"));
            Assert.Equal("ok", now.ExecuteScalar<string>("PRAGMA integrity_check"));
            using var before = OldDatabase.Open(copy);
            Assert.Equal(version, before.ExecuteScalar<int>("PRAGMA user_version"));
            Assert.Equal("خبر قديم", before.QuerySingle<string>("SELECT title FROM article"));
            Assert.Equal(["press.db", $"press.schema-{version}.db"], Files(path).Where(x => Path.GetExtension(x) == ".db"));
        }
    }

    [Fact]
    public void A_file_of_this_schema_and_a_new_one_are_not_copied()
    {
        var database = new Database(_path);
        database.Prepare();
        database.Prepare();
        Assert.Null(database.Upgraded);
        Assert.Equal(["press.db"], Files(_path));
    }

    [Fact]
    public void An_upgrade_that_fails_leaves_the_file_as_it_was_and_says_what_to_do()
    {
        OldDatabase.Create(_path, 1);
        // What the next migration adds is there already.
        using (var connection = OldDatabase.Open(_path)) connection.Execute("ALTER TABLE source_state ADD COLUMN fresh_seconds INTEGER");
        var before = Hash();
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var message = Assert.Throws<StorageException>(new Database(_path).Prepare).Message;
            Assert.Contains($"{_path} could not be brought from schema 1 to {Migrations.Latest}. It is as it was: ", message, StringComparison.Ordinal);
            Assert.Contains("duplicate column name: fresh_seconds", message, StringComparison.Ordinal);
            Assert.Contains($"go on with the PressIngest that wrote it, and report this; a copy from before is at {_folder.File("data/press.schema-1.db")}", message, StringComparison.Ordinal);
            Assert.Equal(before, Hash());
            using var connection = OldDatabase.Open(_path);
            Assert.Equal((1, 1), (connection.ExecuteScalar<int>("PRAGMA user_version"), connection.ExecuteScalar<int>("SELECT COUNT(*) FROM article")));
        }
    }

    [Fact]
    public void An_upgrade_that_would_lose_what_rows_refer_to_does_not_happen()
    {
        OldDatabase.Create(_path, 1);
        using (var connection = OldDatabase.Open(_path)) connection.Execute("PRAGMA foreign_keys = 0; UPDATE article SET source_id = 77");
        Assert.Contains("rows would refer to others that are not there", Assert.Throws<StorageException>(new Database(_path).Prepare).Message, StringComparison.Ordinal);
        using var after = OldDatabase.Open(_path);
        Assert.Equal(1, after.ExecuteScalar<int>("PRAGMA user_version"));
    }

    [Fact]
    public void Where_no_copy_can_be_made_nothing_is_done()
    {
        OldDatabase.Create(_path, 1);
        Directory.CreateDirectory(_folder.File("data/press.schema-1.db"));
        var before = Hash();
        var message = Assert.Throws<StorageException>(new Database(_path).Prepare).Message;
        Assert.Contains("No copy of it could be made, so it was left as it is", message, StringComparison.Ordinal);
        Assert.Contains("make room for a second file of its size beside it", message, StringComparison.Ordinal);
        Assert.Equal(before, Hash());
        Assert.Equal(["press.db"], Files(_path));
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(_path)));

    private static IEnumerable<string?> Files(string path) => Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
