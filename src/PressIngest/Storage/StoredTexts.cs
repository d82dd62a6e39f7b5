using System.Text.Json;
using Dapper;
using PressIngest.Extraction;
using PressIngest.Extraction.Entities;

namespace PressIngest.Storage;

/// <summary>What a stored article gives to a new reading and extraction.</summary>
public sealed record StoredText(
    long Id, string Source, string? Country, string Identity, string Url, string? Title, bool TitleInText, string Text, DateTimeOffset? PublishedAt,
    DateTimeOffset FetchedAt,
    IReadOnlyList<string> PageHashtags, string ContentHash, string? Reader);

/// <summary>What a stored article comes to now.</summary>
/// <param name="Facts">What was found.</param>
/// <param name="RuleSet">The rules and vocabulary that found it.</param>
/// <param name="Reader">The version of reading that its text is of, or that could make nothing of its page.</param>
/// <param name="Read">The article as its pages are read now; null where they were not read again.</param>
/// <param name="NotRead">Why they could not be, in words.</param>
public sealed record RenewedArticle(Facts Facts, string RuleSet, string? Reader, StoredArticle? Read, string? NotRead)
{
    /// <summary>Whose the names in the facts are, across articles.</summary>
    internal EntityRules Entities { get; init; } = EntityRules.None;
}

/// <summary>Which articles are looked at again.</summary>
/// <param name="Source">Only those of this source.</param>
/// <param name="RuleSet">Not those that these rules have been over already, so that what was ended goes on; null for all.</param>
/// <param name="Readers">The reading that each source's articles should be of, by key.</param>
public sealed record StoredSelection(string? Source, string? RuleSet, IReadOnlyDictionary<string, string> Readers);

/// <summary>Reads stored articles one after the other, by their number: what is written meanwhile disturbs nothing.</summary>
public sealed class StoredTexts(Database database)
{
    private const int BatchSize = 200;

    private const string Selected =
        """
        FROM article a JOIN source_state s ON s.id = a.source_id
        WHERE (@Source IS NULL OR s.key = @Source)
          AND (@RuleSet IS NULL OR a.rule_set <> @RuleSet OR EXISTS (SELECT 1 FROM json_each(@Readers) r WHERE r.key = s.key AND r.value IS NOT a.reader))
        """;

    public int Count(StoredSelection selection)
    {
        using var connection = database.OpenForReading();
        return connection.ExecuteScalar<int>($"SELECT COUNT(*) {Selected}", Values(selection, 0));
    }

    public IEnumerable<StoredText> All(StoredSelection selection)
    {
        using var connection = database.OpenForReading();
        for (long last = 0; ;)
        {
            var batch = connection.Query<Row>(
                $"""
                SELECT a.id, s.key AS Source, s.country, a.identity, a.url, a.title, a.title_in_text AS TitleInText, a.text, a.published_at AS PublishedAt,
                       a.fetched_at AS FetchedAt, a.page_hashtags AS PageHashtags, a.content_hash AS ContentHash, a.reader
                {Selected} AND a.id > @last
                ORDER BY a.id LIMIT {BatchSize}
                """,
                Values(selection, last)).ToList();
            foreach (var row in batch) yield return row.ToStoredText();
            if (batch.Count < BatchSize) yield break;
            last = batch[^1].Id;
        }
    }

    /// <summary>The pages that the article was read from.</summary>
    public StoredPages Pages(long articleId)
    {
        using var connection = database.OpenForReading();
        return PageStore.Read(connection, articleId);
    }

    private static object Values(StoredSelection selection, long last) =>
        new { selection.Source, selection.RuleSet, Readers = JsonSerializer.Serialize(selection.Readers), last };

    private sealed record Row(
        long Id, string Source, string? Country, string Identity, string Url, string? Title, long TitleInText, string Text, string? PublishedAt,
            string FetchedAt, string PageHashtags,
        string ContentHash, string? Reader)
    {
        public StoredText ToStoredText() => new(
            Id, Source, Country, Identity, Url, Title, TitleInText == 1, Text, SqlTime.Parse(PublishedAt), SqlTime.Parse(FetchedAt)!.Value,
            JsonSerializer.Deserialize<string[]>(PageHashtags) ?? [], ContentHash, Reader);
    }
}
