using System.Text.Json;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// The text of an article that a page carries only in a script, for its own program to show (__NEXT_DATA__, window.__STATE__ and their like).
/// Scripts are not run, and their JSON is looked through as text, since it stands within code: what counts are string values, by their keys.
/// </summary>
internal static class StateObject
{
    private const int FewestCharacters = 60;
    private const int MostValues = 50_000;
    private const int FewestParagraphs = 3;

    /// <summary>The longest text that the values of one key make; null where there is no prose.</summary>
    public static string? Text(IEnumerable<string> scripts)
    {
        string? best = null;
        foreach (var script in scripts)
        {
            foreach (var values in Prose(script).GroupBy(x => x.Key, x => x.Value, StringComparer.Ordinal))
            {
                var text = Joined([.. values.Distinct(StringComparer.Ordinal)]);
                if (text.Length > (best?.Length ?? 0)) best = text;
            }
        }

        return best;
    }

    /// <summary>The first value of one of the keys, in the order of the scripts; null where there is none.</summary>
    public static string? ValueOf(IEnumerable<string> scripts, IReadOnlySet<string> keys)
    {
        foreach (var script in scripts)
        {
            foreach (var (key, start, end) in Strings(script))
                if (keys.Contains(key) && Decode(script[start..end]) is { Length: > 0 } value) return value;
        }

        return null;
    }

    /// <summary>A value of several paragraphs is a text, and those like it are other articles; values of one are the text's paragraphs.</summary>
    private static string Joined(IReadOnlyList<string> values)
    {
        var whole = values.Where(x => Paragraphs(x) >= FewestParagraphs).ToList();
        return whole.Count == 0 ? string.Join("\n", values) : whole.First(x => x.Length >= whole.Max(y => y.Length) / 2);
    }

    private static int Paragraphs(string text) => text.AsSpan().Count("<p") + text.AsSpan().Count("<br") + text.AsSpan().Count("\n");

    private static IEnumerable<(string Key, string Value)> Prose(string script)
    {
        foreach (var (key, start, end) in Strings(script))
            if (end - start > FewestCharacters && Decode(script[start..end]) is { } value && IsProse(value)) yield return (key, value);
    }

    /// <summary>The string values of a script with their keys, as places of their literals.</summary>
    private static IEnumerable<(string Key, int Start, int End)> Strings(string script)
    {
        var key = "";
        var count = 0;
        for (var i = script.IndexOf('"', StringComparison.Ordinal); i >= 0 && count < MostValues; i = Next(script, i))
        {
            var end = EndOfString(script, i);
            if (end < 0) yield break;
            if (end + 1 < script.Length && script[end + 1] == ':')
            {
                key = script[(i + 1)..end];
            }
            else
            {
                count++;
                yield return (key, i, end + 1);
            }

            i = end;
        }
    }

    private static int Next(string script, int at) => at + 1 < script.Length ? script.IndexOf('"', at + 1) : -1;

    private static int EndOfString(string script, int start)
    {
        for (var i = start + 1; i < script.Length; i++)
        {
            if (script[i] == '\\') i++;
            else if (script[i] == '"') return i;
        }

        return -1;
    }

    private static string? Decode(string literal)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(literal);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsProse(string value)
    {
        var arabic = 0;
        var spaces = 0;
        foreach (var c in value)
        {
            if (ArabicText.IsArabicLetter(c)) arabic++;
            else if (c == ' ') spaces++;
        }

        return arabic > value.Length / 3 && spaces > 8;
    }
}
