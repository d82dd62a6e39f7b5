using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Reads and writes the state of sources.</summary>
internal static class SourceStates
{
    public static IReadOnlyList<(string Key, SourceState State)> Read(SqliteConnection connection, SqliteTransaction? transaction, string where = "",
        object? values = null) =>
        [.. connection.Query<Row>(
            $"""
            SELECT key, state, state_since AS StateSince, last_run_at AS LastRunAt, last_success_at AS LastSuccessAt, last_new_at AS LastNewAt,
                   next_run_at AS NextRunAt, last_error AS LastError, failures, slowdown, usual_gap_seconds AS UsualGapSeconds,
                   fresh_seconds AS FreshSeconds
            FROM source_state {where}
            """,
            values,
            transaction).Select(x => (x.Key, x.ToState()))];

    public static void Write(SqliteConnection connection, SqliteTransaction transaction, long id, SourceState state) => connection.Execute(
        """
        UPDATE source_state SET state = @Kind, state_since = @Since, last_run_at = @LastRunAt, last_success_at = @LastSuccessAt, last_new_at = @LastNewAt,
            next_run_at = @NextRunAt, last_error = @LastError, failures = @Failures, slowdown = @Slowdown, usual_gap_seconds = @UsualGap,
            fresh_seconds = @FreshFor
        WHERE id = @id
        """,
        new
        {
            id,
            Kind = Name(state.Kind),
            Since = SqlTime.Of(state.Since),
            LastRunAt = SqlTime.Of(state.LastRunAt),
            LastSuccessAt = SqlTime.Of(state.LastSuccessAt),
            LastNewAt = SqlTime.Of(state.LastNewAt),
            NextRunAt = SqlTime.Of(state.NextRunAt),
            state.LastError,
            state.Failures,
            state.Slowdown,
            UsualGap = (long?)state.UsualGap?.TotalSeconds,
            FreshFor = (long?)state.FreshFor?.TotalSeconds,
        },
        transaction);

    public static string Name(SourceStateKind kind) => kind.ToString().ToLowerInvariant();

    private sealed record Row(
        string Key, string State, string? StateSince, string? LastRunAt, string? LastSuccessAt, string? LastNewAt,
        string? NextRunAt, string? LastError,
        long Failures, long Slowdown, long? UsualGapSeconds, long? FreshSeconds)
    {
        public SourceState ToState() => new()
        {
            Kind = Enum.Parse<SourceStateKind>(State, ignoreCase: true),
            Since = SqlTime.Parse(StateSince),
            LastRunAt = SqlTime.Parse(LastRunAt),
            LastSuccessAt = SqlTime.Parse(LastSuccessAt),
            LastNewAt = SqlTime.Parse(LastNewAt),
            NextRunAt = SqlTime.Parse(NextRunAt),
            LastError = LastError,
            Failures = (int)Failures,
            Slowdown = (int)Slowdown,
            UsualGap = UsualGapSeconds is { } gap ? TimeSpan.FromSeconds(gap) : null,
            FreshFor = FreshSeconds is { } fresh ? TimeSpan.FromSeconds(fresh) : null,
        };
    }
}
