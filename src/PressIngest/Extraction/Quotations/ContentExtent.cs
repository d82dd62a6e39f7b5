namespace PressIngest.Extraction.Quotations;

/// <summary>Where the words that were said begin and end.</summary>
internal static class ContentExtent
{
    private const int MaxDirectParagraphs = 12;

    /// <summary>The words after a colon or at a mark, to the closing mark, or to the end of the paragraph or where the voice changes.</summary>
    public static TokenRange Direct(Document document, int at, IReadOnlyList<MarkedSpan> marked, int[] markedAt, IReadOnlyList<Cue> cues, int nextCue, Lexicon lexicon)
    {
        var tokens = document.Tokens;
        while (at < tokens.Length && tokens[at].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(tokens[at]) && tokens[at].Folded is not ("#" or "@" or "(")) at++;
        if (at >= tokens.Length) return default;
        if (markedAt[at] >= 0 && marked[markedAt[at]] is var span && span.Open == at)
        {
            if (span.Closed && (span.IsLong || EndsThere(tokens, span.Next))) return span.Content;
            if (!span.Closed) return span.Content with { End = VoiceChange(document, span.Content.Start, span.Content.End, cues, nextCue, markedAt, -1, lexicon) };
        }

        // A colon at the end of a line: the words are the next paragraph.
        if (tokens[at].Kind == TokenKind.Break) at++;
        if (at >= tokens.Length) return default;
        if (markedAt[at] >= 0 && marked[markedAt[at]].Open == at && marked[markedAt[at]] is { Closed: true, IsLong: true } below) return below.Content;
        var end = at;
        while (end < tokens.Length && tokens[end].Kind != TokenKind.Break) end++;
        return new TokenRange(at, VoiceChange(document, at, end, cues, nextCue, markedAt, -1, lexicon));
    }

    /// <summary>The clause behind أن, to the end of its sentence or to the next cue.</summary>
    public static TokenRange Indirect(Document document, int at, IReadOnlyList<MarkedSpan> marked, int[] markedAt, IReadOnlyList<Cue> cues, int nextCue, RegisteredPerson? speaker, Lexicon lexicon)
    {
        var tokens = document.Tokens;
        var end = document.Sentences[document.SentenceOf[at]].End;
        // A sentence stop inside a marked span that began in this clause does not end the clause.
        for (var i = at; i < end; i++)
            if (markedAt[i] >= 0 && marked[markedAt[i]] is { Closed: true } span && span.Next > end && span.Open >= at) end = Math.Max(end, span.Next);
        for (var c = nextCue; c < cues.Count && cues[c].Token < end; c++)
        {
            var cue = cues[c];
            if (cue.Token <= at || (markedAt[cue.Token] >= 0 && marked[markedAt[cue.Token]].IsLong)) continue;
            if (!IsBoundary(document, cue, marked, markedAt, lexicon)) continue;
            end = cue.Token;
            break;
        }

        if (speaker is not null) end = OwnName(tokens, at, end, speaker);
        return new TokenRange(at, end);
    }

    /// <summary>A cue inside a clause that begins the next quotation instead of going on with this one.</summary>
    public static bool IsBoundary(Document document, Cue cue, IReadOnlyList<MarkedSpan> marked, int[] markedAt, Lexicon lexicon)
    {
        var tokens = document.Tokens;
        var complement = ComplementFinder.Find(document, cue, marked, markedAt, lexicon);
        var close = complement is { } found && found.At - cue.Token <= 12;
        if (cue.Form.Participle)
            return (cue.Token > 0 && tokens[cue.Token - 1].Kind == TokenKind.Punctuation) || close || cue.Prefix > 0;
        if (!cue.Opens) return false;
        if (cue.Form.Verb.Strict) return complement is { } near && near.At - cue.Token <= 4;
        return cue.Form.Present ? close : close || cue.Prefix > 0;
    }

    /// <summary>The first sentence after the words' own start that somebody else's cue opens.</summary>
    private static int VoiceChange(Document document, int at, int end, IReadOnlyList<Cue> cues, int nextCue, int[] markedAt, int inside, Lexicon lexicon)
    {
        for (var c = nextCue; c < cues.Count && cues[c].Token < end; c++)
        {
            var cue = cues[c];
            if (cue.Token <= at || cue.Form.Participle || cue.Form.Present || cue.Form.Verb.Tier != CueTier.Reporting) continue;
            var sentence = document.Sentences[document.SentenceOf[cue.Token]];
            if (sentence.Start <= at || cue.Token - sentence.Start > 3) continue;
            if (lexicon.Speech.NotBehind.Contains(document.Tokens[cue.Token - 1].Folded)) continue;
            return sentence.Start;
        }

        return end;
    }

    /// <summary>Nobody speaks of himself by name: his surname behind a comma and a verb is the narrator's again.</summary>
    private static int OwnName(Token[] tokens, int at, int end, RegisteredPerson speaker)
    {
        for (var i = at + 2; i < end; i++)
            if (tokens[i].IsWord && tokens[i].Folded == speaker.Words[^1] && tokens[i - 2].Kind == TokenKind.Punctuation && tokens[i - 1].IsWord && tokens[i - 1].Folded[0] == 'و') return i - 1;
        return end;
    }

    private static bool EndsThere(Token[] tokens, int next) =>
        next >= tokens.Length || tokens[next].Kind == TokenKind.Break || tokens[next].Folded is "." or "،" or "!" or "؟";

    /// <summary>The content without the punctuation, openers and conjunctions at its edges that are not its own.</summary>
    public static TokenRange Trim(Token[] tokens, TokenRange content, Lexicon lexicon)
    {
        var (start, end) = (content.Start, content.End);
        while (start < end && IsEdge(tokens[start], opening: true)) start++;
        while (end > start)
        {
            var last = tokens[end - 1];
            if (IsEdge(last, opening: false)) end--;
            else if (end - start > 2 && tokens[end - 2].Kind == TokenKind.Punctuation && lexicon.Speech.Openers.Contains(last.Folded)) end--;
            else if (end - start > 3 && last.Folded is "جانبه" or "جانبها" or "جهته" or "جهتها" && tokens[end - 2].Folded is "من" or "ومن") end -= 2;
            else break;
        }

        return new TokenRange(start, end);
    }

    private static bool IsEdge(Token token, bool opening) => token.Kind == TokenKind.Break
        || (token.Kind == TokenKind.Punctuation && (opening
            ? token.Folded is not ("\"" or "«" or "“" or "(" or "#" or "@" or "[")
            : token.Folded is not (")" or "»" or "”" or "\"" or "]" or "؟" or "?" or "!" or "%" or "٪" or "“" or "«")));
}
