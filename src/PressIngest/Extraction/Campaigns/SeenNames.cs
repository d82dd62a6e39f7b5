namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// What is known to be a name: the words of the article's hashtags, short texts in marks anywhere in it, and efforts known to everybody.
/// A third of the mentions of a marked name stand without marks; behind a campaign noun these words are then a name as well.
/// </summary>
internal static class SeenNames
{
    private const int LongestMarked = 6;
    private const int ShortestMarked = 2;

    public static HashSet<string> Keys(Document document, CampaignLexicon lexicon, IReadOnlyList<Hashtag> hashtags)
    {
        var tokens = document.Tokens;
        var names = new NameReader(document, lexicon);
        var keys = hashtags.Select(x => CampaignRoll.Key(x.Tag)).Concat(lexicon.WellKnown).ToHashSet();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!Marks.IsQuote(tokens[i]) || Marks.Content(tokens, i, LongestMarked) is not { } content) continue;
            // One word in marks is as often a brand, a movement or irony; behind the word هاشتاق it is a name.
            if (content.Length < ShortestMarked && !(i > 0 && lexicon.TagNouns.Has(tokens[i - 1]))) continue;
            if (names.Name(content, LongestMarked) is { } name) keys.Add(CampaignRoll.Key(name.Text));
        }

        return keys;
    }
}
