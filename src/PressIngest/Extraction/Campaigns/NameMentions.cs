namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Every place where a known name stands, with or without marks and noun: the longest name at a place, left to right. Behind a
/// campaign noun the first words of a longer name are enough (حملة شتاء for شتاء دافئ), and so are those of an official title.
/// </summary>
internal static class NameMentions
{
    private const int LongestKey = 160;
    private const int ShortestPart = 4;

    public static IEnumerable<(CampaignRoll.Entry Entry, Span Span)> Find(Document document, CampaignLexicon lexicon,
        IReadOnlyDictionary<string, CampaignRoll.Entry> byName)
    {
        if (byName.Count == 0) yield break;
        var prefixes = Prefixes(byName);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var shortest = i > 0
                && lexicon.Trigger(document.Tokens[i - 1]) is { Plural: false } ? 1 : lexicon.Trigger(document.Tokens[i]) is { Plural: false } ? 2
                : int.MaxValue;
            var (end, entry) = At(document.Tokens, i, byName, prefixes, shortest);
            if (entry is null) continue;
            yield return (entry, document.SpanOf(new TokenRange(i, end)));
            i = end - 1;
        }
    }

    private static (int End, CampaignRoll.Entry? Entry) At(
        Token[] tokens, int start, IReadOnlyDictionary<string, CampaignRoll.Entry> byName,
        Dictionary<string, CampaignRoll.Entry> prefixes, int shortest)
    {
        var (end, entry, key) = (start, (CampaignRoll.Entry?)null, "");
        var (partEnd, part) = (start, (CampaignRoll.Entry?)null);
        for (var i = start; i < tokens.Length && tokens[i].Kind != TokenKind.Break; i++)
        {
            if (i == start && !MayBegin(tokens[i].Folded, prefixes)) break;
            var piece = CampaignRoll.Key(tokens[i].Folded);
            if (piece.Length == 0)
            {
                if (i == start) break;
                continue;
            }

            key += piece;
            if (!prefixes.TryGetValue(key, out var longer)) break;
            if (byName.TryGetValue(key, out var whole)) (end, entry) = (i + 1, whole);
            else if (key.Length >= ShortestPart && tokens[i].IsWord && i - start + 1 >= shortest) (partEnd, part) = (i + 1, longer);
        }

        return entry is not null ? (end, entry) : (partEnd, part);
    }

    /// <summary>Few words begin a name, and the first letter tells of most of the others.</summary>
    private static bool MayBegin(string folded, Dictionary<string, CampaignRoll.Entry> prefixes)
    {
        foreach (ref readonly var c in folded.AsSpan())
            if (char.IsLetterOrDigit(c)) return prefixes.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(new ReadOnlySpan<char>(in c));
        return false;
    }

    private static Dictionary<string, CampaignRoll.Entry> Prefixes(IReadOnlyDictionary<string, CampaignRoll.Entry> byName)
    {
        var prefixes = new Dictionary<string, CampaignRoll.Entry>();
        foreach (var (key, entry) in byName)
            for (var length = 1; length <= Math.Min(key.Length, LongestKey); length++) prefixes.TryAdd(key[..length], entry);
        return prefixes;
    }
}
