namespace PressIngest.Extraction.Quotations;

internal enum Gender
{
    Unknown,
    Masculine,
    Feminine,
}

/// <summary>A form of a verb: how it is spelled, and whom it agrees with.</summary>
internal readonly record struct VerbForm(string Spelling, Gender Gender, bool Plural, bool Present);

/// <summary>
/// Third-person forms of Arabic verbs by rule, from the past and the present of "he". Unvocalised spelling needs four classes only:
/// sound; hollow, which shorten before ن (قال، قلن); ending in a weak letter, which drop it (دعا، دعت، دعوا); and the rest as sound.
/// </summary>
internal static class Conjugation
{
    public static IEnumerable<VerbForm> Past(string he)
    {
        var weak = he[^1] is 'ا' or 'ى';
        var stem = weak ? he[..^1] : he;
        yield return new VerbForm(he, Gender.Masculine, Plural: false, Present: false);
        yield return new VerbForm(stem + "ت", Gender.Feminine, Plural: false, Present: false);
        yield return new VerbForm(stem + "تا", Gender.Feminine, Plural: true, Present: false);
        yield return new VerbForm(stem + "وا", Gender.Masculine, Plural: true, Present: false);
        yield return new VerbForm(weak ? stem + (he[^1] == 'ا' ? "وا" : "يا") : he + "ا", Gender.Masculine, Plural: true, Present: false);
        yield return new VerbForm(Shortened(he, weak) + "ن", Gender.Feminine, Plural: true, Present: false);
    }

    public static IEnumerable<VerbForm> Present(string he)
    {
        var stem = he[1..];
        var bare = stem[^1] is 'و' or 'ي' or 'ى' ? stem[..^1] : stem;
        foreach (var future in new[] { "", "س", "ل" })
        {
            yield return new VerbForm(future + "ي" + stem, Gender.Masculine, Plural: false, Present: true);
            yield return new VerbForm(future + "ت" + stem, Gender.Feminine, Plural: false, Present: true);
            yield return new VerbForm(future + "ي" + bare + "ون", Gender.Masculine, Plural: true, Present: true);
            yield return new VerbForm(future + "ي" + bare + "وا", Gender.Masculine, Plural: true, Present: true);
            yield return new VerbForm(future + "ي" + stem + "ان", Gender.Masculine, Plural: true, Present: true);
            yield return new VerbForm(future + "ت" + stem + "ان", Gender.Feminine, Plural: true, Present: true);
            yield return new VerbForm(future + "ي" + stem + "ن", Gender.Feminine, Plural: true, Present: true);
        }
    }

    /// <summary>
    /// The forms of نحن and أنا, folded, from the folded present of "he" (يسعى: نسعى، سنسعى، أسعى). Verbs of two letters are left out: their
    /// نحن is spelled like a noun or a name (نصف، نصر، نجد).
    /// </summary>
    public static IEnumerable<string> FirstPerson(IEnumerable<string> presents) =>
        presents.Where(he => he.Length > 3).SelectMany(he => (IEnumerable<string>)["ن" + he[1..], "سن" + he[1..], "ا" + he[1..], "سا" + he[1..]]);

    /// <summary>The participle as a circumstance (مضيفا، مضيفة، مضيفين، مضيفات).</summary>
    public static IEnumerable<VerbForm> Participle(string stem)
    {
        // ناف، داع: the ending that the indefinite form dropped comes back (نافيا، داعية).
        var full = stem.Length <= 3 && stem[1] == 'ا' ? stem + "ي" : stem;
        yield return new VerbForm(full + "ا", Gender.Masculine, Plural: false, Present: false);
        yield return new VerbForm(full + "ة", Gender.Feminine, Plural: false, Present: false);
        yield return new VerbForm((stem[^1] == 'ي' ? stem[..^1] : stem) + "ين", Gender.Masculine, Plural: true, Present: false);
        yield return new VerbForm(full + "ات", Gender.Feminine, Plural: true, Present: false);
    }

    private static string Shortened(string he, bool weak) =>
        weak ? he[..^1] + "ي" : he.Length >= 3 && he[^2] == 'ا' ? he[..^2] + he[^1] : he;
}
