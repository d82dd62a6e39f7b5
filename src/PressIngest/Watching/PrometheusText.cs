using System.Globalization;
using System.Text;

namespace PressIngest.Watching;

/// <summary>Metrics as Prometheus reads them: its text exposition format 0.0.4. Pure.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
        {
            var name = NameOf(metric);
            if (metric.Instrument.Description is { } help)
                text.Append(CultureInfo.InvariantCulture,
                    $"# HELP {name} {help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {metric.Type.ToString().ToLowerInvariant()}\n");
            foreach (var point in metric.Points) Append(text, name, point);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, MetricPoint point)
    {
        if (point.Buckets is not { } buckets)
        {
            Line(text, name, point.Labels, null, point.Value);
            return;
        }

        foreach (var (bound, count) in buckets) Line(text, name + "_bucket", point.Labels, Number(bound), count);
        Line(text, name + "_sum", point.Labels, null, point.Value);
        Line(text, name + "_count", point.Labels, null, buckets[^1].Count);
    }

    private static void Line(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> labels, string? bound, double value)
    {
        text.Append(name);
        var pairs = labels.Select(x => $"{Word(x.Key)}=\"{Escape(x.Value)}\"").Concat(bound is null ? [] : [$"le=\"{bound}\""]).ToList();
        if (pairs.Count > 0) text.Append('{').AppendJoin(',', pairs).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>Dots become underscores; the unit stands in the name, and what only counts up ends in <c>_total</c>.</summary>
    private static string NameOf(Metric metric)
    {
        var unit = metric.Instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = Word(metric.Instrument.Name);
        return $"{name}{(name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit)}{(metric.Type == MetricType.Counter ? "_total" : "")}";
    }

    private static string Word(string name) => string.Concat(name.Select((x, i) => char.IsAsciiLetter(x) || (i > 0 && char.IsAsciiDigit(x)) ? x : '_'));

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n",
            StringComparison.Ordinal);

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
