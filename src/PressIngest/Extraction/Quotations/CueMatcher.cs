namespace PressIngest.Extraction.Quotations;

/// <summary>
/// A cue in the text: its token, and the letters of و or ف before the verb itself. <c>Opens</c> tells that it begins a clause of its
/// own: with و or ف, behind a comma, an opener or a sentence's end.
/// </summary>
internal readonly record struct Cue(int Token, int Prefix, CueForm Form, bool Opens);

/// <summary>Finds the verbs of speaking, and leaves out what only looks like them: formulas of the narrator, denials, nouns of the same spelling.</summary>
internal static class CueMatcher
{
    public static IReadOnlyList<Cue> Find(Document document, Lexicon lexicon)
    {
        var cues = new List<Cue>();
        var tokens = document.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord || lexicon.Speech.Match(tokens[i].Folded) is not { } match) continue;
            if (IsExcluded(tokens, i, match.Form, match.Prefix, lexicon)) continue;
            cues.Add(new Cue(i, match.Prefix, match.Form, Opens(document, i, match.Prefix, lexicon)));
        }

        return cues;
    }

    private static bool IsExcluded(Token[] tokens, int i, CueForm form, int prefix, Lexicon lexicon)
    {
        var word = tokens[i].Folded[prefix..];
        var formula = lexicon.Speech.Narrator.Match(tokens, i, tokens.Length, word);
        if (formula > 0 && i + formula < tokens.Length && (formula > 1 || ComplementMarkers.IsClause(tokens[i + 1].Folded) || tokens[i + 1].Folded is "الي")) return true;
        if (i == 0 || !tokens[i - 1].IsWord) return false;
        var before = tokens[i - 1].Folded;
        if (before[0] is 'و' or 'ف' && before.Length > 2 && lexicon.Speech.NotBehind.Contains(before[1..])) before = before[1..];
        if (!lexicon.Speech.NotBehind.Contains(before)) return false;
        // الذي قال إن: a person's clause may follow its relative; what a fact "confirms" is in the present (ما يؤكد أن).
        return !(before is "الذي" or "التي" && !form.Present);
    }

    private static bool Opens(Document document, int i, int prefix, Lexicon lexicon)
    {
        if (prefix > 0 || i == 0) return true;
        var before = document.Tokens[i - 1];
        if (document.SentenceOf[i] != document.SentenceOf[i - 1] || before.Kind != TokenKind.Word) return true;
        var folded = before.Folded;
        return lexicon.Speech.Openers.Contains(folded) || (folded.Length > 2 && folded[0] == 'و' && lexicon.Speech.Openers.Contains(folded[1..]));
    }
}
