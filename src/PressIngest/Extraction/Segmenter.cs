using PressIngest.Extraction.Quotations;

namespace PressIngest.Extraction;

/// <summary>Paragraphs end at line breaks, sentences at final punctuation; every token is in exactly one of each.</summary>
internal static class Segmenter
{
    public static TokenRange[] Paragraphs(Token[] tokens)
    {
        var ranges = new List<TokenRange>();
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Break) continue;
            ranges.Add(new TokenRange(start, i + 1));
            start = i + 1;
        }

        if (start < tokens.Length) ranges.Add(new TokenRange(start, tokens.Length));
        return [.. ranges];
    }

    public static TokenRange[] Sentences(Token[] tokens, TokenRange[] paragraphs)
    {
        var ranges = new List<TokenRange>();
        foreach (var paragraph in paragraphs)
        {
            var start = paragraph.Start;
            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (!EndsSentence(tokens, i)) continue;
                while (i + 1 < paragraph.End && ClosesSentence(tokens[i + 1])) i++;
                ranges.Add(new TokenRange(start, i + 1));
                start = i + 1;
            }

            if (start < paragraph.End) ranges.Add(new TokenRange(start, paragraph.End));
        }

        return [.. ranges];
    }

    private static bool EndsSentence(Token[] tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Punctuation) return false;
        // The press of Algeria writes a raised dot for a stop.
        if (token.Folded is "!" or "?" or "؟" or "…" or "۔"
            || (token.Folded is "·" && (i + 1 == tokens.Length || tokens[i + 1].SpaceBefore || tokens[i + 1].Kind == TokenKind.Break))) return true;
        if (token.Folded != ".") return false;
        var glued = i + 1 < tokens.Length && !tokens[i + 1].SpaceBefore;
        if (i == 0) return false;
        var before = tokens[i - 1];
        // 28.3, www.x and the like: a stop between digits or Latin letters with no space belongs to them.
        if (glued && (before.Kind == TokenKind.Number || IsLatin(before))
            && (tokens[i + 1].Kind == TokenKind.Number || IsLatin(tokens[i + 1]))) return false;
        // «موقع.نت»: a stop inside two words in marks.
        if (glued && i > 1 && i + 2 < tokens.Length && QuotationMarks.IsMark(tokens[i - 2]) && QuotationMarks.IsMark(tokens[i + 2])) return false;
        // د. أحمد، م. سارة، أ. د. …: a single letter before the stop is an abbreviation.
        if (!before.IsWord || before.Span.Length > 1) return true;
        return !(before.SpaceBefore || i == 1 || (tokens[i - 2].Folded == "." && i > 2 && tokens[i - 3].IsWord && tokens[i - 3].Span.Length == 1));
    }

    /// <summary>Closing marks and repeated stops stay with the sentence they end.</summary>
    private static bool ClosesSentence(Token token) => token.Kind == TokenKind.Break
        || (token.Kind == TokenKind.Punctuation && !token.SpaceBefore
        && token.Folded is "." or "!" or "؟" or "?" or "”" or "»" or "\"" or ")" or "’" or "…");

    private static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && token.Folded[0] is >= 'a' and <= 'z';
}
