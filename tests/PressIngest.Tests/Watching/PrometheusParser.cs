using System.Globalization;
using System.Text.RegularExpressions;

namespace PressIngest.Tests.Watching;

/// <summary>Reads the text exposition format 0.0.4 as strictly as it is written down, and fails where a scraper would, or would be misled.</summary>
internal sealed class PrometheusParser
{
    private static readonly Regex Sample = new(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<value>[^ ]+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Label = new(@"\G(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=""(?<value>([^""\\\n]|\\[\\""n])*)""(,|$)", RegexOptions.ExplicitCapture);

    private readonly Dictionary<string, string> _types = [];
    private readonly Dictionary<string, double> _values = [];

    public IReadOnlyDictionary<string, string> Types => _types;

    /// <summary>The value of a series, written as <c>name{a="1",b="2"}</c> with the labels in their order; null where there is none.</summary>
    public double? this[string series] => _values.TryGetValue(series, out var value) ? value : null;

    public IEnumerable<string> Series => _values.Keys;

    public static PrometheusParser Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var parser = new PrometheusParser();
        foreach (var line in text[..^1].Split('\n')) parser.Read(line);
        parser.CheckHistograms();
        return parser;
    }

    private void Read(string line)
    {
        if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
        {
            var words = line.Split(' ');
            Assert.Equal(4, words.Length);
            Assert.Contains(words[3], (string[])["counter", "gauge", "histogram"]);
            Assert.True(_types.TryAdd(words[2], words[3]), $"two types: {line}");
            return;
        }

        if (line.StartsWith("# HELP ", StringComparison.Ordinal)) return;
        Assert.False(line.StartsWith('#'), line);
        var match = Sample.Match(line);
        Assert.True(match.Success, line);
        var name = match.Groups["name"].Value;
        var family = _types.ContainsKey(name) ? name : Regex.Replace(name, "_(bucket|sum|count)$", "", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Assert.True(_types.TryGetValue(family, out var type), $"no type before {line}");
        if (family != name) Assert.Equal("histogram", type);
        if (type == "counter") Assert.EndsWith("_total", name, StringComparison.Ordinal);
        var value = match.Groups["value"].Value == "+Inf" ? double.PositiveInfinity : double.Parse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (type != "gauge") Assert.True(value >= 0, line);
        Assert.True(_values.TryAdd(name + (match.Groups["labels"].Success ? $"{{{Labels(match.Groups["labels"].Value)}}}" : ""), value), $"twice: {line}");
    }

    private static string Labels(string text)
    {
        var names = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var match = Label.Match(text, at);
            Assert.True(match.Success, text);
            names.Add(match.Groups["name"].Value);
            at += match.Length;
        }

        Assert.Equal(names.Distinct(), names);
        return text;
    }

    private void CheckHistograms()
    {
        foreach (var family in _types.Where(x => x.Value == "histogram").Select(x => x.Key))
        {
            var buckets = _values.Where(x => x.Key.StartsWith(family + "_bucket{", StringComparison.Ordinal)).GroupBy(x => Regex.Replace(x.Key, ",?le=\"[^\"]*\"", "", RegexOptions.NonBacktracking));
            foreach (var series in buckets)
            {
                var counts = series.Select(x => x.Value).ToList();
                Assert.Equal(counts.Order(), counts);
                var all = series.Key.Replace("_bucket", "_count", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal);
                Assert.Equal(this[all], counts[^1]);
                Assert.Contains("le=\"+Inf\"", series.Last().Key, StringComparison.Ordinal);
            }
        }
    }
}
