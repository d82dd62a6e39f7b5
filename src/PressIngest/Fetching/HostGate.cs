namespace PressIngest.Fetching;

/// <summary>
/// Politeness: one request at a time to a host, whoever asks, and a rest between two. Those who wait for a host get their turn in the order they
/// came, and hold up nobody who wants another host.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="jitter">Gives 0 to 1: how much of a quarter of the delay is added to it, so that requests do not come like clockwork.</param>
internal sealed class HostGate(TimeProvider time, Func<double> jitter)
{
    private const int SweepAbove = 1024;
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    private readonly Dictionary<string, HostLane> _lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn. The turn ends, and the rest begins, when it is disposed of.</summary>
    /// <returns>Null where the host is to be left alone for longer than <paramref name="patience"/>.</returns>
    public async Task<Turn?> EnterAsync(string host, TimeSpan delay, TimeSpan patience, CancellationToken cancellationToken)
    {
        var lane = Take(host);
        try
        {
            await lane.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(lane);
            throw;
        }

        var turn = new Turn(this, lane);
        try
        {
            var now = time.GetUtcNow();
            if (lane.HeldUntil - now > patience)
            {
                turn.GiveBack();
                return null;
            }

            var rest = lane.RestFor(delay * (1 + jitter() / 4), now);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, time, cancellationToken);
            return turn;
        }
        catch
        {
            turn.GiveBack();
            throw;
        }
    }

    /// <summary>How much longer the host is to be left alone.</summary>
    public TimeSpan HeldFor(string host)
    {
        lock (_lanes) return _lanes.TryGetValue(host, out var lane) && lane.HeldUntil - time.GetUtcNow() is var left
            && left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private HostLane Take(string host)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(host, out var lane)) _lanes.Add(host, lane = new HostLane());
            lane.Users++;
            return lane;
        }
    }

    private void Leave(HostLane lane)
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
        private readonly HostLane _lane;

        internal Turn(HostGate gate, HostLane lane) => (_gate, _lane) = (gate, lane);

        /// <summary>What came of the request; null where there was an answer that is no result of its own, such as a redirect.</summary>
        public void Learn(FetchResult? result)
        {
            lock (_gate._lanes) _lane.Learn(result, _gate.Now);
        }

        public void Dispose()
        {
            lock (_gate._lanes) _lane.LastEnd = _gate.Now;
            GiveBack();
        }

        internal void GiveBack()
        {
            _lane.Free.Release();
            _gate.Leave(_lane);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
