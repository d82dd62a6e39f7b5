using Dapper;

namespace PressIngest.Storage;

/// <summary>What a run over a source came to.</summary>
public sealed record RunCounts
{
    public int Links { get; set; }

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Skipped { get; set; }

    public int Failed { get; set; }

    /// <summary>Pages on which the source's site rules matched nothing.</summary>
    public int Drifted { get; set; }
}

/// <summary>A run under way: its own id, its source's, and what a conditional request for the source needs.</summary>
public sealed record StartedRun(long Id, long SourceId, string? ETag, string? LastModified);

/// <summary>Writes the diary: which source was looked at when, and what came of it.</summary>
public sealed class RunStore(WriterConnection writer)
{
    public StartedRun Start(string key, string name, string? country, DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
    {
        var source = connection.QuerySingle<(long Id, string? ETag, string? LastModified)>(
            """
            INSERT INTO source_state (key, name, country, last_run_at) VALUES (@key, @name, @country, @now)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, country = excluded.country, last_run_at = excluded.last_run_at
            RETURNING id, etag, last_modified
            """,
            new { key, name, country, now = SqlTime.Of(now) },
            transaction);
        // A run that the last process left open when it was killed.
        connection.Execute(
            "UPDATE run SET outcome = 'stopped', message = 'the process ended before the run did' WHERE source_id = @Id AND outcome = 'running'", new { source.Id }, transaction);
        var id = connection.ExecuteScalar<long>(
            "INSERT INTO run (source_id, started_at, outcome) VALUES (@Id, @now, 'running') RETURNING id", new { source.Id, now = SqlTime.Of(now) }, transaction);
        return new StartedRun(id, source.Id, source.ETag, source.LastModified);
    });

    /// <summary>Closes the run. <paramref name="error"/> is null where the source could be looked at.</summary>
    public void Finish(StartedRun run, RunCounts counts, string outcome, string? error, string? etag, string? lastModified, DateTimeOffset now) =>
        writer.InTransaction((connection, transaction) =>
        {
            connection.Execute(
                """
                UPDATE run SET finished_at = @now, outcome = @outcome, message = @error, links = @Links, added = @Added, updated = @Updated,
                    unchanged = @Unchanged, skipped = @Skipped, failed = @Failed
                WHERE id = @Id
                """,
                new { run.Id, now = SqlTime.Of(now), outcome, error, counts.Links, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Failed },
                transaction);
            if (outcome == "stopped") return;
            connection.Execute(
                error is null
                    ? "UPDATE source_state SET last_success_at = @now, last_error = NULL, failures = 0, etag = @etag, last_modified = @lastModified WHERE id = @SourceId"
                    : "UPDATE source_state SET last_error = @error, failures = failures + 1 WHERE id = @SourceId",
                new { run.SourceId, now = SqlTime.Of(now), error, etag, lastModified },
                transaction);
        });

    public void Beat(DateTimeOffset startedAt, DateTimeOffset now, DateTimeOffset? stoppedAt = null) => writer.InTransaction((connection, transaction) => connection.Execute(
        """
        INSERT INTO heartbeat (id, process_id, host, started_at, beat_at, stopped_at) VALUES (1, @ProcessId, @MachineName, @startedAt, @now, @stoppedAt)
        ON CONFLICT (id) DO UPDATE SET process_id = excluded.process_id, host = excluded.host, started_at = excluded.started_at,
            beat_at = excluded.beat_at, stopped_at = excluded.stopped_at
        """,
        new { Environment.ProcessId, Environment.MachineName, startedAt = SqlTime.Of(startedAt), now = SqlTime.Of(now), stoppedAt = SqlTime.Of(stoppedAt) },
        transaction));
}
