using System.Diagnostics;
using System.Diagnostics.Metrics;
using PressIngest.Extraction;
using PressIngest.Fetching;
using PressIngest.Storage;

namespace PressIngest.Watching;

/// <summary>
/// What the program measures and traces of itself: one meter and one activity source, both named PressIngest. It knows nobody who listens: the
/// metrics endpoint and the export over OTLP both read from here.
/// </summary>
public sealed class Telemetry : IDisposable
{
    public const string Name = "PressIngest";

    private static readonly InstrumentAdvice<double> Moments =
        new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly InstrumentAdvice<double> Minutes = new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] };

    private readonly ActivitySource _source = new(Name);
    private readonly Counter<long> _runs;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _articles;
    private readonly Counter<long> _facts;
    private readonly Histogram<double> _runSeconds;
    private readonly Histogram<double> _requestSeconds;
    private readonly Histogram<double> _stageSeconds;
    private long _queue;

    public Telemetry()
    {
        Meter = new Meter(Name);
        _runs = Meter.CreateCounter<long>("pressingest.runs", "{run}", "Looks at sources by how they ended: done, failed, stopped, fault");
        _runSeconds = Meter.CreateHistogram("pressingest.run.duration", "s", "How long a look at a source took", advice: Minutes);
        _requests = Meter.CreateCounter<long>("pressingest.requests", "{request}", "Requests to sites by what came of them");
        _requestSeconds = Meter.CreateHistogram("pressingest.request.duration", "s", "How long a request took", advice: Moments);
        _articles = Meter.CreateCounter<long>("pressingest.articles", "{article}", "Links of sources by what a look at them came to");
        _facts = Meter.CreateCounter<long>("pressingest.facts", "{fact}", "Facts of new and changed articles by kind");
        _stageSeconds = Meter.CreateHistogram("pressingest.stage.duration", "s",
            "How long a stage (extract, store) took for an article", advice: Moments);
        Meter.CreateObservableGauge("pressingest.queue", () => Interlocked.Read(ref _queue), "{link}",
            "Links that are due in the runs under way and not yet dealt with");
    }

    /// <summary>The meter, so that a listener can tell it from another of the same name, and for gauges of what others know.</summary>
    internal Meter Meter { get; }

    /// <summary>A step that shows in a trace; null where nobody listens.</summary>
    public Activity? Span(string name, string? url = null) => _source.StartActivity(name)?.SetTag("url.full", url);

    /// <summary>A look at a source, until it is disposed of.</summary>
    public RunWatch Run(string source) => new(this, source, _source.StartActivity("run")?.SetTag("pressingest.source", source));

    /// <summary>Does a stage's work for one article, and takes its time.</summary>
    public T Stage<T>(string stage, Func<T> work)
    {
        using var span = Span(stage);
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _stageSeconds.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
        return result;
    }

    public void Found(Facts facts)
    {
        Count("hashtag", facts.Hashtags.Count);
        Count("handle", facts.Handles.Count);
        Count("campaign", facts.Campaigns.Count);
        Count("quote", facts.Quotations.Count);
        Count("figure", facts.Figures.Count);
        Count("date", facts.Dates.Count);
        Count("person", facts.People.Count);

        void Count(string kind, int count) => _facts.Add(count, new KeyValuePair<string, object?>("kind", kind));
    }

    /// <summary>A request that is over. Its span is made now, with the times that it had.</summary>
    public void Asked(RequestRecord request)
    {
        _requests.Add(1, new KeyValuePair<string, object?>("outcome", request.Outcome));
        _requestSeconds.Record(request.Duration.TotalSeconds);
        using var span = _source.StartActivity("request", ActivityKind.Client, default(ActivityContext), startTime: request.StartedAt);
        span?.SetTag("url.full", request.Url).SetTag("pressingest.outcome",
            request.Outcome).SetEndTime((request.StartedAt + request.Duration).UtcDateTime);
    }

    public void Dispose()
    {
        Meter.Dispose();
        _source.Dispose();
    }

    /// <summary>A look at a source: its time, what it came to, and how many of its links are still to be dealt with.</summary>
    public sealed class RunWatch : IDisposable
    {
        private readonly Telemetry _telemetry;
        private readonly string _source;
        private readonly Activity? _span;
        private readonly long _start = Stopwatch.GetTimestamp();
        private int _left;
        private string _outcome = "fault";

        internal RunWatch(Telemetry telemetry, string source, Activity? span) => (_telemetry, _source, _span) = (telemetry, source, span);

        public void Queued(int links)
        {
            _left = links;
            Interlocked.Add(ref _telemetry._queue, links);
        }

        public void Dealt()
        {
            Interlocked.Decrement(ref _left);
            Interlocked.Decrement(ref _telemetry._queue);
        }

        /// <summary>The run ended as it should; without this it ends with a fault.</summary>
        public void Ended(string outcome, RunCounts counts)
        {
            _outcome = outcome;
            Count("new", counts.Added);
            Count("updated", counts.Updated);
            Count("unchanged", counts.Unchanged);
            Count("left out", counts.Skipped);
            Count("failed", counts.Failed);

            void Count(string result, int count) =>
                _telemetry._articles.Add(count, new KeyValuePair<string, object?>("source", _source),
                    new KeyValuePair<string, object?>("result", result));
        }

        public void Dispose()
        {
            Interlocked.Add(ref _telemetry._queue, -_left);
            _telemetry._runs.Add(1, new KeyValuePair<string, object?>("source", _source), new KeyValuePair<string, object?>("outcome", _outcome));
            _telemetry._runSeconds.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds);
            if (_outcome is "failed" or "fault") _span?.SetStatus(ActivityStatusCode.Error);
            _span?.SetTag("pressingest.outcome", _outcome).Dispose();
        }
    }
}
