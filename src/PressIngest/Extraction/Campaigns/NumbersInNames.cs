namespace PressIngest.Extraction.Campaigns;

/// <summary>The number in a campaign's name (مبادرة 100 مليون صحة، «مليون شجرة») measures
/// nothing; the same words in a sentence of their own do.</summary>
internal static class NumbersInNames
{
    public static Facts LeaveOut(Document document, Lexicon lexicon, Facts facts)
    {
        if (facts.Campaigns.Count == 0 || facts.Figures.Count == 0) return facts;
        var names = facts.Campaigns.SelectMany(x => x.Mentions).Select(x => x.Span).Where(x => IsCalled(document, lexicon, x)).OrderBy(x => x.Start).ToList();
        var kept = new List<Figure>(facts.Figures.Count);
        var next = 0;
        foreach (var figure in facts.Figures)
        {
            while (next < names.Count && names[next].End <= figure.Mention.Span.Start) next++;
            if (next == names.Count || !names[next].Overlaps(figure.Mention.Span)) kept.Add(figure);
        }

        return facts with { Figures = kept };
    }

    /// <summary>The name stands in marks or right behind its trigger noun, or is known to everybody.</summary>
    private static bool IsCalled(Document document, Lexicon lexicon, Span name)
    {
        var at = FirstAt(document.Tokens, name.Start) - 1;
        if (at < 0) return false;
        var before = document.Tokens[at];
        if (lexicon.Campaigns.WellKnown.Contains(CampaignRoll.Key(name.In(document.Text)))) return true;
        return before.Folded is "«" or "\"" or "“" or "”" or "(" || lexicon.Campaigns.Trigger(before) is not null;
    }

    private static int FirstAt(Token[] tokens, int position)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
