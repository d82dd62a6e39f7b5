using Dapper;

namespace PressIngest.Storage;

/// <summary>How much is stored: of each kind, by source, and what came on each of the last days.</summary>
public sealed record StoreStats(long Articles, IReadOnlyDictionary<string, long> Facts, IReadOnlyList<SourceStats> Sources,
    IReadOnlyList<DayStats> Days, long DatabaseBytes);

public sealed record SourceStats(string Source, long Articles, IReadOnlyDictionary<string, long> Facts,
    string? FirstFetchedAt, string? LastFetchedAt);

/// <summary>A source on a day (UTC): how often it was looked at, how often that failed, and what came of its links.</summary>
public sealed record DayStats(string Day, string Source, long Looks, long LooksFailed, long Added, long Updated, long Failed);

/// <summary>Counts what is stored, for people.</summary>
public sealed class StatsQueries(Database database)
{
    /// <summary>Everything, with the days since <paramref name="since"/>.</summary>
    public StoreStats Read(DateOnly since)
    {
        using var connection = database.OpenForReading();
        return database.Guard(() =>
        {
            var facts = connection.Query<(string Source, string Kind, long Count)>(
                """
                SELECT s.key, f.type, COUNT(*)
                FROM fact f JOIN article a ON a.id = f.article_id JOIN source_state s ON s.id = a.source_id
                GROUP BY s.id, f.type ORDER BY f.type
                """).ToLookup(x => x.Source);
            var sources = connection.Query<(string Source, long Articles, string? First, string? Last)>(
                """
                SELECT s.key, COUNT(a.id), MIN(a.fetched_at), MAX(a.fetched_at)
                FROM source_state s LEFT JOIN article a ON a.source_id = s.id
                GROUP BY s.id ORDER BY s.key
                """).Select(x => new SourceStats(x.Source, x.Articles, facts[x.Source].ToDictionary(f => f.Kind, f => f.Count), x.First, x.Last)).ToList();
            var kinds = facts.SelectMany(x => x).GroupBy(x => x.Kind).OrderBy(x => x.Key, StringComparer.Ordinal).ToDictionary(x => x.Key,
                x => x.Sum(f => f.Count));
            return new StoreStats(sources.Sum(x => x.Articles), kinds, sources, Days(connection, since), database.Size);
        });
    }

    /// <summary>What a day came to, source by source.</summary>
    public IReadOnlyList<DayStats> Day(DateOnly day)
    {
        using var connection = database.OpenForReading();
        return database.Guard(() => Days(connection, day).Where(x => x.Day == FactRow.SqlDate(day)).ToList());
    }

    private static List<DayStats> Days(Microsoft.Data.Sqlite.SqliteConnection connection, DateOnly since) => connection.Query<DayStats>(
        """
        SELECT substr(r.started_at, 1, 10) AS Day, s.key AS Source, COUNT(*) AS Looks, SUM(r.outcome = 'failed') AS LooksFailed,
               SUM(r.added) AS Added, SUM(r.updated) AS Updated, SUM(r.failed) AS Failed
        FROM run r JOIN source_state s ON s.id = r.source_id
        WHERE r.started_at >= @since
        GROUP BY 1, s.id ORDER BY 1 DESC, s.key
        """,
        new { since = FactRow.SqlDate(since) }).AsList();
}
