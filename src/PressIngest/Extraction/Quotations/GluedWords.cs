using System.Buffers;

namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Two words that the writer or the page ran together (وأكدالرئيس، وزيرالداخلية، الدكتورسامي، إلىأن): cut apart where a letter stands that no
/// word has inside it, or where both halves are words of speech and of speakers.
/// </summary>
internal sealed class GluedWords(Lexicon lexicon)
{
    private const int LeastLetters = 5;

    /// <summary>So many letters at least belong to the word before a speaking verb.</summary>
    private const int LeastBefore = 3;

    /// <summary>An article and this many letters make a definite word.</summary>
    private const int LeastDefinite = 5;

    /// <summary>Shorter titles are parts of other words.</summary>
    private const int LeastTitle = 6;

    /// <summary>ة and ى end words; أ and إ open أن, إن and the verbs of speaking.</summary>
    private static readonly SearchValues<char> s_seams = SearchValues.Create("ةىأإ");

    private readonly SpeechLexicon _speech = lexicon.Speech;
    private readonly NameLexicon _names = lexicon.Names;

    /// <summary>The tokens with such words cut apart.</summary>
    public Token[] Split(string text, Token[] tokens)
    {
        List<Token>? split = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            var rest = tokens[i];
            while (Seam(text, rest) is > 0 and var letters)
            {
                split ??= [.. tokens.AsSpan(0, i)];
                split.Add(Part(rest, 0, letters, rest.SpaceBefore));
                rest = Part(rest, letters, rest.Folded.Length, spaceBefore: true);
            }

            split?.Add(rest);
        }

        return split is null ? tokens : [.. split];
    }

    private Token Part(Token token, int from, int to, bool spaceBefore)
    {
        var folded = token.Folded[from..to];
        return new Token(TokenKind.Word, new Span(token.Start + from, to - from), folded, spaceBefore, lexicon.Vocabulary.ListsOf(folded));
    }

    /// <summary>How many letters of a word are one by themselves; 0 where it is whole.</summary>
    private int Seam(string text, Token token)
    {
        var folded = token.Folded;
        // Marks on its letters leave no way to tell which of them a seam is.
        if (!token.IsWord || folded.Length < LeastLetters || folded.Length != token.Span.Length) return 0;
        var written = text.AsSpan(token.Start, token.Span.Length);
        var seam = SeamByLetter(written, folded);
        if (seam == 0) seam = SeamByArticle(written, folded);
        if (seam == 0) seam = SeamBeforeVerb(folded);
        return seam > 0 && IsWhole(token) ? 0 : seam;
    }

    private bool IsWhole(Token token) => _names.IsGiven(token) || _names.IsBody(token) || _names.Role(token) is not null
        || _speech.Match(token) is not null;

    /// <summary>مدرسةالأمل، إلىأن، مؤكداأن، وأشارإلى، بينماأكد.</summary>
    private int SeamByLetter(ReadOnlySpan<char> written, string folded)
    {
        for (var i = 2; i < written.Length - 1; i++)
        {
            var next = written[i..].IndexOfAny(s_seams);
            if (next < 0) return 0;
            i += next;
            if (i >= written.Length - 1) return 0;
            if (written[i] is 'ة' or 'ى')
            {
                // شىء، بطىء: a hamza on the line after ى.
                if (i >= LeastBefore - 1 && written[i + 1] != 'ء' && IsWord(folded[(i + 1)..])) return i + 1;
                continue;
            }

            var right = folded[i..];
            if (ComplementMarkers.IsClause(right) || right == "الي" ? TakesClause(folded[..i]) : i >= LeastBefore && written[i - 1] != 'ت'
                && IsReporting(right)) return i;
        }

        return 0;
    }

    private static bool IsWord(string folded) => folded.Length > 2 || folded is "ان" or "في" or "من" or "عن" or "ما" or "لا" or "لم";

    private bool TakesClause(string folded) => folded is "الي" or "علي" || _speech.Match(folded) is not null;

    /// <summary>وأكدالرئيس، وزيرالداخلية، محمدالحداد، إنالحملة، مديرعام، الدكتورسامي.</summary>
    private int SeamByArticle(ReadOnlySpan<char> written, string folded)
    {
        for (var i = folded.IndexOf("ال", 2, StringComparison.Ordinal); i > 0 && folded.Length - i >= LeastDefinite;
            i = folded.IndexOf("ال", i + 1, StringComparison.Ordinal))
            if (i > 2 ? IsHead(folded[..i]) : written[0] is 'أ' or 'إ' && folded[1] == 'ن') return i;
        if (written[0] is 'أ' or 'إ' && folded[1] == 'ن' && folded[2..] is "هذا" or "هذه" or "هناك" or "ذلك") return 2;
        if (folded.EndsWith("عام", StringComparison.Ordinal) && _names.Role(folded[..^3]) is not null) return folded.Length - 3;
        if (folded is not (['ا', 'ل', ..] or ['و', 'ا', 'ل', ..])) return 0;
        for (var end = LeastTitle; end <= folded.Length - LeastBefore; end++)
            if (_names.IsTitle(WithoutAnd(folded[..end])) && _names.IsGiven(folded[end..])) return end;
        return 0;
    }

    private bool IsHead(string folded) => _speech.Match(folded) is not null || _names.Role(folded) is not null || _names.IsJoinedRole(folded)
        || _names.IsTitle(WithoutAnd(folded)) || _names.IsGiven(folded);

    private static string WithoutAnd(string folded) => folded.Length > 3 && folded[0] == 'و' ? folded[1..] : folded;

    /// <summary>الإلكترونيوأوضح: the page lost the line between a heading and its paragraph.</summary>
    private int SeamBeforeVerb(string folded)
    {
        for (var i = folded.IndexOf('و', Math.Min(LeastBefore, folded.Length)); i > 0
            && i < folded.Length - LeastBefore; i = folded.IndexOf('و', i + 1))
            if (IsReporting(folded[(i + 1)..])) return i;
        return 0;
    }

    private bool IsReporting(string folded) => _speech.Match(folded) is
        { Prefix: 0, Form: { Present: false, Participle: false, Plural: false, Verb: { Tier: CueTier.Reporting, Strict: false } } };
}
