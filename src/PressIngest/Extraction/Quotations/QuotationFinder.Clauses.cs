namespace PressIngest.Extraction.Quotations;

/// <summary>Which words a cue introduces, and those it has without أن, colon or mark.</summary>
internal sealed partial class QuotationFinder
{
    /// <summary>Whether the complement is this cue's: a strict verb, an act or a view must have it right behind itself or its subject.</summary>
    private bool Introduces(Cue cue, SpeakerPhrase phrase, Complement complement)
    {
        var verb = cue.Form.Verb;
        if (complement.At == cue.Token + 1) return true;
        // اشتباك بين فلان وفلان …: «…»: the preposition.
        if (cue.Prefix == 0 && Tokens[cue.Token].Is("بين") && complement.Kind != ComplementKind.Clause) return false;
        // معلومات غير مؤكدة … بأن: without a comma before it a participle far from its clause is an adjective.
        if (cue.Form.Participle && verb != CueMatcher.Noun && cue.Prefix == 0 && cue.Token > 0 && Tokens[cue.Token - 1].IsWord
            && complement.At - cue.Token > ShortGap
            && !(verb is { Tier: CueTier.Reporting, Strict: false } && complement.At - cue.Token <= NearClause
            && _passage.Speech.Circumstances.Contains(Tokens[cue.Token + 1].Folded))
            && !(complement.Kind != ComplementKind.Clause && verb.Lemma is "قال" or "صرخ" or "هتف" or "صاح" or "همس"))
            return false;
        var gap = new TokenRange(phrase.Kind == SpeakerKind.Nobody ? cue.Token + 1 : phrase.Range.End, complement.At);
        var clean = gap.Length <= 0 || Circumstances.Open(_passage, gap.Start, gap.End) || IsLead(gap);
        // قولها لـ«وسيلة» «…»، قوله في تصريح: …: with its owner the noun may have an outlet or occasion before the words.
        if (verb == CueMatcher.Noun) return clean && gap.Length <= NearClause && Tokens[cue.Token].Folded[^1] is 'ه' or 'ا' or 'م';
        if (verb.Strict && phrase.Kind == SpeakerKind.Nobody)
            return clean && (gap.Length <= ShortGap || (gap.Length <= 2 * NearClause && Circumstances.Fill(_passage, gap.Start, gap.End)));
        if (verb.Strict) return clean && phrase.Kind is SpeakerKind.Person or SpeakerKind.Mention or SpeakerKind.Title or SpeakerKind.StandIn;
        if (complement.Kind != ComplementKind.Clause) return true;
        // قال لجنده …، خشي العدو أن: far from a verb without a subject its clause is another's.
        if (verb.Tier == CueTier.Reporting) return clean || phrase.Kind != SpeakerKind.Nobody || gap.Length <= NearClause;
        // وصف فلان المسرح بأنه: its object comes first.
        return (clean || verb.Lemma == "وصف") && gap.Length <= NearClause;
    }

    /// <summary>قائلا and the like between a verb and its words.</summary>
    private bool IsLead(TokenRange gap)
    {
        for (var i = gap.Start; i < gap.End; i++)
            if (Tokens[i].IsWord) return _passage.CueAt(i) is { Form.Participle: true } || _passage.Speech.SpeechNouns.Contains(Tokens[i].Folded);
        return true;
    }

    /// <summary>The clause is over behind its closing mark: the sentence ends, or the next cue follows.</summary>
    private bool ClauseEndsAt(int at)
    {
        if (at >= Tokens.Length || Tokens[at].Kind == TokenKind.Break || Tokens[at].Folded is "." or "!" or "؟" or "…") return true;
        // أن «تيار الوئام» سيواصل: the clause's own verb.
        var goesOn = Tokens[at].IsWord;
        while (at < Tokens.Length && Tokens[at].Kind == TokenKind.Punctuation) at++;
        return at >= Tokens.Length || Tokens[at].Kind == TokenKind.Break || _passage.Document.SentenceOf[at] != _passage.Document.SentenceOf[at - 1]
            || (_passage.CueAt(at) is { } cue && !(goesOn && cue is { Prefix: 0, Form.Participle: false })) || IsCircumstance(at);
    }

    /// <summary>مجددا، متمنيا: a participle in the accusative goes on with the narrator's sentence.</summary>
    private bool IsCircumstance(int at) => Tokens[at].IsWord && Tokens[at].Folded is ['م', _, _, .., 'ا'] && Tokens[at - 1].Folded is "،" or ",";

    /// <summary>وأضاف كان بالإمكان …، وتابع تراوحت الأسعار …: right behind the verb that begins a sentence stands what begins a clause.</summary>
    private bool OpensBare(Cue cue, int limit)
    {
        var at = cue.Token + 1;
        if (cue.Prefix == 0 || _passage.SentenceAt(cue.Token).Start != cue.Token || at + 1 >= limit || !Tokens[at].IsWord || !Tokens[at + 1].IsWord)
            return false;
        var definite = WordShape.HasArticle(_passage, at + 1);
        if (_passage.Speech.BareOpeners.Contains(Tokens[at].Folded))
            return !(definite && Tokens[at].Folded is "هذا" or "هذه" or "ذلك" or "تلك" or "حتي");
        // تراوحت أسعار المحروقات: or an owner behind its subject.
        return (definite || (at + 2 < limit && WordShape.HasArticle(_passage, at + 2))) && Tokens[at].Folded is [_, _, _, .., not 'ا', 'ت']
            && _passage.Last(at) == 'ت' && _passage.CueAt(at) is null
            && !_passage.Names.IsGiven(Tokens[at]);
    }

    /// <summary>وقال فلان نأمل أن …, قائلا نحن …: where the words begin that lost their marks, before any أن of their own.</summary>
    private int? OwnWords(Cue cue, SpeakerPhrase phrase, int limit)
    {
        if (cue.Form is { Participle: true, Verb.Lemma: not "قال" } || cue.Form.Verb is not { Tier: CueTier.Reporting, Strict: false }) return null;
        var start = phrase.Kind == SpeakerKind.Nobody ? cue.Token + 1 : phrase.Range.End;
        return start < limit && FirstPerson.Opens(_passage, start, limit) ? start : null;
    }
}
