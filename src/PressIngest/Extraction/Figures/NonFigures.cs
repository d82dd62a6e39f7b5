using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>Numbers that name, date, rank or list and measure nothing, told by what stands beside them.</summary>
internal static class NonFigures
{
    private const int LongestName = 6;

    /// <summary>True of a number that is none whatever stands behind it: المادة 5, رقم 12, 10 مساء, 1-, «100 مليون صحة», 38 لسنة 2010.</summary>
    public static bool Always(FigureText text, NumberReading number) =>
        // كلف القرار 40 مليون دينار: nothing is numbered in millions.
        (number.Scale == 1 && FollowsName(text, number, text.Figures.References)) || IsListMark(text, number)
            || IsTime(text, number) || IsTitle(text, number)
            || IsDimension(text, number) || IsYearBesideYearWord(text, number) || IsNumberOfYear(text, number);

    /// <summary>True of a number that is one only with a counted noun behind it: عام 2015, الجولة 3, a year or a date standing alone.</summary>
    public static bool WithoutNoun(FigureText text, NumberReading number) =>
        IsYear(text, number) || FollowsName(text, number, text.Figures.WeakReferences) || FollowsLatin(text, number) || HasLeadingZero(text, number);

    /// <summary>19xx, 20xx and the Hijri 13xx, 14xx in bare digits: figures only before a noun that is known to be counted.</summary>
    public static bool IsYear(FigureText text, NumberReading number) =>
        number is { BareDigits: true, Value: (>= 1900 and <= 2100) or (>= 1300 and <= 1499) } && decimal.IsInteger(number.Value);

    /// <summary>بثلاثة أهداف مقابل هدف is a score.</summary>
    public static bool IsScore(FigureText text, CountedNoun noun) =>
        text.Figures.ScoreNouns.Contains(noun.Folded) && text.Figures.ScoreAfter.At(text.Tokens, noun.Range.End) is not null;

    private static bool IsYearBesideYearWord(FigureText text, NumberReading number)
    {
        if (!IsYear(text, number)) return false;
        var end = number.Range.End;
        return text.IsAny(Before(text, number), text.Figures.Years)
            || text.Is(end, "م") || (text.IsWord(end) && text.Figures.TimesAfter.Contains(text.Tokens[end].Folded));
    }

    /// <summary>The law, case or decree 38 لسنة 2010.</summary>
    private static bool IsNumberOfYear(FigureText text, NumberReading number)
    {
        var end = number.Range.End;
        return number.BareDigits && (text.Is(end, "لسنه") || text.Is(end, "لعام")) && end + 1 < text.Tokens.Length
            && text.Tokens[end + 1] is { Kind: TokenKind.Number, Folded.Length: 4 };
    }

    private static bool FollowsName(FigureText text, NumberReading number, HashSet<string> names)
    {
        var at = Before(text, number);
        return text.IsAny(at, names) && text.Figures.NoReferences.Before(text.Tokens, at + 1) is null;
    }

    /// <summary>iPhone 6, Galaxy S 6: a Latin word before digits makes a model of them.</summary>
    private static bool FollowsLatin(FigureText text, NumberReading number)
    {
        var at = number.Range.Start - 1;
        return number.InDigits && number.Scale == 1 && text.IsWord(at) && !text.IsArabicWord(at);
    }

    private static bool HasLeadingZero(FigureText text, NumberReading number)
    {
        var token = text.Tokens[number.Range.Start];
        return token.Kind == TokenKind.Number && token.Folded.Length > 1 && token.Folded[0] == '0' && number.BareDigits;
    }

    private static bool IsTime(FigureText text, NumberReading number)
    {
        var end = number.Range.End;
        return number.Value <= 24 && number.Scale == 1 && text.IsWord(end) && text.Figures.TimesAfter.Contains(text.Tokens[end].Folded);
    }

    /// <summary>1- and 2) and (3) at the head of a paragraph or behind a colon or a stop number a list.</summary>
    private static bool IsListMark(FigureText text, NumberReading number)
    {
        if (!number.BareDigits || number.Value > 99) return false;
        var (start, end) = (number.Range.Start, number.Range.End);
        var bracketed = text.Tokens[start].Folded == "(";
        var heads = start == 0 || text.Tokens[start - 1].Kind == TokenKind.Break
            || text.Tokens[start - 1].Folded is ":" or "." or "؛" or "•" or "-" or "*" or "–";
        if (bracketed) return heads && (start == 0 || text.Tokens[start - 1].Kind == TokenKind.Break);
        if (end >= text.Tokens.Length || text.Tokens[end].SpaceBefore) return false;
        var mark = text.Tokens[end].Folded;
        var followed = end + 1 < text.Tokens.Length && (text.Tokens[end + 1].SpaceBefore || text.Tokens[end + 1].IsWord);
        if (mark == ")" && !(start > 0 && text.Tokens[start - 1].Folded == "(")) return true;
        return heads && followed && mark is "-" or "." or ")" or "–" or "/" or "_" && start < end && heads;
    }

    /// <summary>720 × 1604 is one thing of two numbers.</summary>
    private static bool IsDimension(FigureText text, NumberReading number) => IsTimes(text, number.Range.End)
        || IsTimes(text, number.Range.Start - 1);

    private static bool IsTimes(FigureText text, int at) => text.Is(at, "×") || text.Is(at, "*");

    /// <summary>«100 مليون صحة» behind حملة: the number begins a name in marks.</summary>
    private static bool IsTitle(FigureText text, NumberReading number)
    {
        var open = number.Range.Start - 1;
        if (open < 1 || text.Tokens[open].Folded is not ("«" or "\"" or "“" or "”" or "'" or "‘")) return false;
        if (!text.IsAny(open - 1, text.Figures.Named) && !text.IsAny(open - 2, text.Figures.Named)) return false;
        for (var at = number.Range.End; at < text.Tokens.Length && at <= number.Range.End + LongestName; at++)
            if (text.Tokens[at].Folded is "»" or "\"" or "”" or "“" or "'" or "’") return true;
        return false;
    }

    /// <summary>The word before a number, brackets and marks apart.</summary>
    private static int Before(FigureText text, NumberReading number)
    {
        var at = number.Range.Start - 1;
        return at > 0 && text.Tokens[at].Folded is "(" or "\"" or "«" or ":" or "“" ? at - 1 : at;
    }
}
