namespace PressIngest.Extraction.Quotations;

internal enum Introduction
{
    /// <summary>Not speech, or speech that has a cue.</summary>
    None,

    /// <summary>A colon before the marks, without any verb of speaking: وعن سبب الرحلة: «…»؛ وجاء في رسالته: «…».</summary>
    Colon,

    /// <summary>The marks hold whole sentences, and nothing else stands in them: the one who was speaking goes on.</summary>
    Alone,

    /// <summary>«…» هذا ما قالته فلانة: a verb behind the marks points back to them.</summary>
    Behind,
}

/// <summary>
/// Marked speech that no cue stands beside: a paragraph in marks behind the one that introduces its speaker, a list of statements, words
/// behind a colon without a verb.
/// </summary>
internal static class IntroducedSpeech
{
    /// <summary>Fewer words that stand alone are a heading, unless they follow speech at once or are in the speaker's own voice.</summary>
    private const int LeastAlone = 8;

    private const int LeastNextToSpeech = 4;

    /// <param name="passage">The document with the vocabulary.</param>
    /// <param name="span">The marked words.</param>
    /// <param name="said">Where the last quotation ended with its cue, or -1 where it was not direct.</param>
    public static Introduction Of(Passage passage, MarkedSpan span, int said)
    {
        if (!span.Closed || span.Words < LeastNextToSpeech || passage.Tokens[span.Open].Start < passage.Document.HeadlineEnd
            || HasCueBehind(passage, span.Next))
            return Introduction.None;
        if (PointsBack(passage, span.Next) is not null) return Introduction.Behind;
        var before = span.Open - 1;
        while (before >= 0 && IsBullet(passage.Tokens[before])) before--;
        if (before > 0 && passage.Tokens[before].Kind == TokenKind.Break) before--;
        if (before > 0 && passage.Tokens[before].Folded == ":") return span.IsLong
            && !Names(passage, before - 1) ? Introduction.Colon : Introduction.None;
        if (!StandsAlone(passage, span)) return Introduction.None;
        var nextToSpeech = said >= 0 && OnlyPunctuation(passage, said, span.Open) && !IsHeading(passage, span);
        var least = nextToSpeech ? LeastNextToSpeech : FirstPerson.Speaks(passage, span.Content) ? LeastAlone - 3 : LeastAlone;
        return span.Words >= least ? Introduction.Alone : Introduction.None;
    }

    /// <summary>هذا ما قالته، ذلك ما أكده: the verb with its object, behind the marks.</summary>
    public static int? PointsBack(Passage passage, int at)
    {
        var tokens = passage.Tokens;
        while (at < tokens.Length && tokens[at].Kind == TokenKind.Punctuation) at++;
        if (at + 2 >= tokens.Length || !(tokens[at].Is("هذا") || tokens[at].Is("ذلك")) || !tokens[at + 1].Is("ما")
            || tokens[at + 2].Folded is not [_, .., 'ه'] said) return null;
        return passage.Speech.Match(said[..^1]) is { Form: { Present: false, Participle: false, Verb.Tier: CueTier.Reporting } } ? at + 2 : null;
    }

    private static bool StandsAlone(Passage passage, MarkedSpan span)
    {
        var first = passage.SentenceAt(span.Open).Start;
        var last = passage.SentenceAt(span.Next - 1).End;
        return OnlyPunctuation(passage, first, span.Open) && OnlyPunctuation(passage, span.Next, last);
    }

    /// <summary>A line in marks with no stop at its end.</summary>
    private static bool IsHeading(Passage passage, MarkedSpan span)
    {
        var ends = span.Next >= passage.Tokens.Length || passage.Tokens[span.Next].Kind == TokenKind.Break;
        var begins = span.Open == 0 || passage.Tokens[span.Open - 1].Kind == TokenKind.Break;
        return begins && ends && passage.Tokens[span.Content.End - 1].IsWord;
    }

    private static bool OnlyPunctuation(Passage passage, int from, int to)
    {
        // Backwards from the mark: what stands at it is met once, however much of it there is.
        for (var i = to - 1; i >= from; i--)
            if (passage.Tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Break)) return false;
        return true;
    }

    /// <summary>«…»، يقول فلان: the cue behind the marks takes them itself.</summary>
    private static bool HasCueBehind(Passage passage, int at)
    {
        while (at < passage.Tokens.Length && passage.Tokens[at].Kind == TokenKind.Punctuation) at++;
        return at < passage.Tokens.Length && passage.CueAt(at) is { Prefix: 0, Form.Participle: false };
    }

    /// <summary>تحت شعار: «…»، المادة الأولى: «…»: what stands before the colon is called or worded so, and nobody says it.</summary>
    private static bool Names(Passage passage, int at)
    {
        for (var i = at; i >= 0 && i > at - 3; i--)
            if (passage.Tokens[i].IsWord && passage.IsCalledSo(i)) return true;
        return false;
    }

    private static bool IsBullet(Token token) => token.Kind == TokenKind.Punctuation && token.Folded is "-" or "–" or "—" or "•" or "*" or "·" or "●";
}
