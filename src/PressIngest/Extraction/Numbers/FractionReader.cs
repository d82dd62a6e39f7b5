namespace PressIngest.Extraction.Numbers;

/// <summary>Reads parts: نصف, ثلاثة أرباع, نصف مليون, "ونصف" behind a number, and ratios (واحد من مئة, جزء من ألف, 1 على 20).</summary>
internal static class FractionReader
{
    /// <summary>A fraction that begins at a token; with a magnitude behind it a number (نصف مليون).</summary>
    public static NumberReading? Read(Token[] tokens, int at, NumberLexicon lexicon)
    {
        // أجزاء من 7 مناطق are parts of regions; a part of a hundred is said in words.
        if (tokens[at].Folded == "جزء" && PartOf(tokens, at, 1, new TokenRange(at, at), lexicon) is { } part && tokens[at + 2].IsWord) return part;
        if (!tokens[at].IsWord || Parts(tokens, at, lexicon) is not { } parts) return null;
        var particles = lexicon.Find(tokens[at])?.Particles ?? "";
        if (new GroupReader(tokens, lexicon).Scale(parts.End, article: true) is not { Number: Grammatical.One } scale)
            return new NumberReading(parts.Value, new TokenRange(at, parts.End), NumberKind.Fraction) { Particles = particles };
        return new NumberReading(parts.Value * scale.Value, new TokenRange(at, parts.End + 1),
            NumberKind.Cardinal) { Particles = particles, Scale = scale.Value };
    }

    /// <summary>What ونصف adds to a number whose last magnitude is <paramref name="scale"/>:
    /// half of it, or of the one it names (ونصف المليون).</summary>
    public static (decimal Value, int End)? Added(Token[] tokens, int at, decimal scale, NumberLexicon lexicon)
    {
        if (at >= tokens.Length) return null;
        var apart = tokens[at].Folded == "و";
        var start = apart ? at + 1 : at;
        if (start >= tokens.Length || !tokens[start].IsWord || Parts(tokens, start, lexicon, onlyClear: true) is not { } parts) return null;
        if (!apart && lexicon.Find(tokens[start]) is not { Particles: "و" or "وال" }) return null;
        if (scale > 1 && new GroupReader(tokens, lexicon).Scale(parts.End, article: true) is { } named && named.Value <= scale)
            return (parts.Value * named.Value, parts.End + 1);
        return (parts.Value * scale, parts.End);
    }

    /// <summary>What a number makes with the words behind it: twenty-three fifths, one of a hundred, one in twenty.</summary>
    public static NumberReading? Ratio(Token[] tokens, NumberReading number, NumberLexicon lexicon)
    {
        var at = number.Range.End;
        if (at >= tokens.Length || !tokens[at].IsWord) return null;
        // مائتان وثلاثة جزء من مائة: the hundreds are whole, the rest is the part.
        var above = number.Value % 100;
        if (PartOf(tokens, at, above == 0 ? number.Value : above, number.Range, lexicon) is { } part)
            return part with { Value = above == 0 ? part.Value : number.Value - above + part.Value, Particles = number.Particles };
        if (number.Kind == NumberKind.Cardinal && lexicon.Find(tokens[at]) is { Word.Kind: NumberWordKind.Fraction, Particles: "", Word.Number: not Grammatical.Two } found)
            return Fraction(number, number.Value / found.Word.Value, at + 1);
        // خمس السكان is a fifth of them: a unit takes no definite noun.
        if (number is { InDigits: false, Particles: "", Range.Length: 1 } && lexicon.PartNamed(tokens[at - 1].Folded) is { } fifth
            && tokens[at].Folded.StartsWith("ال", StringComparison.Ordinal) && lexicon.Find(tokens[at]) is null)
            return Fraction(number, 1 / fifth, at);
        // 5 على 3 قرى shares out; only one of many, or a bare division, is a fraction.
        if (!(tokens[at].Folded is "علي" or "من") || Below(tokens, at + 1, lexicon) is not { } below) return null;
        var alone = below.Range.End >= tokens.Length || !tokens[below.Range.End].IsWord;
        return number.Value == 1 || (alone && tokens[at].Folded == "علي") ? Fraction(number, number.Value / below.Value, below.Range.End) : null;
    }

    /// <summary>جزء من مئة, with or without a number before it.</summary>
    private static NumberReading? PartOf(Token[] tokens, int at, decimal above, TokenRange before, NumberLexicon lexicon)
    {
        if (at + 2 >= tokens.Length || !(tokens[at].Folded is "جزء" or "اجزاء" or "جزءا") || tokens[at + 1].Folded != "من") return null;
        return Below(tokens, at + 2, lexicon) is { } below
            ? new NumberReading(above / below.Value, new TokenRange(before.Start, below.Range.End), NumberKind.Fraction)
            : null;
    }

    private static NumberReading? Below(Token[] tokens, int at, NumberLexicon lexicon) =>
        at < tokens.Length && NumberReader.Cardinal(tokens, at, lexicon) is { Kind: NumberKind.Cardinal
            or NumberKind.Vague, Value: > 0, Particles: "" } below ? below : null;

    private static NumberReading Fraction(NumberReading number, decimal value, int end) =>
        number with { Value = value, Kind = NumberKind.Fraction, Range = new TokenRange(number.Range.Start, end), BareDigits = false };

    /// <summary>نصف, ثلثان, ثلاثة أرباع; <paramref name="onlyClear"/> leaves out خمس, سبع, تسع, عشر, ثمن: units and a price as well.</summary>
    private static (decimal Value, int End)? Parts(Token[] tokens, int at, NumberLexicon lexicon, bool onlyClear = false)
    {
        if (lexicon.Find(tokens[at]) is not { } first) return null;
        if (first.Word is { Kind: NumberWordKind.Unit, Value: > 1 } unit && at + 1 < tokens.Length
            && lexicon.Find(tokens[at + 1]) is { Word: { Kind: NumberWordKind.Fraction, Number: Grammatical.Many }, Particles: "" or "ال" } many)
            return (unit.Value / many.Word.Value, at + 2);
        if (first.Word.Kind == NumberWordKind.Fraction && first.Word.Number != Grammatical.Many && !(onlyClear && first.Word.Value > 4))
            return ((first.Word.Number == Grammatical.Two ? 2 : 1) / first.Word.Value, at + 1);
        return null;
    }
}
