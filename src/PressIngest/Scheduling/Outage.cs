namespace PressIngest.Scheduling;

/// <summary>
/// Whether a failure may be our own: when nothing can be reached, or the service has
/// only just started (networks come up late), no source is to blame.
/// </summary>
public sealed class Outage(TimeProvider time)
{
    /// <summary>Failures of that time ago or less are taken together; and so long after the start none counts.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>One site that is down is that site's trouble.</summary>
    private const int LeastSources = 2;

    private readonly Lock _gate = new();
    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly Dictionary<string, DateTimeOffset> _failingSince = new(StringComparer.Ordinal);
    private DateTimeOffset _lastAnswer = DateTimeOffset.MinValue;
    private bool _isDown;

    /// <summary>Some site answered, with whatever.</summary>
    public void Answered(string source)
    {
        lock (_gate)
        {
            _lastAnswer = time.GetUtcNow();
            _isDown = false;
            _failingSince.Remove(source);
        }
    }

    /// <summary>A source could not be reached. True where that says nothing of the source.</summary>
    public bool IsOurs(string source)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _failingSince.TryAdd(source, now);
            if (now - _start < Window && _lastAnswer < _start) return true;
            // Only those that have begun to fail just now: two that have long been dead are asked close together often enough.
            if (now - _lastAnswer > Window && _failingSince.Values.Count(x => now - x <= Window) >= LeastSources) _isDown = true;
            return _isDown;
        }
    }
}
