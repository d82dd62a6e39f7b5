namespace PressIngest.Extraction.Quotations;

/// <summary>Where somebody comes from: before the name (السيدة الفلسطينية) or behind it (من مدينة كذا).</summary>
internal static class Origin
{
    private const int Longest = 7;

    /// <summary>الإيطالي، الفلسطينية: a definite adjective of a place, and no post.</summary>
    public static bool IsNisba(Passage passage, int at) =>
        passage.Tokens[at] is { IsWord: true, Folded: var folded } && WordShape.HasArticle(folded) && !passage.Names.IsGiven(folded)
        && passage.Names.Role(folded) is null && (folded[^1] == 'ي' || folded.EndsWith("يه", StringComparison.Ordinal));

    /// <summary>الإيطالي، الشابة الفلسطينية: where somebody comes from is no post, nor is the honorific before it.</summary>
    public static bool Is(Passage passage, int from, int to)
    {
        // المستشارة الألمانية، الملك الأردني: a post, though an honorific elsewhere.
        if (to > from && passage.Names.Role(passage.Tokens[from].Folded) is "مستشار" or "ملك" or "امير" or "سلطان") return false;
        var first = to - from > 1 && passage.Names.IsTitle(passage.Tokens[from].Folded) ? from + 1 : from;
        for (var i = first; i < to; i++)
            if (!IsNisba(passage, i)) return false;
        return first > from || to - from == 1;
    }

    /// <summary>فلان من مدينة كذا، أحد …: behind a name the place that its bearer is from, where a post stands behind it.</summary>
    public static int EndBehindName(Passage passage, int at, int end)
    {
        if (at + 3 >= end || passage.Tokens[at].Folded != "من" || !passage.Names.IsPlace(passage.Tokens[at + 1].Folded)) return at;
        for (var i = at + 3; i < Math.Min(end, at + Longest) && passage.Tokens[i].IsWord; i++)
        {
            if (SpeakerSegment.PostAt(passage, i, end)) return i;
            if (!WordShape.HasArticle(passage.Tokens[i].Folded)) break;
        }

        return at;
    }
}
