namespace PressIngest.Extraction.Campaigns;

/// <summary>Every place where a known name stands, with or without marks and noun: the longest name at a place, left to right.</summary>
internal static class NameMentions
{
    private const int LongestKey = 160;

    public static IEnumerable<(CampaignRoll.Entry Entry, Span Span)> Find(Document document, IReadOnlyDictionary<string, CampaignRoll.Entry> byName)
    {
        if (byName.Count == 0) yield break;
        var prefixes = Prefixes(byName.Keys);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var (end, entry) = At(document, i, byName, prefixes);
            if (entry is null) continue;
            yield return (entry, document.SpanOf(new TokenRange(i, end)));
            i = end - 1;
        }
    }

    private static (int End, CampaignRoll.Entry? Entry) At(Document document, int start, IReadOnlyDictionary<string, CampaignRoll.Entry> byName, HashSet<string> prefixes)
    {
        var (end, entry, key) = (start, (CampaignRoll.Entry?)null, "");
        for (var i = start; i < document.Tokens.Length && document.Tokens[i].Kind != TokenKind.Break; i++)
        {
            var part = CampaignRoll.Key(document.Tokens[i].Folded);
            if (part.Length == 0)
            {
                if (i == start) break;
                continue;
            }

            key += part;
            if (!prefixes.Contains(key)) break;
            if (byName.TryGetValue(key, out var hit)) (end, entry) = (i + 1, hit);
        }

        return (end, entry);
    }

    private static HashSet<string> Prefixes(IEnumerable<string> keys)
    {
        var prefixes = new HashSet<string>();
        foreach (var key in keys)
            for (var length = 1; length <= Math.Min(key.Length, LongestKey); length++) prefixes.Add(key[..length]);
        return prefixes;
    }
}
