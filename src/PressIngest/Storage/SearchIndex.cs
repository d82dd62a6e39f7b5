using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;

namespace PressIngest.Storage;

/// <summary>The full-text index: folded words over the text as stored. The index must be told what it forgets, word for word.</summary>
internal static class SearchIndex
{
    public static void Add(SqliteConnection connection, SqliteTransaction transaction, long id, string? title, string text) => connection.Execute(
        "INSERT INTO articles_fts (rowid, title, text) VALUES (@id, @title, @text)", Words(id, title, text), transaction);

    public static void Remove(SqliteConnection connection, SqliteTransaction transaction, long id, string? title, string text) => connection.Execute(
        "INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', @id, @title, @text)", Words(id, title, text), transaction);

    private static object Words(long id, string? title, string text) => new { id, title = ArabicText.Fold(title), text = ArabicText.Fold(text) };
}
