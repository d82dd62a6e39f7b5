using System.Text.Json;
using Dapper;

namespace PressIngest.Storage;

/// <summary>What a stored article gives to a new extraction.</summary>
public sealed record StoredText(
    long Id, string Source, string? Country, string? Title, bool TitleInText, string Text, DateTimeOffset? PublishedAt, IReadOnlyList<string> PageHashtags);

/// <summary>Reads stored articles one after the other, by their number: what is written meanwhile disturbs nothing.</summary>
public sealed class StoredTexts(Database database)
{
    private const int BatchSize = 200;

    public int Count(string? source)
    {
        using var connection = database.OpenForReading();
        return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles WHERE @source IS NULL OR source = @source", new { source });
    }

    public IEnumerable<StoredText> All(string? source)
    {
        using var connection = database.OpenForReading();
        for (long last = 0; ;)
        {
            var batch = connection.Query<Row>(
                """
                SELECT a.id, s.key AS Source, s.country, a.title, a.title_in_text AS TitleInText, a.text, a.published_at AS PublishedAt, a.page_hashtags AS PageHashtags
                FROM article a JOIN source_state s ON s.id = a.source_id
                WHERE a.id > @last AND (@source IS NULL OR s.key = @source)
                ORDER BY a.id LIMIT @BatchSize
                """,
                new { last, source, BatchSize }).ToList();
            foreach (var row in batch) yield return row.ToStoredText();
            if (batch.Count < BatchSize) yield break;
            last = batch[^1].Id;
        }
    }

    private sealed record Row(long Id, string Source, string? Country, string? Title, long TitleInText, string Text, string? PublishedAt, string PageHashtags)
    {
        public StoredText ToStoredText() =>
            new(Id, Source, Country, Title, TitleInText == 1, Text, SqlTime.Parse(PublishedAt), JsonSerializer.Deserialize<string[]>(PageHashtags) ?? []);
    }
}
