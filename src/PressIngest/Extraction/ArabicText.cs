using System.Globalization;
using System.Text;

namespace PressIngest.Extraction;

/// <summary>
/// The one folding of Arabic text, for matching only; what is stored keeps its spelling. Alef forms, ة/ه, ى/ي, hamza seats, Persian
/// ya and kaf become one letter; tatweel, tashkeel, bidi marks and other format characters go; presentation forms and full-width
/// letters are decomposed (NFKD); ٠-٩ and ۰-۹ become 0-9; Latin letters lose case and accents.
/// </summary>
internal static class ArabicText
{
    private const string Alone = "";

    /// <summary>Words up to this length are folded without an intermediate copy on the heap.</summary>
    public const int LongestWord = 64;

    /// <summary>Folds the text and keeps the way back to it.</summary>
    public static FoldedText FoldWithMap(string text)
    {
        var folded = new StringBuilder(text.Length);
        var map = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var before = folded.Length;
            Append(folded, text[i]);
            for (var k = before; k < folded.Length; k++) map.Add(i);
        }

        map.Add(text.Length);
        return new FoldedText(folded.ToString(), [.. map]);
    }

    /// <summary>What ASCII and the letters, digits and marks of Arabic fold to; '\0' where that takes a closer look.</summary>
    private static readonly char[] Folded = [.. Enumerable.Range(0, 0x700).Select(c => c < 0x80 ? char.ToLowerInvariant((char)c) : FoldLetter((char)c))];

    /// <summary>Folds the text: equal folded strings are the same word to a reader.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> letters = text.Length <= LongestWord ? stackalloc char[LongestWord] : new char[text.Length];
        return TryFold(text, letters, out var length) ? new string(letters[..length]) : FoldDecomposed(text);
    }

    /// <summary>
    /// Folds the text into a place of its length. Nearly every character is one folded letter or none; false where one is not, and the text
    /// goes the long way.
    /// </summary>
    public static bool TryFold(ReadOnlySpan<char> text, Span<char> letters, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            var letter = c < Folded.Length ? Folded[c] : FoldLetter(c);
            if (letter != '\0') letters[length++] = letter;
            else if (c is not 'ـ' && !Dropped(c)) return false;
        }

        return true;
    }

    /// <summary>True for letters of the Arabic script, presentation forms included.</summary>
    public static bool IsArabicLetter(char c) => c is >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي' ||
        c is >= '\u0620' and <= '\u064A' or >= '\u066E' and <= '\u06D3' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF'
            or >= '\uFE70' and <= '\uFEFC'
        && char.IsLetter(c);

    /// <summary>True for what stands on, in or between the letters of a word without ending it: tashkeel, tatweel, ZWNJ and bidi marks.</summary>
    public static bool IsInsideWord(char c) => !IsPlain(c) && (
        c is 'ـ' or '\u200C' or '\u200D'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark);

    /// <summary>True for invisible characters: bidi marks, joiners, the byte order mark, soft hyphen.</summary>
    public static bool IsInvisible(char c) => !IsPlain(c) && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>ASCII and the letters of Arabic, most of any text: no look-up of a category is needed.</summary>
    private static bool IsPlain(char c) => c is < '\u0080' or >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي';

    private static string FoldDecomposed(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text) Append(folded, c);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c < '\u0080')
        {
            folded.Append(char.ToLowerInvariant(c));
            return;
        }

        var letter = FoldLetter(c);
        if (letter != '\0') folded.Append(letter);
        else foreach (var part in Decompose(c)) folded.Append(part);
    }

    /// <summary>The common case, without an allocation; '\0' where the character needs more.</summary>
    private static char FoldLetter(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' or 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        'ک' => 'ك',
        >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي' => c,
        >= '٠' and <= '٩' => (char)('0' + (c - '٠')),
        >= '۰' and <= '۹' => (char)('0' + (c - '۰')),
        '،' or '؛' or '؟' or '«' or '»' or '“' or '”' or '–' or '—' => c,
        _ => '\0',
    };

    private static string Decompose(char c)
    {
        if (char.IsSurrogate(c)) return c.ToString();
        if (c is 'ـ' || Dropped(c)) return Alone;
        if (!char.IsLetterOrDigit(c) && c < '\uFB50') return c.ToString();
        var parts = c.ToString().Normalize(NormalizationForm.FormKD);
        var result = new StringBuilder(parts.Length);
        foreach (var part in parts)
        {
            if (part is 'ـ' || Dropped(part)) continue;
            var letter = part < '\u0080' ? '\0' : FoldLetter(part);
            result.Append(letter != '\0' ? letter : char.ToLowerInvariant(part));
        }

        return result.ToString();
    }

    private static bool Dropped(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}

/// <summary>A folded text; <c>Map[i]</c> is the index in the original of folded unit <c>i</c>, with one more entry for the end.</summary>
internal sealed record FoldedText(string Text, int[] Map)
{
    /// <summary>The span of the original that a span of the folded text was made from, marks on its last letter included.</summary>
    public Span Original(Span folded) => folded.Length == 0
        ? new Span(Map[folded.Start], 0)
        : Span.Between(Map[folded.Start], Map[folded.End]);
}
