using Dapper;
using PressIngest.Fetching;

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

    /// <summary>Links that failed before and whose next try is not yet due.</summary>
    public int Waiting { get; set; }

    /// <summary>Pages that were asked for.</summary>
    public int Pages { get; set; }

    /// <summary>Pages that a login, consent or challenge page, or a refusal, stood before.</summary>
    public int Blocked { get; set; }

    /// <summary>Pages on which the source's site rules matched nothing.</summary>
    public int Drifted { get; set; }
}

/// <summary>A run under way: its own id, its source's and the source's state before it, and what a conditional request needs.</summary>
public sealed record StartedRun(long Id, long SourceId, SourceState Before, string? ETag, string? LastModified);

/// <summary>How a run ended.</summary>
/// <param name="Outcome"><c>done</c>, <c>failed</c> or <c>stopped</c>.</param>
/// <param name="Message">What went wrong, in words.</param>
/// <param name="After">The source's state after it; null where it was stopped, which says nothing of the source.</param>
/// <param name="ETag">What the source answered with, for the next conditional request.</param>
/// <param name="LastModified">The same.</param>
public sealed record RunEnd(string Outcome, string? Message, SourceState? After, string? ETag, string? LastModified);

/// <summary>Writes the diary: which source was looked at when, and what came of it.</summary>
public sealed class RunStore(WriterConnection writer)
{
    /// <summary>Servers lie about what has changed: once a day a source is asked in full.</summary>
    private static readonly TimeSpan FullEvery = TimeSpan.FromDays(1);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public StartedRun Start(string key, string name, string? country, DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
    {
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO source_state (key, name, country) VALUES (@key, @name, @country)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, country = excluded.country
            RETURNING id
            """,
            new { key, name, country },
            transaction);
        var validators = connection.QuerySingle<(string? ETag, string? LastModified, string? AskedInFullAt)>(
            "SELECT etag, last_modified, asked_in_full_at FROM source_state WHERE id = @id", new { id }, transaction);
        var isFull = SqlTime.Parse(validators.AskedInFullAt) is not { } last || now - last >= FullEvery || last > now;
        if (isFull) connection.Execute("UPDATE source_state SET asked_in_full_at = @now WHERE id = @id",
            new { id, now = SqlTime.Of(now) }, transaction);
        // A run that the last process left open when it was killed.
        connection.Execute("UPDATE run SET outcome = 'stopped', message = 'the process ended before the run did' WHERE source_id = @id AND outcome = 'running'", new { id }, transaction);
        var run = connection.ExecuteScalar<long>(
            "INSERT INTO run (source_id, started_at, outcome) VALUES (@id, @now, 'running') RETURNING id",
            new { id, now = SqlTime.Of(now) }, transaction);
        var before = SourceStates.Read(connection, transaction, "WHERE id = @id", new { id }).Single().State;
        return isFull ? new StartedRun(run, id, before, null, null) : new StartedRun(run, id, before, validators.ETag, validators.LastModified);
    });

    public void Finish(StartedRun run, RunCounts counts, RunEnd end, DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
    {
        connection.Execute(
            """
            UPDATE run SET finished_at = @now, outcome = @Outcome, message = @Message, links = @Links, added = @Added, updated = @Updated,
                unchanged = @Unchanged, skipped = @Skipped, failed = @Failed
            WHERE id = @Id
            """,
            new { run.Id, now = SqlTime.Of(now), end.Outcome, end.Message, counts.Links, counts.Added, counts.Updated, counts.Unchanged,
                counts.Skipped, counts.Failed },
            transaction);
        if (end.After is not { } after) return;
        SourceStates.Write(connection, transaction, run.SourceId, after);
        if (end.Outcome == "done")
            connection.Execute("UPDATE source_state SET etag = @ETag, last_modified = @LastModified WHERE id = @SourceId",
                new { run.SourceId, end.ETag, end.LastModified }, transaction);
    });

    public void Log(IReadOnlyCollection<RequestRecord> requests)
    {
        if (requests.Count == 0) return;
        writer.InTransaction((connection, transaction) =>
        {
            var forgotten = ForgottenAddresses.Of(connection, transaction, requests.Select(x => x.Url));
            return connection.Execute(
                "INSERT INTO request (host, url, started_at, milliseconds, outcome) VALUES (@Host, @Url, @StartedAt, @Milliseconds, @Outcome)",
                requests.Where(x => !forgotten.Contains(x.Url)).Select(x =>
                    new { x.Host, x.Url, StartedAt = SqlTime.Of(x.StartedAt), Milliseconds = (long)x.Duration.TotalMilliseconds, x.Outcome }),
                transaction);
        });
    }

    /// <summary>Lets the source and its failed links be tried now, as if they had not failed.</summary>
    public void Retry(string key, DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
    {
        connection.Execute("UPDATE source_state SET slowdown = 0, next_run_at = @now, etag = NULL, last_modified = NULL WHERE key = @key",
            new { key, now = SqlTime.Of(now) }, transaction);
        connection.Execute(
            """
            UPDATE link SET attempts = 0, next_try_at = @now, outcome = CASE outcome WHEN 'set aside' THEN 'failed' ELSE outcome END
            WHERE source_id = (SELECT id FROM source_state WHERE key = @key) AND (attempts > 0 OR outcome = 'set aside')
            """,
            new { key, now = SqlTime.Of(now) },
            transaction);
    });

    /// <summary>Forgets the diary of more than ninety days ago.</summary>
    public void Prune(DateTimeOffset now) => writer.InTransaction((connection, transaction) =>
    {
        var before = SqlTime.Of(now - KeptFor);
        connection.Execute("DELETE FROM run WHERE started_at < @before", new { before }, transaction);
        connection.Execute("DELETE FROM request WHERE started_at < @before", new { before }, transaction);
    });

    public void Beat(DateTimeOffset startedAt, DateTimeOffset now,
        DateTimeOffset? stoppedAt = null) => writer.InTransaction((connection, transaction) => connection.Execute(
        """
        INSERT INTO heartbeat (id, process_id, host, started_at, beat_at, stopped_at) VALUES (1, @ProcessId, @MachineName, @startedAt, @now, @stoppedAt)
        ON CONFLICT (id) DO UPDATE SET process_id = excluded.process_id, host = excluded.host, started_at = excluded.started_at,
            beat_at = excluded.beat_at, stopped_at = excluded.stopped_at
        """,
        new { Environment.ProcessId, Environment.MachineName, startedAt = SqlTime.Of(startedAt), now = SqlTime.Of(now),
            stoppedAt = SqlTime.Of(stoppedAt) },
        transaction));
}
