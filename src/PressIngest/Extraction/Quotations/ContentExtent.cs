namespace PressIngest.Extraction.Quotations;

/// <summary>Where the words that were said begin and end.</summary>
internal static class ContentExtent
{
    /// <summary>A clause's complement counts for its cue's boundary within so many tokens.</summary>
    private const int Near = 12;

    private const int LongestCircumstance = 25;

    /// <summary>Tokens of a paragraph behind a colon; a longer one is more than one man's words.</summary>
    private const int LongestParagraph = 120;

    /// <summary>A clause that its speaker's own words follow has so many tokens at least.</summary>
    private const int Least = 3;

    /// <summary>The words after a colon or at a mark, to the closing mark, or to the end of the paragraph or where the voice changes.</summary>
    public static TokenRange Direct(Passage passage, int at, IReadOnlyList<Cue> cues, int nextCue, bool sentenceOnly)
    {
        var tokens = passage.Tokens;
        at = PastPunctuation(tokens, at);
        // A colon at the end of a line: the words are the next paragraph, behind its dash.
        if (at < tokens.Length && tokens[at].Kind == TokenKind.Break) at = PastPunctuation(tokens, at + 1);
        if (at >= tokens.Length) return default;
        if (passage.MarkedFrom(at) is { } span)
        {
            if (span.Closed && (span.IsLong || span.Words >= 3 || EndsThere(tokens, span.Next))) return span.Content;
            if (!span.Closed) return span.Content with { End = VoiceChange(passage, span.Content.Start, span.Content.End, cues, nextCue) };
        }

        // Without marks the words of a circumstance (مضيفا: …) are its sentence, those of a verb its paragraph.
        if (sentenceOnly) return new TokenRange(at, passage.SentenceAt(at).End);
        return new TokenRange(at, VoiceChange(passage, at, EndOfVoice(passage, at), cues, nextCue));
    }

    /// <summary>Behind a mark that nothing closes: to the next cue, or the end of the paragraph.</summary>
    public static TokenRange Unclosed(Passage passage, TokenRange content, IReadOnlyList<Cue> cues, int nextCue, Voice speaker)
    {
        for (var c = nextCue; c < cues.Count && cues[c].Token < content.End; c++)
            if (cues[c].Token > content.Start && IsBoundary(passage, cues[c], speaker))
                return content with { End = BeforeCircumstance(passage, content.Start, cues[c]) };
        return content;
    }

    /// <summary>
    /// The end of the paragraph; in one so long that the page has lost its lines, the end of the sentence and of those behind it that go on
    /// in the speaker's own voice.
    /// </summary>
    private static int EndOfVoice(Passage passage, int at)
    {
        var paragraph = passage.ParagraphEnd(at);
        if (paragraph - at <= LongestParagraph) return paragraph;
        var end = passage.SentenceAt(at).End;
        while (end < paragraph && passage.SentenceAt(end) is var next
            && (FirstPerson.Speaks(passage, next) || FirstPerson.HasVerb(passage, next))) end = next.End;
        return Math.Min(end, paragraph);
    }

    private static int PastPunctuation(Token[] tokens, int at)
    {
        while (at < tokens.Length && tokens[at].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(tokens[at])
            && tokens[at].Folded is not ("#" or "@" or "(")) at++;
        return at;
    }

    /// <summary>The clause behind أن, to the end of its sentence or to the next cue.</summary>
    public static TokenRange Indirect(Passage passage, int at, IReadOnlyList<Cue> cues, int nextCue, Voice speaker)
    {
        var end = passage.SentenceAt(at).End;
        // القلق . . . والتحليل: an ellipsis ends no sentence.
        while (end < passage.Tokens.Length && passage.Tokens[end].Folded is ".")
            end = passage.SentenceAt(end + 1 < passage.Tokens.Length && passage.Tokens[end + 1].IsWord ? end + 1 : end).End;
        // A stop inside a marked span that began in this clause does not end the clause.
        if (passage.MarkedAt[end - 1] >= 0 && passage.Marked[passage.MarkedAt[end - 1]] is { Closed: true } span
            && span.Open >= at) end = Math.Max(end, span.Next);
        for (var c = nextCue; c < cues.Count && cues[c].Token < end; c++)
        {
            if (cues[c].Token <= at || passage.InLongMarks(cues[c].Token) || !IsBoundary(passage, cues[c], speaker)) continue;
            // مناشدين of one man's words is "we, calling on": his own circumstance.
            if (speaker.Person is not null && cues[c].Form is { Participle: true, Plural: true }) continue;
            end = BeforeCircumstance(passage, at, cues[c]);
            break;
        }

        end = NarratorReturns(passage, at, end, speaker.Person);
        return new TokenRange(at, OwnWordsFollow(passage, at, end));
    }

    /// <summary>Words in the speaker's own voice without marks: their sentence, and those behind it that go on in that voice.</summary>
    public static TokenRange Own(Passage passage, int at, IReadOnlyList<Cue> cues, int nextCue, Voice speaker)
    {
        var end = Indirect(passage, at, cues, nextCue, speaker).End;
        if (end < passage.SentenceAt(at).End) return new TokenRange(at, end);
        while (end < passage.Tokens.Length && passage.Tokens[end - 1].Kind != TokenKind.Break)
        {
            var next = passage.SentenceAt(end);
            while (nextCue < cues.Count && cues[nextCue].Token < next.Start) nextCue++;
            var own = FirstPerson.Speaks(passage, next) || FirstPerson.Opens(passage, next.Start, next.End);
            if (!own || VoiceChange(passage, next.Start - 1, next.End, cues, nextCue) < next.End) break;
            end = next.End;
        }

        return new TokenRange(at, end);
    }

    /// <summary>…، ومن خلال مداخلته، صرح فلان: the circumstance of the next cue, joined by و behind a comma, is the narrator's.</summary>
    private static int BeforeCircumstance(Passage passage, int at, Cue cue)
    {
        var tokens = passage.Tokens;
        if (cue.Prefix > 0 || cue.Form.Participle || tokens[cue.Token - 1].Folded is not ("،" or ",")) return cue.Token;
        for (var i = cue.Token - 2; i > at + 2 && i > cue.Token - LongestCircumstance; i--)
            if (tokens[i - 1].Folded is "،" or "," or "." && tokens[i].Folded is ['و', _, _, ..]
                && passage.Speech.Circumstances.Contains(tokens[i].Folded[1..])) return i;
        return cue.Token;
    }

    /// <summary>… الحديثة مشيرا للإنبات الجيد: a participle in the accusative with the
    /// preposition of its verb, whatever it is written onto.</summary>
    private static bool PointsOut(Token[] tokens, Cue cue, Voice speaker) =>
        (tokens[cue.Token].Folded[^1] == 'ا' || (tokens[cue.Token].Folded[^1] == 'ه' && speaker.Gender == Gender.Feminine))
            && cue.Token + 1 < tokens.Length
        && (cue.Form.Verb.Before.Contains(tokens[cue.Token + 1].Folded)
            || (cue.Form.Verb.Before.Contains("الي") && tokens[cue.Token + 1].Folded.StartsWith("لل", StringComparison.Ordinal)));

    /// <summary>A cue inside a clause that begins the next quotation instead of going on with this one.</summary>
    public static bool IsBoundary(Passage passage, Cue cue, Voice speaker)
    {
        var tokens = passage.Tokens;
        // …، سيقول إنه …: what somebody will say.
        if (cue.Form.Present && tokens[cue.Token].Folded.AsSpan(cue.Prefix).StartsWith("س") && cue.Form.Verb.Lemma[0] != 'س') return false;
        var complement = ComplementFinder.Find(passage, cue);
        var close = complement is { } found && found.At - cue.Token <= Near;
        if (cue.Form.Participle) return close || cue.Prefix > 0 || (cue.Token > 0 && tokens[cue.Token - 1].Kind == TokenKind.Punctuation)
            || PointsOut(tokens, cue, speaker) || (tokens[cue.Token].Folded[^1] == 'ا'
            && cue.Form.Verb is { Tier: CueTier.Reporting, Strict: false });
        if (complement is { Kind: not ComplementKind.Clause } words && (words.At == cue.Token + 1 || speaker.Person is null)) return true;
        if (!cue.Opens || !CanSpeak(passage, cue, complement, speaker)) return false;
        if (cue.Form.Verb.Strict) return complement is { } near && (near.At - cue.Token <= 4 || HasOwnSubject(passage, cue, near)
            || (cue.Prefix > 0 && near.At - cue.Token <= Near && Circumstances.Fill(passage, cue.Token + 1, near.At)));
        if (cue.Form.Present) return close;
        // بينما قال …، كشف …: the main verb behind its comma.
        var main = cue.Token > 0
            && (tokens[cue.Token - 1].Folded is "،" or "؛"
            || (cue.Token > 1 && tokens[cue.Token - 1].Folded is "فيما" or "بينما"
            && tokens[cue.Token - 2].Folded is "،" or "؛")) && cue.Form.Verb.Tier == CueTier.Reporting;
        // فاعتذر سامي …: what he did next, in the story that is told.
        var next = cue.Form.Verb.Tier != CueTier.Reporting && tokens[cue.Token].Folded[0] == 'ف';
        var joined = cue.Prefix > 0 || (cue.Token > 0 && tokens[cue.Token - 1].Is("و"));
        return complement is not null || main || (joined && !next) || TakesTheWord(passage, cue);
    }

    /// <summary>فيما اعتبر فلان، عميد النادي، أن: somebody named fills the room between the verb and its clause.</summary>
    private static bool HasOwnSubject(Passage passage, Cue cue, Complement complement)
    {
        var phrase = SpeakerGrammar.Parse(passage, cue.Token + 1, complement.At, SpeakerPlace.BeforeWords);
        var end = phrase.Range.End;
        while (end < complement.At && passage.Tokens[end].Kind == TokenKind.Punctuation) end++;
        return phrase is { Kind: SpeakerKind.Person, Sure: true } && end == complement.At;
    }

    /// <summary>… وقد أكد الدكتور فلان على ضرورة …: in text without stops somebody named right behind the verb begins another sentence.</summary>
    private static bool TakesTheWord(Passage passage, Cue cue) =>
        SpeakerGrammar.Parse(passage, cue.Token + 1, Math.Min(passage.SentenceAt(cue.Token).End, cue.Token + Near), SpeakerPlace.BehindCue)
            is { Kind: SpeakerKind.Person or SpeakerKind.Mention, Sure: true };

    /// <summary>أن الوزيرة … أعلنت: a verb that does not agree with the speaker and has no subject of its own is the clause's.</summary>
    private static bool CanSpeak(Passage passage, Cue cue, Complement? complement, Voice speaker)
    {
        var agrees = cue.Form.Plural == speaker.Plural
            && (cue.Form.Gender == speaker.Gender || speaker.Gender == Gender.Unknown || cue.Form.Gender == Gender.Unknown);
        if (agrees) return true;
        var limit = complement?.At ?? Math.Min(passage.SentenceAt(cue.Token).End, cue.Token + Near);
        return SpeakerGrammar.Parse(passage, cue.Token + 1, limit, SpeakerPlace.BehindCue).Kind is not SpeakerKind.Nobody;
    }

    /// <summary>The content without the punctuation, openers and conjunctions at its edges that are not its own.</summary>
    public static TokenRange Trim(Passage passage, TokenRange content)
    {
        var tokens = passage.Tokens;
        var (start, end) = (content.Start, content.End);
        while (start < end && IsEdge(tokens[start], opening: true)) start++;
        while (end > start)
        {
            var last = tokens[end - 1];
            if (end - start > 2 && last.Folded == "وذلك" && tokens[end - 2].Kind == TokenKind.Punctuation) end--;
            else if (IsEdge(last, opening: false) || last.Folded is "كما" or "وكما" or "وقد" or "و" or "فيما" or "بينما" or "حيث" or "ثم") end--;
            else if (end - start > 2 && tokens[end - 2].Kind == TokenKind.Punctuation && IsOpener(passage, last.Folded)) end--;
            else if (end - start > 3 && last.Folded is "جانبه" or "جانبها" or "جهته" or "جهتها" && tokens[end - 2].Folded is "من" or "ومن") end -= 2;
            else if (end - start > 3 && last.Folded is "انه" or "انها" && tokens[end - 2].Folded is "الا" or "بيد" or "غير") end -= 2;
            else break;
        }

        return new TokenRange(start, end);
    }

    private static bool IsOpener(Passage passage, string folded) =>
        passage.Speech.Openers.Contains(folded) || (folded.Length > 2 && folded[0] == 'و' && passage.Speech.Openers.Contains(folded[1..]));

    /// <summary>The first sentence behind the words' own start that somebody else's cue opens.</summary>
    private static int VoiceChange(Passage passage, int at, int end, IReadOnlyList<Cue> cues, int nextCue)
    {
        for (var c = nextCue; c < cues.Count && cues[c].Token < end; c++)
        {
            var cue = cues[c];
            if (cue.Token > at && cue.Form.Participle
                && (LeadsToMarks(passage, cue.Token + 1) || LeadsToColon(passage, cue)
                || LeadsToClause(passage, cue))) return ClauseStart(passage, cue.Token, at);
            if (cue.Token <= at || cue.Form.Participle || cue.Form.Present) continue;
            var sentence = passage.SentenceAt(cue.Token);
            // … حملتنا. وأعرب عن تقديره: nobody tells of himself so.
            if (cue.Form.Verb.Tier == CueTier.Act && cue is { Prefix: > 0, Form.Plural: false } && sentence.Start > at && cue.Token == sentence.Start
                && passage.Tokens[cue.Token].Folded[0] == 'و') return sentence.Start;
            if (cue.Form.Verb.Tier != CueTier.Reporting) continue;
            // أما فلان فقال: the other speaker stands before the verb.
            var turned = passage.Tokens[sentence.Start].Folded is "اما" or "واما" && cue.Prefix > 0 && cue.Token - sentence.Start <= Near;
            if (sentence.Start > at && (cue.Token - sentence.Start <= 3 || turned)) return sentence.Start;
            // … ولا الموسم، لكنه قال إنهم لن …: the narrator sets his words against one another.
            if (cue.Token - at > 3 && cue.Prefix == 0
                && passage.Tokens[cue.Token - 1].Folded is "لكنه" or "لكنها" or "ولكنه" or "ولكنها") return cue.Token - 1;
            if (cue.Token - at > 3 && (SpeaksInstead(passage, cue) || GoesOnInClause(passage, cue))) return cue.Token;
            if (passage.Tokens[cue.Token - 1].Is("فقد") && Turn(passage, cue.Token, at) is { } turn) return turn;
        }

        return end;
    }

    /// <summary>…، موجها رسالته بقوله «…»: new marks behind a cue end words that have none.</summary>
    private static bool LeadsToMarks(Passage passage, int at)
    {
        if (at < passage.Tokens.Length && passage.Tokens[at].Folded == ":") at++;
        return at < passage.Tokens.Length && passage.MarkedFrom(at) is { Closed: true, IsLong: true };
    }

    /// <summary>…، مضيفا: …: so does a colon right behind it, where a comma sets it off.</summary>
    private static bool LeadsToColon(Passage passage, Cue cue) => cue.Form.Verb is { Tier: CueTier.Reporting, Strict: false }
        && passage.Tokens[cue.Token - 1].Folded is "،" or "," && cue.Token + 1 < passage.Tokens.Length && passage.Tokens[cue.Token + 1].Folded == ":";

    /// <summary>… لنا الغد مؤكدا أن …: the narrator goes on; nobody says that of himself.</summary>
    private static bool LeadsToClause(Passage passage, Cue cue) => cue.Form.Verb is { Tier: CueTier.Reporting, Strict: false }
        && passage.Tokens[cue.Token].Folded[^1] is 'ا' or 'ه' && cue.Token + 2 < passage.Tokens.Length
        && (ComplementMarkers.IsClause(passage.Tokens[cue.Token + 1].Folded)
            || (cue.Form.Verb.Before.Contains(passage.Tokens[cue.Token + 1].Folded)
            && ComplementMarkers.IsClause(passage.Tokens[cue.Token + 2].Folded)));

    private static int ClauseStart(Passage passage, int cue, int at)
    {
        for (var i = cue - 1; i > Math.Max(at, cue - Near); i--)
            if (passage.Tokens[i].Kind == TokenKind.Punctuation) return i;
        return cue;
    }

    /// <summary>…، وقال فلان: …: somebody named takes the word inside the sentence.</summary>
    private static bool SpeaksInstead(Passage passage, Cue cue) => cue.Prefix > 0 && passage.Tokens[cue.Token - 1].Kind == TokenKind.Punctuation
        && ComplementFinder.Find(passage, cue) is { } complement
        && (complement.Kind != ComplementKind.Clause
            || SpeakerGrammar.Parse(passage, cue.Token + 1, complement.At, SpeakerPlace.BehindCue) is { Kind: SpeakerKind.Person, Sure: true });

    /// <summary>…، وقال إن …: the narrator goes on with a clause of the same speaker's, whose own words had no marks.</summary>
    private static bool GoesOnInClause(Passage passage, Cue cue) => cue is { Prefix: > 0, Form.Verb: { Strict: false, Tier: CueTier.Reporting } }
        && passage.Tokens[cue.Token - 1].Folded is "،" or "," && cue.Token + 1 < passage.Tokens.Length
            && ComplementMarkers.IsClause(passage.Tokens[cue.Token + 1].Folded);

    /// <summary>وأما فلان فقد قال: where the turn to another speaker begins.</summary>
    private static int? Turn(Passage passage, int cue, int at)
    {
        for (var i = cue - 2; i > at && i > cue - Near; i--)
            if (passage.Tokens[i].Folded is "اما" or "واما") return i;
        return null;
    }

    /// <summary>
    /// Where the narrator's own words begin behind a comma: nobody speaks of himself by name (وضرب الصيني أمثلة), and the occasion of
    /// speaking (وذلك خلال …) was not said.
    /// </summary>
    private static int NarratorReturns(Passage passage, int at, int end, RegisteredPerson? speaker)
    {
        var tokens = passage.Tokens;
        for (var i = at + 3; i < end - 1; i++)
        {
            if (tokens[i - 1].Kind != TokenKind.Punctuation || !tokens[i].IsWord || tokens[i].Folded[0] != 'و') continue;
            if (speaker is not null && tokens[i + 1].Folded == speaker.Words[^1]) return i;
            if (tokens[i].Folded == "وذلك" && passage.Speech.Occasioned.Contains(tokens[i + 1].Folded)) return i;
        }

        return end;
    }

    /// <summary>…إنها مستعدة: «أولادي خمسة …»: behind a colon in its clause the speaker's own words begin.</summary>
    private static int OwnWordsFollow(Passage passage, int at, int end)
    {
        for (var i = at + Least; i < end - Least; i++)
            if (passage.Tokens[i].Folded == ":" && passage.MarkedAt[i] < 0 && passage.MarkedFrom(i + 1) is { IsLong: true, Closed: true }
                && !passage.IsCalledSo(i - 1))
                return i;
        return end;
    }

    private static bool EndsThere(Token[] tokens, int next) =>
        next >= tokens.Length || tokens[next].Kind == TokenKind.Break || tokens[next].Folded is "." or "،" or "!" or "؟";

    private static bool IsEdge(Token token, bool opening) => token.Kind == TokenKind.Break
        || (token.Kind == TokenKind.Punctuation && (opening
            ? token.Folded is not ("\"" or "«" or "“" or "(" or "#" or "@" or "[")
            : token.Folded is not (")" or "»" or "”" or "\"" or "]" or "؟" or "?" or "!" or "%" or "٪" or "“" or "«")));
}
