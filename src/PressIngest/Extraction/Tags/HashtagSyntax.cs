using System.Globalization;

namespace PressIngest.Extraction.Tags;

/// <summary>
/// The shape of a hashtag: a UTS #31 hashtag identifier with at least one letter. Beside the plain form it knows what Arabic
/// typesetting makes of tags: <c># وسم</c>, <c>#سكن _ وتعليم</c>, <c>كلمة#وسم</c>, <c>#أ#ب</c>, <c>Tag#</c>.
/// </summary>
internal static class HashtagSyntax
{
    /// <summary>Punctuation that letters of other scripts are spelled with inside a word (UAX #31, optional medial characters).</summary>
    private const string Medial = "·־׳״་〜～〃";

    /// <summary>The hashtag whose sign stands at <paramref name="sign"/>; <paramref name="free"/> is where the last atom ended.</summary>
    public static (TokenKind Kind, Span Span)? At(string text, int sign, int free, bool afterHashtag)
    {
        var before = Previous(text, sign);
        if (before is '&' or '#') return null;
        var start = sign + 1;
        while (start < text.Length && ArabicText.IsInvisible(text[start])) start++;
        var end = EndOfTag(text, start);
        if (end == start)
        {
            if (ArabicText.IsArabicLetter(before) && ReversedArabic(text, sign, free) is { } reversed) return reversed;
            if (char.IsLetterOrDigit(before) && !ArabicText.IsArabicLetter(before)) return null;
            return Spaced(text, sign, start);
        }

        // A Latin or other letter right before the sign: C#5, a URL's fragment. Arabic words are often written onto the sign.
        if (!afterHashtag && (char.IsLetterOrDigit(before) || before == '_') && !ArabicText.IsArabicLetter(before)
            && !ArabicText.IsArabicLetter(text[start])) return null;
        if (!HasLetter(text, start, end) || string.CompareOrdinal(text, end, "://", 0, 3) == 0 || IsColour(text, sign, start, end)) return null;
        return (TokenKind.Hashtag, Span.Between(sign, WithSpacedUnderscores(text, WithoutConjunction(text, start, end))));
    }

    /// <summary>A Latin tag whose sign stands behind it; the identifier is what remains of the run after its last dot or hyphen.</summary>
    public static (TokenKind Kind, Span Span)? Before(string text, int start, int sign)
    {
        if (sign + 1 < text.Length && (Continues(text, sign + 1) || text[sign + 1] is '#')) return null;
        var from = sign;
        while (from > start && Atoms.IsLatinWord(text[from - 1])) from--;
        // One letter and the sign is the name of a language or a note: C#, F#.
        if (sign - from < 2 || !HasLetter(text, from, sign)) return null;
        return (TokenKind.Hashtag, Span.Between(from, sign + 1));
    }

    private static (TokenKind Kind, Span Span)? ReversedArabic(string text, int sign, int free)
    {
        var start = sign;
        var joined = false;
        while (start > free && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_' || ArabicText.IsInsideWord(text[start - 1]))) joined |= text[--start] == '_';
        return joined && text[start] != '_' ? (TokenKind.Hashtag, Span.Between(start, sign + 1)) : null;
    }

    /// <summary># وسم: a blank behind the sign. Arabic and Latin only, two letters at least.</summary>
    private static (TokenKind Kind, Span Span)? Spaced(string text, int sign, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\u00A0') start++;
        if (start == sign + 1 || start - sign > 3 || start >= text.Length) return null;
        if (!ArabicText.IsArabicLetter(text[start]) && !char.IsAsciiLetter(text[start])) return null;
        var end = EndOfTag(text, start);
        return end - start >= 2 ? (TokenKind.Hashtag, Span.Between(sign, WithSpacedUnderscores(text, end))) : null;
    }

    private static int EndOfTag(string text, int start)
    {
        var end = start;
        while (end < text.Length && Continues(text, end)) end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        // A joiner or bidi mark at the end joins nothing.
        while (end > start && ArabicText.IsInvisible(text[end - 1])) end--;
        return end;
    }

    private static bool Continues(string text, int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c))
            return i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
                && (char.IsLetterOrDigit(text, i) || IsMark(CharUnicodeInfo.GetUnicodeCategory(text, i)));
        return char.IsLetterOrDigit(c) || c is '_' or '＿' || ArabicText.IsInsideWord(c) || Medial.Contains(c)
            || (ArabicText.IsInvisible(c) && i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '_'));
    }

    private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool HasLetter(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (text[i] != 'ـ' && (char.IsLetter(text[i]) || (char.IsHighSurrogate(text[i]) && char.IsLetter(text, i)))) return true;
        return false;
    }

    /// <summary>#ff0000, or #fab behind a colon as in a style sheet; a word that happens to be spelled with a to f is a tag.</summary>
    private static bool IsColour(string text, int sign, int start, int end)
    {
        var code = text.AsSpan(start, end - start);
        if (code.Length is not (3 or 4 or 6 or 8)) return false;
        var digits = 0;
        foreach (var c in code)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
            if (char.IsAsciiDigit(c)) digits++;
        }

        if (digits > 0 || code.IndexOfAnyExcept(code[0]) < 0) return true;
        var before = sign - 1;
        while (before >= 0 && text[before] == ' ') before--;
        return before > 0 && text[before] == ':' && char.IsAsciiLetter(text[before - 1]);
    }

    /// <summary>#Tagو#وسم: the conjunction between a Latin tag and the next one is no part of it.</summary>
    private static int WithoutConjunction(string text, int start, int end) =>
        end - start > 2 && text[end - 1] == 'و' && char.IsAsciiLetterOrDigit(text[end - 2]) && end < text.Length
            && text[end] is '#' or '＃' ? end - 1 : end;

    /// <summary>#سكن _ وتعليم: an underscore with a blank before it can only be the tag's, pulled apart by justification.</summary>
    private static int WithSpacedUnderscores(string text, int end)
    {
        while (true)
        {
            var i = end;
            while (i < text.Length && text[i] == ' ') i++;
            if (i == end || i >= text.Length || text[i] != '_') return end;
            while (i < text.Length && text[i] is '_' or ' ') i++;
            var next = EndOfTag(text, i);
            if (next == i || !char.IsLetterOrDigit(text[i])) return end;
            end = next;
        }
    }

    private static char Previous(string text, int sign)
    {
        var i = sign - 1;
        while (i >= 0 && (ArabicText.IsInvisible(text[i]) || CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark)) i--;
        return i >= 0 ? text[i] : '\0';
    }
}
