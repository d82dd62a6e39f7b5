namespace PressIngest.Extraction.Quotations;

/// <summary>Whom a speaker phrase means: a name, a surname, a title, a stand-in, or the one still speaking.</summary>
internal sealed partial class SpeakerResolver(Passage passage, PersonRegister register)
{
    private const int LongestSubject = 40;

    /// <summary>What a body does farther into its sentence is told of it, and does not make it the one who goes on.</summary>
    private const int Opening = 8;

    /// <summary>Words of a title by which somebody is meant who was given none.</summary>
    private const int LongestTitle = 5;

    /// <summary>Given names before a surname.</summary>
    private const int MostGiven = 3;

    private readonly Discourse _discourse = new();
    private int _heardUpTo;

    private Token[] Tokens => passage.Tokens;

    public void Hear(Voice voice, int token) => _discourse.Hear(voice, passage.Document.SentenceOf[token], spoke: true);

    /// <summary>The voice of a cue with the phrase behind it, heard as the subject of its sentence; null where nobody can be meant.</summary>
    /// <param name="cue">The cue.</param>
    /// <param name="phrase">What stands behind it as its subject.</param>
    /// <param name="words">Where the words that it introduces begin, or the clause ends.</param>
    /// <param name="introduces">Whether it introduces any.</param>
    public Voice? VoiceOf(Cue cue, SpeakerPhrase phrase, int words, bool introduces)
    {
        if (cue.Form.Verb.Relays)
        {
            if (RelayedFrom(words, cue.Token, cue.Form.Verb.Lemma == "نسب" ? "الي" : "عن") is { } source) return source;
            // ونقل فلان تحيات الوزير. وقال: … — who passes on something of nobody's speaks himself in what follows.
            if ((phrase.Kind == SpeakerKind.Person
                && phrase.Sure ? Named(phrase) : Resolve(phrase, cue.Form.Gender)) is { } bringer) Hear(bringer, cue.Token);
            return null;
        }

        var (gender, plural) = (cue.Form.Gender, cue.Form.Plural);
        if (phrase.Kind == SpeakerKind.Nobody || IsAddressed(cue, phrase))
        {
            if (Answering(cue) is { } answering) return answering;
            if ((Antecedent(cue.Token) ?? Marked(cue)) is { } antecedent) return antecedent;
            // متسائلا بالقول is the subject's own; نقلت عن فلان قوله is not.
            if (cue.Form.Verb == CueMatcher.Noun && Tokens[cue.Token].Folded[0] != 'ب'
                && RelayedFrom(cue.Token, passage.SentenceAt(cue.Token).Start, "عن") is { } relayed) return relayed;
            var sentence = passage.Document.SentenceOf[cue.Token];
            if (cue.Form.Participle && Explaining(cue) is { } guide && !Disagree(guide.Gender, gender)) return guide;
            var heard = _discourse.InSentence(sentence, gender, plural);
            // تحدثت الإذاعة مع فلانة، حيث قالت: the guest, and no outlet.
            if (heard is { Person: null, Called: { Length: > 0 } host } && TitleExtent.IsOutlet(passage, Tokens[host.Start].Folded)
                && OnlyPersonIn(passage.SentenceAt(cue.Token).Start, cue.Token) is { } guest && !Disagree(guest.Gender, gender)) return guest;
            // وقال محمد …، مشددة على أن: misspelt, since a participle is of its own sentence.
            return heard ?? (cue.Form.Participle ? NamedBefore(cue.Token, gender) ?? Misspelt(cue, sentence) ?? Joins(cue, gender) : null)
                ?? (plural ? null : Acting(cue, gender))
                ?? _discourse.Latest(gender, plural)
                ?? (plural ? null : OnlyPersonIn(passage.SentenceAt(cue.Token).Start, cue.Token) is { } only
                    && !Disagree(only.Gender, gender) ? only : null)
                ?? (plural || sentence == 0 ? null : Met(passage.Document.Sentences[sentence - 1], gender));
        }

        // The verb agrees with its subject: it tells the gender that a foreign name does not.
        var voice = phrase.Kind == SpeakerKind.Person
            ? Named(phrase with { Gender = cue.Form.Participle || plural ? phrase.Gender : gender })
            : Resolve(phrase, gender)
                ?? Voice.Unnamed(phrase.Range, phrase.Kind == SpeakerKind.Unnamed ? Gender.Unknown : gender, plural
                || Tokens[phrase.Range.Start].Folded.EndsWith("ون", StringComparison.Ordinal));
        if (voice.Person is { } named && phrase.Kind == SpeakerKind.Person && !cue.Form.Participle && !plural && gender != Gender.Unknown
            && phrase.Range.Start == cue.Token + 1)
        {
            named.SpeakAs(gender);
            voice = voice with { Gender = gender };
        }

        // وكان فلان أعلن الحصول على …: a definite word that is nobody's name may be the verb's object.
        if (!IsAside(Tokens, cue, voice) && (voice.Person is not null || introduces || phrase.Kind != SpeakerKind.Mention))
            _discourse.Hear(voice, passage.Document.SentenceOf[cue.Token], spoke: voice.Person is not null || introduces
                || phrase.Kind != SpeakerKind.Body);
        return voice;
    }

    /// <summary>واتفق معه الطالب فلان، مؤكدا: the one person whom the sentence names, where no preposition governs him.</summary>
    private Voice? Joins(Cue cue, Gender gender)
    {
        if (OnlyPersonIn(passage.SentenceAt(cue.Token).Start, cue.Token) is not { Said.Start: var at } joins || Disagree(joins.Gender, gender)
            || at == 0 || !Tokens[at - 1].IsWord) return null;
        while (at > 0 && Tokens[at - 1].IsWord && WordShape.HasArticle(passage, at - 1)) at--;
        return at > 0 && Tokens[at - 1].IsWord && !passage.Speech.Circumstances.Contains(Tokens[at - 1].Folded)
            && !WordShape.HasParticleAndArticle(Tokens[at].Folded)
            && (WordShape.HasPronoun(passage, at - 1) || Tokens[at - 1].Folded is "معه" or "معها") ? joins : null;
    }

    /// <summary>التقينا الناشطة فلانة. وقالت …: nobody has spoken yet, and the sentence before names one person.</summary>
    private Voice? Met(TokenRange sentence, Gender gender) =>
        OnlyPersonIn(sentence.Start, sentence.End) is { } met && !Disagree(met.Gender, gender) ? met : null;

    /// <summary>استمع الوزير إلى شرح من فلان …، مفيدا بأن: who explains it to him.</summary>
    private Voice? Explaining(Cue cue)
    {
        for (var i = cue.Token - 1; i > Math.Max(passage.SentenceAt(cue.Token).Start, cue.Token - LongestSubject); i--)
        {
            if (Tokens[i].Folded is not ("من" or "قدمه" or "قدمته" or "قدمها") || !passage.Speech.Briefings.Contains(Tokens[i - 1].Folded)) continue;
            var phrase = SpeakerGrammar.Parse(passage, i + 1, cue.Token, SpeakerPlace.Anywhere);
            return phrase.Kind == SpeakerKind.Person && phrase.Sure ? Named(phrase) : Resolve(phrase, Gender.Unknown);
        }

        return null;
    }

    /// <summary>اتصلنا بالمتحدث فلان فقال إن: whose name stands right before the verb.</summary>
    private Voice? Answering(Cue cue)
    {
        if (cue.Form.Plural || Tokens[cue.Token].Folded[0] != 'ف' || cue.Prefix == 0 || cue.Token == 0 || !Tokens[cue.Token - 1].IsWord) return null;
        return register.NamedBefore(cue.Token) is var (person, mention)
            && !Disagree(person.Gender, cue.Form.Gender) ? Voice.Of(person, mention) : null;
    }

    private Voice? Misspelt(Cue cue, int sentence) => !cue.Form.Plural && cue.Token + 2 < Tokens.Length
        && (ComplementMarkers.IsClause(Tokens[cue.Token + 1].Folded) || ComplementMarkers.IsClause(Tokens[cue.Token + 2].Folded))
        && _discourse.InSentence(sentence, Gender.Unknown, plural: false) is { Person: not null } speaking ? speaking : null;

    /// <summary>كما دعا موسكو إلى الحوار: a city or state without an article is feminine, and no subject of a verb in the masculine.</summary>
    private bool IsAddressed(Cue cue, SpeakerPhrase phrase) => IsTold(cue, phrase) || (phrase.Kind == SpeakerKind.Body
        && cue.Form is { Gender: Gender.Masculine, Plural: false, Verb.Tier: CueTier.Act }
        && passage.Names.IsBody(Tokens[phrase.Range.Start]) && !WordShape.HasArticle(passage, phrase.Range.Start)
        && !passage.Names.IsOrganization(Tokens, phrase.Range.Start, phrase.Range.End) && Tokens[phrase.Range.Start].Folded != "لبنان");

    /// <summary>وأبلغ «عكاظ» أن: whom he told.</summary>
    private bool IsTold(Cue cue, SpeakerPhrase phrase) => cue.Form.Verb.Lemma is "أبلغ" or "أخبر" or "أطلع"
        && phrase is { Kind: SpeakerKind.Body or SpeakerKind.Unnamed }
        && (QuotationMarks.IsMark(Tokens[cue.Token + 1]) || TitleExtent.IsOutlet(passage, Tokens[phrase.Range.Start].Folded));

    /// <summary>قال له الموظف «…»: somebody without a name within another one's story, who goes on with it.</summary>
    public static bool IsAside(Token[] tokens, Cue cue, Voice voice) => voice.Person is null && cue.Token + 1 < tokens.Length
        && tokens[cue.Token + 1].Folded is "له" or "لها";

    /// <summary>The subjects of the words that were said up to a token are not the narrator's.</summary>
    public void PassOver(int token) => _heardUpTo = token;

    /// <summary>فلان الذي قال إن: the name before the relative.</summary>
    private Voice? Antecedent(int cue)
    {
        if (cue < 2 || Tokens[cue - 1].Folded is not ("الذي" or "التي" or "والذي" or "والتي")) return null;
        var name = cue - 2;
        if (Tokens[name].Kind == TokenKind.Punctuation && name > 0) name--;
        if (!Tokens[name].IsWord || register.Find([Tokens[name].Folded], Gender.Unknown) is not { } person) return null;
        return Voice.Of(person, new TokenRange(name, name + 1));
    }

    /// <summary>تحدث "الحداد" يوم …: a known name in marks.</summary>
    private Voice? Marked(Cue cue)
    {
        if (cue.Form.Participle || passage.MarkedFrom(cue.Token + 1) is not { IsLong: false, Content: var name }
            || register.Find(PersonRegister.NameWords(Tokens, name), cue.Form.Gender) is not { } person)
            return null;
        var voice = Voice.Of(person, name);
        Hear(voice, cue.Token);
        return voice;
    }

    /// <summary>أيده في الرأي الدكتور فلان، مؤكدا: somebody with an honorific behind a phrase that is over, in the sentence of a
    /// participle.</summary>
    private Voice? NamedBefore(int cue, Gender gender)
    {
        for (var i = cue - 1; i > Math.Max(passage.SentenceAt(cue).Start, cue - LongestSubject); i--)
        {
            if (!Tokens[i].IsWord || !Tokens[i - 1].IsWord || !WordShape.HasArticle(Tokens[i - 1].Folded)
                || passage.Names.Role(Tokens[i - 1].Folded) is not null) continue;
            if (passage.Names.Honorific(Tokens, i, cue).Length == 0 || passage.Names.Honorific(Tokens, i - 1, cue).Length > 0) continue;
            var phrase = SpeakerGrammar.Parse(passage, i, cue, SpeakerPlace.Anywhere);
            if (phrase.Kind != SpeakerKind.Person || !phrase.Sure || phrase.Range.Start != i) continue;
            var voice = Named(phrase);
            if (gender == Gender.Unknown || voice.Person is { Gender: Gender.Unknown } || voice.Person?.Gender == gender) return voice;
        }

        return null;
    }

    /// <summary>نقلت الوكالة عن فلان قوله: the speaker stands between عن and the noun or the clause.</summary>
    private Voice? RelayedFrom(int noun, int start, string preposition)
    {
        for (var i = noun - 1; i > start && i > noun - LongestSubject; i--)
        {
            if (!Tokens[i].Is(preposition) || WordShape.HasPronoun(passage, i + 1)
                || (Tokens[i + 1].Folded is { Length: > 2 } own && passage.Speech.OwnWords.Contains(own[..^1])))
                continue;
            var phrase = SpeakerGrammar.Parse(passage, i + 1, noun, SpeakerPlace.BeforeWords);
            if (phrase.Range.Length == 0) continue;
            var voice = phrase.Kind == SpeakerKind.Person ? Named(phrase)
                : Resolve(phrase, Gender.Unknown) ?? Voice.Unnamed(phrase.Range, Gender.Unknown, plural: false);
            Hear(voice, i);
            return voice;
        }

        return null;
    }

    private Voice Named(SpeakerPhrase phrase)
    {
        // وقالت بارزيلاي باكية: a known surname and a circumstance are no first name and surname.
        if (!phrase.Sure && phrase.Name.Length > 1 && register.Find(PersonRegister.NameWords(Tokens, phrase.Name), Gender.Unknown) is null)
        {
            var first = new TokenRange(phrase.Name.Start, phrase.Name.Start + 1);
            if (register.Find(PersonRegister.NameWords(Tokens, first), phrase.Gender) is { } known) return Voice.Of(known, first);
        }

        return Voice.Of(register.Enter(phrase), phrase.Name);
    }

    /// <summary>A person of the register; null where the phrase means none of them.</summary>
    private Voice? Resolve(SpeakerPhrase phrase, Gender gender)
    {
        switch (phrase.Kind)
        {
            case SpeakerKind.Mention:
                if ((register.Find(PersonRegister.NameWords(Tokens, phrase.Name), gender) ?? FullName(phrase, gender)
                    ?? register.FindByOrigin(Tokens[phrase.Name.Start].Folded, gender) ?? SingleName(phrase)) is not { } known)
                    return register.FindByTrade(Tokens[phrase.Name.Start].Folded, gender) is { } tradesman ? Voice.Of(tradesman, phrase.Name) : null;
                known.Mentions.Add(phrase.Name);
                return Voice.Of(known, phrase.Name);
            case SpeakerKind.StandIn:
                var style = passage.Names.Style(Tokens[phrase.Range.End - 1].Folded);
                return ((style is null ? null : _discourse.LatestStyled(style, phrase.Gender)) ?? _discourse.Latest(phrase.Gender,
                    plural: false)) is { Person: { } bearer }
                    ? Voice.Of(bearer, phrase.Range) : null;
            case SpeakerKind.Title:
                var alone = phrase.Role.Length == 1 && WordShape.HasArticle(Tokens[phrase.Role.Start].Folded);
                // الشاهد is a witness, and a surname.
                if (alone && register.Find([Tokens[phrase.Role.Start].Folded], gender) is { } namesake) return Voice.Of(namesake, phrase.Role);
                // وقال الراعي عن الرئيس: a surname spelled like a post, and what is said of whom.
                if (phrase.Role.Length > 1 && Tokens[phrase.Role.Start + 1].Folded is "عن" or "في" or "علي" or "الي"
                    && Surname(phrase.Role.Start, gender) is { } shepherd)
                    return Voice.Of(shepherd, phrase.Role with { End = phrase.Role.Start + 1 });
                if (register.FindByTitle(phrase.Role, gender) is { } holder) return Voice.Of(holder, phrase.Role);
                // خطيب زاده: spelled like a post, and the last words of somebody's name.
                if (phrase.Role.Length > 1 && new TokenRange(phrase.Role.Start, phrase.Role.Start + 2) is var words
                    && register.Find(PersonRegister.NameWords(Tokens, words), gender) is { Words.Length: > 2 } bearing) return Voice.Of(bearing,
                    words);
                // وأشاد القاضي بجهود رئيس البلدية: so with whatever he says of others.
                if (phrase.Role.Length > 1 && Surname(phrase.Role.Start, gender) is { } judge)
                    return Voice.Of(judge, phrase.Role with { End = phrase.Role.Start + 1 });
                if (NextTo(phrase.Role, gender) is { } beside) return Voice.Of(beside, phrase.Role);
                if (SamePost(phrase.Role, gender) is { } colleague) return colleague;
                var anaphoric = IsAnaphoric(phrase.Role);
                if (!alone && OnlyUntitled(phrase.Role, gender) is { } untold)
                {
                    untold.Describe(phrase.Role);
                    return Voice.Of(untold, phrase.Role);
                }

                if (!(alone || anaphoric || IsOnlySpeaker(phrase.Role, gender))
                    || _discourse.Latest(gender, plural: false) is not { } speaking) return null;
                // أعربت منى واصف …. وأضافت الممثلة السورية: her title, where she has none yet.
                if (anaphoric && !alone && speaking.Person is { Role.Length: 0 } untitled) untitled.Describe(phrase.Role);
                return speaking with { Said = phrase.Role };
            // واضاف الشعراء: a surname spelled like those who have no names.
            case SpeakerKind.Unnamed when phrase.Range.Length == 1:
                return register.Find([Tokens[phrase.Range.Start].Folded], gender) is { Words: [_, .., var family] } poet
                    && family == Tokens[phrase.Range.Start].Folded ? Voice.Of(poet, phrase.Range) : null;
            case SpeakerKind.Body when phrase.Range.Length > 1:
                // Unknown words that the article has given as a name elsewhere.
                if (register.Find(PersonRegister.NameWords(Tokens, phrase.Range), gender) is { } named) return Voice.Of(named, phrase.Range);
                // وشكر المسند المتطوعين: a surname, and whom he thanks.
                if (Surname(phrase.Range.Start, gender) is { } thanking) return Voice.Of(thanking,
                    phrase.Range with { End = phrase.Range.Start + 1 });
                // ويقول المعتقل القاضي: whose name was given before.
                return phrase.Range.Length == 2
                    && Surname(phrase.Range.End - 1, gender) is { } called ? Voice.Of(called, phrase.Range with { Start = phrase.Range.End - 1 })
                    : null;
            default:
                return null;
        }
    }

    private RegisteredPerson? Surname(int at, Gender gender) => WordShape.HasArticle(passage, at)
        && !passage.Names.IsUnnamed(Tokens, at, Tokens.Length)
        && register.Find([Tokens[at].Folded], gender) is { Words: [_, .., var last] } person && last == Tokens[at].Folded ? person : null;

    private static bool Disagree(Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;
}
