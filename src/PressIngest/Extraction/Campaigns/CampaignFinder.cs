namespace PressIngest.Extraction.Campaigns;

/// <summary>The named efforts of a document: one record each, with every name, tag and place.</summary>
internal static class CampaignFinder
{
    public static IReadOnlyList<Campaign> Find(Document document, Lexicon lexicon, IReadOnlyList<Hashtag> hashtags)
    {
        var words = lexicon.Campaigns;
        var seen = SeenNames.Keys(document, words, hashtags);
        var frames = new FrameReader(document, words, seen);
        var lists = new ListReader(document, words, seen);
        var inverted = new InvertedFrames(document, words, frames);
        var bodies = new LaunchingBody(document, words);
        var roll = new CampaignRoll(hashtags, words);
        Frame? last = null;
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            // Most tags in the news were launched by nobody: without a campaign noun one is a campaign only where somebody launched it.
            if (words.TagTrigger(document.Tokens[i]) is { } tagNoun && (bodies.JustBefore(i) is not null || bodies.AreActivists(i))
                && frames.ReadTag(tagNoun, i) is { } tag) roll.Add(tag, bodies.JustBefore(i));
            if (document.Tokens[i].Kind == TokenKind.Hashtag && frames.ReadSelfNamed(i) is { } self) roll.Add(self, bodies.JustBefore(i));
            // حملة «أ»، وأخرى بعنوان «ب»: the noun is understood.
            var noun = words.Trigger(document.Tokens[i])
                ?? (last is not null && document.Tokens[i].Folded is "اخري" or "واخري" && document.SentenceOf[i] == document.SentenceOf[last.At]
                && frames.IsIntroduced(i) ? last.Trigger with { Definite = false } : null);
            if (noun is not { } trigger) continue;
            List<Frame> found = trigger.Plural ? lists.Read(trigger, i)
                : (inverted.Read(trigger, i) ?? frames.Read(trigger, i) ?? inverted.TagBefore(trigger, i)
                    ?? inverted.SloganFirst(trigger, i) ?? (last is null ? inverted.SloganBefore(trigger, i) : null)) is { } frame
                ? [frame, .. frames.AlsoNamed(frame)] : [];
            if (found.Count > 0) last = found[^1];
            foreach (var one in found)
                if (!(one.Trigger.Kind.TagsOnly && one.Names.Any(x => !x.IsTag)) && !IsSomethingElse(document, one)
                    && (!one.Trigger.Kind.NeedsCivic || IsCivic(document, one, words)))
                    roll.Add(one, bodies.Of(one));
        }

        return roll.ToCampaigns(document);
    }

    /// <summary>A word of the sentence near the noun says that it is a show, a bill, a competition.</summary>
    private static bool IsSomethingElse(Document document, Frame frame)
    {
        var sentence = document.Sentences[document.SentenceOf[frame.At]];
        var last = Math.Min(sentence.End, Math.Max(frame.At, frame.End) + 6);
        for (var i = Math.Max(sentence.Start, frame.At - 8); i < last; i++)
            if (frame.Trigger.Kind.Unless.Has(document.Tokens[i]) && !frame.Names.Any(x => x.Span.Overlaps(document.Tokens[i].Span))) return true;
        return false;
    }

    /// <summary>برنامج and مشروع name shows, works and policies more often: some word nearby must speak of people helped, or of a launch.</summary>
    private static bool IsCivic(Document document, Frame frame, CampaignLexicon words)
    {
        const int Nearby = 12;
        if (frame.Names.Any(x => x.IsTag)) return true;
        var sentence = document.Sentences[document.SentenceOf[frame.At]];
        var last = Math.Min(sentence.End, Math.Max(frame.End, frame.At) + Nearby);
        for (var i = Math.Max(sentence.Start, frame.At - Nearby); i < last; i++)
            if (i != frame.At && words.Civic.HasBeginning(document.Tokens[i])) return true;
        return false;
    }
}
