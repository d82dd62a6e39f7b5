namespace PressIngest.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class FakeTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _set;
    private DateTimeOffset _now = start ?? new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now + _set;
    }

    public override long GetTimestamp()
    {
        lock (_lock) return _now.Ticks;
    }

    /// <summary>Sets the clock on the wall, as somebody does whose clock was wrong: no time passes.</summary>
    public void Set(TimeSpan by)
    {
        lock (_lock) _set += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; what is due on the way happens at its time.</summary>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset end;
        lock (_lock) end = _now + by;
        while (Due(end) is { } timer) timer.Fire();
        lock (_lock) _now = end;
    }

    /// <summary>Until somebody waits for a time no further away than this; gives how far away it is.</summary>
    public async Task<TimeSpan> UntilWaitingAsync(TimeSpan within)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_timers.MinBy(x => x.At) is { } next && next.At - _now <= within) return next.At - _now;
                changed = _changed.Task;
            }

            await changed;
        }
    }

    private Timer? Due(DateTimeOffset end)
    {
        lock (_lock)
        {
            var next = _timers.MinBy(x => x.At);
            if (next is null || next.At > end) return null;
            if (next.At > _now) _now = next.At;
            _timers.Remove(next);
            return next;
        }
    }

    private sealed class Timer(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                At = time._now + dueTime;
                time._timers.Add(this);
                time._changed.TrySetResult();
                time._changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            return true;
        }

        public void Fire()
        {
            if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero) Change(_period, _period);
            callback(state);
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
