namespace PressIngest.Extraction.Quotations;

/// <summary>The headline of the form فلان: …: its speaker is a person of the body, by name or post.</summary>
internal static class Headline
{
    private const int LongestSpeaker = 12;
    private const int LeastWords = 3;
    private const int LongestName = 6;

    public static void Find(Passage passage, PersonRegister register, List<Found> found)
    {
        var tokens = passage.Tokens;
        var end = 0;
        while (end < tokens.Length && tokens[end].Kind != TokenKind.Break && tokens[end].Start < passage.Document.HeadlineEnd) end++;
        var colon = 0;
        while (colon < end && colon <= LongestSpeaker && tokens[colon].Folded != ":") colon++;
        if (colon == 0 || colon >= end || tokens[colon].Folded != ":" || (found.Count > 0 && found[0].Content.Start < end)) return;
        var phrase = SpeakerGrammar.Parse(passage, 0, colon, SpeakerPlace.Anywhere);
        if (Speaker(phrase, tokens, register, colon) is not { } person) return;
        var content = ContentExtent.Trim(passage, new TokenRange(colon + 1, end));
        if (content.Length < LeastWords) return;
        if (passage.MarkedFrom(content.Start) is { } span && span.Next >= content.End) content = span.Content;
        person.Quotes++;
        var voice = Voice.Of(person, phrase.IsNamed ? phrase.Name : phrase.Range.Length > 0 ? phrase.Range : new TokenRange(0, colon));
        found.Insert(0, new Found(QuotationKind.Direct, new TokenRange(colon, colon + 1), 0, voice, content, "headline-colon"));
    }

    private static RegisteredPerson? Speaker(SpeakerPhrase phrase, Token[] tokens, PersonRegister register, int colon)
    {
        switch (phrase.Kind)
        {
            case SpeakerKind.Person:
                return register.Enter(phrase);
            case SpeakerKind.Mention:
                return register.Find(PersonRegister.NameWords(tokens, phrase.Name), Gender.Unknown);
            case SpeakerKind.Title when phrase.Role.Length > 0:
                if (phrase.Role.Length == 1 && register.Find([tokens[phrase.Role.Start].Folded], Gender.Unknown) is { } namesake) return namesake;
                if (register.FindByTitle(phrase.Role, phrase.Gender) is { } holder) return holder;
                // A post that the body gives to nobody is the one person's who speaks in it.
                var speakers = register.People.Where(x => x.Quotes > 0).ToList();
                if (phrase.Role.Length < 2 || speakers.Count != 1) return null;
                speakers[0].Describe(phrase.Role);
                return speakers[0];
            default:
                return colon <= LongestName ? register.Find(PersonRegister.NameWords(tokens, new TokenRange(0, colon)), Gender.Unknown) : null;
        }
    }
}
