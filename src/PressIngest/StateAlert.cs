using System.Text.Encodings.Web;
using System.Text.Json;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>The news that a source's state has changed, as the webhook gets it.</summary>
internal static class StateAlert
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(RunReport report, DateTimeOffset now) => JsonSerializer.Serialize(
        new
        {
            @event = "source.state",
            source = report.Source.Key,
            name = report.Source.Name,
            state = SourceStates.Name(report.After.Kind),
            was = SourceStates.Name(report.Before.Kind),
            since = SqlTime.Of(report.Before.Since),
            at = SqlTime.Of(now),
            error = report.After.LastError,
            nextRun = SqlTime.Of(report.After.NextRunAt),
        },
        Options);
}
