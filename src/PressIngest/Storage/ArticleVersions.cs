using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Texts that stood at an article's address one after the other: the present one
/// is the article's, the earlier ones are kept, each once.</summary>
internal static class ArticleVersions
{
    /// <summary>Of an article that changes all day long (a live report) the first text and the latest are kept.</summary>
    private const int MostKept = 50;

    /// <summary>Keeps the text that is about to be replaced, unless only its white space changes.</summary>
    public static void Keep(
        SqliteConnection connection, SqliteTransaction transaction, long articleId, KeptText present, KeptText next, DateTimeOffset now)
    {
        if (IsSame(present.Title, next.Title) && IsSame(present.Text, next.Text)) return;
        connection.Execute(
            """
            INSERT INTO article_version (article_id, title, text, hash, first_seen_at, last_seen_at)
            SELECT a.id, @Title, @Text, @Hash, COALESCE(a.text_seen_at, a.fetched_at), COALESCE(MAX(l.checked_at, a.text_seen_at), l.checked_at, a.fetched_at)
            FROM article a
            LEFT JOIN (SELECT MAX(checked_at) AS checked_at FROM link WHERE article_id = @articleId AND outcome = 'stored') l
            WHERE a.id = @articleId
            ON CONFLICT (article_id, hash) DO UPDATE SET last_seen_at = excluded.last_seen_at
            """,
            new { articleId, present.Title, present.Text, present.Hash },
            transaction);
        // A text that comes back is the one that was there before.
        var since = connection.QuerySingleOrDefault<string>(
            "DELETE FROM article_version WHERE article_id = @articleId AND hash = @Hash RETURNING first_seen_at",
            new { articleId, next.Hash }, transaction);
        connection.Execute(
            "UPDATE article SET first_seen_at = COALESCE(first_seen_at, fetched_at), text_seen_at = @since WHERE id = @articleId",
            new { articleId, since = since ?? SqlTime.Of(now) },
            transaction);
        connection.Execute(
            """
            DELETE FROM article_version WHERE article_id = @articleId AND id NOT IN (
                SELECT id FROM (SELECT id FROM article_version WHERE article_id = @articleId ORDER BY id DESC LIMIT @MostKept - 1)
                UNION SELECT MIN(id) FROM article_version WHERE article_id = @articleId)
            """,
            new { articleId, MostKept },
            transaction);
    }

    private static bool IsSame(string? a, string? b) => Letters(a).SequenceEqual(Letters(b));

    private static IEnumerable<char> Letters(string? text) => (text ?? "").Where(x => !char.IsWhiteSpace(x));
}

/// <summary>A title and text, and the hash that tells whether they are the same.</summary>
internal sealed record KeptText(string? Title, string Text, string Hash);
