using Dapper;

namespace PressIngest.Storage;

/// <summary>A source as <c>sources</c> shows it.</summary>
public sealed record SourceStatus(string Key, SourceState State, long Articles, long Quotes, long Figures, long Campaigns);

/// <summary>The last sign of life of a running service.</summary>
public sealed record HeartbeatStatus(long ProcessId, string Host, DateTimeOffset StartedAt, DateTimeOffset BeatAt, DateTimeOffset? StoppedAt);

/// <summary>Reads what the diary says, for people and for the schedule.</summary>
public sealed class StatusQueries(Database database)
{
    /// <summary>Every source of the database by its key; empty where there is no database yet.</summary>
    public IReadOnlyDictionary<string, SourceStatus> Sources()
    {
        if (!File.Exists(database.Path)) return new Dictionary<string, SourceStatus>();
        using var connection = database.OpenForReading();
        return database.Guard(() =>
        {
            var counts = connection.Query<(string Key, long Articles, long Quotes, long Figures, long Campaigns)>(
                """
                SELECT s.key, COUNT(DISTINCT a.id), TOTAL(f.type = 'quote'), TOTAL(f.type = 'figure'), TOTAL(f.type = 'campaign')
                FROM source_state s
                LEFT JOIN article a ON a.source_id = s.id
                LEFT JOIN fact f ON f.article_id = a.id
                GROUP BY s.id
                """).ToDictionary(x => x.Key);
            return SourceStates.Read(connection, null, "ORDER BY key").ToDictionary(
                x => x.Key,
                x => new SourceStatus(x.Key, x.State, counts[x.Key].Articles, counts[x.Key].Quotes, counts[x.Key].Figures, counts[x.Key].Campaigns),
                StringComparer.Ordinal);
        });
    }

    /// <summary>The state of every source, without counting anything.</summary>
    public IReadOnlyList<(string Key, SourceState State)> States()
    {
        using var connection = database.OpenForReading();
        return database.Guard(() => SourceStates.Read(connection, null, "ORDER BY key"));
    }

    public HeartbeatStatus? Heartbeat()
    {
        using var connection = database.OpenForReading();
        return database.Guard(() => connection.Query<(long Id, string Host, string Started, string Beat, string? Stopped)>(
            "SELECT process_id, host, started_at, beat_at, stopped_at FROM heartbeat")
            .Select(x => new HeartbeatStatus(x.Id, x.Host, SqlTime.Parse(x.Started)!.Value, SqlTime.Parse(x.Beat)!.Value, SqlTime.Parse(x.Stopped)))
            .FirstOrDefault());
    }
}
