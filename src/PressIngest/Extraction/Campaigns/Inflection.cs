namespace PressIngest.Extraction.Campaigns;

/// <summary>The forms of a folded noun: with possessive suffixes, in the dual and in the sound plural.</summary>
internal static class Inflection
{
    private static readonly string[] _possessives = ["ه", "ها", "هم", "نا", "كم", "هن"];

    /// <summary>حملة: حملة، حملته، حملتها …; حملتان، حملتين، حملتي; حملات، حملاتها. برنامج: برنامجا، برنامجه، برنامجي, برنامجين.</summary>
    public static IEnumerable<(string Form, bool Plural)> Forms(string noun)
    {
        var feminine = noun.EndsWith('ه');
        var joined = feminine ? noun[..^1] + "ت" : noun;
        yield return (noun, false);
        if (!feminine) yield return (noun + "ا", false);
        foreach (var suffix in _possessives) yield return (joined + suffix, false);
        foreach (var dual in (string[])["ان", "ين", "ي", "ا"]) yield return (joined + dual, true);
        foreach (var form in Possessed((feminine ? noun[..^1] : noun) + "ات")) yield return (form, true);
    }

    public static IEnumerable<string> Possessed(string noun) => [noun, noun + "ا", .. _possessives.Select(x => noun + x)];
}
