using System.Diagnostics.Metrics;
using PressIngest.Watching;

namespace PressIngest.Tests.Watching;

public sealed class PrometheusTextTests : IDisposable
{
    private readonly Telemetry _telemetry = new();
    private readonly MetricRegister _register;

    public PrometheusTextTests() => _register = new MetricRegister(_telemetry);

    public void Dispose()
    {
        _register.Dispose();
        _telemetry.Dispose();
    }

    [Fact]
    public void What_is_counted_measured_and_observed_stands_there_as_a_scraper_reads_it()
    {
        var counter = _telemetry.Meter.CreateCounter<long>("press.test.things", "{thing}", "A \\ and\na line");
        counter.Add(2, new KeyValuePair<string, object?>("kind", "a \"quoted\" \\ \n وسم"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "a \"quoted\" \\ \n وسم"));
        counter.Add(1);
        var histogram = _telemetry.Meter.CreateHistogram("press.test.time", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in (double[])[0.25, 0.5, 0.75, 4]) histogram.Record(value);
        var queue = _telemetry.Meter.CreateUpDownCounter<int>("press.test.queue");
        queue.Add(5);
        queue.Add(-2);
        _telemetry.Meter.CreateObservableGauge("press.test.size", () => 7L, "By");

        var ours = _register.Read().Where(x => x.Instrument.Name.StartsWith("press.test", StringComparison.Ordinal));
        Assert.Equal(
            """
            # TYPE press_test_queue gauge
            press_test_queue 3
            # TYPE press_test_size_bytes gauge
            press_test_size_bytes 7
            # HELP press_test_things_total A \\ and\na line
            # TYPE press_test_things_total counter
            press_test_things_total 1
            press_test_things_total{kind="a \"quoted\" \\ \n وسم"} 5
            # TYPE press_test_time_seconds histogram
            press_test_time_seconds_bucket{le="0.5"} 2
            press_test_time_seconds_bucket{le="1"} 3
            press_test_time_seconds_bucket{le="+Inf"} 4
            press_test_time_seconds_sum 5.5
            press_test_time_seconds_count 4

            """,
            PrometheusText.Of(ours));
        PrometheusParser.Parse(PrometheusText.Of(_register.Read()));
    }

    [Fact]
    public void A_gauge_that_is_no_longer_observed_is_gone()
    {
        var states = new List<Measurement<long>> { new(1, new KeyValuePair<string, object?>("state", "ok")) };
        _telemetry.Meter.CreateObservableGauge("press.test.state", () => states);
        Assert.Contains("state=\"ok\"", PrometheusText.Of(_register.Read()), StringComparison.Ordinal);
        states[0] = new(1, new KeyValuePair<string, object?>("state", "failing"));
        var text = PrometheusText.Of(_register.Read());
        Assert.DoesNotContain("state=\"ok\"", text, StringComparison.Ordinal);
        Assert.Contains("press_test_state{state=\"failing\"} 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_cut_off_leaves_nothing_in_the_queue()
    {
        using (var watch = _telemetry.Run("harbour"))
        {
            watch.Queued(10);
            watch.Dealt();
            Assert.Contains("\npressingest_queue 9\n", PrometheusText.Of(_register.Read()), StringComparison.Ordinal);
        }

        var text = PrometheusText.Of(_register.Read());
        Assert.Contains("\npressingest_queue 0\n", text, StringComparison.Ordinal);
        Assert.Contains("pressingest_runs_total{outcome=\"fault\",source=\"harbour\"} 1", text, StringComparison.Ordinal);
    }
}
