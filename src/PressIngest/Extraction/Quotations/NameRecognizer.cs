namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Where a personal name begins and ends. No list holds the names of the world: particles (بن، آل، أبو), known given names and
/// honorifics are evidence, and Arabic syntax is the rest. A definite phrase (وزير التنمية الألماني) cannot go on with an indefinite
/// word, so what follows it without article or preposition is a name.
/// </summary>
internal static class NameRecognizer
{
    private const int MaxWords = 7;

    /// <summary>The end of the name that begins at <paramref name="at"/>; <paramref name="at"/> itself where none does.</summary>
    public static int EndOfName(Token[] tokens, int at, int limit, Lexicon lexicon)
    {
        var words = 0;
        var articles = 0;
        var bound = false;
        var end = at;
        for (var i = at; i < limit && words < MaxWords; i++)
        {
            var token = tokens[i];
            if (!token.IsWord)
            {
                // Marks round a name, the hyphen of a double name, the stop of an initial are part of it where a word follows.
                if (words > 0 && i + 1 < limit && tokens[i + 1].IsWord && !tokens[i + 1].SpaceBefore && !token.SpaceBefore && token.Folded is "-" or "'" or "’" or "ـ") continue;
                if (token.Folded == "." && words > 0 && tokens[i - 1].Span.Length == 1) continue;
                break;
            }

            var folded = token.Folded;
            if (bound || (words > 0 && lexicon.Names.EndsName(folded)))
            {
                bound = lexicon.Names.IsBinding(folded) && folded is not "لا" and not "لو";
                if (!bound) words++;
                if (folded.StartsWith("ال", StringComparison.Ordinal) && !lexicon.Names.EndsName(folded)) articles++;
                end = i + 1;
                continue;
            }

            if (IsBinding(tokens, i, limit, words, lexicon))
            {
                bound = true;
                continue;
            }

            if (!CanStandInName(tokens, i, limit, words, articles, lexicon)) break;
            words++;
            if (folded.StartsWith("ال", StringComparison.Ordinal)) articles++;
            end = i + 1;
        }

        return end;
    }

    /// <summary>True where a known given name or a particle that only names have stands at a token.</summary>
    public static bool HasEvidence(Token[] tokens, int at, int limit, Lexicon lexicon)
    {
        if (at >= limit || !tokens[at].IsWord) return false;
        var folded = tokens[at].Folded;
        if (IsPreposition(tokens, at, limit, lexicon)) return false;
        if (lexicon.Names.IsGiven(folded)) return true;
        return folded is "ابو" or "ام" or "عبد" or "ال" or "ابن" or "فون" && at + 1 < limit && tokens[at + 1].IsWord && tokens[at].Span.Length > 1
            && (folded != "ام" || lexicon.Names.IsGiven(tokens[at + 1].Folded)) && (folded != "ال" || tokens[at].Span.Length == 2)
            && (folded is not "ابن" || lexicon.Names.IsGiven(tokens[at + 1].Folded));
    }

    /// <summary>An indefinite word that no list knows and that has no preposition attached: a name, where syntax asks for one.</summary>
    public static bool IsUnknownIndefinite(Token[] tokens, int at, int limit, Lexicon lexicon)
    {
        if (at >= limit || !tokens[at].IsWord) return false;
        var folded = tokens[at].Folded;
        if (folded.Length < 2 || folded.StartsWith("ال", StringComparison.Ordinal) || IsLatin(tokens[at]) || HasTanween(tokens[at])) return false;
        if (lexicon.Names.NeverName(folded) || lexicon.Names.Role(folded) is not null || lexicon.Names.IsOrganization(tokens, at, limit) || lexicon.Names.IsUnnamed(tokens, at, limit)) return false;
        if (lexicon.Names.Body(tokens, at, limit) > 0 || lexicon.Speech.Circumstances.Contains(folded) || lexicon.Speech.Match(folded) is not null) return false;
        return !HasParticle(folded, lexicon) && !LooksVerbal(folded);
    }

    public static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && token.Folded[0] is >= 'a' and <= 'z';

    /// <summary>على folds to the name علي: only the company of other names makes it one.</summary>
    private static bool IsPreposition(Token[] tokens, int at, int limit, Lexicon lexicon) => tokens[at].Folded == "علي"
        && !(at > 0 && (lexicon.Names.IsGiven(tokens[at - 1].Folded) || tokens[at - 1].Folded == "بن"))
        && !(at + 1 < limit && (tokens[at + 1].Folded == "بن" || lexicon.Names.IsGiven(tokens[at + 1].Folded)));

    private static bool CanStandInName(Token[] tokens, int i, int limit, int words, int articles, Lexicon lexicon)
    {
        var folded = tokens[i].Folded;
        var definite = folded.StartsWith("ال", StringComparison.Ordinal) && folded.Length > 3;
        if (IsPreposition(tokens, i, limit, lexicon)) return false;
        if (lexicon.Names.IsGiven(folded)) return articles == 0 || words < 2 || !definite;
        if (folded.Length < 2 || lexicon.Names.NeverName(folded) || HasTanween(tokens[i])) return false;
        if (ComplementMarkers.IsClause(folded) || lexicon.Speech.Circumstances.Contains(folded)) return false;
        if (lexicon.Names.Role(folded) is not null && (words >= 2 || (words == 1 && !definite) || (words == 1 && i + 1 < limit && tokens[i + 1].IsWord))) return false;
        if (words > 0 && (lexicon.Names.IsOrganization(tokens, i, limit) || lexicon.Names.IsUnnamed(tokens, i, limit))) return false;
        if (words > 0 && HasParticle(folded, lexicon)) return false;
        if (words > 0 && lexicon.Speech.Match(folded) is { } cue && (cue.Prefix > 0 || cue.Form.Participle || cue.Form.Present)) return false;
        if (words > 1 && articles > 0 && !definite) return false;
        return !definite || articles < 3;
    }

    private static bool IsBinding(Token[] tokens, int i, int limit, int words, Lexicon lexicon)
    {
        if (i + 1 >= limit || !tokens[i + 1].IsWord || !lexicon.Names.IsBinding(tokens[i].Folded)) return false;
        return tokens[i].Folded switch
        {
            // او (or), ال (the article cut off), لا (not), ذو: only inside a name.
            "ال" => tokens[i].Span.Length == 2 && !tokens[i + 1].Folded.StartsWith("ال", StringComparison.Ordinal) || words > 0,
            "لا" or "لو" or "ذو" or "سان" or "حاج" or "دير" => words > 0,
            _ => true,
        };
    }

    /// <summary>و، ل، ب، ف in front of a word that is known by itself.</summary>
    private static bool HasParticle(string folded, Lexicon lexicon)
    {
        if (folded.StartsWith("لل", StringComparison.Ordinal) || folded.StartsWith("بال", StringComparison.Ordinal) || folded.StartsWith("وال", StringComparison.Ordinal)
            || folded.StartsWith("فال", StringComparison.Ordinal) || folded.StartsWith("كال", StringComparison.Ordinal) || folded.StartsWith("ول", StringComparison.Ordinal)) return true;
        if (folded.Length < 4 || folded[0] is not ('و' or 'ل' or 'ب' or 'ف')) return false;
        var rest = folded[1..];
        return lexicon.Names.IsGiven(rest) || lexicon.Names.Role(rest) is not null || lexicon.Names.IsOrganization(rest) || lexicon.Speech.Circumstances.Contains(rest)
            || lexicon.Speech.Match(rest) is not null || lexicon.Names.NeverName(rest) || lexicon.Names.Body([new Token(TokenKind.Word, default, rest, false)], 0, 1) > 0;
    }

    /// <summary>شكرا، دائما: the written ending of an adverbial noun is on no name.</summary>
    private static bool HasTanween(Token token) => token.Span.Length > token.Folded.Length && token.Folded[^1] == 'ا' && token.Folded.Length > 3;

    /// <summary>The endings of verbs with their subjects, and of plurals, which names next to never have.</summary>
    private static bool LooksVerbal(string folded) => folded.Length > 4
        && (folded.EndsWith("وا", StringComparison.Ordinal) || folded.EndsWith("ون", StringComparison.Ordinal) || folded.EndsWith("تها", StringComparison.Ordinal)
            || folded.EndsWith("تهم", StringComparison.Ordinal) || folded.EndsWith("هما", StringComparison.Ordinal));
}
