using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PressIngest.Configuration;

/// <summary>
/// A node of a YAML file that knows where it stands. Readers ask it for what they need; what is missing, of the wrong kind or unknown
/// is reported with its place, and reading goes on, so that one run shows every problem.
/// </summary>
internal sealed class ConfigNode
{
    private readonly YamlNode _node;
    private readonly ICollection<Problem> _problems;
    private readonly string _file;

    private ConfigNode(YamlNode node, string file, ICollection<Problem> problems)
    {
        _node = node;
        _file = file;
        _problems = problems;
    }

    public bool IsMap => _node is YamlMappingNode;

    public bool IsList => _node is YamlSequenceNode;

    /// <summary>The text of a scalar; null of a map, a list or an empty value.</summary>
    public string? Scalar => _node is YamlScalarNode { Value: { Length: > 0 } value } && value is not ("~" or "null") ? value : null;

    /// <summary>Reads a file's text. Null, and a problem, where it is no YAML map.</summary>
    public static ConfigNode? Parse(string file, string text, ICollection<Problem> problems)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            problems.Add(new Problem(file, (int)e.Start.Line, (int)e.Start.Column, $"not valid YAML: {e.InnerException?.Message ?? e.Message}"));
            return null;
        }

        if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root) return new ConfigNode(root, file, problems);
        problems.Add(new Problem(file, 1, 1, "expected a map of keys and values"));
        return null;
    }

    public ConfigNode? Get(string key) =>
        _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new ConfigNode(value, _file, _problems) : null;

    /// <summary>The entries of a map in their order; the key's place is the entry's.</summary>
    public IEnumerable<(string Key, ConfigNode Value)> Entries() => _node is YamlMappingNode map
        ? map.Children.Select(x => ((x.Key as YamlScalarNode)?.Value ?? "", new ConfigNode(x.Value, _file, _problems)))
        : [];

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IEnumerable<ConfigNode> Items() => _node switch
    {
        YamlSequenceNode list => list.Children.Select(x => new ConfigNode(x, _file, _problems)),
        YamlScalarNode => Scalar is null ? [] : [this],
        _ => [],
    };

    public string? Text(string key)
    {
        if (Get(key) is not { } value) return null;
        if (value._node is not YamlScalarNode) value.Report($"'{key}' must be a single value");
        return value.Scalar;
    }

    public string Required(string key)
    {
        if (Text(key) is { } value) return value;
        if (Get(key) is null or { Scalar: null }) Report($"'{key}' is missing");
        return "";
    }

    /// <summary>A list of texts, or a single one; empty where the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Get(key) is not { } value) return [];
        if (value.IsMap) value.Report($"'{key}' must be a list");
        var texts = new List<string>();
        foreach (var item in value.Items())
        {
            if (item.Scalar is { } text) texts.Add(text);
            else item.Report($"an item of '{key}' must be a single value");
        }

        return texts;
    }

    public bool Flag(string key, bool otherwise = false)
    {
        if (Text(key) is not { } text) return otherwise;
        if (text is "true" or "yes" or "on") return true;
        if (text is not ("false" or "no" or "off")) Get(key)!.Report($"'{key}' must be true or false, not '{text}'");
        return false;
    }

    public decimal? Number(string key)
    {
        if (Text(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
        Get(key)!.Report($"'{key}' must be a number, not '{text}'");
        return null;
    }

    /// <summary>Reports every key that is not among the known ones, with the nearest of them.</summary>
    public void RejectUnknown(params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in Entries())
        {
            if (known.Contains(key)) continue;
            var nearest = Spelling.Nearest(key, known);
            KeyReport(key, nearest is null ? $"unknown key '{key}'; expected one of: {string.Join(", ", known.ToArray())}" : $"unknown key '{key}'; did you mean '{nearest}'?");
        }
    }

    public void Report(string message) => _problems.Add(new Problem(_file, (int)_node.Start.Line, (int)_node.Start.Column, message));

    public void Note(string message) => _problems.Add(new Problem(_file, (int)_node.Start.Line, (int)_node.Start.Column, message) { IsNote = true });

    private void KeyReport(string key, string message)
    {
        var node = ((YamlMappingNode)_node).Children.Keys.First(x => (x as YamlScalarNode)?.Value == key || (x is not YamlScalarNode && key.Length == 0));
        _problems.Add(new Problem(_file, (int)node.Start.Line, (int)node.Start.Column, message));
    }
}
