namespace PressIngest.Extraction.Quotations;

/// <summary>Tells a speaker's own voice: أنا، نحن، لدينا, a verb of نحن or أنا, the ending نا.</summary>
internal static class FirstPerson
{
    private const int Within = 25;

    public static bool Speaks(Passage passage, TokenRange content)
    {
        for (var i = content.Start; i < Math.Min(content.End, content.Start + Within); i++)
        {
            if (!passage.Tokens[i].IsWord) continue;
            var folded = passage.Tokens[i].Folded;
            if (IsPronoun(passage, i) || (folded[0] == 'ن' && passage.Speech.FirstPersonVerbs.Contains(folded))) return true;
            if (folded.Length > 4 && folded.EndsWith("نا", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    public static bool HasVerb(Passage passage, TokenRange content)
    {
        for (var i = content.Start; i < Math.Min(content.End, content.Start + Within); i++)
            if (passage.Tokens[i].IsWord && IsVerb(passage, i)) return true;
        return false;
    }

    /// <summary>نأمل أن، أتمنى أن، نحن، لن نسمح: words that begin in the speaker's own voice.</summary>
    public static bool Opens(Passage passage, int at, int end)
    {
        if (at + 1 < end && passage.Tokens[at].Folded is "لن" or "لم" or "سوف" or "لا" or "قد" or "ما")
        {
            // Nothing but a verb stands behind these.
            if (passage.Tokens[at].Folded is "لن" or "لم" or "سوف" && passage.Tokens[at + 1].IsWord
                && passage.First(at + 1) is 'ن' or 'أ') return true;
            at++;
        }

        if (at >= end || !passage.Tokens[at].IsWord) return false;
        // تروي لنا قصتها: what belongs to the verb before begins nothing.
        return (IsPronoun(passage, at)
            && passage.Tokens[at].Folded is not ("لي" or "لنا" or "مني" or "منا" or "بنا" or "فينا" or "معي" or "معنا")) || IsVerb(passage, at);
    }

    /// <summary>A verb of نحن or أنا. Folding makes أتمنى and اتمنى one; only what is written with its hamza is "I".</summary>
    public static bool IsVerb(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        if (!passage.Speech.FirstPersonVerbs.Contains(folded) || passage.Names.IsGiven(folded)) return false;
        return folded[0] != 'ا' || passage.First(at) == 'أ';
    }

    /// <summary>لدى استقباله is "at", لديّ "I have": folding makes them one.</summary>
    private static bool IsPronoun(Passage passage, int at) => passage.Tokens[at].Folded is var folded
        && passage.Speech.FirstPerson.Contains(folded) && folded != "علي"
        && (folded != "لدي" || passage.Last(at) == 'ي');
}
