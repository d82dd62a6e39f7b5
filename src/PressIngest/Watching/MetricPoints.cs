using System.Diagnostics.Metrics;

namespace PressIngest.Watching;

/// <summary>A metric as it stands: its instrument, and a point for each set of labels.</summary>
internal sealed record Metric(Instrument Instrument, MetricType Type, IReadOnlyList<MetricPoint> Points);

internal enum MetricType
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>One series. Of a histogram the value is the sum, and the buckets count what is
/// no larger than their bounds, the last one all of it.</summary>
internal sealed record MetricPoint(IReadOnlyList<KeyValuePair<string, string>> Labels, double Value, IReadOnlyList<(double Bound, long Count)>? Buckets = null);

/// <summary>Keeps the present value of everything that the meters measure, for whoever comes and asks.</summary>
internal sealed class MetricRegister : IDisposable
{
    /// <summary>More sets of labels than this of one instrument are a mistake somewhere: further ones are not kept.</summary>
    private const int MostSeries = 5_000;

    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    /// <summary>The scheduler's and the runtime's own meters are passed on with ours.</summary>
    public static readonly IReadOnlyList<string> Others = ["Quartz", "System.Runtime"];

    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    public MetricRegister(Telemetry telemetry)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter != telemetry.Meter && !Others.Contains(instrument.Meter.Name)) return;
            lock (_gate)
            {
                if (!_kept.TryGetValue(instrument.Name, out var kept)) _kept.Add(instrument.Name, kept = new Kept(instrument));
                listener.EnableMeasurementEvents(instrument, kept);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<short>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<int>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<long>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<float>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<double>((_, value, labels, kept) => Add(value, labels, kept));
        _listener.SetMeasurementEventCallback<decimal>((_, value, labels, kept) => Add((double)value, labels, kept));
        _listener.Start();
    }

    /// <summary>Everything as it is now, by name.</summary>
    public IReadOnlyList<Metric> Read()
    {
        lock (_gate)
        {
            foreach (var kept in _kept.Values.Where(x => x.Instrument.IsObservable)) kept.Series.Clear();
        }

        _listener.RecordObservableInstruments();
        lock (_gate) return [.. _kept.Values.Where(x => x.Series.Count > 0).Select(x => x.ToMetric())];
    }

    public void Dispose() => _listener.Dispose();

    private void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels, object? state)
    {
        var kept = (Kept)state!;
        var pairs = new List<KeyValuePair<string, string>>(labels.Length);
        foreach (var (name, label) in labels) pairs.Add(new(name, label?.ToString() ?? ""));
        pairs.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var key = string.Join('\u001F', pairs.Select(x => $"{x.Key}\u001E{x.Value}"));
        lock (_gate)
        {
            if (!kept.Series.TryGetValue(key, out var series))
            {
                if (kept.Series.Count >= MostSeries) return;
                kept.Series.Add(key, series = new Series(pairs, kept.Bounds.Length));
            }

            series.Add(value, kept);
        }
    }

    /// <summary>An instrument and all its series. Two meters may have an instrument of the same
    /// name, as after a restart within a process: they are added up.</summary>
    private sealed class Kept(Instrument instrument)
    {
        public Instrument Instrument { get; } = instrument;

        public MetricType Type { get; } = TypeOf(instrument);

        public double[] Bounds { get; } = TypeOf(instrument) == MetricType.Histogram
            ? [.. (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? UsualBounds] : [];

        public SortedDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public Metric ToMetric() => new(Instrument, Type, [.. Series.Values.Select(x => x.ToPoint(this))]);

        private static MetricType TypeOf(Instrument instrument)
        {
            var name = instrument.GetType().Name;
            return name.StartsWith("Histogram", StringComparison.Ordinal) ? MetricType.Histogram
                : name.StartsWith("Counter", StringComparison.Ordinal)
                || name.StartsWith("ObservableCounter", StringComparison.Ordinal) ? MetricType.Counter
                : MetricType.Gauge;
        }
    }

    private sealed class Series(IReadOnlyList<KeyValuePair<string, string>> labels, int bounds)
    {
        private readonly long[] _counts = new long[bounds + 1];
        private double _value;

        public void Add(double value, Kept kept)
        {
            // What is observed is a state, and so is a gauge; an up-down counter is a gauge that is told its changes.
            var isState = kept.Instrument.IsObservable || kept.Instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);
            _value = isState ? value : _value + value;
            if (kept.Type != MetricType.Histogram) return;
            var at = Array.FindIndex(kept.Bounds, x => value <= x);
            _counts[at < 0 ? ^1 : at]++;
        }

        public MetricPoint ToPoint(Kept kept)
        {
            if (kept.Type != MetricType.Histogram) return new MetricPoint(labels, _value);
            var (buckets, sum) = (new List<(double, long)>(), 0L);
            for (var i = 0; i < _counts.Length; i++) buckets.Add((i < kept.Bounds.Length ? kept.Bounds[i] : double.PositiveInfinity, sum += _counts[i]));
            return new MetricPoint(labels, _value, buckets);
        }
    }
}
