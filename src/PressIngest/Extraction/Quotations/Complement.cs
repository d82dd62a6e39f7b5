namespace PressIngest.Extraction.Quotations;

internal enum ComplementKind
{
    /// <summary>أن and its clause.</summary>
    Clause,

    /// <summary>A colon, with or without a quotation mark behind it.</summary>
    Colon,

    /// <summary>A quotation mark.</summary>
    Mark,
}

/// <summary>What a cue introduces: where the gap between the two ends (<c>At</c>), and where the words begin (<c>Content</c>).</summary>
internal readonly record struct Complement(ComplementKind Kind, int At, int Content);

/// <summary>Looks for the complement of a cue: the first أن, colon or long marked span behind it that nothing else governs.</summary>
internal static class ComplementFinder
{
    private const int MaxGap = 70;

    public static Complement? Find(Passage passage, Cue cue)
    {
        var tokens = passage.Tokens;
        var sentence = passage.SentenceAt(cue.Token);
        var limit = Math.Min(tokens.Length, cue.Token + MaxGap);
        var nounTaken = false;
        for (var i = cue.Token + 1; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Break) return IsBroken(passage, i) ? new Complement(ComplementKind.Clause, i, i + 1) : null;
            if (i >= sentence.End && !Resumes(tokens, cue.Token, i)) return null;
            if (passage.MarkedFrom(i) is { } span)
            {
                // معربا عن أمله أن «…»: marks round a clause that another word governs.
                var governed = cue.Form.Verb.Tier != CueTier.Reporting && tokens[i - 1].IsWord && ComplementMarkers.IsClause(tokens[i - 1].Folded);
                // أعلن عن لجنة تقدم «مقترحات»، دعا فلان «كل القوى» إلى: words of what the verb is about.
                var about = (passage.IsCalledSo(i - 1) && (tokens[i - 1].Folded[0] == 'ب' || tokens[i - 2].Folded == "تحت"))
                    || (nounTaken && tokens[i - 1].IsWord) || (cue.Form.Verb.Tier == CueTier.Act && span.Next < limit
                    && tokens[span.Next].IsWord && cue.Form.Verb.Before.Contains(tokens[span.Next].Folded));
                if (!governed && !about && !IsSubject(passage, cue, i, span) && !IsBody(passage, cue, i, span)
                    && (span.IsLong || IsShortSpeech(passage, cue, i, span))) return new Complement(ComplementKind.Mark, i, i);
                i = span.Next - 1;
                continue;
            }

            if (token.Folded == ":") return i + 1 < tokens.Length ? new Complement(ComplementKind.Colon, i, i + 1) : null;
            if (!token.IsWord) continue;
            if (passage.Speech.SpeechNouns.Contains(token.Folded) && cue.Form.Verb.Tier == CueTier.Act) return null;
            // فاعتذر سامي وأخبره بأنه …: the clause is the nearer verb's.
            if (i + 1 < limit && ComplementMarkers.IsClause(tokens[i + 1].Folded) && TellsSomebody(passage, token)) return null;
            // أشار إلى وجود خطر … إذ أن: its preposition has taken a noun, and an أن of its own is no more to come.
            if (cue.Form.Verb.Before.Contains(token.Folded) && i + 1 < limit && tokens[i + 1].IsWord
                && !ComplementMarkers.IsClause(tokens[i + 1].Folded)
                && !NameEvidence.HasEvidence(passage, i, limit) && !IsAli(passage, cue, i) && !IsOfDeed(passage, i))
                nounTaken = true;
            // أعرب عن اعتقاده بأن …: what is thought is said.
            if (nounTaken && ComplementMarkers.IsPlain(token.Folded) && tokens[i - 1].IsWord
                && !cue.Form.Verb.Before.Contains(tokens[i - 1].Folded) && !passage.Speech.Beliefs.Contains(tokens[i - 1].Folded)) continue;
            // ومثلما أكد فلان فإن …
            if (token.Folded is "فان" or "فانه" or "فانها" && i > cue.Token + 1
                && IsAsSaid(tokens, cue.Token)) return new Complement(ComplementKind.Clause, i, i);
            if (ComplementMarkers.IsClause(token.Folded) && Governs(passage, cue, i) is { } at) return new Complement(ComplementKind.Clause, at, i);
            // تقول عن اللحظات التي ظنت أنها …: the clause of a relative is its own verb's.
            if (InRelative(passage, cue.Token, i))
            {
                i++;
                continue;
            }

            // ، مقدمة البرنامج، أن: a post, though spelled like a participle.
            if (passage.CueAt(i) is { } other && !NameEvidence.HasEvidence(passage, i, limit) && !IsDenied(passage, i)
                && !(other.Form.Participle && passage.Names.Role(token) is not null && !HasClause(tokens, i + 1))
                && (Interrupts(tokens, cue, i, other.Form, other.Prefix) || Opens(passage, cue, i, other.Form))) return null;
        }

        return null;
    }

    /// <summary>دون تردد: a noun spelled like a verb.</summary>
    private static bool IsDenied(Passage passage, int i) => passage.Tokens[i - 1].Folded is "دون" or "ودون" or "بدون" or "وبدون";

    /// <summary>أكد فلان خلال إشرافه على … أن: the preposition of what he did meanwhile.</summary>
    private static bool IsOfDeed(Passage passage, int at) => at > 1 && passage.Tokens[at - 1].IsWord && WordShape.HasPronoun(passage, at - 1)
        && passage.Names.GoesOnWith(passage.Tokens[at].Folded, passage.Tokens[at - 1].Folded)
        && passage.Speech.Circumstances.Contains(passage.Tokens[at - 2].Folded);

    /// <summary>خلال ندوة حول «…» نظمتها الكلية، أن: the subject of an event, where the sentence goes on behind its marks.</summary>
    private static bool IsSubject(Passage passage, Cue cue, int i, MarkedSpan span) => i > cue.Token + 2 && span.Next < passage.Tokens.Length
        && passage.Tokens[i - 1].Folded is "حول" or "عن" or "بشان" && !cue.Form.Verb.Before.Contains(passage.Tokens[i - 1].Folded)
        && (passage.Tokens[span.Next].IsWord || passage.Tokens[span.Next].Folded is "،" or ",") && passage.CueAt(span.Next) is null
        && (span.Next + 1 >= passage.Tokens.Length || passage.CueAt(span.Next + 1) is null);

    /// <summary>عضو «اللجنة الوطنية للدفاع عن …» أن: a post without its article goes on with the name of its body.</summary>
    private static bool IsBody(Passage passage, Cue cue, int i, MarkedSpan span) => i > cue.Token + 1 && span.Next < passage.Tokens.Length
        && passage.Tokens[i - 1].IsWord && !WordShape.HasArticle(passage, i - 1) && passage.Names.Role(passage.Tokens[i - 1].Folded) is not null
        && (passage.Tokens[span.Next].IsWord || passage.Tokens[span.Next].Folded is "،" or ",");

    /// <summary>A few words in marks are speech right behind the cue, or where the sentence ends with them; a name or term goes on.</summary>
    private static bool IsShortSpeech(Passage passage, Cue cue, int i, MarkedSpan span)
    {
        var tokens = passage.Tokens;
        var ends = span.Next >= tokens.Length || tokens[span.Next].Kind == TokenKind.Break || tokens[span.Next].Folded is "." or "؟" or "!"
            || (tokens[span.Next].Folded is "،" or "," && span.Next + 1 < tokens.Length && passage.CueAt(span.Next + 1) is { Form.Participle: true });
        // إطلاق حملة «…»، تحت شعار «…»: the name of what stands before it.
        if (passage.Names.IsOrganization(tokens[i - 1].Folded) || passage.IsCalledSo(i - 1)) return false;
        // ما قامت به الوزارة يعتبر «إنجازا كبيرا»: what something is called.
        if (cue is { Opens: false, Form: { Verb.Strict: true, Participle: false } }) return false;
        var right = i == cue.Token + 1 && cue.Form.Verb.Tier == CueTier.Reporting;
        return (right && (span.Words >= 3 || (span.Words == 2 && ends)))
            || ((ends || ComplementMarkers.IsClause(tokens[span.Content.Start].Folded)) && span.Words >= 3
            && cue.Form.Verb.Tier == CueTier.Reporting);
    }

    /// <summary>كشف وزير المالية فلان⏎أن …: a line break within the sentence, which no sentence begins behind with أن.</summary>
    private static bool IsBroken(Passage passage, int at) => at + 1 < passage.Tokens.Length && passage.Tokens[at - 1].IsWord
        && passage.First(at + 1) is 'أ' or 'ا'
        && passage.Tokens[at + 1].Folded is "ان" or "انه" or "انها";

    private static bool TellsSomebody(Passage passage, Token token) => token.Folded is ['و' or 'ف', _, _, _, ..]
        && (token.Folded[^1] == 'ه' ? token.Folded[1..^1] : token.Folded.EndsWith("ها", StringComparison.Ordinal) ? token.Folded[1..^2]
        : "") is { Length: > 2 } verb
        && passage.Speech.Match(verb) is { Prefix: 0, Form.Participle: false };

    /// <summary>مؤكدا. أن …: a stop that slipped in between the cue and its أن.</summary>
    private static bool Resumes(Token[] tokens, int cue, int i) => i == cue + 2 && tokens[i - 1].Folded == "."
        && ComplementMarkers.IsClause(tokens[i].Folded);

    /// <summary>The start of the marker (its preposition included) where this أن is the cue's; null where another word governs it.</summary>
    private static int? Governs(Passage passage, Cue cue, int i)
    {
        var tokens = passage.Tokens;
        if (i == cue.Token + 1) return i;
        var before = tokens[i - 1];
        if (!before.IsWord) return i;
        var folded = before.Folded;
        // بي إن سبورت، سي إن إن: a letter's name.
        if (folded is "بي" or "سي" or "تي") return null;
        if (folded is "الي" or "علي" or "عن" or "من" or "في")
        {
            if (IsAli(passage, cue, i - 1)) return i;
            // أكد على أن; وقال فلان، إلى أن: a preposition that is not the verb's, with nothing else there to govern it.
            var loose = cue.Form.Verb.Tier == CueTier.Reporting && (folded is "علي" || (folded is "الي" && !tokens[i - 2].IsWord));
            if (!cue.Form.Verb.Before.Contains(folded) && !loose && i != cue.Token + 2) return null;
            return i > 2 && i - 2 > cue.Token && passage.Speech.ClauseGovernors.Contains(tokens[i - 2].Folded) ? null : i - 1;
        }

        if (folded.Length > 3 && folded[0] is 'و' or 'ف' or 'ب' or 'ل' && passage.Speech.ClauseGovernors.Contains(folded[1..])) return null;
        return passage.Speech.ClauseGovernors.Contains(folded) ? null : i;
    }

    private static bool IsAsSaid(Token[] tokens, int cue) => cue > 0
        && tokens[cue - 1].Folded is "كما" or "وكما" or "مثلما" or "ومثلما" or "حسبما" or "وحسبما";

    /// <summary>تحدث فلان مشيرا الى ان …: its clause stands right behind it.</summary>
    private static bool HasClause(Token[] tokens, int at) => at + 1 < tokens.Length
        && (ComplementMarkers.IsClause(tokens[at].Folded) || (tokens[at].Folded is "الي" or "علي"
            && ComplementMarkers.IsClause(tokens[at + 1].Folded)));

    private static bool InRelative(Passage passage, int cue, int i) => i > cue + 2 && i + 1 < passage.Tokens.Length
        && passage.Tokens[i - 1].Folded is "التي" or "الذي" or "الذين" && passage.CueAt(i) is { Form.Participle: false }
        && ComplementMarkers.IsClause(passage.Tokens[i + 1].Folded);

    /// <summary>قال محمد علي إن …: the name, where one stands before it or the verb has no such preposition; على أن has its own letter.</summary>
    private static bool IsAli(Passage passage, Cue cue, int i) => passage.Tokens[i].Folded == "علي" && i > cue.Token
        && (passage.Last(i) == 'ي' || !cue.Form.Verb.Before.Contains("علي"))
        && (passage.Names.IsGiven(passage.Tokens[i - 1]) || passage.Tokens[i - 1].Folded == "بن"
            || (i + 1 < passage.Tokens.Length && passage.Last(i) == 'ي'
            && WordShape.HasArticle(passage.Tokens[i + 1].Folded)
            && (passage.Names.EndsName(passage.Tokens[i - 1].Folded) || WordShape.HasArticle(passage.Tokens[i - 1].Folded))));

    private static bool Introduces(Token token) => token.Folded == ":" || QuotationMarks.IsMark(token)
        || (token.IsWord && ComplementMarkers.IsClause(token.Folded));

    /// <summary>تحدث فلان عن الخطة، حيث أكد أنه …: the clause is that of the verb behind its opener.</summary>
    private static bool Opens(Passage passage, Cue cue, int i, CueForm other) => i > cue.Token + 2
        && other is { Participle: false, Verb: { Tier: CueTier.Reporting, Strict: false } }
        && cue.Form.Verb.Tier != CueTier.Reporting && passage.Tokens[i - 1].Folded is "حيث" or "كما" or "فيما" or "بينما" && i > 1
        && passage.Tokens[i - 2].Kind == TokenKind.Punctuation;

    /// <summary>Another cue between this one and its complement takes the complement, but for قائلا and the like, which only lead to it.</summary>
    private static bool Interrupts(Token[] tokens, Cue cue, int i, CueForm other, int prefix)
    {
        // مدينة، مذكرة، متحدثة are nouns: a participle that takes the clause stands behind a comma or a conjunction.
        if (other.Participle && prefix == 0 && tokens[i - 1].IsWord && !HasClause(tokens, i + 1)) return false;
        if (other.Participle) return !(other.Verb.Lemma is "قال" or "علق" or "سخر" or "مازح" or "خاطب" or "صرخ");
        if (prefix > 0) return !other.Verb.Strict;
        // بدأ حديثه برسالة قال فيها «…»: the words are the nearer verb's.
        if (other.Verb is { Tier: CueTier.Reporting, Strict: false } && i > cue.Token + 2 && i + 2 < tokens.Length
            && (Introduces(tokens[i + 1]) || (tokens[i + 1].Folded is "فيها" or "فيه" && Introduces(tokens[i + 2]))))
            return true;
        return tokens[i - 1].Kind == TokenKind.Punctuation && !other.Verb.Strict && (!other.Present || other.Verb.Bare) && i > cue.Token + 2
            && other.Verb.Tier == CueTier.Reporting;
    }
}
