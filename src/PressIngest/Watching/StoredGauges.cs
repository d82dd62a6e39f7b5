using System.Diagnostics.Metrics;
using PressIngest.Storage;

namespace PressIngest.Watching;

/// <summary>What only the database knows, read when somebody asks for it. Where it cannot be read, these are missing and the rest is there.</summary>
internal sealed class StoredGauges(Telemetry telemetry, StatusQueries status, Database database)
{
    /// <summary>Each call would add them anew: once a program.</summary>
    public void Register()
    {
        var meter = telemetry.Meter;
        meter.CreateObservableGauge("pressingest.database.size", () => database.Size, "By", "The database file with its write-ahead log");
        meter.CreateObservableGauge("pressingest.source.state", () => Each(x => (long?)1, x => SourceStates.Name(x.Kind)), null,
            "1 for the state that each source is in");
        meter.CreateObservableGauge("pressingest.source.success.time", () =>
            Each(x => x.LastSuccessAt?.ToUnixTimeSeconds()), "s", "When the source was last looked at with success, in seconds since 1970");
        meter.CreateObservableGauge("pressingest.source.next.time", () =>
            Each(x => x.NextRunAt?.ToUnixTimeSeconds()), "s", "When the source is looked at next, in seconds since 1970");
    }

    private IEnumerable<Measurement<long>> Each(Func<SourceState, long?> value, Func<SourceState, string>? state = null)
    {
        try
        {
            return
            [
                .. from source in status.States()
                   let number = value(source.State)
                   where number is not null
                   select new Measurement<long>(number.Value,
                       [new("source", source.Key), .. state is null ? [] : (KeyValuePair<string, object?>[])[new("state", state(source.State))]]),
            ];
        }
        catch (StorageException)
        {
            return [];
        }
    }
}
