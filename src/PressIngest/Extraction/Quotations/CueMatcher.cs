namespace PressIngest.Extraction.Quotations;

/// <summary>
/// A cue in the text: its token, and the letters of و or ف before the verb itself. <c>Opens</c> tells that it begins a clause of its
/// own: with و or ف, behind a comma, an opener or a sentence's end.
/// </summary>
internal readonly record struct Cue(int Token, int Prefix, CueForm Form, bool Opens);

/// <summary>Finds the verbs of speaking, and leaves out what only looks like them: formulas of the narrator, denials, nouns and names of the same
/// spelling.</summary>
internal static class CueMatcher
{
    /// <summary>The noun of speaking (بالقول، قوله) as a cue: its words stand right behind it.</summary>
    public static readonly CueVerb Noun = new("قول", CueTier.Reporting, [], Bare: false, Strict: true, Relays: false);

    private const int LongestByline = 8;

    public static IReadOnlyList<Cue> Find(Passage passage)
    {
        var cues = new List<Cue>();
        var tokens = passage.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord) continue;
            if (passage.Speech.IsSpeechNoun(tokens[i]))
            {
                var gender = tokens[i].Folded.EndsWith("ها", StringComparison.Ordinal) ? Gender.Feminine : tokens[i].Folded[^1] == 'ه'
                    ? Gender.Masculine : Gender.Unknown;
                cues.Add(new Cue(i, 0, new CueForm(Noun, gender, Plural: tokens[i].Folded.EndsWith("هم", StringComparison.Ordinal), Present: false,
                    Participle: true), Opens: true));
                continue;
            }

            if (passage.CueAt(i) is not { } match) continue;
            if (IsExcluded(passage, i, match.Form, match.Prefix)) continue;
            cues.Add(new Cue(i, match.Prefix, match.Form, Opens(passage, i, match.Prefix)));
        }

        return cues;
    }

    private static bool IsExcluded(Passage passage, int i, CueForm form, int prefix)
    {
        var tokens = passage.Tokens;
        var word = tokens[i].Folded[prefix..];
        var formula = passage.Speech.Narrator.Match(tokens, i, tokens.Length, word);
        if (formula > 0 && i + formula < tokens.Length
            && (formula > 1 || ComplementMarkers.IsClause(tokens[i + 1].Folded) || tokens[i + 1].Folded is "الي")) return true;
        if (form.Verb.Lemma is "كتب" && IsByline(passage, i)) return true;
        // هنا is "here"; "he congratulated" has its hamza.
        if (form is { Verb.Lemma: "هنأ", Present: false } && word.Length == 3 && passage.Last(i) != 'أ') return true;
        if (IsPassive(passage, i, form, prefix)) return true;
        if (IsFirstPerson(passage, i, form, prefix)
            || (passage.Names.IsGiven(tokens[i].Folded) && !(prefix > 0 && passage.SentenceAt(i).Start == i))) return true;
        if (i == 0 || !tokens[i - 1].IsWord) return false;
        var before = tokens[i - 1].Folded;
        if (form.Participle && before == "غير") return true;
        // أن بلاده مطالبة بأن …: what the clause says of its subject.
        if (form.Participle && prefix == 0 && (ComplementMarkers.IsClause(before)
            || (i > 1 && tokens[i - 2].IsWord && ComplementMarkers.IsClause(tokens[i - 2].Folded)))) return true;
        // طبيبة وكاتبة شعر قالت: a post.
        if (form.Participle && prefix > 0 && passage.Names.Role(word) is not null && i + 1 < tokens.Length && tokens[i + 1].IsWord
            && !ComplementMarkers.IsClause(tokens[i + 1].Folded) && !form.Verb.Before.Contains(tokens[i + 1].Folded)) return true;
        // أن يقول: what might be said.
        if (form.Present && before is "ان" or "كي" or "حتي" or "قد") return true;
        if (before.Length > 2 && before[0] is 'و' or 'ف' && passage.Speech.NotBehind.Contains(before[1..])) before = before[1..];
        // الذي قال إن: a person's clause may follow its relative; what a fact "confirms" is in the present (ما يؤكد أن).
        return passage.Speech.NotBehind.Contains(before)
            && (before is not ("الذي" or "التي") || (form.Present && !IsPerson(passage, i - 2)));
    }

    /// <summary>أنيس منصور الذي يقول: a given name, or a word behind one.</summary>
    private static bool IsPerson(Passage passage, int at)
    {
        if (at > 0 && passage.Tokens[at].Folded is "،" or ",") at--;
        return at > 0 && passage.Tokens[at].IsWord && passage.Tokens[at - 1].IsWord
            && (passage.Names.IsGiven(passage.Tokens[at]) || (passage.Names.IsGiven(passage.Tokens[at - 1])
                && passage.Names.Role(passage.Tokens[at]) is null && !passage.Names.NeverName(passage.Tokens[at].Folded)));
    }

    /// <summary>وُصف، ذُكر، أُعلن: where the writer sets the vowel, nobody speaks.</summary>
    private static bool IsPassive(Passage passage, int i, CueForm form, int prefix)
    {
        var vowel = passage.Tokens[i].Start + prefix + 1;
        return !form.Present && !form.Participle && vowel < passage.Tokens[i].End && passage.Document.Text[vowel] == '\u064F';
    }

    /// <summary>كتب - فلان: a line that names the writer.</summary>
    private static bool IsByline(Passage passage, int i)
    {
        if (i + 1 < passage.Tokens.Length && passage.Tokens[i + 1].Folded == ":") return true;
        if (i > 0 && passage.Tokens[i - 1].Kind != TokenKind.Break) return false;
        for (var k = i + 1; k < passage.Tokens.Length && k <= i + LongestByline; k++)
            if (passage.Tokens[k].Kind == TokenKind.Break || passage.Tokens[k].Folded is "-" or "–") return true;
        return false;
    }

    /// <summary>أعتبر is "I consider", اعتبر "he considered": one letter that folding takes away.</summary>
    private static bool IsFirstPerson(Passage passage, int i, CueForm form, int prefix) =>
        !form.Participle && form.Verb.Lemma[0] == 'ا' && passage.Document.Text[passage.Tokens[i].Start + prefix] == 'أ';

    private static bool Opens(Passage passage, int i, int prefix)
    {
        if (prefix > 0 || i == 0) return true;
        var before = passage.Tokens[i - 1];
        // و أضافت: the conjunction set apart.
        if (before.Is("و") || before.Is("ف")) return true;
        if (passage.Document.SentenceOf[i] != passage.Document.SentenceOf[i - 1] || before.Kind != TokenKind.Word) return true;
        var folded = before.Folded;
        // إلا أنه أوضح أن: the exception begins a clause whose subject is whoever speaks.
        if (folded is "انه" or "انها" && i > 1 && passage.Tokens[i - 2].Folded is "الا" or "بيد" or "غير") return true;
        return passage.Speech.Openers.Contains(folded) || (folded.Length > 2 && folded[0] == 'و' && passage.Speech.Openers.Contains(folded[1..]));
    }
}
