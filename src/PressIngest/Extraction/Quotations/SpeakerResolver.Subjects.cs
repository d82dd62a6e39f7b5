namespace PressIngest.Extraction.Quotations;

/// <summary>Whom the sentences between the quotations are about: ألقى الوزير كلمة … وقال.</summary>
internal sealed partial class SpeakerResolver
{
    /// <summary>Takes in the subjects of other verbs up to a cue: ألقى الوزير كلمة … وقال.</summary>
    public void HearSubjects(int upTo)
    {
        for (var i = _heardUpTo; i < upTo; i++)
        {
            if (!Tokens[i].IsWord || passage.InLongMarks(i) || !CanBeSubject(i) || !IsSubject(i) || IsWished(i)) continue;
            var limit = SpeakerGrammar.Limit(passage, i, Math.Min(Math.Min(passage.SentenceAt(i).End, i + LongestSubject), upTo));
            var phrase = SpeakerGrammar.Parse(passage, i, limit, SpeakerPlace.Anywhere);
            // وألقى حداد كلمة: a surname without an article, of somebody who has been named.
            if ((phrase.Range.Start != i || phrase.Range.Length == 0)
                && register.Find([Tokens[i].Folded], Gender.Unknown) is { Words: [_, .., var last] } && last == Tokens[i].Folded)
                phrase = SpeakerPhrase.Of(SpeakerKind.Mention, i, i + 1) with { Name = new TokenRange(i, i + 1) };
            // أطلق بن غفير تصريحات.
            if (phrase.Range.Start != i && i + 1 < upTo && passage.Names.IsBinding(Tokens[i].Folded)
                && register.Find([Tokens[i + 1].Folded], Gender.Unknown) is { Words: [_, .., var bound] } && bound == Tokens[i + 1].Folded)
                phrase = SpeakerPhrase.Of(SpeakerKind.Mention, i, i + 2) with { Name = new TokenRange(i, i + 2) };
            if (phrase.Range.Start != i || phrase.Range.Length == 0) continue;
            var feminineVerb = i > 0 && Tokens[i - 1].IsWord && Tokens[i - 1].Folded[^1] == 'ت';
            // عاشت الطفلة نور لحظات هلع. وتقول: …
            var single = phrase is { Kind: SpeakerKind.Mention, Sure: true, Name.Length: 1 }
                && (passage.Names.IsGiven(Tokens[phrase.Name.Start].Folded) || SpeaksNext(i, phrase));
            var voice = phrase.Kind == SpeakerKind.Person && phrase.Sure ? Named(phrase)
                : Resolve(phrase, Gender.Unknown) ?? (single ? Named(phrase) : null)
                    ?? (phrase.Kind is SpeakerKind.Body or SpeakerKind.Unnamed && i > 0 && Tokens[i - 1].IsWord
                    && i - passage.SentenceAt(i).Start <= Opening && !(i > 1 && Tokens[i - 2].Folded is "الذي" or "التي")
                    && !passage.Speech.SubjectOpeners.Contains(Tokens[i - 1].Folded)
                    ? Voice.Unnamed(phrase.Range, feminineVerb ? Gender.Feminine : Gender.Masculine, plural: false) : null);
            // وشكر سامي كل من حضر: the first name of whoever speaks, and an object.
            if (voice is { Person: { Words: [_, .. { Length: > 0 } rest], Role.Length: 0, Quotes: 0, Mentions.Count: 1 } once }
                && !rest.Any(passage.Names.IsGiven) && _discourse.Latest(Gender.Unknown,
                plural: false) is { Person: { Words: [var first, _, ..] } speaking } && speaking != once
                && first == once.Words[0])
                voice = Voice.Of(speaking, phrase.Name with { End = phrase.Name.Start + 1 });
            // ووصف الحامدي، خلال مظاهرة، السيسي بكذا: behind a comma, with no verb of its own, whoever acts already goes on.
            if (i > 0 && Tokens[i - 1].Folded is "،" or "," && voice?.Person is not null && phrase.Range.End < Tokens.Length
                && passage.CueAt(phrase.Range.End) is null
                && _discourse.InSentence(passage.Document.SentenceOf[i], Gender.Unknown, plural: false) is { Person: { } acting }
                && acting != voice.Person)
                continue;
            // بحسب الوزارة: a source without a name speaks on in no later sentence.
            if (voice is { Person: null } && i > 0 && passage.Speech.MayNameSource(Tokens[i - 1])) continue;
            if (voice is not null) _discourse.Hear(voice, passage.Document.SentenceOf[i], spoke: voice.Person is not null);
            i = Math.Max(i, Math.Min(phrase.Range.End, upTo) - 1);
        }

        _heardUpTo = Math.Max(_heardUpTo, upTo);
    }

    /// <summary>وكان الدكتور المنشاوي، قال إن: a surname with its title between كان and the verb.</summary>
    private bool SpeaksNext(int at, SpeakerPhrase phrase)
    {
        var next = phrase.Range.End;
        if (next < Tokens.Length && Tokens[next].Folded is "،" or ",") next++;
        return at > 0 && passage.Speech.SubjectOpeners.Contains(Tokens[at - 1].Folded) && next < Tokens.Length
            && passage.CueAt(next) is { Form.Participle: false };
    }

    /// <summary>ضرورة أن تتصدر الشركة …: the subject of what shall be, in the clause of another verb.</summary>
    private bool IsWished(int at) => at > 1 && Tokens[at - 1].Folded is ['ت' or 'ي', _, _, ..]
        && Tokens[at - 2].Folded is "ان" or "لكي" or "كي" or "حتي";

    private bool CanBeSubject(int at) => passage.CueAt(at) is null && IsSubjectWord(at);

    private bool IsSubjectWord(int at) =>
        (at > 0 && passage.Speech.SubjectOpeners.Contains(Tokens[at - 1].Folded) && NameEvidence.IsUnknownIndefinite(passage, at, Tokens.Length))
        || register.Knows(Tokens[at].Folded)
        || (at + 1 < Tokens.Length && passage.Names.IsBinding(Tokens[at].Folded) && register.Knows(Tokens[at + 1].Folded))
        || passage.Names.StandIn(Tokens[at]) is not null || passage.Names.Role(Tokens[at]) is not null
        || passage.Names.Honorific(Tokens, at, Tokens.Length).Length > 0 || NameEvidence.HasEvidence(passage, at, Tokens.Length)
        || passage.Names.IsOrganization(Tokens, at, Tokens.Length) || passage.Names.IsBody(Tokens[at])
        || (WordShape.HasArticle(Tokens[at].Folded) && NameEvidence.HasEvidence(passage, at + 1, Tokens.Length));

    /// <summary>A phrase is a subject at the start of its clause, or behind the clause's first word, which then is its verb.</summary>
    private bool IsSubject(int at)
    {
        if (IsClauseStart(at)) return true;
        var before = Tokens[at - 1];
        // منشأة جابر: ة ends a noun, whose owner the name is.
        if (passage.Last(at - 1) == 'ة') return false;
        if (!before.IsWord || before.Folded.Length < 3 || WordShape.HasArticle(before.Folded)) return false;
        // وسمو ولي العهد: an honorific is no verb.
        if (before.Folded[0] == 'و' && (passage.Names.IsTitle(before.Folded[1..]) || passage.Names.IsOrganization(before.Folded[1..])
            || passage.Names.IsGiven(before.Folded[1..]))) return false;
        if (before.Folded == "بين") return false;
        // بحسب فلان. وأضاف …: a source has spoken as well.
        if (passage.Speech.MayNameSource(before) && (passage.Speech.Sources.Match(Tokens, at - 1, at) == 1
            || (before.Folded[0] == 'و' && passage.Speech.Sources.Match(Tokens, at - 1, at, before.Folded[1..]) == 1))) return true;
        // وألقى is a verb, whatever it begins with.
        if (WordShape.HasParticleAndArticle(before.Folded) && passage.CueAt(at - 1) is null) return false;
        if (before.Folded[0] is 'ب' or 'ل' or 'ك' && WordShape.HasParticle(passage, at - 1) && passage.CueAt(at - 1) is null) return false;
        if (passage.Speech.Circumstances.Contains(before.Folded) || passage.Names.IsOrganization(before.Folded)
            || passage.Names.Role(before.Folded) is not null
            || passage.Names.IsJoinedRole(before.Folded))
            return false;
        // نجمي منتخب الجزائر، لاعبو الأخضر: a post in the dual or plural, whose owner the phrase is.
        if (before.Folded[^1] is 'ي' or 'و' && passage.Names.Role(before.Folded[..^1]) is not null) return false;
        // ندوة أقامتها السفارة: the subject of a relative clause, where it is a body, speaks in no other.
        if (before.Folded.EndsWith("ها", StringComparison.Ordinal) && !register.Knows(Tokens[at].Folded)
            && passage.Names.IsOrganization(Tokens, at, Tokens.Length)) return false;
        return IsClauseStart(at - 1) || (before.Folded[0] == 'و' && before.Folded[^1] != 'ه') || WordShape.LooksVerbal(before.Folded);
    }

    private bool IsClauseStart(int at)
    {
        if (at == 0 || passage.Document.SentenceOf[at] != passage.Document.SentenceOf[at - 1]) return true;
        var before = Tokens[at - 1];
        if (before.Kind is TokenKind.Punctuation or TokenKind.Break) return before.Folded is not ("(" or "\"" or "«" or "“" or "-");
        return passage.Speech.Openers.Contains(before.Folded) || passage.Speech.SubjectOpeners.Contains(before.Folded);
    }

    /// <summary>جلست سعاد تراقب أطفالها قائلة، أما سعاد فتحمل الصورة وتقول، سعاد، 35 عاما، تقول: a first name alone that the sentence
    /// begins with, or that does what it begins with.</summary>
    private Voice? Acting(Cue cue, Gender gender)
    {
        var start = passage.SentenceAt(cue.Token).Start;
        if (start + 1 >= cue.Token || cue.Token - start > LongestSubject || !Tokens[start].IsWord) return null;
        var at = IsTopic(start) ? start : start + 1;
        if ((at > start && !((cue.Form.Participle || cue.Prefix > 0) && Acts(Tokens[start].Folded, gender))) || at >= cue.Token
            || !passage.Names.IsGiven(Tokens[at].Folded) || NameEvidence.IsPreposition(passage, at, Tokens.Length)
            || passage.Names.IsEverydayName(Tokens[at].Folded) || passage.Names.GenderOfGiven(Tokens[at].Folded) != gender) return null;
        var name = new TokenRange(at, at + 1);
        return Voice.Of(register.Enter(new SpeakerPhrase(SpeakerKind.Person, name, name, default, gender, Sure: true)), name);
    }

    /// <summary>سعاد، …؛ سعاد التي …؛ سعاد أم لثلاثة: what follows the word goes on with no name.</summary>
    private bool IsTopic(int at) => passage.Names.IsGiven(Tokens[at].Folded) && (!Tokens[at + 1].IsWord
        || Tokens[at + 1].Folded is "الذي" or "التي" || SpeakerSegment.PostAt(passage, at + 1, Tokens.Length));

    /// <summary>Whether a word has the shape of a verb of that gender, and no list has it for something else; or is أما.</summary>
    private bool Acts(string folded, Gender gender)
    {
        if (WordShape.HasArticle(folded) || passage.Names.IsBody(folded) || passage.Names.Role(folded) is not null
            || passage.Names.IsOrganization(folded) || passage.Names.IsTitle(folded)) return false;
        var common = passage.Names.IsCommon(folded);
        if (folded.Length > 3 && folded[0] is 'و' or 'ف') folded = folded[1..];
        return folded.Length > 2 && (folded == "اما" || (gender == Gender.Feminine ? folded[0] == 'ت' || folded[^1] == 'ت'
            : folded[0] == 'ي' || (!common && folded.Length <= 6 && folded[^1] != 'ت')));
    }
}
