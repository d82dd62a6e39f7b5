namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Who said what. One pass from cue to cue: what the cue introduces, who stands between the two (or before, or is still speaking),
/// and how far the words go. Linear in the length of the text: every look ahead or back is bounded.
/// </summary>
internal sealed partial class QuotationFinder
{
    private const int LeastWords = 2;
    private const int LongestClause = 60;

    /// <summary>An act (طالب، وصف) or a view has its clause within so many tokens of its subject.</summary>
    private const int NearClause = 8;

    /// <summary>A strict verb without a subject has no more than this before its words (أبرز بدوره أن).</summary>
    private const int ShortGap = 3;

    /// <summary>قال الله تعالى في كتابه الكريم: the formula stands within so many tokens before the mark.</summary>
    private const int LongestFormula = 8;

    private readonly Passage _passage;
    private readonly IReadOnlyList<Cue> _cues;
    private readonly PersonRegister _register;
    private readonly SpeakerResolver _speakers;
    private readonly List<Found> _found = [];
    private readonly RegisteredPerson? _guest;
    private readonly IReadOnlyList<(int Question, TokenRange Words)> _answers;
    private TokenRange _last;
    private int _nextMarked;
    private int _nextParagraph;
    private int _nextAnswer;

    private QuotationFinder(Document document, Lexicon lexicon)
    {
        _passage = new Passage(document, lexicon);
        _cues = CueMatcher.Find(_passage);
        _register = PersonRegister.Build(_passage, _cues);
        _speakers = new SpeakerResolver(_passage, _register);
        (_guest, _answers) = Interview.Find(_passage, _register);
    }

    private Token[] Tokens => _passage.Tokens;

    /// <summary>The quotations of a document in their order, and the people it names with their titles.</summary>
    public static (IReadOnlyList<Quotation> Quotations, IReadOnlyList<Person> People) Find(Document document, Lexicon lexicon)
    {
        var finder = new QuotationFinder(document, lexicon);
        foreach (var cue in finder._cues) finder.CompleteName(cue);
        for (var c = 0; c < finder._cues.Count; c++)
        {
            finder.Introduced(finder._cues[c].Token, c);
            finder.FindAt(c);
        }

        finder.Introduced(finder.Tokens.Length, finder._cues.Count);
        finder.NameHolders();
        AttributionFinder.Find(finder._passage, finder._register, finder._found);
        Headline.Find(finder._passage, finder._register, finder._found);
        return QuotationRecords.Of(finder._passage, finder._found, finder._register);
    }

    /// <summary>قالت نيتا: a single name right between a cue and its words may stand in full elsewhere.</summary>
    private void CompleteName(Cue cue)
    {
        if (cue.Form.Participle || cue.Form.Verb.Tier != CueTier.Reporting || ComplementFinder.Find(_passage, cue) is not { } complement
            || complement.At != cue.Token + 2)
            return;
        _speakers.Complete(SpeakerGrammar.Parse(_passage, cue.Token + 1, complement.At, SpeakerPlace.BeforeWords), cue.Form.Gender);
    }

    /// <summary>أعلن رئيس المؤسسة أن …. وأشار صنع الله إلى أن …: a surname given to nobody is the name of the title that spoke right
    /// before.</summary>
    private void NameHolders()
    {
        for (var k = 0; k + 1 < _found.Count; k++)
        {
            var (holder, next) = (_found[k].Voice, _found[k + 1].Voice);
            if (holder is not { Person: null, Plural: false, Called: { Length: > 1 } title }
                || next is not { Person: { Role.Length: 0 } person, Said: { Length: > 0 } mention }
                || (PersonRegister.NameWords(Tokens, mention).Length > 1 && !GoesOn(_found[k + 1].Cue.Start)) || person.Name.Start < title.End
                || (holder.Gender != next.Gender && next.Gender != Gender.Unknown) || _passage.Names.Role(Tokens[title.Start].Folded) is null
                || (_passage.Names.IsGiven(Tokens[mention.Start].Folded) && !GoesOn(_found[k + 1].Cue.Start)))
                continue;
            person.Describe(title);
            for (var i = 0; i <= k; i++)
                if (_found[i].Voice is { Person: null } voice
                    && voice.Called == title) _found[i] = _found[i] with { Voice = Voice.Of(person, voice.Said) };
        }
    }

    /// <summary>وأضاف المهندس سامي الحداد: who goes on has spoken before.</summary>
    private bool GoesOn(int cue) => _passage.CueAt(cue) is { Form.Verb.Lemma: "أضاف" or "تابع" or "أردف" or "استطرد" };

    private void FindAt(int c)
    {
        var cue = _cues[c];
        if (cue.Token < _last.End && _found[^1].Kind == QuotationKind.Direct) return;
        if (_passage.InLongMarks(cue.Token)) return;
        if (cue.Token < _last.End && !ContentExtent.IsBoundary(_passage, cue, _found[^1].Voice)) return;
        _speakers.HearSubjects(cue.Token);
        var complement = ComplementFinder.Find(_passage, cue);
        var limit = complement?.At ?? Math.Min(_passage.SentenceAt(cue.Token).End, cue.Token + LongestClause);
        // A participle has its subject before it; what follows is its object (داعيا الحكومة إلى …).
        var phrase = cue.Form.Participle ? default
            : SpeakerGrammar.Parse(_passage, cue.Token + 1, limit, complement is null ? SpeakerPlace.BehindCue : SpeakerPlace.BeforeWords);
        if (IsPastOfAMan(cue, phrase)) return;
        var own = OwnWords(cue, phrase, limit);
        var introduces = own is null && complement is { } possible && Introduces(cue, phrase, possible);
        if (cue.Form.Verb.Strict && !introduces && own is null && !phrase.Sure) return;
        // حسب الرسول أحمد: what a name ends in is no scripture.
        var named = phrase is { Kind: SpeakerKind.Person, Sure: true } ? phrase.Name.End : cue.Token + 1;
        if (IsScripture(named, phrase.Range.End) || _speakers.VoiceOf(cue, phrase, limit, introduces || own is not null) is not { } voice) return;
        var rule = RuleOf(cue, phrase);
        if (own is { } start) Own(c, cue, voice, start, rule, own: true);
        else if (complement is not { } found) Without(c, cue, phrase, voice, limit, rule);
        else if (introduces) With(c, cue, voice, found, rule);
    }

    /// <summary>
    /// تقدم محمد بطلب، نعت محمد الخطة: what looks like "she presents", "she mourned" is the past of another verb where a man is its
    /// subject.
    /// </summary>
    private bool IsPastOfAMan(Cue cue, SpeakerPhrase phrase) =>
        cue.Form is { Participle: false, Gender: Gender.Feminine } && (cue.Form.Verb.Tier != CueTier.Reporting || cue.Form.Verb.Strict)
        && phrase.Kind == SpeakerKind.Person && _passage.Names.GenderOfGiven(Tokens[phrase.Name.Start].Folded) == Gender.Masculine;

    /// <summary>قال الله تعالى، يقول المثل: quoted from no speaker of the article.</summary>
    private bool IsScripture(int from, int to)
    {
        for (var i = from; i < Math.Min(Tokens.Length, Math.Max(to, from) + 2); i++)
            if (_passage.Speech.Scripture.Match(Tokens, i, Tokens.Length) > 0) return true;
        return false;
    }

    private static string RuleOf(Cue cue, SpeakerPhrase phrase) => (cue.Form.Participle ? "participle" : "verb") + phrase.Kind switch
    {
        SpeakerKind.Nobody => "-continued",
        SpeakerKind.Person => "-name",
        SpeakerKind.Mention => "-surname",
        SpeakerKind.Title or SpeakerKind.StandIn => "-title",
        _ => "-unnamed",
    };

    private void With(int c, Cue cue, Voice voice, Complement complement, string rule)
    {
        // «…»، قال فلان، «…»: the words go on behind their cue.
        if (complement.Kind is ComplementKind.Mark or ComplementKind.Clause && cue.Prefix == 0 && Preceding(cue) is { } before
            && (complement.Kind == ComplementKind.Mark
            || (!cue.Form.Participle && _passage.InLongMarks(before.Start)))) Add(QuotationKind.Direct, cue, voice, before, rule + "-marks-before");
        // … لـ «معا»: أن …: a colon that slipped in before the clause.
        if (complement is { Kind: ComplementKind.Colon, Content: var colon } && colon < Tokens.Length
            && ComplementMarkers.IsClause(Tokens[colon].Folded)
            && _passage.First(colon) == 'أ')
            complement = new Complement(ComplementKind.Clause, complement.At, colon);
        if (complement.Kind == ComplementKind.Clause)
        {
            Clause(c, cue, voice, complement.Content + 1, rule);
            return;
        }

        // قال: إن …: a colon before the clause is still a colon.
        var at = complement.Content;
        var clause = at < Tokens.Length && ComplementMarkers.IsPlain(Tokens[at].Folded);
        if (clause) at++;
        var content = clause && at < Tokens.Length && _passage.MarkedFrom(at) is null
            ? ContentExtent.Indirect(_passage, at, _cues, c + 1, voice)
            : _passage.MarkedFrom(at) is { Closed: false } open ? ContentExtent.Unclosed(_passage, open.Content, _cues, c + 1, voice)
            : ContentExtent.Direct(_passage, at, _cues, c + 1, sentenceOnly: cue.Form is { Participle: true, Verb.Lemma: not "قال" });
        Add(QuotationKind.Direct, cue, voice, content, rule + (complement.Kind == ComplementKind.Colon ? "-colon" : "-marks"));
    }

    private void Clause(int c, Cue cue, Voice voice, int start, string rule)
    {
        while (start < Tokens.Length && Tokens[start].Kind == TokenKind.Punctuation && Tokens[start].Folded is ":" or "،") start++;
        if (start >= Tokens.Length) return;
        // The whole clause in marks is the words themselves; some words of it in marks are not.
        if (_passage.MarkedFrom(start) is { Words: >= 2, Closed: true } span && ClauseEndsAt(span.Next))
        {
            Add(QuotationKind.Direct, cue, voice, span.Content, rule + "-clause-marks");
            return;
        }

        // أن «…، لافتا إلى أن «…»: a mark that nothing closes before the next cue.
        if (_passage.MarkedFrom(start) is { Closed: false } open)
        {
            Add(QuotationKind.Direct, cue, voice, ContentExtent.Unclosed(_passage, open.Content, _cues, c + 1, voice), rule + "-clause-marks");
            return;
        }

        Add(QuotationKind.Indirect, cue, voice, ContentExtent.Indirect(_passage, start, _cues, c + 1, voice), rule + "-clause");
    }

    private void Own(int c, Cue cue, Voice voice, int start, string rule, bool own)
    {
        if (voice.Person is null) return;
        var content = ContentExtent.Own(_passage, start, _cues, c + 1, voice);
        // Words that nothing sets off are the speaker's own where he writes them or speaks of himself; else what he said in the narrator's.
        own |= cue.Form.Verb.Lemma is "كتب" or "غرد" || FirstPerson.Speaks(_passage, content) || FirstPerson.HasVerb(_passage, content);
        if (Words(content) >= 4) Add(own ? QuotationKind.Direct : QuotationKind.Indirect, cue, voice, content, rule + (own ? "-own" : "-bare"));
    }

    /// <summary>A cue without أن, colon or mark: words that follow bare, or words that went before.</summary>
    private void Without(int c, Cue cue, SpeakerPhrase phrase, Voice voice, int limit, string rule)
    {
        if (voice.Person is null) return;
        // قائلا لا يمكن …: what stands right behind it was said.
        if (cue.Form is { Participle: true, Verb: { Lemma: "قال" } } && cue.Form.Verb != CueMatcher.Noun && cue.Token + 1 < limit
            && Tokens[cue.Token + 1].IsWord
            && !Circumstances.Open(_passage, cue.Token + 1, limit))
            Own(c, cue, voice, cue.Token + 1, rule, own: false);
        if (cue.Form.Participle) return;
        if (cue.Prefix == 0 && Preceding(cue) is { } before)
        {
            Add(QuotationKind.Direct, cue, voice, before, rule + "-marks-before");
            return;
        }

        // وأضاف، الوضع صعب: a comma right behind the verb does for the colon.
        var comma = cue is { Prefix: > 0, Form.Verb.Bare: true } && cue.Token + 1 < limit && Tokens[cue.Token + 1].Folded is "،" or ",";
        if (!cue.Form.Verb.Bare || (phrase.Kind == SpeakerKind.Nobody && !comma && !OpensBare(cue, limit))) return;
        var start = Math.Max(phrase.Range.End, cue.Token + 1);
        while (start < limit && Tokens[start].Kind == TokenKind.Punctuation) start++;
        if (start < limit && Circumstances.Open(_passage, start, limit)) start = BehindOutlet(start, limit) ?? limit;
        // غرد فلان، وكتب: …: the second verb has the words.
        if (start >= limit || _passage.CueAt(start) is { Prefix: > 0 }
            || Tokens[start].Folded is "والتي" or "والذي" or "والذين" or "التي" or "الذي" or "الذين") return;
        var content = ContentExtent.Indirect(_passage, start, _cues, c + 1, voice);
        if (Words(content) < 4) return;
        Own(c, cue, voice, start, rule, own: comma);
    }

    private void Add(QuotationKind kind, Cue cue, Voice voice, TokenRange content, string rule)
    {
        content = ContentExtent.Trim(_passage, content);
        // «أنها تضم غرفا جديدة»: the marker is the narrator's, wherever the mark stands.
        if (kind == QuotationKind.Direct && content.Length > LeastWords && ComplementMarkers.IsClause(Tokens[content.Start].Folded)
            && _passage.First(content.Start) == 'أ')
            content = content with { Start = content.Start + 1 };
        if (Words(content) < LeastWords) return;
        if (_found.Count > 0 && content.Start < _found[^1].Content.End)
        {
            // أردف قائلا: the second cue leads to the words of the first. Else the new words end the clause they stand in.
            var before = _found[^1];
            if (cue.Token <= before.Content.Start || before.Kind == QuotationKind.Direct) return;
            _found[^1] = before with { Content = ContentExtent.Trim(_passage, before.Content with { End = cue.Token }) };
        }

        if (voice.Person is { } person) person.Quotes++;
        _found.Add(new Found(kind, new TokenRange(cue.Token, cue.Token + 1), cue.Prefix, voice, content, rule));
        _last = content;
        if (!SpeakerResolver.IsAside(Tokens, cue, voice)) _speakers.Hear(voice with { Said = default }, cue.Token);
        if (voice.Person is not null) _speakers.PassOver(content.End);
    }

    private int Words(TokenRange range)
    {
        var words = 0;
        for (var i = range.Start; i < range.End; i++)
            if (Tokens[i].Kind is TokenKind.Word or TokenKind.Number) words++;
        return words;
    }
}

/// <summary>A quotation as tokens, before names are resolved to their fullest form.</summary>
internal sealed record Found(QuotationKind Kind, TokenRange Cue, int CuePrefix, Voice Voice, TokenRange Content, string Rule);
