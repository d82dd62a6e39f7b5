namespace PressIngest.Extraction.Campaigns;

/// <summary>The named efforts of a document: one record each, with every name, tag and place.</summary>
internal static class CampaignFinder
{
    public static IReadOnlyList<Campaign> Find(Document document, Lexicon lexicon, IReadOnlyList<Hashtag> hashtags)
    {
        var words = lexicon.Campaigns;
        var frames = new FrameReader(document, words);
        var roll = new CampaignRoll();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (!document.Tokens[i].IsWord || words.Read(document.Tokens[i].Folded) is not { } trigger) continue;
            if (frames.Read(trigger, i) is not { } frame || IsSomethingElse(document, frame)) continue;
            if (frame.Several) foreach (var name in frame.Names) roll.Add(frame, [name]);
            else roll.Add(frame, frame.Names);
        }

        return roll.ToCampaigns(document);
    }

    /// <summary>A word of the sentence near the noun says that it is a show, a bill, a sweep.</summary>
    private static bool IsSomethingElse(Document document, Frame frame)
    {
        if (frame.Trigger.Kind.Unless.Count == 0) return false;
        var sentence = document.Sentences[document.SentenceOf[frame.At]];
        var last = Math.Min(sentence.End, frame.At + 9);
        for (var i = Math.Max(sentence.Start, frame.At - 4); i < last; i++)
            if (CampaignLexicon.Has(frame.Trigger.Kind.Unless, document.Tokens[i].Folded)) return true;
        return false;
    }
}
