namespace PressIngest.Extraction.Quotations;

/// <summary>
/// An interview as it is printed: paragraphs that ask, each with the paragraphs of its answer behind it. Whoever is asked is named before
/// the first question and nowhere else.
/// </summary>
internal static class Interview
{
    private const int LeastQuestions = 2;
    private const int LongestQuestion = 60;
    private const int LeastAnswer = 3;
    private const int LongestTitle = 6;

    /// <summary>One paragraph in so many asks; in an essay with rhetorical questions hardly any does.</summary>
    private const int ParagraphsAQuestion = 4;

    /// <summary>The answers in their order, and who gives them; nobody where the document is no interview or its guest is not known.</summary>
    public static (RegisteredPerson? Guest, IReadOnlyList<(int Question, TokenRange Words)> Answers) Find(Passage passage, PersonRegister register)
    {
        var paragraphs = passage.Document.Paragraphs;
        var questions = new List<int>();
        for (var p = 0; p < paragraphs.Length; p++)
            if (Asks(passage, paragraphs[p])) questions.Add(p);
        if (questions.Count < LeastQuestions || questions[0] == 0
            || (paragraphs.Length - questions[0]) / questions.Count > ParagraphsAQuestion) return (null, []);
        var answers = new List<(int Question, TokenRange Words)>();
        for (var q = 0; q < questions.Count; q++)
        {
            var first = questions[q] + 1;
            // What follows the last answer may be anything: it is its first paragraph.
            var last = q + 1 < questions.Count ? questions[q + 1] : Math.Min(paragraphs.Length, first + 1);
            if (first < last && Answer(passage, paragraphs[first].Start, paragraphs[last - 1].End) is { } answer)
                answers.Add((QuestionMark(passage, answer.Start), answer));
        }

        if (answers.Count < LeastQuestions) return (null, []);
        // Answers in nobody's own voice under a headline of questions are an explainer's.
        var question = paragraphs[questions[0]];
        if (!IsMarked(passage, question) && !(IsAnnounced(passage, question) && answers.Exists(x => IsOwn(passage, x.Words)))) return (null, []);
        return Guest(passage, register, paragraphs[questions[0]].Start) is { } guest ? (guest, answers) : (null, []);
    }

    /// <summary>A paragraph of one or a few sentences, the last of which is a question, in nobody's marks.</summary>
    private static bool Asks(Passage passage, TokenRange paragraph)
    {
        var end = paragraph.End;
        while (end > paragraph.Start && (passage.Tokens[end - 1].Kind == TokenKind.Break
            || passage.Tokens[end - 1].Folded is "." or "!" or "*")) end--;
        return end > paragraph.Start && end - paragraph.Start <= LongestQuestion && passage.Tokens[end - 1].Folded is "؟" or "?"
            && !passage.InLongMarks(end - 1) && passage.Tokens[paragraph.Start].Start >= passage.Document.HeadlineEnd;
    }

    private static int QuestionMark(Passage passage, int answer)
    {
        var i = answer - 1;
        while (passage.Tokens[i].Folded is not ("؟" or "?")) i--;
        return i;
    }

    private static TokenRange? Answer(Passage passage, int start, int end)
    {
        var tokens = passage.Tokens;
        start = LabelledSpeech.PastBullets(tokens, start, end);
        // ج: …، ج1/ …
        if (start + 2 < end && tokens[start].Folded is "ج" or "جواب")
        {
            start++;
            while (start < end && (tokens[start].Kind == TokenKind.Number || tokens[start].Kind == TokenKind.Punctuation
                && !QuotationMarks.IsMark(tokens[start]))) start++;
        }

        while (end > start && tokens[end - 1].Kind == TokenKind.Break) end--;
        return end - start < LeastAnswer ? null : new TokenRange(start, end);
    }

    private static bool IsOwn(Passage passage, TokenRange answer) => FirstPerson.Speaks(passage, answer) || FirstPerson.HasVerb(passage, answer);

    /// <summary>س1/ …، * …: questions that are marked as such.</summary>
    private static bool IsMarked(Passage passage, TokenRange question) =>
        passage.Tokens[question.Start].Folded is "س" or "سوال" or "*" or "•" or "-" or "–" or "—";

    /// <summary>كان لنا معها هذا الحوار.</summary>
    private static bool IsAnnounced(Passage passage, TokenRange question)
    {
        for (var i = 0; i < question.Start; i++)
            if (passage.Tokens[i].IsWord && passage.Speech.Interviews.Contains(Proclitics.WithoutArticle(passage.Tokens[i].Folded))) return true;
        return false;
    }

    /// <summary>
    /// Of those named before the first question whoever is named most, or is spoken with (حوار مع فلان), then who has a title; the writer's
    /// line names no guest.
    /// </summary>
    private static RegisteredPerson? Guest(Passage passage, PersonRegister register, int before)
    {
        RegisteredPerson? guest = null;
        var (most, alone) = (0, false);
        foreach (var person in register.People)
        {
            var named = person.Mentions.Count(x => x.Start < before && !IsByline(passage, x.Start));
            if (named == 0) continue;
            var weight = (2 * named) + (person.Role.Length > 0 ? 1 : 0) + (person.Mentions.Any(x => x.Start < before
                && IsSpokenWith(passage, x.Start)) ? 2 : 0);
            if (weight == most) alone = false;
            if (weight <= most) continue;
            (guest, most, alone) = (person, weight, true);
        }

        return alone ? guest : null;
    }

    private static bool IsSpokenWith(Passage passage, int name)
    {
        for (var i = name - 1; i >= Math.Max(0, name - LongestTitle) && passage.Tokens[i].IsWord; i--)
            if (passage.Tokens[i].Folded is "مع" or "ضيفنا" or "ضيفتنا") return true;
        return false;
    }

    /// <summary>حاورها: فلان، كتب: فلان، تصوير فلان.</summary>
    private static bool IsByline(Passage passage, int name)
    {
        var i = name - 1;
        while (i > 0 && passage.Tokens[i].Kind == TokenKind.Punctuation && passage.Tokens[i].Folded is ":" or "/" or "-") i--;
        return i >= 0 && passage.Tokens[i].IsWord && passage.Speech.Bylines.Contains(passage.Tokens[i].Folded);
    }
}
