using System.Buffers;
using System.Text;
using PressIngest.Configuration;

namespace PressIngest.Discovery;

/// <summary>A new record for <c>sources.yaml</c>, and the file with the record in it: every other character stays as it is. Pure.</summary>
internal sealed record SourceEntry(string Key, string Name, string Kind, string Address, string? Country, string? TimeZone,
    string? Every, bool AllowPrivate)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\n\r\t\"'{}[]");

    /// <summary>The record as lines of YAML, the dash in the given column (from 0).</summary>
    public string Lines(int indent, string newline)
    {
        var pad = new string(' ', indent);
        var lines = new List<string> { $"{pad}- key: {Key}", $"{pad}  name: {Scalar(Name)}" };
        if (Country is not null) lines.Add($"{pad}  country: {Scalar(Country)}");
        if (TimeZone is not null) lines.Add($"{pad}  timezone: {TimeZone}");
        lines.Add($"{pad}  {Kind}: {Scalar(Address)}");
        if (Every is not null) lines.Add($"{pad}  every: {Every}");
        if (AllowPrivate) lines.Add($"{pad}  allow_private: true");
        return string.Concat(lines.Select(x => x + newline));
    }

    /// <summary>The file's text with the record behind its last source; null where that is written in a way that leaves no place for it.</summary>
    public string? AddTo(ConfigFile file)
    {
        var problems = new List<Problem>();
        if (ConfigNode.Parse(file.Path, file.Text, problems)?.Get("sources") is not { } list) return null;
        var newline = file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = file.Text.Split('\n').Select(x => x + "\n").ToList();
        lines[^1] = lines[^1][..^1];
        if (list.IsEmpty || (list.IsList && !list.Items().Any()))
        {
            // "sources:" and "sources: []" alike become the head of a list.
            var head = lines.FindIndex(x => x.StartsWith("sources:", StringComparison.Ordinal));
            if (head < 0) return null;
            var comment = lines[head].IndexOf('#', StringComparison.Ordinal);
            lines[head] = "sources:" + (comment < 0 ? newline : " " + lines[head][comment..]);
            return With(lines, head + 1, Lines(2, newline), newline);
        }

        if (list.Items().LastOrDefault() is not { IsMap: true } last || list.Items().First().Column < 3) return null;
        var indent = list.Items().First().Column - 3;
        if (!lines[last.Line - 1].AsSpan(indent).StartsWith("- ")) return null;
        var end = last.LastLine;
        // A flow record may close its brace on a line of its own.
        while (end < lines.Count && lines[end].Trim() is "}" or "]") end++;
        return With(lines, end, newline + Lines(indent, newline), newline);
    }

    private static string With(List<string> lines, int at, string record, string newline)
    {
        var text = new StringBuilder();
        for (var i = 0; i < at; i++) text.Append(lines[i]);
        if (text.Length > 0 && text[^1] != '\n') text.Append(newline);
        text.Append(record);
        for (var i = at; i < lines.Count; i++) text.Append(lines[i]);
        return text.ToString();
    }

    // Plain where YAML reads it as the same text; else in single quotes.
    private static string Scalar(string text)
    {
        var isPlain = text.Length > 0 && text.Trim() == text && char.IsLetter(text[0]) && !text.Contains(": ", StringComparison.Ordinal)
            && !text.Contains(" #", StringComparison.Ordinal)
            && !text.EndsWith(':') && text is not ("NO" or "no" or "yes" or "on" or "off" or "true" or "false" or "null")
            && !text.AsSpan().ContainsAny(Special);
        return isPlain ? text : $"'{text.ReplaceLineEndings(" ").Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
