namespace PressIngest.Extraction.Quotations;

/// <summary>Phrases of place, time, occasion and outlet between a verb and its subject or words: من جانبه، لـ «وسيلة»، في تصريح …، أمس.</summary>
internal static class Circumstances
{
    private const int LongestParenthesis = 25;

    /// <summary>Passes the circumstances at a token; a phrase that opens with a preposition is passed to its end.</summary>
    public static int Skip(Passage passage, int at, int limit)
    {
        var tokens = passage.Tokens;
        while (at < limit)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(token))
            {
                at = AfterPunctuation(passage, at, limit);
                continue;
            }

            if (!token.IsWord) break;
            if (Short(passage, at, limit) is { } next)
            {
                at = next;
                continue;
            }

            return OpensPhrase(passage, at) ? EndOfPhrase(passage, at, limit) : at;
        }

        return at;
    }

    /// <summary>Whether the tokens [at, limit) begin with a circumstance or hold punctuation and parentheses only.</summary>
    public static bool Open(Passage passage, int at, int limit)
    {
        while (at < limit && passage.Tokens[at].Kind == TokenKind.Punctuation) at = AfterPunctuation(passage, at, limit);
        return at >= limit || Short(passage, at, limit) is not null || OpensPhrase(passage, at);
    }

    /// <summary>Whether nothing but circumstances stands within the tokens [at, limit).</summary>
    public static bool Fill(Passage passage, int at, int limit)
    {
        while (at < limit)
        {
            var next = Skip(passage, at, limit);
            if (next < limit && passage.Tokens[next].Kind == TokenKind.Punctuation) next = AfterPunctuation(passage, next, limit);
            if (next == at) return false;
            at = next;
        }

        return true;
    }

    /// <summary>The end of the phrase at a token: a comma, a bracket, a colon, a long quotation, the end of the sentence.</summary>
    public static int EndOfPhrase(Passage passage, int at, int limit)
    {
        for (var i = at; i < limit; i++)
        {
            var token = passage.Tokens[i];
            if (token.Kind == TokenKind.Break) return i;
            if (passage.MarkedFrom(i) is { IsLong: true } marked)
            {
                // رئيس «المجلس الوطني لرفع …» فلان: the name of a body.
                if (i == at || !marked.Closed || !passage.Tokens[i - 1].IsWord || WordShape.HasArticle(passage, i - 1)
                    || passage.Names.Role(passage.Tokens[i - 1].Folded) is null || marked.Next >= limit
                    || !passage.Tokens[marked.Next].IsWord) return i;
                i = marked.Next - 1;
                continue;
            }

            if (token.Kind != TokenKind.Punctuation) continue;
            // بشركة (تيك توك): the name of a body, not an aside.
            if (token.Folded is "(" && i > at && passage.Names.IsOrganization(passage.Tokens[i - 1].Folded.TrimStart('ب'))
                && AfterPunctuation(passage, i, limit) is var close && close > i + 1)
            {
                i = close - 1;
                continue;
            }

            if (token.Folded is "،" or "," or "؛" or ";" or ":" or "(" or ")" or "[" or "]" or "–" or "—" or "!" or "؟" or "?" or "…") return i;
            if (token.Folded is "-" or "ـ" && token.SpaceBefore) return i;
            if (token.Folded == "." && !(i > 0 && passage.Tokens[i - 1].Span.Length == 1)) return i;
        }

        return limit;
    }

    /// <summary>Behind a mark of punctuation, or behind the parenthesis that it opens.</summary>
    public static int AfterPunctuation(Passage passage, int at, int limit)
    {
        if (passage.Tokens[at].Folded is not ("(" or "[")) return at + 1;
        for (var i = at + 1; i < limit && i < at + LongestParenthesis; i++)
            if (passage.Tokens[i].Folded is ")" or "]") return i + 1;
        return at + 1;
    }

    /// <summary>A circumstance of one or two words, or an outlet in marks: the token behind it.</summary>
    private static int? Short(Passage passage, int at, int limit)
    {
        var tokens = passage.Tokens;
        var folded = tokens[at].Folded;
        if (at + 1 < limit && folded is "ل" or "لـ" or "الي" or "في" or "مع" or "عبر")
        {
            if (passage.MarkedFrom(at + 1) is { IsLong: false } outlet) return outlet.Next;
            if (tokens[at + 1].Folded is "(" && folded is "ل") return AfterPunctuation(passage, at + 1, limit);
        }

        if (at + 1 < limit && folded is "من" or "في"
            && tokens[at + 1].Folded is "جانبه" or "جانبها" or "جهته" or "جهتها" or "ناحيته" or "ناحيتها" or "جانبهم" or "جهتهم")
            return at + 2;
        // صرح بهذه المناسبة فلان: the name stands right behind the occasion.
        if (at + 2 < limit && folded is "بهذه" or "بهذا" or "بتلك" && WordShape.HasArticle(tokens[at + 1].Folded)
            && (NameEvidence.HasEvidence(passage, at + 2, limit) || passage.Names.Honorific(tokens, at + 2, limit).Length > 0
                || (tokens[at + 2].IsWord && passage.Names.Role(tokens[at + 2].Folded) is not null)))
            return at + 2;
        // حفظه الله، رعاها الله: a wish for whoever was named.
        if (at + 1 < limit && tokens[at + 1].Folded == "الله" && folded.Length > 3
            && (folded[^1] == 'ه' || folded.EndsWith("ها", StringComparison.Ordinal) || folded.EndsWith("هما", StringComparison.Ordinal)))
            return at + 2;
        if (folded == "لي" && NameEvidence.IsUnknownIndefinite(passage, at + 1, limit)) return null;
        return folded is "ذلك" or "بذلك" or "له" or "لها" or "لهم" or "لنا" or "لي" or "به" or "بها" or "فيه" or "فيها" or "عنه" or "عنها" or "خلاله"
            or "خلالها"
            or "امس" or "ايضا" or "كذلك" or "بدوره" or "بدورها"
            or "بدورهم" or "قايلا" or "قايله" or "موخرا" or "سابقا" or "لاحقا" or "صراحه" or "مجددا" or "رسميا" or "اخيرا" or "حينها" or "انذاك"
            ? at + 1 : null;
    }

    private static bool IsOccasionOf(Passage passage, string folded)
    {
        var stem = folded.EndsWith("ها", StringComparison.Ordinal) ? folded[1..^2] : folded[1..^1];
        return passage.Speech.Occasions.Contains(stem) || (stem[^1] == 'ت' && passage.Speech.Occasions.Contains(stem[..^1] + "ه"));
    }

    private static bool OpensPhrase(Passage passage, int at)
    {
        var token = passage.Tokens[at];
        if (!token.IsWord) return false;
        var folded = token.Folded;
        // من لم يشكر: "who", no "from".
        if (folded == "من" && at + 1 < passage.Tokens.Length
            && passage.Tokens[at + 1].Folded is "لم" or "لا" or "لن" or "كان" or "كانت") return false;
        if (passage.Speech.Circumstances.Contains(folded)) return !NameEvidence.HasEvidence(passage, at, passage.Tokens.Length);
        if (folded is "ل" || folded.StartsWith("لل", StringComparison.Ordinal)) return true;
        // بمداخلته الهاتفية، بتصريحات صحفية.
        if (folded is "بتصريح" or "بتصريحات" or "بمداخله"
            || (folded is ['ب', _, _, _, ..] && WordShape.HasPronoun(passage, at) && IsOccasionOf(passage, folded))) return true;
        // لصحيفة، لوكالة: the outlet.
        return folded.Length > 2 && folded[0] == 'ل'
            && (passage.Names.IsOrganization(folded[1..]) || passage.Speech.Outlets.Contains(folded.AsSpan(1))
            || passage.Names.Body(passage.Tokens, at, passage.Tokens.Length, folded[1..]) > 0);
    }
}
