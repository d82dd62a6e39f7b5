using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>What is known of a link: what came of it, when, and what a conditional request needs.</summary>
public sealed record LinkRecord
{
    public required string Url { get; init; }

    public required long SourceId { get; init; }

    public long? ArticleId { get; init; }

    /// <summary><c>stored</c>, <c>failed</c>, or why there is no article: see <see cref="LinkOutcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>In words.</summary>
    public string? Reason { get; init; }

    /// <summary>Failed attempts since the last success.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>When a failed link is tried again; null where it is not.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>What the source said of it then; when that changes, it is looked at again.</summary>
    public string? Hint { get; init; }

    public string? BodyHash { get; init; }
}

/// <summary>The outcomes that a link's row can have.</summary>
public static class LinkOutcomes
{
    public const string Stored = "stored";
    public const string Failed = "failed";
    public const string SetAside = "set aside";
    public const string NoArticle = "no article";
    public const string OtherLanguage = "other language";
    public const string NotKept = "no keep term";
}

/// <summary>Reads and writes <c>link</c>.</summary>
public sealed class LinkStore(WriterConnection writer)
{
    private const int MostParameters = 500;

    /// <summary>What is known of these links, by address.</summary>
    public IReadOnlyDictionary<string, LinkRecord> Find(IReadOnlyCollection<string> urls) => writer.InTransaction((connection, transaction) =>
        urls.Chunk(MostParameters).SelectMany(x => connection.Query<Row>($"{Select} WHERE url IN @x", new { x }, transaction))
            .ToDictionary(x => x.Url, x => x.ToRecord(), StringComparer.Ordinal));

    /// <summary>Those of the links that are never to be taken in again.</summary>
    public IReadOnlySet<string> Forgotten(IReadOnlyCollection<string> urls) =>
        writer.InTransaction((connection, transaction) => ForgottenAddresses.Of(connection, transaction, urls));

    /// <summary>Failed links of the source whose time has come, whether or not the source still lists them.</summary>
    public IReadOnlyList<LinkRecord> Due(long sourceId, DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
        connection.Query<Row>($"{Select} WHERE source_id = @sourceId AND next_try_at <= @now ORDER BY next_try_at LIMIT 1000",
            new { sourceId, now = SqlTime.Of(now) }, transaction)
            .Select(x => x.ToRecord()).ToList());

    public void Write(LinkRecord link) => writer.InTransaction((connection, transaction) => Write(connection, transaction, link));

    internal static void Write(SqliteConnection connection, SqliteTransaction transaction, LinkRecord link) => connection.Execute(
        """
        INSERT INTO link (url, source_id, article_id, outcome, reason, attempts, first_seen_at, checked_at, next_try_at, etag, last_modified, hint, body_hash)
        VALUES (@Url, @SourceId, @ArticleId, @Outcome, @Reason, @Attempts, @FirstSeenAt, @CheckedAt, @NextTryAt, @ETag, @LastModified, @Hint, @BodyHash)
        ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id, outcome = excluded.outcome, reason = excluded.reason, attempts = excluded.attempts,
            checked_at = excluded.checked_at, next_try_at = excluded.next_try_at, etag = excluded.etag, last_modified = excluded.last_modified,
            hint = excluded.hint, body_hash = excluded.body_hash
        """,
        new
        {
            link.Url,
            link.SourceId,
            link.ArticleId,
            link.Outcome,
            link.Reason,
            link.Attempts,
            FirstSeenAt = SqlTime.Of(link.FirstSeenAt),
            CheckedAt = SqlTime.Of(link.CheckedAt),
            NextTryAt = SqlTime.Of(link.NextTryAt),
            link.ETag,
            link.LastModified,
            link.Hint,
            link.BodyHash,
        },
        transaction);

    private const string Select =
        """
        SELECT url, source_id AS SourceId, article_id AS ArticleId, outcome, reason, attempts, first_seen_at AS FirstSeenAt, checked_at AS CheckedAt,
               next_try_at AS NextTryAt, etag, last_modified AS LastModified, hint, body_hash AS BodyHash
        FROM link
        """;

    private sealed record Row(
        string Url, long SourceId, long? ArticleId, string Outcome, string? Reason, long Attempts, string FirstSeenAt, string CheckedAt,
        string? NextTryAt, string? ETag, string? LastModified, string? Hint, string? BodyHash)
    {
        public LinkRecord ToRecord() => new()
        {
            Url = Url,
            SourceId = SourceId,
            ArticleId = ArticleId,
            Outcome = Outcome,
            Reason = Reason,
            Attempts = (int)Attempts,
            FirstSeenAt = SqlTime.Parse(FirstSeenAt)!.Value,
            CheckedAt = SqlTime.Parse(CheckedAt)!.Value,
            NextTryAt = SqlTime.Parse(NextTryAt),
            ETag = ETag,
            LastModified = LastModified,
            Hint = Hint,
            BodyHash = BodyHash,
        };
    }
}
