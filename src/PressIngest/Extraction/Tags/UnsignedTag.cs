using PressIngest.Extraction.Campaigns;

namespace PressIngest.Extraction.Tags;

/// <summary>A tag that lost its sign: words joined by underscores behind the word هاشتاق or وسم (هاشتاق ”أ_ب_ج“).</summary>
internal static class UnsignedTag
{
    private const int Reach = 4;

    /// <summary>The joined words that follow the tag noun at <paramref name="noun"/>, or null.</summary>
    public static TokenRange? After(Token[] tokens, int noun, CampaignLexicon lexicon)
    {
        if (!tokens[noun].IsWord || !lexicon.TagNouns.Has(tokens[noun])) return null;
        for (var i = noun + 1; i < tokens.Length && i <= noun + Reach; i++)
        {
            if (Joined(tokens, i) is { } joined) return joined;
            if (!Marks.IsMark(tokens[i]) && !tokens[i].Is(":") && !lexicon.Introducers.Has(tokens[i])) return null;
        }

        return null;
    }

    private static TokenRange? Joined(Token[] tokens, int start)
    {
        if (!tokens[start].IsWord) return null;
        var end = start + 1;
        while (end + 1 < tokens.Length && tokens[end].Is("_") && !tokens[end].SpaceBefore
            && tokens[end + 1].Kind is TokenKind.Word or TokenKind.Number && !tokens[end + 1].SpaceBefore)
            end += 2;
        return end > start + 1 ? new TokenRange(start, end) : null;
    }
}
