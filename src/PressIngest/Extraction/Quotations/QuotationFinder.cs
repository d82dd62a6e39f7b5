namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Who said what. One pass from cue to cue: what the cue introduces, who stands between the two (or before, or is still speaking),
/// and how far the words go. Linear in the length of the text: every look ahead or back is bounded.
/// </summary>
internal sealed class QuotationFinder
{
    private const int LeastWords = 2;

    private readonly Document _document;
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<MarkedSpan> _marked;
    private readonly int[] _markedAt;
    private readonly IReadOnlyList<Cue> _cues;
    private readonly PersonRegister _register;
    private readonly Discourse _discourse = new();
    private readonly List<Found> _found = [];
    private int _heardUpTo;
    private TokenRange _last;

    private QuotationFinder(Document document, Lexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
        (_marked, _markedAt) = QuotationMarks.Find(document);
        _cues = CueMatcher.Find(document, lexicon);
        _register = PersonRegister.Build(document, _cues, _marked, _markedAt, lexicon);
    }

    /// <summary>The quotations of a document in their order, and the people it names with their titles.</summary>
    public static (IReadOnlyList<Quotation> Quotations, IReadOnlyList<Person> People) Find(Document document, Lexicon lexicon)
    {
        var finder = new QuotationFinder(document, lexicon);
        finder.FindAll();
        return QuotationRecords.Of(document, lexicon, finder._found, finder._register);
    }

    private Token[] Tokens => _document.Tokens;

    private void FindAll()
    {
        for (var c = 0; c < _cues.Count; c++) FindAt(c);
        Headline.Find(_document, _lexicon, _register, _found);
    }

    private void FindAt(int c)
    {
        var cue = _cues[c];
        if (cue.Token < _last.End && (_found.Count == 0 || _found[^1].Kind == QuotationKind.Direct)) return;
        if (_markedAt[cue.Token] >= 0 && _marked[_markedAt[cue.Token]].IsLong) return;
        HearSubjects(cue.Token);
        var complement = ComplementFinder.Find(_document, cue, _marked, _markedAt, _lexicon);
        var limit = complement?.At ?? EndOfClause(cue);
        var phrase = SpeakerGrammar.Parse(Tokens, cue.Token + 1, limit, _markedAt, _marked, _lexicon);
        var voice = VoiceOf(cue, phrase, out var rule);
        if (voice is not null && phrase.Kind != SpeakerKind.Nobody) _discourse.Hear(voice, _document.SentenceOf[cue.Token]);
        if (cue.Token < _last.End && !ContentExtent.IsBoundary(_document, cue, _marked, _markedAt, _lexicon)) return;
        if (complement is null)
        {
            Without(c, cue, phrase, voice, limit, rule);
            return;
        }

        if (!Introduces(cue, phrase, complement.Value)) return;
        if (voice is null) return;
        if (complement.Value.Kind == ComplementKind.Clause) AddClause(c, cue, voice, complement.Value, rule);
        else AddDirect(c, cue, voice, complement.Value.Content, complement.Value.Kind == ComplementKind.Colon ? rule + "-colon" : rule + "-marks");
    }

    /// <summary>Whether the complement is this cue's: a strict verb, an act or a view must have it right behind itself or its subject.</summary>
    private bool Introduces(Cue cue, SpeakerPhrase phrase, Complement complement)
    {
        var verb = cue.Form.Verb;
        var gap = new TokenRange(phrase.Kind == SpeakerKind.Nobody ? cue.Token + 1 : phrase.Range.End, complement.At);
        var clean = gap.Length <= 0 || SpeakerGrammar.IsCircumstance(Tokens, gap.Start, gap.End, _lexicon) || IsLead(gap);
        if (verb.Strict) return (gap.Length <= 0 || (clean && phrase.Kind != SpeakerKind.Nobody)) && phrase.Kind is not (SpeakerKind.Body or SpeakerKind.Unnamed) || complement.At == cue.Token + 1;
        if (complement.Kind != ComplementKind.Clause) return true;
        if (verb.Tier == CueTier.Reporting) return true;
        return clean;
    }

    /// <summary>قائلا and the like between a verb and its words.</summary>
    private bool IsLead(TokenRange gap)
    {
        for (var i = gap.Start; i < gap.End; i++)
            if (Tokens[i].IsWord) return _lexicon.Speech.Match(Tokens[i].Folded) is { Form.Participle: true } || _lexicon.Speech.SpeechNouns.Contains(Tokens[i].Folded);
        return true;
    }

    private void AddClause(int c, Cue cue, Voice voice, Complement complement, string rule)
    {
        var start = complement.Content + 1;
        if (start >= Tokens.Length) return;
        // A colon or mark behind إن: the words themselves.
        var mark = start;
        while (mark < Tokens.Length && Tokens[mark].Kind == TokenKind.Punctuation && Tokens[mark].Folded is ":" or "،") mark++;
        if (mark < Tokens.Length && _markedAt[mark] >= 0 && _marked[_markedAt[mark]] is { IsLong: true } span && span.Open == mark && ClauseEndsAt(span.Next))
        {
            Add(QuotationKind.Direct, cue, voice, span.Content, rule + "-clause-marks");
            return;
        }

        if (mark >= Tokens.Length) return;
        var content = ContentExtent.Indirect(_document, mark, _marked, _markedAt, _cues, c + 1, voice.Person, _lexicon);
        Add(QuotationKind.Indirect, cue, voice, content, rule + "-clause");
    }

    /// <summary>The clause is over behind its closing mark: the sentence ends, or the next cue follows.</summary>
    private bool ClauseEndsAt(int at)
    {
        if (at >= Tokens.Length || Tokens[at].Kind == TokenKind.Break || Tokens[at].Folded is "." or "!" or "؟" or "…") return true;
        while (at < Tokens.Length && Tokens[at].Kind == TokenKind.Punctuation) at++;
        return at >= Tokens.Length || Tokens[at].Kind == TokenKind.Break || _document.SentenceOf[at] != _document.SentenceOf[at - 1] || _lexicon.Speech.Match(Tokens[at].Folded) is not null;
    }

    private void AddDirect(int c, Cue cue, Voice voice, int at, string rule)
    {
        // قال: إن …: a colon before the clause is still a colon.
        if (at < Tokens.Length && ComplementMarkers.IsPlain(Tokens[at].Folded)) at++;
        var content = ContentExtent.Direct(_document, at, _marked, _markedAt, _cues, c + 1, _lexicon);
        Add(QuotationKind.Direct, cue, voice, content, rule);
    }

    /// <summary>A cue without أن, colon or mark: words that follow bare, or words that went before.</summary>
    private void Without(int c, Cue cue, SpeakerPhrase phrase, Voice? voice, int limit, string rule)
    {
        if (voice?.Person is null) return;
        if (!cue.Form.Participle && Preceding(cue) is { } before)
        {
            Add(QuotationKind.Direct, cue, voice, before, "marks-before");
            return;
        }

        if (!cue.Form.Verb.Bare || cue.Form.Participle || phrase.Kind == SpeakerKind.Nobody) return;
        var start = phrase.Range.End;
        while (start < limit && (Tokens[start].Kind == TokenKind.Punctuation || SpeakerGrammar.IsCircumstance(Tokens, start, start + 1, _lexicon))) start++;
        if (start >= limit) return;
        var content = ContentExtent.Indirect(_document, start, _marked, _markedAt, _cues, c + 1, voice.Person, _lexicon);
        if (content.Length < 4) return;
        Add(FirstPerson.Speaks(Tokens, content, _lexicon) ? QuotationKind.Direct : QuotationKind.Indirect, cue, voice, content, rule + "-bare");
    }

    /// <summary>"…"، قال فلان: a marked span right before the cue that no cue has taken.</summary>
    private TokenRange? Preceding(Cue cue)
    {
        var k = cue.Token - 1;
        while (k > 0 && k > cue.Token - 3 && Tokens[k].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(Tokens[k])) k--;
        if (k < 0 || _markedAt[k] < 0) return null;
        var span = _marked[_markedAt[k]];
        return span.Next == k + 1 && span.IsLong && span.Closed && span.Content.Start >= _last.End ? span.Content : null;
    }

    private Voice? VoiceOf(Cue cue, SpeakerPhrase phrase, out string rule)
    {
        var (gender, plural) = (cue.Form.Gender, cue.Form.Plural);
        rule = cue.Form.Participle ? "participle" : "verb";
        switch (phrase.Kind)
        {
            case SpeakerKind.Person:
                rule += "-name";
                // The verb agrees with its subject: it tells the gender that a foreign name does not.
                var person = _register.Enter(phrase with { Gender = cue.Form.Participle || plural ? phrase.Gender : gender });
                return new Voice(person, phrase.Name, person.Gender, Plural: false);
            case SpeakerKind.Mention:
                rule += "-surname";
                return Mentioned(phrase, gender);
            case SpeakerKind.Title:
            case SpeakerKind.StandIn:
                rule += "-title";
                return Titled(phrase, gender);
            case SpeakerKind.Body:
            case SpeakerKind.Unnamed:
                rule += "-unnamed";
                return new Voice(null, phrase.Range, phrase.Kind == SpeakerKind.Body ? gender : Gender.Unknown, plural);
            default:
                return Still(cue, gender, plural, ref rule);
        }
    }

    private Voice? Mentioned(SpeakerPhrase phrase, Gender gender)
    {
        var words = PersonRegister.NameWords(Tokens, phrase.Name);
        if (_register.Find(words, gender) is { } known) return new Voice(known, phrase.Name, known.Gender, Plural: false);
        if (_register.FindByTitle(phrase.Range, gender) is { } holder) return new Voice(holder, phrase.Range, holder.Gender, Plural: false);
        return new Voice(null, phrase.Range, gender, Plural: false);
    }

    private Voice Titled(SpeakerPhrase phrase, Gender gender)
    {
        if (phrase.Kind == SpeakerKind.StandIn)
            return _discourse.Latest(phrase.Gender, plural: false) is { Person: not null } bearer ? bearer with { Said = phrase.Range } : new Voice(null, phrase.Range, phrase.Gender, Plural: false);
        if (_register.FindByTitle(phrase.Role, gender) is { } holder) return new Voice(holder, phrase.Range, holder.Gender, Plural: false);
        var definite = phrase.Role.Length == 1 && Tokens[phrase.Role.Start].Folded.StartsWith("ال", StringComparison.Ordinal);
        if (definite && _discourse.Latest(gender, plural: false) is { } speaking) return speaking with { Said = phrase.Range };
        return new Voice(null, phrase.Range, gender, Plural: false);
    }

    /// <summary>The subject before the verb, in its sentence or as the one still speaking.</summary>
    private Voice? Still(Cue cue, Gender gender, bool plural, ref string rule)
    {
        rule += "-continued";
        var sentence = _document.SentenceOf[cue.Token];
        return _discourse.InSentence(sentence, gender, plural) ?? _discourse.Latest(gender, plural);
    }

    /// <summary>Takes in the subjects of other verbs up to a cue: ألقى الوزير كلمة … وقال.</summary>
    private void HearSubjects(int upTo)
    {
        for (var i = _heardUpTo; i < upTo; i++)
        {
            if (!_register.Phrases.TryGetValue(i, out var phrase) || !IsSubject(i)) continue;
            _discourse.Hear(new Voice(phrase.Person, phrase.Range, phrase.Person.Gender, Plural: false), _document.SentenceOf[i]);
        }

        _heardUpTo = Math.Max(_heardUpTo, upTo);
    }

    /// <summary>A phrase is a subject at the start of its clause, or behind the clause's first word, which then is its verb.</summary>
    private bool IsSubject(int at)
    {
        if (IsClauseStart(at)) return true;
        var before = Tokens[at - 1];
        if (!before.IsWord || before.Folded.Length < 3 || before.Folded.StartsWith("ال", StringComparison.Ordinal)) return false;
        if (_lexicon.Speech.Circumstances.Contains(before.Folded) || _lexicon.Names.IsOrganization(before.Folded) || _lexicon.Names.Role(before.Folded) is not null) return false;
        return IsClauseStart(at - 1) || before.Folded[0] == 'و';
    }

    private bool IsClauseStart(int at)
    {
        if (at == 0 || _document.SentenceOf[at] != _document.SentenceOf[at - 1]) return true;
        var before = Tokens[at - 1];
        if (before.Kind is TokenKind.Punctuation or TokenKind.Break) return before.Folded is not ("(" or "\"" or "«" or "“" or "-");
        return before.Folded is "اما" or "وكان" or "كان" or "كانت" or "وكانت" or "لكن" or "ولكن" or "ان" or "قد" or "وقد" or "ثم" or "فيما" or "بينما" or "ذلك" or "كما" or "حيث" or "وكذلك" or "كذلك" or "بدوره" or "بدورها" or "جانبه" or "جهته" or "جانبها" or "جهتها";
    }

    private int EndOfClause(Cue cue) => Math.Min(_document.Sentences[_document.SentenceOf[cue.Token]].End, cue.Token + 60);

    private void Add(QuotationKind kind, Cue cue, Voice voice, TokenRange content, string rule)
    {
        content = ContentExtent.Trim(Tokens, content, _lexicon);
        if (content.Length == 0 || Words(content) < LeastWords) return;
        if (_found.Count > 0 && content.Start < _found[^1].Content.End)
        {
            // The next cue's words begin inside the last ones: the earlier cue led here (أردف قائلا) or ends where this one begins.
            if (content.Start == _found[^1].Content.Start) return;
            if (cue.Token <= _found[^1].Content.Start) return;
            var cut = ContentExtent.Trim(Tokens, _found[^1].Content with { End = cue.Token }, _lexicon);
            if (_found[^1].Kind == QuotationKind.Direct) return;
            _found[^1] = _found[^1] with { Content = cut };
        }

        if (voice.Person is { } person) person.Quotes++;
        _found.Add(new Found(kind, cue, voice, content, rule));
        _last = content;
        _discourse.Hear(voice with { Said = default }, _document.SentenceOf[cue.Token]);
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
internal sealed record Found(QuotationKind Kind, Cue? Cue, Voice Voice, TokenRange Content, string Rule)
{
    /// <summary>The colon of a headline, where that is the cue.</summary>
    public int Colon { get; init; } = -1;
}
