namespace PressIngest.Extraction.Quotations;

/// <summary>أن and إن with what Arabic writes onto them: they open the clause that was said.</summary>
internal static class ComplementMarkers
{
    private static readonly HashSet<string> Clause = ["ان", "انه", "انها", "انهم", "انهما", "انهن", "انني", "اني", "اننا", "انك", "انكم"];

    /// <summary>أن، إنه، بأن، بأنها …; not وأن, which goes on with a clause already open.</summary>
    public static bool IsClause(string folded) => folded switch
    {
        ['ا', 'ن', ..] => Clause.Contains(folded),
        ['ب', 'ا', 'ن', ..] => Clause.Contains(folded[1..]),
        _ => false,
    };

    /// <summary>فإن، فإنه with the hamza that tells them from a name (فان).</summary>
    public static bool IsSo(Passage passage, int at) => passage.Tokens[at].Folded is ['ف', 'ا', 'ن', ..] folded && Clause.Contains(folded[1..])
        && passage.Document.Text[passage.Tokens[at].Start + 1] is 'إ' or 'أ';

    /// <summary>هل، لماذا …: the words of an indirect question.</summary>
    public static bool IsQuestion(string folded) => folded is "هل" or "لماذا" or "عما" or "ماذا";

    /// <summary>The marker is a word of its own, with nothing of the clause on it (أن, not أنه).</summary>
    public static bool IsPlain(string folded) => folded is "ان" or "بان";
}
