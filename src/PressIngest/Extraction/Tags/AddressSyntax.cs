namespace PressIngest.Extraction.Tags;

/// <summary>The shape of web addresses in running text; they are found so that their parts are read as nothing else.</summary>
internal static class AddressSyntax
{
    public static bool SchemeAt(string text, int start, int end) =>
        string.CompareOrdinal(text, end, "://", 0, 3) == 0
        && text.AsSpan(start, end - start) is var scheme
        && (scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
            || scheme.Equals("ftp", StringComparison.OrdinalIgnoreCase));

    /// <summary>Where a host name (labels with dots, the last of two letters or more) that
    /// begins here ends; the start itself where there is none.</summary>
    public static int EndOfHost(string text, int start)
    {
        var end = start;
        var label = start;
        for (var i = start; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\0';
            if (char.IsAsciiLetterOrDigit(c) || (c is '-' or '_' && i > label)) continue;
            if (i == label) break;
            if (label > start && IsTopLevel(text.AsSpan(label, i - label))) end = i;
            if (c != '.') break;
            label = i + 1;
        }

        return end;
    }

    /// <summary>Where an address goes on to from here: to white space or a mark; closing punctuation belongs to the sentence.</summary>
    public static int EndOfUrl(string text, int from)
    {
        if (from >= text.Length || text[from] is not ('/' or ':' or '?' or '#')) return from;
        var end = from;
        while (end < text.Length && !char.IsWhiteSpace(text[end])
            && text[end] is not ('«' or '»' or '“' or '”' or '"' or '<' or '>' or '،' or '؛' or '؟' or '…')) end++;
        while (end > from && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’') end--;
        return end;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length is < 2 or > 24) return false;
        foreach (var c in label)
            if (!char.IsAsciiLetter(c)) return false;
        return true;
    }
}
