namespace PressIngest.Tests.Scheduling;

/// <summary>
/// A clock for simulations: whoever waits finds at once that the time has passed. Time limits never come: what is under way takes no time here.
/// </summary>
internal sealed class LeapingTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void LeapTo(DateTimeOffset time)
    {
        lock (_gate)
        {
            if (time > _now) _now = time;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || state is CancellationTokenSource) return new Never();
        lock (_gate) _now += dueTime;
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Never();
    }

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
