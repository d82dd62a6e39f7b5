namespace PressIngest.Watching;

/// <summary>Whether the service lives and can work: what the heartbeat tells, and the endpoint passes on.</summary>
internal sealed class Pulse(TimeProvider time)
{
    /// <summary>Beats are half a minute apart: so long without one, and the process is stuck.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private long _beatAt = time.GetTimestamp();
    private string? _problem = "the service is starting";

    /// <summary>The heart has beaten.</summary>
    /// <param name="problem">Why the service can do no work, in words; null where it can.</param>
    public void Beat(string? problem)
    {
        lock (_gate) (_beatAt, _problem) = (time.GetTimestamp(), problem);
    }

    public void Stop() => Beat("the service is stopping");

    /// <summary>Null where the process lives; else what is wrong. The clock on the wall does not count: it may be set.</summary>
    public string? Ailment
    {
        get
        {
            lock (_gate)
            {
                var silence = time.GetElapsedTime(_beatAt);
                return silence > Patience ? $"no heartbeat for {silence.TotalSeconds:0} s" : null;
            }
        }
    }

    /// <summary>Null where the service can do its work; else why not.</summary>
    public string? Obstacle
    {
        get
        {
            lock (_gate) return Ailment ?? _problem;
        }
    }
}
