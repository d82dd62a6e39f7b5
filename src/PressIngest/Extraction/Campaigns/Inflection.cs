namespace PressIngest.Extraction.Campaigns;

/// <summary>A folded form of a noun.</summary>
internal readonly record struct NounForm(string Folded, bool Plural, bool Possessed);

/// <summary>The forms of a noun: with possessive suffixes, in the dual and in the sound plural.</summary>
internal static class Inflection
{
    private static readonly string[] _possessives = ["ه", "ها", "هم", "نا", "كم", "هن"];

    /// <summary>حملة: حملة، حملته، حملتها …; حملتان، حملتين، حملتي; حملات، حملاتها. برنامج: برنامجا، برنامجه … برنامجين.</summary>
    public static IEnumerable<NounForm> Of(string noun)
    {
        var folded = ArabicText.Fold(noun);
        var feminine = folded.EndsWith('ه');
        var joined = feminine ? folded[..^1] + "ت" : folded;
        yield return new NounForm(folded, Plural: false, Possessed: false);
        if (!feminine) yield return new NounForm(folded + "ا", Plural: false, Possessed: false);
        foreach (var suffix in _possessives) yield return new NounForm(joined + suffix, Plural: false, Possessed: true);
        foreach (var dual in (string[])["ان", "ين", "ي", "ا"]) yield return new NounForm(joined + dual, Plural: true, Possessed: false);
        foreach (var form in OfPlural((feminine ? folded[..^1] : folded) + "ات")) yield return form;
    }

    public static IEnumerable<NounForm> OfPlural(string plural)
    {
        var folded = ArabicText.Fold(plural);
        yield return new NounForm(folded, Plural: true, Possessed: false);
        yield return new NounForm(folded + "ا", Plural: true, Possessed: false);
        foreach (var suffix in _possessives) yield return new NounForm(folded + suffix, Plural: true, Possessed: true);
    }

    /// <summary>A definite phrase as it is cited: للحملة الوطنية، وبالحملة الوطنية are الحملة الوطنية.</summary>
    public static string Cited(string phrase)
    {
        var start = 0;
        while (start < 2 && start < phrase.Length && phrase[start] is 'و' or 'ف' or 'ب' or 'ك') start++;
        var rest = phrase[start..];
        return rest.StartsWith("لل", StringComparison.Ordinal) ? "ال" + rest[2..] : rest.StartsWith("ال", StringComparison.Ordinal) ? rest : phrase;
    }
}
