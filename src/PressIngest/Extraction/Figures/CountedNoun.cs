using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>What a number counts: its singular as spelled, the same folded, and where it stands.</summary>
internal readonly record struct CountedNoun(string Noun, string Folded, TokenRange Range, bool IsMeasure = false);

/// <summary>Finds the noun of a number: behind it (500 مشارك), before it (الوزراء الثلاثة), or behind من (ثلاثة من المشاركين).</summary>
internal static class NounFinder
{
    private const string Metre = "م";
    private const int LongestUnit = 3;
    private const int ReachBack = 4;

    public static CountedNoun? After(FigureText text, NumberReading number, int at)
    {
        // 140 "طربة": a noun may stand in marks of its own.
        if (!text.IsWord(at)) return at + 2 < text.Tokens.Length && text.IsArabicWord(at + 1) && IsQuoted(text, at) ? After(text, number, at + 1) : null;
        var few = IsFew(number);
        var masculine = Masculine(text, number);
        if (Unit(text, at, few) is { } unit) return unit;
        if (!text.IsArabicWord(at) || !MayBeNoun(text, number, at, few)) return null;
        var word = text.Plain(at);
        if (number.Definite && word.StartsWith("ال", StringComparison.Ordinal)) word = word[2..];
        var singular = Singular.Of(word, few, masculine, text.Nouns);
        var folded = ArabicText.Fold(singular);
        if (text.IsArabicWord(at + 1) && SecondWord(text, at + 1, folded) is { } second) return new CountedNoun(singular + " " + second, folded, new TokenRange(at, at + 2));
        return new CountedNoun(singular, folded, new TokenRange(at, at + 1));
    }

    /// <summary>
    /// The noun before its number: الخبراء الـ12, مراحلها الثلاث, مراكز التسوق السبعة, على مراحل ثلاث. It must be a plural, for a
    /// singular there makes a rank of the number (القرن العشرين, المادة 12).
    /// </summary>
    public static CountedNoun? Before(FigureText text, NumberReading number)
    {
        var last = number.Range.Start - 1;
        if (!text.IsArabicWord(last)) return null;
        if (!number.Definite)
            return !number.InDigits && number.Scale == 1 && number.Value is >= 3 and <= 10 && !StartsDefinite(text.Tokens[last].Folded) ? PluralNoun(text, last, number) : null;
        for (var at = last; at > last - ReachBack && text.IsArabicWord(at) && !text.Figures.NotNouns.Contains(text.Tokens[at].Folded); at--)
        {
            // The head of a genitive has no article (دول الغرب الستة); what stands farther off than the noun are its adjectives.
            if (number.InDigits && at == last && text.IsAny(at, text.Figures.WeakReferences)) return null;
            var definite = StartsDefinite(text.Tokens[at].Folded);
            var head = !definite && at < last && StartsDefinite(text.Tokens[at + 1].Folded);
            var noun = definite ? PluralNoun(text, at, number) : head ? PluralNoun(text, at, number) ?? Governing(text, at, 0, number) : PluralWithSuffix(text, at, number);
            if (noun is { } found) return found with { Range = new TokenRange(at, last + 1) };
        }

        return null;
    }

    /// <summary>Some of those named: 2500 من المسؤولين, 3 من أفراد العائلة. What stands behind من must be a plural, definite or in front of a genitive.</summary>
    public static CountedNoun? AmongThose(FigureText text, NumberReading number, int at)
    {
        if (!text.Is(at, "من") || !text.IsArabicWord(at + 1)) return null;
        var found = StartsDefinite(text.Tokens[at + 1].Folded) ? PluralNoun(text, at + 1, number)
            : PluralWithSuffix(text, at + 1, number) ?? (text.IsArabicWord(at + 2) && (text.Nouns.IsBrokenPlural(text.Tokens[at + 1].Folded) || text.Tokens[at + 1].Folded is [_, _, _, _, .., 'ي']) ? Governing(text, at + 1, 0, number) : null);
        return found is { } noun ? noun with { Range = new TokenRange(at, at + 2) } : null;
    }

    /// <summary>The unit of one to three words that begins at a token, the longest first; its words inflect (كيلومترات مربعة).</summary>
    public static CountedNoun? Unit(FigureText text, int at, bool few)
    {
        CountedNoun? longest = null;
        var noun = "";
        var folded = "";
        for (var i = at; i < at + LongestUnit && text.IsWord(i); i++)
        {
            if (i > at && !text.Tokens[i].SpaceBefore) break;
            var singular = Singular.Of(text.Plain(i), few, masculine: null, text.Nouns);
            (noun, folded) = i == at ? (singular, ArabicText.Fold(singular)) : (noun + " " + singular, folded + " " + ArabicText.Fold(singular));
            if (folded == Metre ? IsMetre(text, at) : text.Figures.Measures.Contains(folded)) longest = new CountedNoun(noun, folded, new TokenRange(at, i + 1), IsMeasure: true);
        }

        return longest is not { } unit ? null : WithPower(text, unit);
    }

    /// <summary>م after digits is a metre before its power; alone it is the afternoon behind an hour and an era behind a year.</summary>
    private static bool IsMetre(FigureText text, int at)
    {
        if (at + 1 < text.Tokens.Length && text.Tokens[at + 1].Folded is "2" or "3" or "²" or "³") return true;
        return at > 0 && text.Tokens[at - 1] is { Kind: TokenKind.Number, Folded: var digits } && (digits.Length == 3 || (digits.Length == 2 && digits[0] > '2'));
    }

    /// <summary>The digit of م2, كم 2 and م² belongs to the unit.</summary>
    private static CountedNoun WithPower(FigureText text, CountedNoun unit)
    {
        var at = unit.Range.End;
        return unit.Folded.Length <= 3 && at < text.Tokens.Length && text.Tokens[at].Folded is "2" or "3" or "²" or "³" && !(text.IsArabicWord(at + 1) && text.Tokens[at].SpaceBefore)
            ? unit with { Range = new TokenRange(unit.Range.Start, at + 1), Noun = unit.Folded == Metre ? Power(text.Tokens[at].Folded) : unit.Noun }
            : unit with { Noun = unit.Folded == Metre ? "متر" : unit.Noun };
    }

    private static string Power(string sign) => sign is "2" or "²" ? "متر مربع" : "متر مكعب";

    private static bool IsQuoted(FigureText text, int at) => (text.Tokens[at].Folded, text.Tokens[at + 2].Folded) is ("\"", "\"") or ("«", "»") or ("“", "”");

    public static bool IsFew(NumberReading number) => number.Scale == 1 && decimal.IsInteger(number.Value) && number.Value % 100 is >= 3 and <= 10;

    public static bool StartsDefinite(string folded) => folded.Length > 3
        && (folded.StartsWith("ال", StringComparison.Ordinal) || folded.StartsWith("لل", StringComparison.Ordinal) || folded.StartsWith("بال", StringComparison.Ordinal)
            || folded.StartsWith("وال", StringComparison.Ordinal) || folded.StartsWith("كال", StringComparison.Ordinal) || folded.StartsWith("فال", StringComparison.Ordinal));

    private static bool? Masculine(FigureText text, NumberReading number)
    {
        if (number.InDigits || !IsFew(number)) return null;
        return text.Tokens[number.Range.End - 1].Folded.EndsWith('ه');
    }

    private static string? SecondWord(FigureText text, int at, string first)
    {
        var folded = text.Tokens[at].Folded;
        if (text.Nouns.IsCompound(first, folded)) return text.Plain(at);
        return folded.EndsWith('ا') && text.Nouns.IsCompound(first, folded[..^1]) ? text.Plain(at)[..^1] : null;
    }

    private static CountedNoun? PluralNoun(FigureText text, int at, NumberReading number)
    {
        var folded = text.Tokens[at].Folded;
        if (text.Figures.NotNouns.Contains(folded)) return null;
        var plain = text.Plain(at);
        foreach (var (particles, stem) in Proclitics.Readings(folded))
        {
            if (StartsDefinite(stem) || particles.Length > plain.Length || !Singular.IsPlural(stem, text.Nouns)) continue;
            // الكتاب الثلاثون is the thirtieth book, though كتاب are writers too: only three to ten have a form of their own for ranks.
            if (text.Nouns.IsSingular(stem) && (number.InDigits || number.Value > 10)) continue;
            var written = particles.EndsWith("لال", StringComparison.Ordinal) ? particles.Length - 1 : particles.Length;
            var singular = Singular.Of(plain[written..], few: true, Masculine(text, number), text.Nouns);
            return new CountedNoun(singular, ArabicText.Fold(singular), new TokenRange(at, at + 1), text.Figures.Measures.Contains(ArabicText.Fold(singular)));
        }

        return null;
    }

    /// <summary>مراحلها, أعضائه: a plural with a possessive suffix is as definite as one with the article.</summary>
    private static CountedNoun? PluralWithSuffix(FigureText text, int at, NumberReading number)
    {
        var folded = text.Tokens[at].Folded;
        foreach (var suffix in (ReadOnlySpan<string>)["هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي"])
        {
            if (!folded.EndsWith(suffix, StringComparison.Ordinal) || folded.Length - suffix.Length < 3) continue;
            if (Governing(text, at, suffix.Length, number) is { } noun) return noun;
        }

        return null;
    }

    /// <summary>A plural in front of what it belongs to, a suffix or a genitive: ين loses its ن there (سائقيها, لاعبي المنتخب).</summary>
    private static CountedNoun? Governing(FigureText text, int at, int suffix, NumberReading number)
    {
        var plain = text.Plain(at)[..^suffix];
        if (plain.EndsWith('ي')) plain += 'ن';
        foreach (var (particles, stem) in Proclitics.Readings(ArabicText.Fold(plain)))
        {
            if (particles.EndsWith("ال", StringComparison.Ordinal) || !Singular.IsPlural(stem, text.Nouns) || particles.Length > plain.Length) continue;
            var singular = Singular.Of(plain[particles.Length..], few: true, Masculine(text, number), text.Nouns);
            return new CountedNoun(singular, ArabicText.Fold(singular), new TokenRange(at, at + 1), text.Figures.Measures.Contains(ArabicText.Fold(singular)));
        }

        return null;
    }

    /// <summary>Nouns are an open class, so what follows is one unless it is a particle, a verb, definite, or joined by a particle.</summary>
    private static bool MayBeNoun(FigureText text, NumberReading number, int at, bool few)
    {
        var folded = text.Tokens[at].Folded;
        if (folded.Length < 2 || text.Figures.NotNouns.Contains(folded) || DigitReader.IsParticle(folded)) return false;
        var singular = ArabicText.Fold(Singular.Of(text.Plain(at), few, masculine: null, text.Nouns));
        if (text.Nouns.IsKnown(folded) || text.Nouns.IsKnown(singular)) return true;
        if (StartsDefinite(folded)) return number.Definite && folded.StartsWith("ال", StringComparison.Ordinal) && Singular.IsPlural(folded[2..], text.Nouns);
        if (folded[0] == 'و' && text.Nouns.IsKnown(ArabicText.Fold(Singular.Of(folded[1..], few, masculine: null, text.Nouns)))) return false;
        if (folded[0] == 'و') return (few && Singular.IsPlural(folded, text.Nouns)) || (!few && folded.Length > 3 && folded[^1] is 'ا' or 'ه' && folded.Length <= 5);
        return !LooksLikeVerb(text, folded, few);
    }

    /// <summary>
    /// Verbs behind a number that stands alone (شارك 20 وقال …, بينهم 5 تقل أعمارهم): plural وا, feminine ت, the prefixes of the present
    /// where the word has no shape of a noun.
    /// </summary>
    private static bool LooksLikeVerb(FigureText text, string folded, bool few)
    {
        if (folded.EndsWith("وا", StringComparison.Ordinal) || (folded.Length > 3 && folded.EndsWith("ها", StringComparison.Ordinal))) return true;
        if (folded.Length > 3 && folded[^1] == 'ت' && folded[^2] is not ('ا' or 'ي' or 'و')) return true;
        if (folded[0] is not ('ي' or 'ت')) return false;
        var accusative = !few && folded.Length > 4 && folded.EndsWith('ا');
        if (accusative || folded.EndsWith('ه') || Singular.IsPlural(folded, text.Nouns) && folded[0] == 'ت') return false;
        if (folded.EndsWith("يين", StringComparison.Ordinal) || folded.EndsWith("ات", StringComparison.Ordinal)) return false;
        return folded[0] == 'ي' || !(folded.Length >= 5 && (folded[3] == 'ي' || folded[2] == 'ا'));
    }
}
