using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>Two numbers that are one figure: 18-24, من 5 إلى 10, بين 5 و10.</summary>
internal static class Ranges
{
    private const int ReachOfChange = 7;

    /// <summary>The upper end of the range that begins with a number, or null.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lower">The first number.</param>
    /// <param name="lowerEnd">Where it ends, with a unit of its own if it has one (من 5 دولارات إلى …).</param>
    public static NumberReading? Upper(FigureText text, NumberReading lower, int lowerEnd)
    {
        var end = lower.Range.End;
        if (IsHyphen(text, end) && lower.InDigits && Read(text, end + 1) is { InDigits: true } hyphened)
            return hyphened.Value == lower.Value || (IsHyphen(text, hyphened.Range.End)
                && Read(text, hyphened.Range.End + 1) is not null) ? null : hyphened;
        // What stands before is looked at only where something behind can be the other end.
        bool? isBetween = null, isFrom = null;
        foreach (var at in (ReadOnlySpan<int>)[end, lowerEnd])
        {
            if (at > end && !Between() && !From()) break;
            if (text.Is(at, "الي") || text.Is(at, "حتي") || text.Is(at, "ل") || (text.Is(at, "وحتي") && From()))
                if (Read(text, at + 1) is { } to && Grows(lower, to) && !IsChange(text, lower, From())) return to;
            if (Read(text, at) is { Particles: "و" or "وال" } and && Grows(lower, and) && (Between() || BetweenNamed(text, lower))) return and;
            if (text.Is(at, "و") && text.Is(at + 1, "بين") && Between() && Read(text, at + 2) is { } second && Grows(lower, second)) return second;
            if (text.Is(at, "وبين") && Between() && Read(text, at + 1) is { } third && Grows(lower, third)) return third;
        }

        if ((text.Is(end, "او") || text.Is(end, "ل")) && lower.Scale == 1 && Read(text, end + 1) is { } or && or.Value <= 2 * lower.Value
            && Grows(lower, or)) return or;
        return null;

        bool Between() => isBetween ??= StandsBefore(text, lower, "بين");
        bool From() => isFrom ??= StandsBefore(text, lower, "من");
    }

    /// <summary>The lower end as it is meant: من 20 إلى 30 مليونا begins at twenty million.</summary>
    public static decimal Lower(NumberReading lower, NumberReading upper) =>
        lower.Scale == 1 && upper.Scale > 1 && lower.Value < upper.Value / upper.Scale ? lower.Value * upper.Scale : lower.Value;

    public static bool IsHyphen(FigureText text, int at) => at < text.Tokens.Length
        && text.Tokens[at].Folded is "-" or "–" or "—" or "−" or "‑" or "~";

    private static NumberReading? Read(FigureText text, int at) =>
        NumberReader.Read(text.Tokens, at, text.Lexicon.Numbers) is { Kind: NumberKind.Cardinal } number ? number : null;

    private static bool Grows(NumberReading lower, NumberReading upper) => upper.Value > Lower(lower, upper);

    /// <summary>A word before the number, with at most a qualifier between (من نحو 5 إلى 10).</summary>
    private static bool StandsBefore(FigureText text, NumberReading number, string word)
    {
        var at = number.Range.Start - 1;
        // من عمر 7 وحتى 12.
        if (Ends(at) || (text.IsAny(at, text.Figures.Ages) && Ends(at - 1))) return true;
        return text.Figures.Before.Before(text.Tokens, number.Range.Start) is { } qualifier && Ends(qualifier.Start - 1);

        bool Ends(int i) => text.Is(i, word)
            || (text.IsWord(i) && text.Tokens[i].Folded.EndsWith(word, StringComparison.Ordinal) && text.Tokens[i].Folded.Length <= word.Length + 1);
    }

    /// <summary>بين سن 16 و24: one word may stand between.</summary>
    private static bool BetweenNamed(FigureText text, NumberReading number) =>
        text.IsArabicWord(number.Range.Start - 1) && text.Tokens[Math.Max(number.Range.Start - 2, 0)].Folded is "بين" or "وبين";

    private static bool IsChange(FigureText text, NumberReading lower, bool from)
    {
        // انخفضت بنسبة من 5 إلى 20%: the rate has the two ends, not the prices.
        if (!from || (lower.Range.Start > 1 && text.Tokens[lower.Range.Start - 2].Folded is "بنسبه" or "بمعدل" or "بمقدار")) return false;
        var start = Math.Max(text.SentenceStart(lower.Range.Start), lower.Range.Start - ReachOfChange);
        for (var at = start; at < lower.Range.Start; at++)
            if (text.IsAny(at, text.Figures.Change)) return true;
        return false;
    }
}
