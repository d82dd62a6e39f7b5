namespace PressIngest.Extraction.Figures;

/// <summary>What a figure is a rate of: a period (يوميا, في الساعة) or what a price buys (للبرميل, لكل شخص).</summary>
internal static class Rates
{
    /// <summary>40 ألف برميل يوميا, with at most an adjective before the period.</summary>
    public static (string Noun, int End)? Per(FigureText text, int end)
    {
        if (text.Figures.Rates.At(text.Tokens, end) is { } rate) return (rate.Value, rate.End);
        if (text.Is(end, "/") && text.Figures.Rates.At(text.Tokens, end + 1) is { } behind) return (behind.Value, behind.End);
        if (text.Is(end, "/") && text.IsArabicWord(end + 1) && text.Figures.Measures.Contains(Proclitics.WithoutArticle(text.Tokens[end + 1].Folded)))
            return (WithoutArticle(text.Plain(end + 1)), end + 2);
        return text.IsArabicWord(end) && text.Figures.Rates.At(text.Tokens, end + 1) is { } later
            && !text.Figures.NotNouns.Contains(text.Tokens[end].Folded) ? (later.Value, end) : null;
    }

    /// <summary>70 دولارا للبرميل, 5 ريالات لكل شخص.</summary>
    public static (string Noun, int End)? PerUnit(FigureText text, int end)
    {
        if (Per(text, end) is { } per) return per;
        if (text.Is(end, "في") && text.IsArabicWord(end + 1) && Proclitics.StartsDefinite(text.Tokens[end + 1].Folded)
            && text.Figures.Measures.Contains(text.Tokens[end + 1].Folded[2..]))
            return (text.Plain(end + 1)[2..], end + 2);
        if (text.Is(end, "لكل") && text.IsArabicWord(end + 1)) return (text.Plain(end + 1), end + 2);
        if (!text.IsArabicWord(end) || text.Tokens[end].Folded is not ['ل', _, _, ..]) return null;
        var word = text.Plain(end)[(text.Tokens[end].Folded[1] == 'ل' ? 2 : 1)..];
        var folded = ArabicText.Fold(word);
        return text.Figures.Measures.Contains(folded) || text.Figures.PerUnits.Contains(folded) ? (word, end + 1) : null;
    }

    private static string WithoutArticle(string word) => word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
