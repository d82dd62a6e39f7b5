using Dapper;

namespace PressIngest.Storage;

/// <summary>A source as <c>sources</c> shows it.</summary>
public sealed record SourceStatus(string Key, DateTimeOffset? LastRunAt, DateTimeOffset? LastSuccessAt, string? LastError, long Failures, long Articles, long Quotes, long Figures, long Campaigns);

/// <summary>The last sign of life of a running service.</summary>
public sealed record HeartbeatStatus(long ProcessId, string Host, DateTimeOffset StartedAt, DateTimeOffset BeatAt, DateTimeOffset? StoppedAt);

/// <summary>Reads what the diary says, for people and for the schedule.</summary>
public sealed class StatusQueries(Database database)
{
    public IReadOnlyList<SourceStatus> Sources()
    {
        using var connection = database.OpenForReading();
        return database.Guard(() => connection.Query<(string Key, string? Run, string? Success, string? Error, long Failures, long Articles, long Quotes, long Figures, long Campaigns)>(
            """
            SELECT s.key, s.last_run_at, s.last_success_at, s.last_error, s.failures,
                   COUNT(DISTINCT a.id), SUM(f.type = 'quote'), SUM(f.type = 'figure'), SUM(f.type = 'campaign')
            FROM source_state s
            LEFT JOIN article a ON a.source_id = s.id
            LEFT JOIN fact f ON f.article_id = a.id
            GROUP BY s.id
            ORDER BY s.key
            """)
            .Select(x => new SourceStatus(x.Key, SqlTime.Parse(x.Run), SqlTime.Parse(x.Success), x.Error, x.Failures, x.Articles, x.Quotes, x.Figures, x.Campaigns))
            .ToList());
    }

    public HeartbeatStatus? Heartbeat()
    {
        using var connection = database.OpenForReading();
        return database.Guard(() => connection.Query<(long Id, string Host, string Started, string Beat, string? Stopped)>(
            "SELECT process_id, host, started_at, beat_at, stopped_at FROM heartbeat")
            .Select(x => new HeartbeatStatus(x.Id, x.Host, SqlTime.Parse(x.Started)!.Value, SqlTime.Parse(x.Beat)!.Value, SqlTime.Parse(x.Stopped)))
            .FirstOrDefault());
    }

    /// <summary>When each source was last looked at with success, by key; empty where there is no database yet.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastSuccess()
    {
        if (!File.Exists(database.Path)) return new Dictionary<string, DateTimeOffset>();
        using var connection = database.OpenForReading();
        return connection.Query<(string Key, string Success)>("SELECT key, last_success_at FROM source_state WHERE last_success_at IS NOT NULL")
            .ToDictionary(x => x.Key, x => SqlTime.Parse(x.Success)!.Value, StringComparer.Ordinal);
    }
}
