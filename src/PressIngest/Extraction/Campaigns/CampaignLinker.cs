namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Says of figures, quotations and dates which campaign they are about: the one that their sentence names, or means by a definite
/// noun (الحملة، هذه المبادرة). With two in a sentence it is the one named last before the fact, as Arabic puts the topic first.
/// </summary>
internal static class CampaignLinker
{
    public static Facts Link(Document document, Lexicon lexicon, Facts facts)
    {
        if (facts.Campaigns.Count == 0) return facts;
        var links = References(document, lexicon.Campaigns, facts.Campaigns);
        return facts with
        {
            Quotations = [.. facts.Quotations.Select(x => x.Campaign is null ? x with { Campaign = links.Of(x.Mention.Span) } : x)],
            Figures = [.. facts.Figures.Select(x => x.Campaign is null ? x with { Campaign = links.Of(x.Mention.Span) } : x)],
            Dates = [.. facts.Dates.Select(x => x.Campaign is null ? x with { Campaign = links.Of(x.Mention.Span) } : x)],
        };
    }

    /// <summary>Every place that names a campaign or means one, in order.</summary>
    private static CampaignReferences References(Document document, CampaignLexicon lexicon, IReadOnlyList<Campaign> campaigns)
    {
        var named = campaigns.SelectMany((x, i) => x.Mentions.Select(m => (At: m.Span.Start, Campaign: i))).OrderBy(x => x.At).ToArray();
        var references = new List<(int At, int Campaign)>(named.Length);
        var next = 0;
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var token = document.Tokens[i];
            for (; next < named.Length && named[next].At < token.End; next++) references.Add(named[next]);
            if (i + 1 < document.Tokens.Length && lexicon.Hostile.Has(document.Tokens[i + 1])) continue;
            if (lexicon.Trigger(token) is { Plural: false, Definite: true } trigger && Meant(trigger, references, campaigns) is { } meant)
                references.Add((token.Start, meant));
        }

        return new CampaignReferences(document, references);
    }

    /// <summary>الحملة means the campaign mentioned last that is called a حملة, or, where none is called so, the only one there is.</summary>
    private static int? Meant(Trigger trigger, List<(int At, int Campaign)> references, IReadOnlyList<Campaign> campaigns)
    {
        const int Nearby = 16;
        for (var k = references.Count - 1; k >= Math.Max(0, references.Count - Nearby); k--)
            if (campaigns[references[k].Campaign].Kind == trigger.Kind.Noun) return references[k].Campaign;
        return campaigns.Count == 1 && references.Count > 0 ? 0 : null;
    }
}

/// <summary>Where a document names its campaigns, by sentence.</summary>
internal sealed class CampaignReferences(Document document, List<(int At, int Campaign)> references)
{
    /// <summary>The campaign that the sentence of a fact is about; null where it names none.</summary>
    public int? Of(Span fact)
    {
        var sentence = SentenceAt(fact.Start);
        int? before = null;
        for (var k = FirstAt(sentence.Start); k < references.Count && references[k].At < Math.Max(sentence.End, fact.End); k++)
        {
            if (references[k].At >= fact.Start && before is not null) break;
            before = references[k].Campaign;
            if (references[k].At >= fact.Start) break;
        }

        return before;
    }

    private Span SentenceAt(int position)
    {
        var (low, high) = (0, document.Sentences.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Tokens[document.Sentences[middle].Start].Start <= position) low = middle;
            else high = middle - 1;
        }

        return document.Sentences.Length == 0 ? new Span(0, document.Text.Length) : document.SpanOf(document.Sentences[low]);
    }

    private int FirstAt(int position)
    {
        var (low, high) = (0, references.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (references[middle].At < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
