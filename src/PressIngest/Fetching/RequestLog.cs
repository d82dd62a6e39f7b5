using System.Collections.Concurrent;
using PressIngest.Watching;

namespace PressIngest.Fetching;

/// <summary>A request as it was made: robots.txt and each redirect are requests of their own.</summary>
/// <param name="Host">The host that was asked.</param>
/// <param name="Url">The address.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Duration">From the first byte sent to the last received.</param>
/// <param name="Outcome"><c>ok</c>, <c>not modified</c>, <c>redirect</c>, or the failure with its status.</param>
public sealed record RequestRecord(string Host, string Url, DateTimeOffset StartedAt, TimeSpan Duration, string Outcome);

/// <summary>The requests since the last time somebody took them away, for the diary. Bounded: of more than it holds the oldest are lost.</summary>
public sealed class RequestLog(Telemetry telemetry)
{
    private const int Most = 10_000;

    private readonly ConcurrentQueue<RequestRecord> _rows = new();

    public void Add(RequestRecord row)
    {
        telemetry.Asked(row);
        _rows.Enqueue(row);
        while (_rows.Count > Most && _rows.TryDequeue(out _))
        {
        }
    }

    public IReadOnlyCollection<RequestRecord> Drain()
    {
        var rows = new List<RequestRecord>();
        while (_rows.TryDequeue(out var row)) rows.Add(row);
        return rows;
    }
}
