using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Writes articles: an article, its page and all its facts in one transaction, so that there is never half of one.</summary>
public sealed class ArticleStore(WriterConnection writer)
{
    /// <summary>Adds the article, or brings its row up to date. The link that led to it is recorded in the same transaction.</summary>
    public SaveResult Save(StoredArticle article, LinkRecord link) => writer.InTransaction((connection, transaction) =>
    {
        if (ForgottenAddresses.Of(connection, transaction, [article.Identity, article.Url, link.Url]).Count > 0)
        {
            // Another address of it, which the site gave away only now.
            ForgottenAddresses.Add(connection, transaction, [article.Url, link.Url], article.FetchedAt);
            connection.Execute("DELETE FROM link WHERE url = @Url", new { link.Url }, transaction);
            return SaveResult.Forgotten;
        }

        var contentHash = HashOf($"{article.Title}\n{article.Text}");
        var known = Find(connection, transaction, article.Identity);
        if (known is not null && known.Url != article.Url && known.Title != article.Title && known.ContentHash != contentHash
            && IsAliasOf(known, article))
        {
            // Two different articles that claim one canonical address: the claim is worthless, each keeps its own.
            article = article with { Identity = article.Url };
            known = Find(connection, transaction, article.Identity);
        }

        SaveResult result;
        long id;
        if (known is null)
        {
            id = Insert(connection, transaction, article, contentHash, link.SourceId);
            result = SaveResult.Added;
        }
        else
        {
            id = known.Id;
            var same = known.ContentHash == contentHash && known.RuleSet == article.RuleSet && known.PublishedAt == SqlTime.Of(article.PublishedAt)
                && known.Author == article.Author && known.Reader == article.Reader;
            if (!same)
            {
                var (present, next) = (new KeptText(known.Title, known.Text, known.ContentHash),
                    new KeptText(article.Title, article.Text, contentHash));
                ArticleVersions.Keep(connection, transaction, id, present, next, article.FetchedAt);
                Update(connection, transaction, known, article, contentHash);
            }

            result = same ? SaveResult.Unchanged : SaveResult.Updated;
        }

        if (result != SaveResult.Unchanged)
        {
            PageStore.Write(connection, transaction, id, article);
            FactWriter.Write(connection, transaction, id, new FoundFacts(article.Title, article.Text, article.Facts) { Entities = article.Entities },
                article.RuleSet, known?.ContentHash == contentHash);
            new CopyClusters(connection, transaction).Place(id, article.Text);
        }

        LinkStore.Write(connection, transaction, link with { ArticleId = id });
        return result;
    });

    /// <summary>Brings a stored article to what is read and found in it now; its page stays as it came.</summary>
    /// <param name="stored">The article as it was stored when it was looked at.</param>
    /// <param name="renewed">What it comes to now.</param>
    /// <param name="isRehearsal">Tells the changes and makes none.</param>
    /// <returns>What became of its facts; null where the article itself was changed
    /// meanwhile, and what was found is of a text that is no more.</returns>
    public IReadOnlyList<FactChange>? Renew(StoredText stored, RenewedArticle renewed,
        bool isRehearsal) => writer.InTransaction((connection, transaction) =>
    {
        var known = Find(connection, transaction, stored.Identity);
        if (known is null || known.ContentHash != stored.ContentHash) return null;
        var contentHash = known.ContentHash;
        if (renewed.Read is { } read)
        {
            contentHash = HashOf($"{read.Title}\n{read.Text}");
            Update(connection, transaction, known, read, contentHash);
            new CopyClusters(connection, transaction).Place(stored.Id, read.Text);
        }

        var found = new FoundFacts(renewed.Read is null ? stored.Title : renewed.Read.Title, renewed.Read?.Text ?? stored.Text,
            renewed.Facts) { Entities = renewed.Entities };
        var changes = FactWriter.Write(connection, transaction, stored.Id, found, renewed.RuleSet, known.ContentHash == contentHash);
        if (isRehearsal) transaction.Rollback();
        else connection.Execute("UPDATE article SET rule_set = @RuleSet, reader = @Reader WHERE id = @Id",
            new { renewed.RuleSet, renewed.Reader, stored.Id }, transaction);
        return changes;
    });

    private static bool IsAliasOf(KnownArticle known, StoredArticle article) => article.Identity != article.Url && known.Url != article.Identity;

    private static KnownArticle? Find(SqliteConnection connection, SqliteTransaction transaction, string identity) =>
        connection.QuerySingleOrDefault<KnownArticle>(
            """
            SELECT id, url, title, author, published_at AS PublishedAt, text, content_hash AS ContentHash, rule_set AS RuleSet, reader
            FROM article WHERE identity = @identity
            """,
            new { identity },
            transaction);

    private static long Insert(SqliteConnection connection, SqliteTransaction transaction, StoredArticle article, string contentHash, long sourceId)
    {
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO article (identity, url, canonical_url, source_id, title, title_in_text, author, published_at, fetched_at,
                                 first_seen_at, text_seen_at, language, site, text, page_hashtags, content_hash, rule_set, reader)
            VALUES (@Identity, @Url, @CanonicalUrl, @SourceId, @Title, @TitleInText, @Author, @PublishedAt, @FetchedAt,
                    @FetchedAt, @FetchedAt, @Language, @Site, @Text, @PageHashtags, @ContentHash, @RuleSet, @Reader)
            RETURNING id
            """,
            Row(article, contentHash, sourceId),
            transaction);
        SearchIndex.Add(connection, transaction, id, article.Title, article.Text);
        return id;
    }

    private static void Update(SqliteConnection connection, SqliteTransaction transaction, KnownArticle known,
        StoredArticle article, string contentHash)
    {
        if (known.ContentHash != contentHash) SearchIndex.Remove(connection, transaction, known.Id, known.Title, known.Text);
        connection.Execute(
            """
            UPDATE article SET canonical_url = @CanonicalUrl, title = @Title, title_in_text = @TitleInText, author = @Author, published_at = @PublishedAt,
                fetched_at = @FetchedAt, language = @Language, site = @Site, text = @Text, page_hashtags = @PageHashtags, content_hash = @ContentHash, rule_set = @RuleSet,
                reader = @Reader
            WHERE identity = @Identity
            """,
            Row(article, contentHash, 0),
            transaction);
        if (known.ContentHash != contentHash) SearchIndex.Add(connection, transaction, known.Id, article.Title, article.Text);
    }

    private static object Row(StoredArticle article, string contentHash, long sourceId) => new
    {
        article.Identity,
        article.Url,
        article.CanonicalUrl,
        SourceId = sourceId,
        article.Title,
        article.TitleInText,
        article.Author,
        PublishedAt = SqlTime.Of(article.PublishedAt),
        FetchedAt = SqlTime.Of(article.FetchedAt),
        article.Language,
        article.Site,
        article.Text,
        PageHashtags = JsonSerializer.Serialize(article.PageHashtags),
        ContentHash = contentHash,
        article.RuleSet,
        article.Reader,
    };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record KnownArticle(long Id, string Url, string? Title, string? Author, string? PublishedAt, string Text, string ContentHash,
        string RuleSet, string? Reader);
}
