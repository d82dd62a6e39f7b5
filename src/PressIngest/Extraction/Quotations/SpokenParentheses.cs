namespace PressIngest.Extraction.Quotations;

/// <summary>وقال فلان (…): parentheses that hold what a speaking verb before them introduces, as the press of Sudan writes it.</summary>
internal static class SpokenParentheses
{
    private const int LeastWords = 5;
    private const int ShortName = 6;
    private const int LongestSpeech = 120;

    /// <summary>Verb and parenthesis have the speaker between them, and no more than that.</summary>
    private const int LongestSpeaker = 16;

    /// <summary>The marked spans with those of the parentheses that hold speech, in their order, and for each token its span or -1.</summary>
    public static (IReadOnlyList<MarkedSpan> Marked, int[] At) Add(Passage passage, IReadOnlyList<MarkedSpan> marked, int[] at)
    {
        var found = new List<MarkedSpan>();
        for (var i = 1; i < passage.Tokens.Length; i++)
        {
            if (passage.Tokens[i].Folded != "(" || at[i] >= 0 || !HasVerbBefore(passage, at, i) || Close(passage, at, i) is not { } close) continue;
            found.Add(new MarkedSpan(i, new TokenRange(i + 1, close), close + 1, Words(passage, i + 1, close), Closed: true));
            i = close;
        }

        if (found.Count == 0) return (marked, at);
        MarkedSpan[] all = [.. marked.Concat(found).OrderBy(x => x.Open)];
        for (var s = 0; s < all.Length; s++) Array.Fill(at, s, all[s].Open, all[s].Next - all[s].Open);
        return (all, at);
    }

    private static bool HasVerbBefore(Passage passage, int[] at, int open)
    {
        for (var k = open - 1; k >= Math.Max(0, open - LongestSpeaker); k--)
        {
            var token = passage.Tokens[k];
            // قال المدير (سامي حداد) في رده (…): the name in parentheses of its own.
            if (token.Folded == ")" && Opening(passage, k) is { } name)
            {
                k = name;
                continue;
            }

            // بأنهم (…): right behind the marker of a clause.
            if (token.IsWord && ComplementMarkers.IsClause(token.Folded) && k == open - 1) continue;
            if (token.Kind == TokenKind.Break || at[k] >= 0 || token.Folded is "." or ":" or ")"
                || (token.IsWord && ComplementMarkers.IsClause(token.Folded))) return false;
            if (passage.CueAt(k) is { Form: { Verb: { Tier: CueTier.Reporting, Strict: false }, Participle: var participle, Verb.Lemma: var lemma } })
                return !participle || lemma == "قال" || k == open - 1;
        }

        return false;
    }

    private static int? Opening(Passage passage, int close)
    {
        for (var k = close - 1; k > Math.Max(0, close - ShortName); k--)
            if (passage.Tokens[k].Folded == "(") return k;
        return null;
    }

    /// <summary>The closing parenthesis, where the sentence is over behind it and some words stand before it.</summary>
    private static int? Close(Passage passage, int[] at, int open)
    {
        for (var k = open + 1; k < Math.Min(passage.Tokens.Length, open + LongestSpeech); k++)
        {
            var token = passage.Tokens[k];
            if (token.Kind == TokenKind.Break || at[k] >= 0 || token.Folded == "(") return null;
            if (token.Folded != ")") continue;
            var ends = k + 1 >= passage.Tokens.Length || passage.Tokens[k + 1].Kind == TokenKind.Break || passage.CueAt(k + 1) is { Prefix: > 0 }
                || (passage.Tokens[k + 1].Folded is "،" or "," && Words(passage, open + 1, k) > 2 * LeastWords - 2)
                || passage.Tokens[k + 1].Folded is "." or "!" or "؟"
                || (passage.Tokens[k + 1].Folded is "،" or "," && k + 2 < passage.Tokens.Length && passage.CueAt(k + 2) is not null);
            return ends && Words(passage, open + 1, k) >= LeastWords
                && passage.Tokens[open + 1].Folded is not ("وهو" or "وهي" or "هو" or "هي") ? k : null;
        }

        return null;
    }

    private static int Words(Passage passage, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (passage.Tokens[i].Kind is TokenKind.Word or TokenKind.Number) words++;
        return words;
    }
}
