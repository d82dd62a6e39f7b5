namespace PressIngest.Fetching;

/// <summary>
/// Politeness: one request at a time to a host, whoever asks, and a rest between two. Those who wait for a host get their turn in the order they
/// came, and hold up nobody who wants another host.
/// </summary>
internal sealed class HostGate(TimeProvider time)
{
    private const int SweepAbove = 1024;
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn. The turn ends, and the rest begins, when it is disposed of.</summary>
    public async Task<Turn> EnterAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var lane = Take(host);
        try
        {
            await lane.Free.WaitAsync(cancellationToken);
            try
            {
                var wait = lane.RestFor(delay, time.GetUtcNow());
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
                return new Turn(this, lane);
            }
            catch
            {
                lane.Free.Release();
                throw;
            }
        }
        catch
        {
            Leave(lane);
            throw;
        }
    }

    /// <summary>How much longer the host wants to be left alone.</summary>
    public TimeSpan HeldFor(string host)
    {
        lock (_lanes) return _lanes.TryGetValue(host, out var lane) && lane.HeldUntil - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private Lane Take(string host)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(host, out var lane)) _lanes.Add(host, lane = new Lane());
            lane.Users++;
            return lane;
        }
    }

    private void Leave(Lane lane)
    {
        lock (_lanes)
        {
            lane.Users--;
            if (_lanes.Count <= SweepAbove) return;
            var now = time.GetUtcNow();
            foreach (var (host, idle) in _lanes)
            {
                if (idle.Users == 0 && idle.HeldUntil < now && now - idle.LastEnd > Forget) _lanes.Remove(host);
            }
        }
    }

    /// <summary>The right to ask a host, until it is disposed of.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly HostGate _gate;
        private readonly Lane _lane;

        internal Turn(HostGate gate, Lane lane) => (_gate, _lane) = (gate, lane);

        /// <summary>Nobody asks the host again before this much time has passed.</summary>
        public void Hold(TimeSpan time) => _lane.HeldUntil = _gate.Now + time;

        public void Dispose()
        {
            _lane.LastEnd = _gate.Now;
            _lane.Free.Release();
            _gate.Leave(_lane);
        }
    }

    internal sealed class Lane
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }

        public DateTimeOffset LastEnd { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset HeldUntil { get; set; } = DateTimeOffset.MinValue;

        public TimeSpan RestFor(TimeSpan delay, DateTimeOffset now)
        {
            var next = LastEnd == DateTimeOffset.MinValue ? now : LastEnd + delay;
            return (next > HeldUntil ? next : HeldUntil) - now;
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
