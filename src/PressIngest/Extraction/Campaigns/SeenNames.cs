namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// What is known to be a name: the words of the article's hashtags, short texts in marks anywhere in it, efforts known to everybody, and
/// words that the article has behind a campaign noun or a slogan's over again. A third of the mentions of a
/// marked name stand without marks; behind a campaign noun these words are then a name as well.
/// </summary>
internal static class SeenNames
{
    private const int LongestMarked = 6;
    private const int ShortestMarked = 2;
    private const int LongestRepeated = 6;
    private const int MostPlaces = 24;

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

        foreach (var run in Repeated(document, lexicon))
            if (names.Name(run, LongestRepeated) is { } name) keys.Add(CampaignRoll.Key(name.Text));
        return keys;
    }

    /// <summary>المبادرة الرئاسية نور حياة في …، المبادرة الرئاسية نور حياة لـ…: the words that two such places begin with.</summary>
    private static IEnumerable<TokenRange> Repeated(Document document, CampaignLexicon lexicon)
    {
        var tokens = document.Tokens;
        var names = new NameReader(document, lexicon);
        var slogans = new Slogans(document, lexicon);
        var places = new List<(int First, bool Slogan, bool Titled)>();
        for (var i = 0; i + 2 < tokens.Length && places.Count < MostPlaces; i++)
        {
            var slogan = tokens[i].Folded is "شعار" or "بشعار";
            if (!slogan && lexicon.Trigger(tokens[i]) is not { Plural: false, Kind.Unmarked: true }) continue;
            var first = i + 1;
            var titled = !slogan && lexicon.Trigger(tokens[i]) is { Definite: true };
            if (titled)
                while (first < tokens.Length && BareNames.IsDefinite(tokens[first])) first++;
            // حملة سامي الحداد is as often somebody's: without an adjective only a slogan tells.
            titled &= first > i + 1;
            if (first + 1 < tokens.Length && tokens[first].IsWord && tokens[first + 1].IsWord && !names.EndsName(tokens[first])
                && tokens[first].Folded.Length > 2 && !slogans.IsDescribed(first)
                && !Slogans.IsVerbalNoun(Proclitics.WithoutArticle(tokens[first].Folded))
                && tokens[first].Folded is not ['ل' or 'ب' or 'و', _, _, _, _, ..])
                places.Add((first, slogan, titled));
        }

        for (var a = 0; a < places.Count; a++)
        for (var b = a + 1; b < places.Count; b++)
        {
            if (!(places[a].Slogan || places[b].Slogan || (places[a].Titled && places[b].Titled))) continue;
            var (one, other) = (places[a].First, places[b].First);
            var length = 0;
            while (length < LongestRepeated && other + length < tokens.Length && tokens[one + length].IsWord
                && tokens[one + length].Folded == tokens[other + length].Folded
                && (places[a].Slogan || places[b].Slogan || !names.EndsName(tokens[one + length]))) length++;
            while (length > 0 && names.EndsName(tokens[one + length - 1])) length--;
            if (length > 1) yield return new TokenRange(one, one + length);
        }
    }
}
