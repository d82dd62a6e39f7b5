using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>
/// Plurals that are counted without standing behind their number: before it (الوزراء الثلاثة) or behind من (ثلاثة من المشاركين).
/// They take the article, a suffix, or what they govern.
/// </summary>
internal static class CountedPlural
{
    private const int ReachBack = 4;

    /// <summary>
    /// The noun before its number: الخبراء الـ12, مراحلها الثلاث, مراكز التسوق السبعة, على مراحل ثلاث. It must be a plural, for a
    /// singular there makes a rank of the number (القرن العشرين, المادة 12).
    /// </summary>
    public static CountedNoun? Before(FigureText text, NumberReading number)
    {
        var last = number.Range.Start - 1;
        if (!text.IsArabicWord(last)) return null;
        if (!number.Definite)
            return !number.InDigits && number.Scale == 1 && number.Value is >= 3 and <= 10
                && !Proclitics.StartsDefinite(text.Tokens[last].Folded) ? PluralNoun(text, last, number) : null;
        for (var at = last; at > last - ReachBack && text.IsArabicWord(at) && !text.Figures.NotNouns.Contains(text.Tokens[at].Folded)
            && !text.Figures.Verbs.ContainsKey(text.Tokens[at].Folded); at--)
        {
            // The head of a genitive has no article (دول الغرب الستة); what stands farther off than the noun are its adjectives.
            // اليوم الـ54، عيد الاتحاد الـ54: which one, not how many.
            if ((number.InDigits || number.Value > 10) && at == last
                && (text.IsAny(at, text.Figures.WeakReferences) || text.IsAny(at - 1, text.Figures.Occasions))) return null;
            var definite = Proclitics.StartsDefinite(text.Tokens[at].Folded);
            // أعضاء مجلس الأمن الـ15: a genitive of three nouns.
            // Before a name (ولايات نواكشوط الثلاث) only a plural beyond doubt is such a head, and only small numbers in words are no ranks.
            var head = !definite && at < last && (Proclitics.StartsDefinite(text.Tokens[at + 1].Folded)
                || (at == last - 2 && Proclitics.StartsDefinite(text.Tokens[last].Folded) && IsPlainPlural(text, at)
                    && !text.IsAny(at + 1, text.Figures.WeakReferences) && !text.IsAny(at + 1, text.Figures.Occasions))
                || (at == last - 1 && number.IsFew && !number.InDigits && IsPlainPlural(text, at) && !text.Nouns.IsKnown(text.Tokens[last].Folded)
                    && !text.IsAny(last, text.Figures.WeakReferences)));
            var noun = definite ? PluralNoun(text, at, number) : head ? PluralNoun(text, at, number) ?? Governing(text, at, 0, number)
                : PluralWithSuffix(text, at, number);
            if (noun is { } found) return found with { Range = new TokenRange(at, last + 1) };
        }

        return null;
    }

    /// <summary>Some of those named: 2500 من المسؤولين, 3 من أفراد العائلة. What stands behind
    /// من must be a plural, definite or in front of a genitive.</summary>
    public static CountedNoun? AmongThose(FigureText text, NumberReading number, int at)
    {
        if (!text.Is(at, "من") || !text.IsArabicWord(at + 1)) return null;
        var found = Proclitics.StartsDefinite(text.Tokens[at + 1].Folded) ? PluralNoun(text, at + 1, number)
            : PluralWithSuffix(text, at + 1, number)
                ?? (text.IsArabicWord(at + 2)
                && (text.Nouns.IsBrokenPlural(text.Tokens[at + 1].Folded) || text.Tokens[at + 1].Folded is [_, _, _, _, .., 'ي'])
                ? Governing(text, at + 1, 0, number) : null);
        return found is { } noun ? noun with { Range = new TokenRange(at, at + 2) } : null;
    }

    /// <summary>The plural subject that stands before a verb, the head of its genitive where it is one (طلاب المعاهد بلغوا …).</summary>
    public static CountedNoun? SubjectBefore(FigureText text, NumberReading number, int verb, int reach)
    {
        CountedNoun? head = null;
        for (var at = verb - 1; at >= text.SentenceStart(verb) && at > verb - reach && text.IsArabicWord(at); at--)
        {
            var definite = Proclitics.StartsDefinite(text.Tokens[at].Folded);
            if (head is not null && !definite) return PluralNoun(text, at, number) ?? head;
            if (definite) head = PluralNoun(text, at, number) ?? head;
        }

        return head;
    }

    private static bool IsPlainPlural(FigureText text, int at)
    {
        foreach (var (_, stem) in Proclitics.Readings(text.Tokens[at].Folded))
            if (text.Nouns.IsBrokenPlural(stem) || stem is [_, _, _, .., 'ا', 'ت']) return true;
        return false;
    }

    private static CountedNoun? PluralNoun(FigureText text, int at, NumberReading number)
    {
        var folded = text.Tokens[at].Folded;
        if (text.Figures.NotNouns.Contains(folded)) return null;
        var plain = text.Plain(at);
        foreach (var (particles, stem) in Proclitics.Readings(folded))
        {
            if (Proclitics.StartsDefinite(stem) || particles.Length > plain.Length || !Singular.IsPlural(stem, text.Nouns)) continue;
            // الكتاب الثلاثون is the thirtieth book, though كتاب are writers too: only three to ten have a form of their own for ranks.
            if (text.Nouns.IsSingular(stem) && (number.InDigits || number.Value > 10)) continue;
            var written = particles.EndsWith("لال", StringComparison.Ordinal) ? particles.Length - 1 : particles.Length;
            var singular = Singular.Of(plain[written..], few: true, text.IsMasculine(number), text.Nouns);
            return new CountedNoun(singular, ArabicText.Fold(singular), new TokenRange(at, at + 1),
                text.Figures.Measures.Contains(ArabicText.Fold(singular)));
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
            if (particles.EndsWith("ال", StringComparison.Ordinal) || !Singular.IsPlural(stem, text.Nouns)
                || particles.Length > plain.Length) continue;
            var singular = Singular.Of(plain[particles.Length..], few: true, text.IsMasculine(number), text.Nouns);
            return new CountedNoun(singular, ArabicText.Fold(singular), new TokenRange(at, at + 1),
                text.Figures.Measures.Contains(ArabicText.Fold(singular)));
        }

        return null;
    }
}
