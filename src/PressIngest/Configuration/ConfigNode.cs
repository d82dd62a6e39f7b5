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

    /// <summary>Where the node begins, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    public int Column => (int)_node.Start.Column;

    /// <summary>The last line that belongs to the node or to anything in it.</summary>
    public int LastLine => _node.AllNodes.Max(x => (int)(x is YamlScalarNode ? LastLineOf(x) : x.Start.Line));

    /// <summary>True of a key that nothing stands behind.</summary>
    public bool IsEmpty => _node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any } && Scalar is null;

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

    public ConfigNode? Get(string key) => Child(key) ?? (RenamedKeys.Before(key) is { } old ? Child(old) : null);

    /// <summary>The same; null also where nothing stands behind the key, as when all of a list is commented out.</summary>
    public ConfigNode? GetFilled(string key) => Get(key) is { IsEmpty: false } value ? value : null;

    /// <summary>The same, reported where it is no map.</summary>
    public ConfigNode? Map(string key, params ReadOnlySpan<string> known)
    {
        var value = Get(key);
        value?.RejectUnknown(known);
        return value;
    }

    /// <summary>The entries of a map in their order. Reported where it is none.</summary>
    public IEnumerable<(string Key, ConfigNode Value)> Entries()
    {
        if (_node is YamlMappingNode map) return map.Children.Select(x => ((x.Key as YamlScalarNode)?.Value ?? "", new ConfigNode(x.Value, _file, _problems)));
        Report("expected a map of keys and values");
        return [];
    }

    /// <summary>The items of a list; a single value counts as a list of one. Reported where it is neither.</summary>
    public IEnumerable<ConfigNode> Items()
    {
        if (_node is YamlSequenceNode list) return list.Children.Select(x => new ConfigNode(x, _file, _problems));
        if (Scalar is not null) return [this];
        Report("expected a list");
        return [];
    }

    /// <summary>The texts of a list, or a single one. What is no text is reported.</summary>
    public IReadOnlyList<string> Words()
    {
        var texts = new List<string>();
        foreach (var item in Items())
        {
            if (item.Word() is { } text) texts.Add(text);
        }

        return texts;
    }

    /// <summary>The text of a single value; null, and a problem, where it is none.</summary>
    public string? Word()
    {
        if (Scalar is null) Report(_node is YamlScalarNode ? "a value is missing" : "expected a single value");
        return Scalar;
    }

    public string? Text(string key)
    {
        if (Get(key) is not { } value) return null;
        if (value._node is not YamlScalarNode) value.Report($"'{key}' must be a single value");
        else if (value.Scalar is null) value.Report($"'{key}' has no value: give it one, or take the line away");
        return value.Scalar;
    }

    public string Required(string key)
    {
        if (Text(key) is { } value) return value;
        if (Get(key) is null) Report($"'{key}' is missing");
        return "";
    }

    /// <summary>A list of texts, or a single one; empty where the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (Get(key) is not { } value) return [];
        if (!value.IsMap) return value.Words();
        value.Report($"'{key}' must be a list");
        return [];
    }

    /// <summary>Reports a file of another version than this program reads; one that names none is of the first.</summary>
    public void RequireVersion()
    {
        if (Text("version") is not (null or "1")) Get("version")!.Report("this program reads version 1 of the format");
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
            if (RenamedKeys.Now(key) is { } now && known.Contains(now))
            {
                if (Child(now) is null) Add(KeyOf(key), $"'{key}' is called '{now}' now; the old name still works", isNote: true);
                else Add(KeyOf(key), $"'{key}' is the old name of '{now}', which is given too", isNote: false);
                continue;
            }

            var nearest = Spelling.Nearest(key, known);
            Add(KeyOf(key), nearest is null ? $"unknown key '{key}'; expected one of: {string.Join(", ", known.ToArray())}"
                : $"unknown key '{key}'; did you mean '{nearest}'?", isNote: false);
        }
    }

    public void Report(string message) => Add(_node, message, isNote: false);

    public void Note(string message) => Add(_node, message, isNote: true);

    private ConfigNode? Child(string key) =>
        _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value)
            ? new ConfigNode(value, _file, _problems) : null;

    // The end of a block scalar is where the next token begins, at the head of a line.
    private static long LastLineOf(YamlNode scalar) => scalar.End.Line > scalar.Start.Line
        && scalar.End.Column <= 1 ? scalar.End.Line - 1 : scalar.End.Line;

    private YamlNode KeyOf(string key) =>
        ((YamlMappingNode)_node).Children.Keys.First(x => (x as YamlScalarNode)?.Value == key || (x is not YamlScalarNode && key.Length == 0));

    // What two readers of one value find wrong with it is said once.
    private void Add(YamlNode at, string message, bool isNote)
    {
        var problem = new Problem(_file, (int)at.Start.Line, (int)at.Start.Column, message) { IsNote = isNote };
        if (!_problems.Contains(problem)) _problems.Add(problem);
    }
}
