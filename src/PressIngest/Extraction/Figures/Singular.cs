namespace PressIngest.Extraction.Figures;

/// <summary>
/// The singular of a counted noun: three to ten take the plural, 11 to 99 the accusative, hundreds and thousands the bare singular.
/// Works on the spelling of the text without vowel signs and tatweel, so that what a researcher reads is what was written.
/// </summary>
internal static class Singular
{
    /// <param name="word">The noun, without vowel signs, particles and article.</param>
    /// <param name="few">The number before it is 3 to 10, or the noun is a plural for another reason.</param>
    /// <param name="masculine">The gender of the numeral's noun, where the numeral shows it (ثلاثة: masculine, ثلاث: feminine).</param>
    /// <param name="nouns">The vocabulary.</param>
    public static string Of(string word, bool few, bool? masculine, NounLexicon nouns)
    {
        var folded = ArabicText.Fold(word);
        // أسرة is a family behind 35 and beds behind five.
        if (!few && nouns.IsSingular(folded)) return word;
        if (Broken(folded, masculine, nouns) is { } broken) return broken;
        if (nouns.IsKnown(folded)) return word;
        if (folded.EndsWith('ا') && !nouns.EndsInAlef(folded))
        {
            // Never a plural: مزارعا is a farmer, for مزارع, farms, takes no such ending.
            if (folded.Length > 3 || nouns.IsKnown(folded[..^1])) return word[..^1];
        }

        if (folded.EndsWith("ات", StringComparison.Ordinal) && folded.Length > 4) return FromFeminine(word[..^2], nouns);
        if (folded.Length > 4 && (folded.EndsWith("ين", StringComparison.Ordinal) || folded.EndsWith("ون", StringComparison.Ordinal))
            && (few || folded.Length > 5))
            return word[..^2];
        return word;
    }

    /// <summary>True of a form that is a plural, by the vocabulary, by its ending or by its pattern.</summary>
    public static bool IsPlural(string folded, NounLexicon nouns)
    {
        if (nouns.IsBrokenPlural(folded)) return true;
        if (nouns.IsKnown(folded) || folded.Length < 4) return false;
        return folded.Length > 4
            && (folded.EndsWith("ات", StringComparison.Ordinal) || folded.EndsWith("ين", StringComparison.Ordinal)
            || folded.EndsWith("ون", StringComparison.Ordinal))
            || HasPluralPattern(folded);
    }

    /// <summary>أفعال, فعلاء, مفاعل and فواعل, مفاعيل; أفعلة and فعال have too many singulars among them.</summary>
    private static bool HasPluralPattern(string folded) => folded.Length switch
    {
        5 => (folded[0] == 'ا' && folded[3] == 'ا') || folded.EndsWith("اء", StringComparison.Ordinal)
            || (folded[2] == 'ا' && folded[0] is 'م' or 'ت' && folded[4] != 'ه'),
        6 => folded[2] == 'ا' && folded[4] == 'ي' && folded[5] != 'ه',
        4 => folded[2] == 'ا' && folded[0] == 'م',
        _ => false,
    };

    private static string? Broken(string folded, bool? masculine, NounLexicon nouns)
    {
        var singulars = nouns.SingularsOf(folded);
        if (singulars.Count == 0) return null;
        return masculine is not { } wanted ? singulars[0] : singulars.FirstOrDefault(x => IsFeminine(x) != wanted) ?? singulars[0];
    }

    private static bool IsFeminine(string singular) => singular[^1] is 'ة' or 'ى' || singular.EndsWith("اء", StringComparison.Ordinal);

    /// <summary>
    /// ات makes plurals of nouns in ة, and of verbal nouns without it: اجتماع, إنجاز, تطبيق, تجمع, تعادل. The patterns tell them apart.
    /// </summary>
    private static string FromFeminine(string stem, NounLexicon nouns)
    {
        var folded = ArabicText.Fold(stem);
        if (nouns.IsKnown(folded + "ه")) return stem + "ة";
        var verbal = (folded.Length > 4 && folded[0] == 'ا' && folded[^2] == 'ا')
            || (folded[0] == 'ت' && ((folded.Length == 5 && (folded[3] == 'ي' || folded[2] == 'ا')) || (folded.Length == 4 && folded[3] != 'ي')));
        return verbal || folded[^1] == 'ء' ? stem : stem + "ة";
    }
}
