using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>What an article was read from, as it came.</summary>
public sealed record StoredPages(PageBody First, IReadOnlyList<PageBody> Further, bool IsFragment);

/// <summary>Keeps pages, compressed, so that everything can be read and extracted again.</summary>
internal static class PageStore
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, long articleId, StoredArticle article)
    {
        connection.Execute(
            """
            INSERT INTO page (article_id, body, compression, content_type, length, is_fragment) VALUES (@articleId, @Body, 'br', @ContentType, @Length, @IsFragment)
            ON CONFLICT (article_id) DO UPDATE SET body = excluded.body, content_type = excluded.content_type, length = excluded.length, is_fragment = excluded.is_fragment
            """,
            new { articleId, Body = Compress(article.Body), article.ContentType, article.Body.Length, article.IsFragment },
            transaction);
        connection.Execute("DELETE FROM further_page WHERE article_id = @articleId", new { articleId }, transaction);
        connection.Execute(
            "INSERT INTO further_page (article_id, number, body, compression, content_type, length) VALUES (@articleId, @Number, @Body, 'br', @ContentType, @Length)",
            article.FurtherPages.Select((x, i) => new { articleId, Number = i + 2, Body = Compress(x.Bytes), x.ContentType, x.Bytes.Length }),
            transaction);
    }

    public static StoredPages Read(SqliteConnection connection, long articleId)
    {
        var (body, type, isFragment) = connection.QuerySingle<(byte[], string?, long)>(
            "SELECT body, content_type, is_fragment FROM page WHERE article_id = @articleId", new { articleId });
        var further = connection.Query<(byte[] Body, string? Type)>(
            "SELECT body, content_type FROM further_page WHERE article_id = @articleId ORDER BY number", new { articleId });
        return new StoredPages(new PageBody(Decompress(body), type),
            [.. further.Select(x => new PageBody(Decompress(x.Body), x.Type))], isFragment == 1);
    }

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(body);
        return compressed.ToArray();
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var body = new MemoryStream();
        brotli.CopyTo(body);
        return body.ToArray();
    }
}
