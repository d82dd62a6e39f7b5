namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Paragraphs whose words are somebody's by their place: those that begin with a speaker and a colon (الحداد: نطالب بفتح الطريق), as second
/// headlines, panels and transcripts do, and the answers of an interview.
/// </summary>
internal static class LabelledSpeech
{
    private const int LongestLabel = 14;
    private const int LeastWords = 4;

    /// <summary>The label of a paragraph, and the colon that ends it; null where it has none.</summary>
    public static (SpeakerPhrase Speaker, int Colon)? Of(Passage passage, TokenRange paragraph)
    {
        var tokens = passage.Tokens;
        if (tokens[paragraph.Start].Start < passage.Document.HeadlineEnd) return null;
        var start = PastBullets(tokens, paragraph.Start, paragraph.End);
        var colon = start;
        while (colon < paragraph.End && colon < start + LongestLabel && tokens[colon].Folded != ":")
        {
            if (tokens[colon].Kind is TokenKind.Break or TokenKind.Hashtag or TokenKind.Handle
                || passage.CueAt(colon) is { Form.Verb.Strict: false }) return null;
            colon++;
        }

        if (colon == start || colon + LeastWords >= paragraph.End || tokens[colon].Folded != ":") return null;
        var phrase = SpeakerGrammar.Parse(passage, start, colon, SpeakerPlace.Anywhere);
        // نوال الكندري لـ«وسيلة»: …: the outlet stands between the name and the colon.
        if (phrase.Range.Start != start || Circumstances.Skip(passage, phrase.Range.End, colon) < PastMarksBack(tokens, colon)) return null;
        return IsEntry(passage, colon + 1, paragraph.End) ? null : (phrase, colon);
    }

    public static int PastBullets(Token[] tokens, int at, int end)
    {
        while (at < end && tokens[at].Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(tokens[at])
            && tokens[at].Folded is not ("(" or "[")) at++;
        return at;
    }

    private static int PastMarksBack(Token[] tokens, int end)
    {
        while (end > 0 && tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        return end;
    }

    /// <summary>سامي الحداد: مخرج الفيلم: an entry of a list says what somebody is, in a few words that a post begins.</summary>
    private static bool IsEntry(Passage passage, int at, int end)
    {
        while (end > at && passage.Tokens[end - 1].Kind is TokenKind.Punctuation or TokenKind.Break) end--;
        return end - at < LeastWords || passage.Tokens[at].Kind == TokenKind.Number
            || (passage.Tokens[at].IsWord && end - at < LongestLabel && passage.Names.Role(passage.Tokens[at].Folded) is not null);
    }
}
