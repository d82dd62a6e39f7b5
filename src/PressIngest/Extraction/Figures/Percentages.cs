using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>Percentages: the sign on either side, في المائة, بالمئة; what they are of (53% من المشاركين, نسبة البطالة 15%).</summary>
internal static class Percentages
{
    private const int LongestPhrase = 4;
    private const int ReachOfRate = 6;

    /// <summary>The place behind the percent sign or words of a number, and where it begins; null where it is no percentage.</summary>
    public static (int Start, int End)? Of(FigureText text, NumberReading number)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (Mark(text, end) is { } behind) return (start, behind);
        if (start > 0 && text.Figures.PercentSigns.Contains(text.Tokens[start - 1].Folded) && number.InDigits
            && !text.Tokens[start].SpaceBefore
                && !(start > 1 && text.Tokens[start - 2].Kind == TokenKind.Number && !text.Tokens[start - 1].SpaceBefore)) return (start - 1, end);
        return null;
    }

    /// <summary>The place behind a percent sign or words that begin at a token.</summary>
    public static int? Mark(FigureText text, int at)
    {
        if (at < text.Tokens.Length && text.Figures.PercentSigns.Contains(text.Tokens[at].Folded)) return at + 1;
        return text.Figures.PercentWords.At(text.Tokens, at)?.End;
    }

    /// <summary>What a percentage is of, and where that ends.</summary>
    public static (string Noun, int End)? Whole(FigureText text, int start, int end)
    {
        var at = text.Is(end, "فقط") || text.Is(end, "تقريبا") ? end + 1 : end;
        if (text.Is(at, ")")) at++;
        if (text.Is(at, "من") && text.IsArabicWord(at + 1) && !text.Figures.NotNouns.Contains(text.Tokens[at + 1].Folded)) return Phrase(text, at + 1);
        if (Share(text, at) is { } share) return (text.Plain(share), share + 1);
        return Rate(text, start) is { } rate ? (rate, end) : null;
    }

    /// <summary>60% ذكور و40% إناث: in a breakdown the part is named by one word, and the next part or a stop follows.</summary>
    private static int? Share(FigureText text, int at)
    {
        if (!text.IsArabicWord(at) || text.Figures.NotNouns.Contains(text.Tokens[at].Folded) || Proclitics.StartsDefinite(text.Tokens[at].Folded)
            || text.Tokens[at].Folded.EndsWith('ا') || text.IsAny(at, text.Figures.Years)) return null;
        var next = at + 1;
        while (next <= at + 2 && (text.Is(next, "،") || text.Is(next, "و"))) next++;
        if (next >= text.Tokens.Length) return null;
        return text.Tokens[next].Kind == TokenKind.Number || (next == at + 1 && text.Tokens[next].Folded is "." or "\n") ? at : null;
    }

    /// <summary>A noun phrase: its head and, while that is indefinite, what it governs (إجمالي ضحايا الإرهاب); adjectives stay out.</summary>
    private static (string Noun, int End) Phrase(FigureText text, int at)
    {
        var words = new List<string> { text.Plain(at) };
        var end = at + 1;
        while (words.Count < LongestPhrase && text.IsArabicWord(end) && !Proclitics.StartsDefinite(text.Tokens[end - 1].Folded) && !HasSuffix(text.Tokens[end - 1].Folded)
            && !text.Figures.NotNouns.Contains(text.Tokens[end].Folded) && text.Tokens[end].Folded[0] != 'و')
            words.Add(text.Plain(end++));
        return (string.Join(' ', words), end);
    }

    /// <summary>نسبة البطالة … 15%: the rate's noun stands behind نسبة, not far before the number.</summary>
    private static string? Rate(FigureText text, int start)
    {
        var sentence = text.SentenceStart(start);
        for (var at = start - 1; at >= sentence && at > start - ReachOfRate; at--)
        {
            if (text.Tokens[at].Kind is TokenKind.Number or TokenKind.Punctuation) return null;
            if (text.IsWord(at) && text.Tokens[at].Folded is "نسبه" or "بنسبه" or "ونسبه" or "معدل" && at + 1 < start
                && Proclitics.StartsDefinite(text.Tokens[at + 1].Folded))
                return text.Plain(at + 1);
            if (RateNoun(text, at) is { } rate) return rate;
        }

        return null;
    }

    /// <summary>بفعالية فوق 75%, تصل فعاليته إلى 77%: without particles and suffix.</summary>
    private static string? RateNoun(FigureText text, int at)
    {
        if (!text.IsArabicWord(at)) return null;
        var folded = text.Tokens[at].Folded;
        var suffix = folded.EndsWith("تها", StringComparison.Ordinal) ? 3 : folded.EndsWith("ته", StringComparison.Ordinal) ? 2 : 0;
        if (suffix > 0) folded = folded[..^suffix] + "ه";
        foreach (var (particles, stem) in Proclitics.Readings(folded))
            if (text.Figures.RateNouns.Contains(stem))
                return suffix == 0 ? text.Plain(at)[particles.Length..] : text.Plain(at)[particles.Length..^suffix] + "ة";
        return null;
    }

    private static bool HasSuffix(string folded) => folded.Length > 4 && (folded.EndsWith("ها", StringComparison.Ordinal) || folded.EndsWith("هم", StringComparison.Ordinal));
}
