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
    private const int MostValues = 20_000;

    /// <summary>The longest text that the values of one key make together; null where there is no prose.</summary>
    public static string? Text(IEnumerable<string> scripts)
    {
        string? best = null;
        foreach (var script in scripts)
        {
            foreach (var values in Values(script).GroupBy(x => x.Key, x => x.Value, StringComparer.Ordinal))
            {
                var text = string.Join("\n", values.Distinct(StringComparer.Ordinal));
                if (text.Length > (best?.Length ?? 0)) best = text;
            }
        }

        return best;
    }

    private static IEnumerable<(string Key, string Value)> Values(string script)
    {
        var key = "";
        var count = 0;
        for (var i = script.IndexOf('"', StringComparison.Ordinal); i >= 0 && count < MostValues; i = Next(script, i))
        {
            var end = EndOfString(script, i);
            if (end < 0) yield break;
            var after = end + 1 < script.Length ? script[end + 1] : '\0';
            if (after == ':') key = script[(i + 1)..end];
            else if (end - i > FewestCharacters && Decode(script[i..(end + 1)]) is { } value && IsProse(value))
            {
                count++;
                yield return (key, value);
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
