namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Text in marks of any kind. The press mixes opening and closing forms freely (” س “, »س«), so only the family counts: a mark
/// opens where a name is expected, and the next one of its family closes.
/// </summary>
internal static class Marks
{
    private enum Family { None, Guillemets, Double, Single, Brackets, Slashes }

    public static bool IsMark(Token token) => FamilyOf(token) is not Family.None;

    public static bool IsQuote(Token token) => FamilyOf(token) is Family.Guillemets or Family.Double or Family.Single or Family.Slashes;

    public static bool IsBracket(Token token) => FamilyOf(token) == Family.Brackets;

    /// <summary>What stands between the mark at <paramref name="open"/> and the next of its
    /// family; null where that is empty, far or in another paragraph.</summary>
    public static TokenRange? Content(Token[] tokens, int open, int limit)
    {
        var family = FamilyOf(tokens[open]);
        if (family == Family.Slashes) return BetweenSlashes(tokens, open, limit);
        // Two apostrophes do for a quotation mark: ''س''.
        var start = family == Family.Single && open + 1 < tokens.Length && FamilyOf(tokens[open + 1]) == family ? open + 2 : open + 1;
        // التحديات'. ولفت إلى أن '…: a stop or comma right behind a mark says that it closed.
        if (start < tokens.Length && !tokens[open].SpaceBefore && tokens[start].Folded is "." or "،" or "؛" or ","
            && !tokens[start].SpaceBefore) return null;
        for (var i = start; i < tokens.Length && i <= open + 1 + limit; i++)
        {
            if (tokens[i].Kind == TokenKind.Break) return null;
            if (FamilyOf(tokens[i]) != family) continue;
            return i > start ? new TokenRange(start, i) : null;
        }

        return null;
    }

    /// <summary>The mark that opens what the one at <paramref name="close"/> closes, at most <paramref name="limit"/> tokens before it.</summary>
    public static int? Opening(Token[] tokens, int close, int limit)
    {
        var family = FamilyOf(tokens[close]);
        for (var i = close - 1; i >= 0 && i >= close - limit; i--)
        {
            if (tokens[i].Kind == TokenKind.Break) return null;
            if (FamilyOf(tokens[i]) == family) return i < close - 1 ? i : null;
        }

        return null;
    }

    /// <summary>True where the mark ends something: written onto the word before it, with a blank behind it.</summary>
    public static bool Closes(Token[] tokens, int i) => !tokens[i].SpaceBefore && i > 0 && i + 1 < tokens.Length && tokens[i + 1].SpaceBefore;

    /// <summary>مبادرة /فك كربة/: some agencies write slashes for marks. They stand on their words; a slash between words does not.</summary>
    private static TokenRange? BetweenSlashes(Token[] tokens, int open, int limit)
    {
        if (open + 1 >= tokens.Length || tokens[open + 1].SpaceBefore) return null;
        for (var i = open + 1; i < tokens.Length && i <= open + 1 + limit && tokens[i].Kind != TokenKind.Break; i++)
            if (tokens[i].Is("/")) return !tokens[i].SpaceBefore && i > open + 1 && (i + 1 == tokens.Length || tokens[i + 1].SpaceBefore
                || tokens[i + 1].Kind is TokenKind.Punctuation or TokenKind.Break) ? new TokenRange(open + 1, i) : null;
        return null;
    }

    private static Family FamilyOf(Token token) => token.Kind != TokenKind.Punctuation ? Family.None : token.Folded switch
    {
        "«" or "»" or "‹" or "›" or "《" or "》" or "≪" or "≫" => Family.Guillemets,
        "\"" or "“" or "”" or "„" or "‟" or "″" or "＂" => Family.Double,
        "'" or "‘" or "’" or "‚" or "`" or "´" => Family.Single,
        "(" or ")" or "[" or "]" or "﴾" or "﴿" or "{" or "}" => Family.Brackets,
        "/" when token.SpaceBefore => Family.Slashes,
        _ => Family.None,
    };
}
