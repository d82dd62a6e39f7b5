namespace PressIngest.Extraction.Tags;

/// <summary>The shape of an account's name: ASCII letters, digits, underscores and inner dots beside an <c>@</c>.</summary>
internal static class HandleSyntax
{
    /// <summary>A handle behind the sign at <paramref name="sign"/>.</summary>
    public static (TokenKind Kind, Span Span)? At(string text, int sign)
    {
        if (sign > 0 && !MayPrecede(text, sign)) return null;
        var end = EndOfName(text, sign + 1);
        if (end == sign + 1 || !HasLetterOrDigit(text, sign + 1, end)) return null;
        var next = end < text.Length ? text[end] : '\0';
        // @a@b is an address of a federated network, @http:// a broken link, and a foreign letter means that this is another kind of word.
        if (next is '@' or '＠' || string.CompareOrdinal(text, end, "://", 0, 3) == 0) return null;
        if (char.IsLetter(next) && !ArabicText.IsArabicLetter(next) && Atoms.IsLatinWord(next)) return null;
        return (TokenKind.Handle, Span.Between(sign, end));
    }

    /// <summary>A handle whose sign stands behind it: <c>name@</c>.</summary>
    public static (TokenKind Kind, Span Span)? Before(string text, int start, int sign)
    {
        if (sign + 1 < text.Length && (Atoms.IsLatinWord(text[sign + 1]) || text[sign + 1] is '@' or '.' or '-')) return null;
        if (start > 0 && text[start - 1] is '@' or '＠') return null;
        if (EndOfName(text, start) != sign || sign - start < 2 || !HasLetterOrDigit(text, start, sign)) return null;
        return (TokenKind.Handle, Span.Between(start, sign + 1));
    }

    private static bool MayPrecede(string text, int sign)
    {
        var before = text[sign - 1];
        if (before is '!' or '@' or '＠' or '#' or '＃' or '$' or '%' or '&' or '*' or '.' or '-' or '+') return false;
        if (!Atoms.IsLatinWord(before)) return true;
        // RT@name: a repost quoted as it was written.
        return sign >= 2 && text[sign - 1] is 'T' or 't' && text[sign - 2] is 'R' or 'r' && (sign == 2 || !Atoms.IsLatinWord(text[sign - 3]));
    }

    private static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.')) end++;
        while (end > start && text[end - 1] == '.') end--;
        return end > start && text[start] == '.' ? start : end;
    }

    private static bool HasLetterOrDigit(string text, int start, int end) => text.AsSpan(start, end - start).IndexOfAnyExcept('_', '.') >= 0;
}
