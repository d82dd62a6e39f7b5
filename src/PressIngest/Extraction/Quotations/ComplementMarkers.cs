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

    /// <summary>أنهذا، إلىأن، أنالحملة: run together by the writer or the page.</summary>
    public static bool IsGlued(string folded) => (folded.Length > 4 && folded.StartsWith("الي", StringComparison.Ordinal)
        && Clause.Contains(folded[3..]))
        || (folded.Length > 4 && folded.StartsWith("ان", StringComparison.Ordinal)
            && (folded[2..] is "هذا" or "هذه" or "هناك" or "ذلك" || (folded.Length > 6 && folded[2..].StartsWith("ال", StringComparison.Ordinal))));

    /// <summary>هل، لماذا …: the words of an indirect question.</summary>
    public static bool IsQuestion(string folded) => folded is "هل" or "لماذا" or "عما" or "ماذا";

    /// <summary>The marker is a word of its own, with nothing of the clause on it (أن, not أنه).</summary>
    public static bool IsPlain(string folded) => folded is "ان" or "بان";
}
