using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace PressIngest.Watching;

/// <summary>
/// Tells in the log when the collector takes nothing, and when it does again. The exporter
/// itself says so only to who listens to its event source; what it
/// says of every single attempt becomes one line an outage.
/// </summary>
internal sealed class CollectorWatch(Uri address, TimeSpan interval, ILogger logger) : EventListener
{
    private const string Exporter = "OpenTelemetry-Exporter-OpenTelemetryProtocol";
    private const string Delivered = "ExportSuccess";

    private int _isDown;

    // The base class calls this before anything else here is set.
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Exporter) EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName == Delivered)
        {
            if (Interlocked.Exchange(ref _isDown, 0) == 1) logger.LogInformation(Events.ExportRecovered,
                "{Address} takes metrics and traces again", address);
        }
        else if (eventData.Level <= EventLevel.Warning && Interlocked.Exchange(ref _isDown, 1) == 0)
        {
            logger.LogWarning(
                Events.ExportFailed, "{Address} does not take metrics and traces, which are lost until it does; tried again every {Interval}: {Reason}",
                address, interval, Reason(eventData));
        }
    }

    // An exception comes with its stack; its first line is what went wrong.
    private static string Reason(EventWrittenEventArgs eventData) =>
        string.Join("; ", eventData.Payload?.Select(x => x?.ToString()?.Split('\n')[0].Trim()).Where(x => !string.IsNullOrEmpty(x)) ?? []);
}
