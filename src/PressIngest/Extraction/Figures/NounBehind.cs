using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>The noun behind a number: 500 مشارك, ثلاثة مقاطع فيديو.</summary>
internal static class NounBehind
{
    /// <summary>The noun that begins at a token, or null where what stands there is none.</summary>
    public static CountedNoun? Of(FigureText text, NumberReading number, int at)
    {
        // 140 "طربة": a noun may stand in marks of its own.
        if (!text.IsWord(at)) return at + 2 < text.Tokens.Length && text.IsArabicWord(at + 1) && IsQuoted(text, at) ? Of(text, number, at + 1) : null;
        var few = number.IsFew;
        var masculine = text.IsMasculine(number);
        if (Units.At(text, at, few) is { } unit) return unit;
        if (!text.IsArabicWord(at) || !MayBeNoun(text, number, at, few)) return null;
        var word = text.Plain(at);
        if (number.Definite && word.StartsWith("ال", StringComparison.Ordinal)) word = word[2..];
        var singular = Singular.Of(word, few, masculine, text.Nouns);
        var folded = ArabicText.Fold(singular);
        if (text.IsArabicWord(at + 1) && SecondWord(text, at + 1, folded) is { } second) return new CountedNoun(singular + " " + second, folded,
            new TokenRange(at, at + 2));
        return new CountedNoun(singular, folded, new TokenRange(at, at + 1));
    }

    private static bool IsQuoted(FigureText text, int at) => (text.Tokens[at].Folded, text.Tokens[at + 2].Folded) is ("\"", "\"")
        or ("«", "»") or ("“", "”");

    private static string? SecondWord(FigureText text, int at, string first)
    {
        var folded = text.Tokens[at].Folded;
        if (text.Nouns.IsCompound(first, folded)) return text.Plain(at);
        return folded.EndsWith('ا') && text.Nouns.IsCompound(first, folded[..^1]) ? text.Plain(at)[..^1] : null;
    }

    /// <summary>Nouns are an open class, so what follows is one unless it is a particle, a verb, definite, or joined by a particle.</summary>
    private static bool MayBeNoun(FigureText text, NumberReading number, int at, bool few)
    {
        var folded = text.Tokens[at].Folded;
        if (folded.Length < 2 || text.Figures.NotNouns.Contains(folded) || DigitReader.IsParticle(folded)) return false;
        var singular = ArabicText.Fold(Singular.Of(text.Plain(at), few, masculine: null, text.Nouns));
        if (text.Nouns.IsKnown(folded) || text.Nouns.IsKnown(singular)) return true;
        if (Proclitics.StartsDefinite(folded)) return number.Definite && folded.StartsWith("ال", StringComparison.Ordinal)
            && Singular.IsPlural(folded[2..], text.Nouns);
        // المعرض الـ13 لجماعة …: which one, and whose.
        if (number.Definite && folded is ['ل', _, _, _, ..] && (folded[^1] == 'ه' || text.Nouns.IsKnown(folded[1..]))) return false;
        if (folded[0] == 'و' && text.Nouns.IsKnown(ArabicText.Fold(Singular.Of(folded[1..], few, masculine: null, text.Nouns)))) return false;
        if (folded[0] == 'و') return (few && Singular.IsPlural(folded, text.Nouns))
            || (!few && folded.Length > 3 && folded[^1] is 'ا' or 'ه' && folded.Length <= 5);
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
