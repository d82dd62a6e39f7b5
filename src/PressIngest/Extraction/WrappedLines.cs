namespace PressIngest.Extraction;

/// <summary>
/// Texts whose lines were broken to fit a column: there a line's end is a space and no paragraph's. A column shows by its lines, most of
/// which are about as long as the longest and end in the middle of a sentence; a comma at a line's end ends no paragraph anywhere.
/// </summary>
internal static class WrappedLines
{
    private const int LeastLines = 5;
    private const int WidestColumn = 120;
    private const double Full = 0.65;

    /// <summary>The tokens without the line breaks that end no paragraph.</summary>
    public static Token[] Join(string text, Token[] tokens, int headlineEnd)
    {
        var (lines, longest) = (1, 0);
        ForEachLine(tokens, (start, end) =>
        {
            lines++;
            longest = Math.Max(longest, tokens[end - 1].End - tokens[start].Start);
        });
        var wrapped = 0;
        var column = lines >= LeastLines && longest <= WidestColumn;
        if (column) ForEachLine(tokens, (start, end) => wrapped += IsFull(start, end) ? 1 : 0);
        column &= 2 * wrapped > lines;
        List<Token>? joined = null;
        var (lineStart, copied) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Break) continue;
            var joins = i > lineStart && i + 1 < tokens.Length && tokens[i].End > headlineEnd && IsSingle(text, tokens[i].Span)
                && ((tokens[i + 1].IsWord && tokens[i - 1].Folded is "،" or ",") || (column && IsFull(lineStart, i)));
            lineStart = i + 1;
            if (!joins) continue;
            joined ??= new List<Token>(tokens.Length);
            for (; copied < i; copied++) joined.Add(tokens[copied]);
            var next = tokens[i + 1];
            joined.Add(new Token(next.Kind, next.Span, next.Folded, SpaceBefore: true, next.Lists));
            copied = i + 2;
        }

        if (joined is null) return tokens;
        for (; copied < tokens.Length; copied++) joined.Add(tokens[copied]);
        return [.. joined];

        bool IsFull(int start, int end) => end > start && tokens[end - 1].End - tokens[start].Start >= Full * longest
            && (tokens[end - 1].IsWord || tokens[end - 1].Folded is "،" or ",");
    }

    private static void ForEachLine(Token[] tokens, Action<int, int> line)
    {
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Break) continue;
            if (i > start) line(start, i);
            start = i + 1;
        }
    }

    private static bool IsSingle(string text, Span lineBreak)
    {
        var breaks = 0;
        for (var i = lineBreak.Start; i < lineBreak.End; i++)
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < lineBreak.End && text[i + 1] == '\n'))) breaks++;
        return breaks == 1;
    }
}
