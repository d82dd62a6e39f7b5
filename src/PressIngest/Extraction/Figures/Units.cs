namespace PressIngest.Extraction.Figures;

/// <summary>Units of measure behind a number: كيلومترات مربعة, درجة مئوية, م2.</summary>
internal static class Units
{
    private const string Metre = "م";
    private const int LongestUnit = 3;

    /// <summary>The unit of one to three words that begins at a token, the longest first; its words inflect (كيلومترات مربعة).</summary>
    public static CountedNoun? At(FigureText text, int at, bool few)
    {
        CountedNoun? longest = null;
        var noun = "";
        var folded = "";
        for (var i = at; i < at + LongestUnit && text.IsWord(i); i++)
        {
            if (i > at && !text.Tokens[i].SpaceBefore) break;
            var singular = Singular.Of(text.Plain(i), few, masculine: null, text.Nouns);
            (noun, folded) = i == at ? (singular, ArabicText.Fold(singular)) : (noun + " " + singular, folded + " " + ArabicText.Fold(singular));
            if (folded == Metre ? IsMetre(text, at) : text.Figures.Measures.Contains(folded))
                longest = new CountedNoun(noun, folded, new TokenRange(at, i + 1), IsMeasure: true);
        }

        if (longest is { Range: { Length: 1 } one } simple
            && text.IsArabicWord(one.End) && text.Nouns.IsCompound(simple.Folded, text.Tokens[one.End].Folded))
            return simple with { Noun = simple.Noun + " " + text.Plain(one.End), Range = new TokenRange(one.Start, one.End + 1) };
        return longest is not { } unit ? null : WithPower(text, unit);
    }

    /// <summary>م after digits is a metre before its power; alone it is the afternoon behind an hour and an era behind a year.</summary>
    private static bool IsMetre(FigureText text, int at)
    {
        if (at + 1 < text.Tokens.Length && text.Tokens[at + 1].Folded is "2" or "3" or "²" or "³") return true;
        return at > 0 && text.Tokens[at - 1] is { Kind: TokenKind.Number, Folded: var digits }
            && (digits.Length == 3 || (digits.Length == 2 && digits[0] > '2'));
    }

    /// <summary>The digit of م2, كم 2 and م² belongs to the unit.</summary>
    private static CountedNoun WithPower(FigureText text, CountedNoun unit)
    {
        var at = unit.Range.End;
        return unit.Folded.Length <= 3 && at < text.Tokens.Length && text.Tokens[at].Folded is "2" or "3" or "²" or "³"
            && !(text.IsArabicWord(at + 1) && text.Tokens[at].SpaceBefore)
            ? unit with
            {
                Range = new TokenRange(unit.Range.Start, at + 1),
                Noun = unit.Folded == Metre ? Power(text.Tokens[at].Folded) : unit.Noun + Raised(text.Tokens[at].Folded),
            }
            : unit with { Noun = unit.Folded == Metre ? "متر" : unit.Noun };
    }

    private static string Raised(string sign) => sign is "2" or "²" ? "²" : "³";

    private static string Power(string sign) => sign is "2" or "²" ? "متر مربع" : "متر مكعب";
}
