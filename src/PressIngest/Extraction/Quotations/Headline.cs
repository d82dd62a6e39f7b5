namespace PressIngest.Extraction.Quotations;

/// <summary>The headline of the form فلان: …: its speaker is a person of the body, by name or post.</summary>
internal static class Headline
{
    private const int MaxSpeaker = 12;
    private const int LeastWords = 3;

    public static void Find(Document document, Lexicon lexicon, PersonRegister register, List<Found> found)
    {
        if (document.HeadlineEnd == 0) return;
        var tokens = document.Tokens;
        var end = 0;
        while (end < tokens.Length && tokens[end].Kind != TokenKind.Break && tokens[end].Start < document.HeadlineEnd) end++;
        var colon = 0;
        while (colon < end && colon <= MaxSpeaker && tokens[colon].Folded != ":") colon++;
        if (colon == 0 || colon >= end || tokens[colon].Folded != ":" || (found.Count > 0 && found[0].Content.Start < end)) return;
        var (marked, markedAt) = QuotationMarks.Find(document);
        var phrase = SpeakerGrammar.Parse(tokens, 0, colon, markedAt, marked, lexicon);
        if (Speaker(phrase, tokens, register) is not { } person) return;
        var content = ContentExtent.Trim(tokens, new TokenRange(colon + 1, end), lexicon);
        if (markedAt[content.Start] >= 0 && marked[markedAt[content.Start]] is { } span && span.Open == content.Start && span.Next >= content.End) content = span.Content;
        if (content.Length < LeastWords) return;
        person.Quotes++;
        found.Insert(0, new Found(QuotationKind.Direct, null, new Voice(person, phrase.HasName ? phrase.Name : phrase.Range, person.Gender, Plural: false), content, "headline") { Colon = colon });
    }

    private static RegisteredPerson? Speaker(SpeakerPhrase phrase, Token[] tokens, PersonRegister register)
    {
        switch (phrase.Kind)
        {
            case SpeakerKind.Person:
                return register.Enter(phrase);
            case SpeakerKind.Mention:
                return register.Find(PersonRegister.NameWords(tokens, phrase.Name), Gender.Unknown);
            case SpeakerKind.Title:
                if (register.FindByTitle(phrase.Role, phrase.Gender) is { } holder) return holder;
                // A post that the body gives to nobody is the one person's who speaks in it.
                var speakers = register.People.Where(x => x.Quotes > 0).ToList();
                return speakers.Count == 1 ? speakers[0] : null;
            default:
                return null;
        }
    }
}
