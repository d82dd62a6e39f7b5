namespace PressIngest.Extraction.Quotations;

/// <summary>Words that no cue stands right before: those set apart by marks, by a label or as an answer, and those that their cue follows.</summary>
internal sealed partial class QuotationFinder
{
    /// <summary>Marked speech up to a token that no cue stands beside.</summary>
    private void Introduced(int upTo, int nextCue)
    {
        for (; _nextMarked < _passage.Marked.Count && _passage.Marked[_nextMarked].Next <= upTo; _nextMarked++)
        {
            var span = _passage.Marked[_nextMarked];
            Labelled(span.Open, nextCue);
            if (span.Open < _last.End) continue;
            // «…»، قال فلان. «…»: speech is over where the sentence of its cue is.
            var said = _found.Count > 0 && _found[^1].Kind == QuotationKind.Direct
                ? Math.Max(_last.End, _passage.SentenceAt(_found[^1].Cue.Start).End) : -1;
            var how = IntroducedSpeech.Of(_passage, span, said);
            if (how == Introduction.None || IsScripture(Math.Max(0, span.Open - LongestFormula), span.Open)) continue;
            var at = span.Open;
            while (how == Introduction.Colon && Tokens[at].Folded != ":") at--;
            if (how == Introduction.Behind) at = IntroducedSpeech.PointsBack(_passage, span.Next)!.Value;
            if ((how == Introduction.Behind ? _speakers.Behind(at) : _speakers.Introduced(how, at)) is not { Person: not null } voice) continue;
            Add(QuotationKind.Direct, new Cue(at, 0, default, Opens: true), how == Introduction.Behind ? voice
                : voice with { Said = default }, span.Content,
                "introduced-" + how.ToString().ToLowerInvariant());
        }

        Labelled(upTo, nextCue);
    }

    /// <summary>Paragraphs up to a token that are somebody's words by their label, or as answers of an interview.</summary>
    private void Labelled(int upTo, int nextCue)
    {
        for (; _nextParagraph < _passage.Document.Paragraphs.Length && _passage.Document.Paragraphs[_nextParagraph].Start <= upTo; _nextParagraph++)
        {
            var paragraph = _passage.Document.Paragraphs[_nextParagraph];
            if (paragraph.Start < _last.End) continue;
            if (_nextAnswer < _answers.Count && _answers[_nextAnswer].Words.Start < paragraph.End)
            {
                var (question, answer) = _answers[_nextAnswer++];
                Add(QuotationKind.Direct, new Cue(question, 0, default, Opens: true), Voice.Of(_guest!, default), answer, "interview-answer");
            }
            else if (LabelledSpeech.Of(_passage, paragraph) is { } label && _speakers.Labelled(label.Speaker) is { } voice)
            {
                var content = ContentExtent.Direct(_passage, label.Colon + 1, _cues, nextCue, sentenceOnly: false);
                Add(QuotationKind.Direct, new Cue(label.Colon, 0, default, Opens: true), voice, content, "labelled-colon");
            }
        }
    }

    /// <summary>وقالت فلانة على حسابها بـ«تويتر» أشكر كل من …: her own words behind the outlet, with nothing between.</summary>
    private int? BehindOutlet(int circumstance, int limit)
    {
        for (var i = circumstance; i < Math.Min(limit, circumstance + NearClause); i++)
        {
            if (_passage.MarkedFrom(i) is not { IsLong: false, Closed: true } outlet) continue;
            var sentence = _passage.SentenceAt(i);
            var own = outlet.Next < sentence.End && Tokens[outlet.Next].IsWord
                && (FirstPerson.Speaks(_passage, sentence with { Start = outlet.Next }) || FirstPerson.Opens(_passage, sentence.End, Tokens.Length));
            return own ? outlet.Next : null;
        }

        return null;
    }

    /// <summary>"…"، قال فلان: a marked span right before the cue that no cue has taken.</summary>
    private TokenRange? Preceding(Cue cue)
    {
        var k = cue.Token - 1;
        while (k > 0 && k > cue.Token - 3 && Tokens[k].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(Tokens[k])) k--;
        // «…»، كما قال فلان.
        if (k > 0 && Tokens[k].Folded is "كما" or "هكذا" or "حسبما" or "مثلما") k--;
        // «…»، بهذه الكلمات بدأ فلان حديثه.
        else if (k > 1 && Tokens[k - 1].Folded is "بهذه" or "بتلك"
            && Tokens[k].Folded is "الكلمات" or "الكلمه" or "العبارات" or "العباره" or "الجمله" or "المفردات") k -= 2;
        while (k > 0 && k > cue.Token - 4 && Tokens[k].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(Tokens[k])) k--;
        if (k < 0 || _passage.MarkedAt[k] < 0) return null;
        var span = _passage.Marked[_passage.MarkedAt[k]];
        return span.Next == k + 1 && span.Closed && (span.IsLong || (span.Words >= LeastWords && OpensSentence(span.Open)))
            && span.Content.Start >= _last.End ? span.Content : null;
    }

    /// <summary>«أنا دخيل» يقول فلان: two words that a sentence begins with are said, where a name would have something before it.</summary>
    private bool OpensSentence(int open)
    {
        var i = open - 1;
        while (i >= 0 && Tokens[i].Kind == TokenKind.Punctuation && _passage.Document.SentenceOf[i] == _passage.Document.SentenceOf[open]) i--;
        return i < _passage.SentenceAt(open).Start;
    }
}
