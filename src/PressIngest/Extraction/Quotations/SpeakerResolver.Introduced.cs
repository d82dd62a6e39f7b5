namespace PressIngest.Extraction.Quotations;

/// <summary>Whom the sentence before marked speech introduces.</summary>
internal sealed partial class SpeakerResolver
{
    /// <summary>So many sentences may stand between a speaker and words that go on without a cue.</summary>
    private const int LongestSilence = 4;

    /// <summary>Who says marked words that no cue stands beside.</summary>
    /// <param name="how">How they are introduced.</param>
    /// <param name="at">The colon before them, which may end the paragraph before, or their opening mark.</param>
    public Voice? Introduced(Introduction how, int at)
    {
        HearSubjects(at);
        var sentence = passage.Document.SentenceOf[at];
        if (how == Introduction.Alone) return _discourse.Since(sentence - LongestSilence);
        return _discourse.InSentence(sentence, Gender.Unknown, plural: false) ?? OnlyPersonIn(passage.SentenceAt(at).Start, at)
            ?? (HasBody(passage.SentenceAt(at).Start, at) ? null : _discourse.Since(sentence - LongestSilence));
    }

    /// <summary>Whom the label of a paragraph means: somebody named in full there, or known to the article.</summary>
    public Voice? Labelled(SpeakerPhrase phrase)
    {
        if (phrase.Kind == SpeakerKind.Person)
            return phrase.Sure || register.Find(PersonRegister.NameWords(Tokens, phrase.Name), Gender.Unknown) is not null ? Named(phrase) : null;
        // خبير اقتصادي: … may be anybody.
        if (phrase.Kind == SpeakerKind.Title && !IsDefinite(phrase.Role)) return null;
        if (phrase.Kind == SpeakerKind.Title) return register.FindByTitle(phrase.Role, phrase.Gender) is { } holder
            ? Voice.Of(holder, phrase.Role) : null;
        return phrase.Kind == SpeakerKind.Mention && register.Find(PersonRegister.NameWords(Tokens, phrase.Name), Gender.Unknown) is { } known
            ? Voice.Of(known, phrase.Name) : null;
    }

    private bool IsDefinite(TokenRange title)
    {
        for (var i = title.Start; i < title.End; i++)
            if (WordShape.HasArticle(Tokens[i].Folded) || WordShape.HasParticleAndArticle(Tokens[i].Folded)
                || passage.Names.IsBody(Tokens[i].Folded)) return true;
        return false;
    }

    /// <summary>«…» هذا ما قالته فلانة: who speaks behind such a verb.</summary>
    public Voice? Behind(int verb)
    {
        var phrase = SpeakerGrammar.Parse(passage, verb + 1, passage.SentenceAt(verb).End, SpeakerPlace.BehindCue);
        return phrase.Kind == SpeakerKind.Person ? Named(phrase) : Resolve(phrase, Gender.Unknown);
    }

    /// <summary>صدر عن الوزير فلان بيان جاء فيه: the one person that the introduction names, whatever his place in it.</summary>
    private Voice? OnlyPersonIn(int start, int end)
    {
        Voice? only = null;
        for (var i = Math.Max(start, end - LongestSubject); i < end; i++)
        {
            if (!Tokens[i].IsWord
                || !(register.Knows(Tokens[i].Folded) || passage.Names.IsGiven(Tokens[i].Folded) || passage.Names.Role(Tokens[i].Folded) is not null
                || passage.Names.Honorific(Tokens, i, end).Length > 0))
                continue;
            var phrase = SpeakerGrammar.Parse(passage, i, end, SpeakerPlace.Anywhere);
            if (phrase.Range.Length == 0 || phrase.Range.Start != i) continue;
            var voice = phrase.Kind == SpeakerKind.Person && phrase.Sure ? Named(phrase) : Resolve(phrase, Gender.Unknown);
            i = Math.Max(i, phrase.Range.End - 1);
            if (voice?.Person is null) continue;
            if (only is not null && only.Person != voice.Person) return null;
            only = voice;
        }

        return only;
    }

    private bool HasBody(int start, int end)
    {
        for (var i = Math.Max(start, end - LongestSubject); i < end; i++)
            if (Tokens[i].IsWord
                && (passage.Names.IsOrganization(Tokens, i, end) || passage.Names.IsUnnamed(Tokens, i, end)
                || passage.Names.IsBody(Tokens[i].Folded)))
                return true;
        return false;
    }
}
