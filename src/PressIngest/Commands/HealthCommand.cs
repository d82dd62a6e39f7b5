using System.CommandLine;
using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>health</c>: 0 where a service is at work on the database, 1 where not; a container's HEALTHCHECK.</summary>
internal static class HealthCommand
{
    /// <summary>Missed beats until a service counts as dead.</summary>
    private const int MissedBeats = 4;

    public static Command Create(GlobalOptions options)
    {
        var command = new Command("health", "Exit code 0 where a service is at work on the database, 1 where not");
        command.SetAction(parsed => Run(parsed.GetValue(options.Db)!));
        return command;
    }

    private static int Run(string db)
    {
        var database = new Database(db);
        var queries = new StatusQueries(database);
        var beat = queries.Heartbeat();
        var (healthy, words) = Judge(beat, TimeProvider.System.GetUtcNow());
        var sources = queries.Sources();
        Console.Out.WriteLine($"{(healthy ? "healthy" : "unhealthy")}: {words}; {Words.Count((int)sources.Values.Sum(x => x.Articles), "article")} in {database.Path}; {Database.Engine}");
        foreach (var source in sources.Values.Where(x => x.State.LastError is not null)) Console.Out.WriteLine($"{source.Key}: {source.State.LastError}");
        return healthy ? 0 : 1;
    }

    /// <summary>A failing source is the source's trouble; the service is healthy while it beats.</summary>
    internal static (bool Healthy, string Words) Judge(HeartbeatStatus? beat, DateTimeOffset now) => beat switch
    {
        null => (false, "no service has run on this database yet"),
        { StoppedAt: { } stopped } => (false, $"the service stopped at {stopped:u}"),
        _ when now - beat.BeatAt > Heartbeat.Interval * MissedBeats =>
            (false, $"the service (process {beat.ProcessId} on {beat.Host}) has not been heard of since {beat.BeatAt:u}"),
        // A dead service would be healthy until the clock has caught up; a live one beats again at once.
        _ when beat.BeatAt - now > Heartbeat.Interval * MissedBeats => (false, $"the last heartbeat, {beat.BeatAt:u}, lies ahead: was the clock set back?"),
        _ => (true, $"the service (process {beat.ProcessId} on {beat.Host}) has run since {beat.StartedAt:u}"),
    };
}
