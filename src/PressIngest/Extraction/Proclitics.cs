namespace PressIngest.Extraction;

/// <summary>The particles that Arabic writes onto the front of a word: و ف ب ل ك س, the article ال, and لل for ل + ال.</summary>
internal static class Proclitics
{
    private static readonly string[] Conjunctions = ["", "و", "ف"];
    private static readonly string[] Prepositions = ["", "ال", "لل", "ب", "ل", "ك", "بال", "لال", "كال"];

    /// <summary>
    /// Every reading of a folded word as particles and a stem of at least two letters, the whole word first: وبالمدرسه is
    /// itself, و + بالمدرسه, وب + المدرسه, وبال + مدرسه. Whether the stem is a word is for a lexicon to say.
    /// </summary>
    public static IEnumerable<(string Particles, string Stem)> Readings(string folded)
    {
        yield return ("", folded);
        var conjunction = folded.Length > 3 && folded[0] is 'و' or 'ف' ? 1 : 0;
        for (var start = 0; start <= conjunction; start++)
        {
            if (start == 1) yield return (folded[..1], folded[1..]);
            if (folded.Length - start > 4 && folded[start] == 'ل' && folded[start + 1] == 'ل')
                yield return (folded[..start] + "لال", folded[(start + 2)..]);
            if (Article(folded, start)) yield return (folded[..(start + 2)], folded[(start + 2)..]);
            if (folded.Length - start <= 3 || folded[start] is not ('ب' or 'ل' or 'ك')) continue;
            yield return (folded[..(start + 1)], folded[(start + 1)..]);
            if (Article(folded, start + 1)) yield return (folded[..(start + 3)], folded[(start + 3)..]);
        }
    }

    /// <summary>Every folded form that has the stem as a reading: the reverse of <see cref="Readings"/>.</summary>
    public static IEnumerable<string> Forms(string stem) => Conjunctions
        .SelectMany(x => Prepositions, (conjunction, preposition) => conjunction + preposition + stem)
        .Where(form => Readings(form).Any(x => x.Stem == stem));

    /// <summary>The word without the article, where it has one.</summary>
    public static string WithoutArticle(string folded) => Article(folded, 0) ? folded[2..] : folded;

    /// <summary>True where a folded word begins with the article, with or without a particle before it: المشاركين, بالمشاركين, للمشاركين.</summary>
    public static bool StartsDefinite(string folded) => folded.Length > 3
        && (Article(folded, 0) || folded.StartsWith("لل", StringComparison.Ordinal) || (folded[0] is 'و' or 'ف' or 'ب' or 'ك' && Article(folded, 1)));

    private static bool Article(string folded, int at) => folded.Length - at > 3 && folded[at] == 'ا' && folded[at + 1] == 'ل';
}
