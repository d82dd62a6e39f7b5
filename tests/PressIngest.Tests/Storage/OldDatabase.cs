using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>A database as a program of an earlier schema left it: made by that schema's own statements, with a source and an article in it.</summary>
internal static class OldDatabase
{
    public static void Create(string path, int version)
    {
        _ = new Database(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = Open(path);
        connection.Execute("PRAGMA journal_mode = WAL");
        var assembly = typeof(Migrations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(x => x.Contains(".Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(version))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            connection.Execute(reader.ReadToEnd());
        }

        connection.Execute($"PRAGMA user_version = {version.ToString(CultureInfo.InvariantCulture)}");
        connection.Execute(
            """
            INSERT INTO source_state (id, key, name) VALUES (1, 'harbour', 'صحيفة الميناء');
            INSERT INTO article (id, identity, url, source_id, title, fetched_at, text, content_hash, rule_set)
            VALUES (1, 'https://harbour.example/1', 'https://harbour.example/1', 1, 'خبر قديم', '2025-05-01T08:00:00Z', 'نص الخبر القديم.', 'x', 'y');
            """);
    }

    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }
}
