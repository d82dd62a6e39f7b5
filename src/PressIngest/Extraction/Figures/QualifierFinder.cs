using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>How exactly a figure is meant, from the words before it, behind it, or from a verb farther off.</summary>
internal static class QualifierFinder
{
    private const int Reach = 9;

    /// <summary>The verb that begins the sentence may have a long subject: تجاوزت قيمة التبرعات التي … 37 مليون.</summary>
    private const int FarReach = 18;

    private const int AdjectivesBetween = 3;

    /// <summary>The qualifier right before a number, and its first token.</summary>
    public static (Qualifier Qualifier, int Start)? Before(FigureText text, NumberReading number)
    {
        var at = number.Range.Start;
        var sentence = text.SentenceStart(at);
        if (Verb(text, number, sentence) is { } verb) return verb;
        // بـ and لـ between the two are written onto the number: بأكثر من 5, لنحو 5.
        if (text.Figures.Before.Before(text.Tokens, at) is not { } found || found.Start < sentence) return null;
        if (found.Start > sentence && text.Figures.Negations.Contains(text.Tokens[found.Start - 1].Folded)) return (Turned(found.Value), found.Start - 1);
        return (found.Value, found.Start);
    }

    /// <summary>The qualifier behind a figure, with at most some adjectives of its noun between (5 مشاريع جديدة على الأقل).</summary>
    public static (Qualifier Qualifier, int End)? After(FigureText text, int numberEnd, int figureEnd)
    {
        if (numberEnd < figureEnd && text.Figures.After.At(text.Tokens, numberEnd) is { } inside) return (inside.Value, inside.End);
        var limit = Math.Min(text.SentenceEnd(figureEnd - 1), figureEnd + AdjectivesBetween);
        for (var at = figureEnd; at < limit; at++)
        {
            if (text.Figures.After.At(text.Tokens, at) is { } found)
            {
                // "… 5 وأكثر من 7": that begins the next figure.
                return text.Is(found.End, "من") ? null : (found.Value, found.End);
            }

            if (!text.IsArabicWord(at) || text.Figures.NotNouns.Contains(text.Tokens[at].Folded)) break;
        }

        return null;
    }

    /// <summary>
    /// A verb with its subject or object between it and the number: وتجاوز إجمالي مشاهدات المقاطع 28 مليون, تقل أعمارهم عن 18. Without
    /// a preposition the number must be the verb's own object, so no preposition may stand right before it.
    /// </summary>
    private static (Qualifier, int)? Verb(FigureText text, NumberReading number, int sentence)
    {
        var last = number.Range.Start - 1;
        if (last < sentence) return null;
        var preposition = Preposition(text, number, last);
        // A plural right before the number governs it: تجاوزت حالات 11 منطقة says nothing of eleven.
        if (preposition is null && Singular.IsPlural(text.Tokens[last].Folded, text.Nouns)
            && !Proclitics.StartsDefinite(text.Tokens[last].Folded)) return null;
        for (var at = preposition is null || number.Particles.Length > 0 && !text.Is(last, preposition) ? last : last - 1; at >= sentence
            && at > last - FarReach; at--)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Number || (token.Kind == TokenKind.Punctuation && token.Folded is not ("\"" or "«" or "»" or "(" or ")"))) return null;
            if (!token.IsWord || (last - at >= Reach && at > sentence) || VerbAt(text, at) is not { } verbs) continue;
            foreach (var verb in verbs.Verbs)
            {
                if (preposition is null ? verb.Prepositions.Count > 0 : !verb.Prepositions.Contains(preposition)) continue;
                var start = at > sentence && text.Figures.Negations.Contains(Bare(text.Tokens[at - 1].Folded)) ? at - 1 : at;
                var qualifier = verbs.Negated || start < at ? verb.Negated : verb.Means;
                if (start > sentence && text.Tokens[start - 1].Folded is "ما" or "بما" or "لما") start--;
                return (qualifier, last - at <= 1 ? start : number.Range.Start);
            }
        }

        return null;
    }

    /// <summary>The verbs at a token, particles apart; لا may be written onto them (لاتزيد).</summary>
    private static (List<QualifyingVerb> Verbs, bool Negated)? VerbAt(FigureText text, int at)
    {
        var folded = text.Tokens[at].Folded;
        if (text.Figures.Verbs.TryGetValue(folded, out var plain)) return (plain, false);
        if (folded.Length > 3 && folded[0] is 'و' or 'ف' && text.Figures.Verbs.TryGetValue(folded[1..], out var joined)) return (joined, false);
        return folded.StartsWith("لا", StringComparison.Ordinal) && text.Figures.Verbs.TryGetValue(folded[2..], out var glued) ? (glued, true) : null;
    }

    private static string? Preposition(FigureText text, NumberReading number, int last)
    {
        if (number.Particles is "ب" or "ل" or "بال" or "لال" or "لل") return number.Particles[..1];
        return text.Tokens[last].Folded is "الي" or "علي" or "عن" or "من" or "في" or "ب" or "ل" ? text.Tokens[last].Folded : null;
    }

    private static string Bare(string folded) => folded.Length > 2 && folded[0] is 'و' or 'ف' ? folded[1..] : folded;

    private static Qualifier Turned(Qualifier qualifier) => qualifier switch
    {
        Qualifier.MoreThan => Qualifier.UpTo,
        Qualifier.LessThan => Qualifier.AtLeast,
        Qualifier.UpTo => Qualifier.LessThan,
        _ => qualifier,
    };
}
