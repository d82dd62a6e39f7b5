using System.Runtime.InteropServices;

namespace PressIngest.Extraction.Quotations;

/// <summary>A document as the finder of quotations reads it: its tokens with the vocabulary and the marked spans they stand in.</summary>
internal sealed class Passage
{
    private const int MaxOccurrences = 12;

    private readonly List<(CueForm Form, int Prefix)> _cues = [];

    /// <summary>For each token the number of its cue, counted from one; 0 where it is none.</summary>
    private readonly int[] _cueAt;

    private Lazy<Places> _places;

    /// <summary>Whether the tokens are the passage's own, and no other extractor's.</summary>
    private bool _owned;

    public Passage(Document document, Lexicon lexicon)
    {
        Document = document;
        Speech = lexicon.Speech;
        Names = lexicon.Names;
        (Marked, MarkedAt) = QuotationMarks.Find(document);
        _cueAt = new int[Tokens.Length];
        var adverbs = new List<int>();
        var cuts = new List<(int Token, int Letters)>();
        var (dotted, dotless) = (false, false);
        for (var i = 0; i < _cueAt.Length; i++)
        {
            if (!Tokens[i].IsWord) continue;
            if (Tokens[i].Is("الي"))
            {
                dotted |= Last(i) == 'ي';
                dotless |= Last(i) != 'ي';
            }

            if (i > 0 && Speech.IsSourceAdverb(Tokens[i - 1])) adverbs.Add(i);
            var cue = Speech.Match(Tokens[i]);
            // عدن is a town, and "they counted".
            if (cue is { Prefix: 0 } && Names.IsBody(Tokens[i])) continue;
            // ورد فلان: of two letters only where a sentence begins; elsewhere it is فرد، ورد.
            if (cue is not { } found || (found.Prefix == 1 && Tokens[i].Folded.Length == 3 && SentenceAt(i).Start != i && !AnswersBehindComma(i)))
                continue;
            _cues.Add(found);
            _cueAt[i] = _cues.Count;
        }

        DotsEveryYa = dotted && !dotless;
        (Marked, MarkedAt) = SpokenParentheses.Add(this, Marked, MarkedAt);
        _places = new Lazy<Places>(() => new Places(Tokens));
        foreach (var i in adverbs)
            if (HasAdverbsPreposition(i)) cuts.Add((i, 1));
        if (cuts.Count > 0) CutOff(cuts);
        if (Homographs.Rename(this) is { } renamed) Replace(renamed);
    }

    public Document Document { get; private set; }

    public SpeechLexicon Speech { get; }

    public NameLexicon Names { get; }

    public Token[] Tokens => Document.Tokens;

    /// <summary>The page writes إلي and علي for إلى and على, as the Egyptian press does.</summary>
    public bool DotsEveryYa { get; }

    /// <summary>The outermost marked spans, in their order.</summary>
    public IReadOnlyList<MarkedSpan> Marked { get; }

    /// <summary>For each token the index of the marked span it stands in, its marks included, or -1.</summary>
    public int[] MarkedAt { get; }

    /// <summary>The marked span that opens at a token.</summary>
    public MarkedSpan? MarkedFrom(int token) => token < Tokens.Length && MarkedAt[token] >= 0 && Marked[MarkedAt[token]] is var span
        && span.Open == token ? span : null;

    /// <summary>The form of a speaking verb that a token is, with the length of its conjunction.</summary>
    public (CueForm Form, int Prefix)? CueAt(int token) => _cueAt[token] is > 0 and var cue ? _cues[cue - 1] : null;

    /// <summary>A word that the article comes back to, as it does to the surname of somebody it speaks of.</summary>
    public bool Recurs(int token) => _places.Value.First(Tokens[token]) is >= 0 and var first && _places.Value.Next(first) >= 0;

    /// <summary>A word that the article comes back to and that never has its article, as a common noun would the second time.</summary>
    public bool NeverDefinite(int token) => Recurs(token) && !_places.Value.Has("ال" + Tokens[token].Folded);

    /// <summary>The first places of a word in the document.</summary>
    public IEnumerable<int> Occurrences(int token)
    {
        var place = _places.Value.First(Tokens[token]);
        for (var count = 0; place >= 0 && count < MaxOccurrences; place = _places.Value.Next(place), count++) yield return place;
    }

    /// <summary>شعار، بعنوان، المادة: what follows is called or worded so.</summary>
    public bool IsCalledSo(int token)
    {
        var folded = Tokens[token].Folded;
        return Speech.CalledSo.Contains(Proclitics.WithoutArticle(folded))
            || (folded.Length > 3 && folded[0] == 'ب' && Speech.CalledSo.Contains(folded[1..]));
    }

    /// <summary>Inside marks that hold speech; what a mark that was never closed holds is anybody's.</summary>
    public bool InLongMarks(int token) => MarkedAt[token] >= 0 && Marked[MarkedAt[token]] is { IsLong: true, Closed: true };

    /// <summary>The sentence that a token stands in.</summary>
    public TokenRange SentenceAt(int token) => Document.Sentences[Document.SentenceOf[token]];

    /// <summary>Where the paragraph of a token ends, before its line break.</summary>
    public int ParagraphEnd(int token)
    {
        var (low, high) = (0, Document.Paragraphs.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Document.Paragraphs[middle].End > token) high = middle;
            else low = middle + 1;
        }

        var end = Document.Paragraphs[low].End;
        return end > token && Tokens[end - 1].Kind == TokenKind.Break ? end - 1 : end;
    }

    /// <summary>The first and the last letter as written: folding makes على and علي, كلمة and كلمه one.</summary>
    public char First(int token) => Document.Text[Tokens[token].Start];

    public char Last(int token)
    {
        var k = Tokens[token].End - 1;
        while (k > Tokens[token].Start && ArabicText.IsInsideWord(Document.Text[k])) k--;
        return Document.Text[k];
    }

    /// <summary>، فرد داود: … — somebody answers, and his words follow a colon.</summary>
    private bool AnswersBehindComma(int at) => Tokens[at - 1].Folded is "،" or "," && at + 2 < Tokens.Length && Tokens[at + 1].IsWord
        && Tokens[at + 2].Folded == ":";

    /// <summary>وفقا لسامي، طبقا لوزير الصحة، لمصادر طبية: the ل is the source adverb's own; without it the word is a name, a post, a
    /// source.</summary>
    private bool HasAdverbsPreposition(int at)
    {
        var token = Tokens[at];
        if (token.Folded is not ['ل', not 'ل', _, ..] || Names.IsGiven(token.Folded)) return false;
        var rest = token.Folded[1..];
        return Names.IsGiven(rest) || Names.Role(rest) is not null || Names.AreUnnamed(Tokens, at, Tokens.Length) || _places.Value.Has(rest);
    }

    /// <summary>Cuts letters off the beginning of words: what is written onto them is none of them.</summary>
    private void CutOff(List<(int Token, int Letters)> cuts)
    {
        Token[] tokens = [.. Tokens];
        foreach (var (i, letters) in cuts)
        {
            var token = tokens[i];
            tokens[i] = new Token(token.Kind, new Span(token.Start + letters, token.Span.Length - letters), token.Folded[letters..],
                token.SpaceBefore);
        }

        Replace(tokens);
    }

    /// <summary>… وزياد المكاري: takes the conjunction off the name that a list ends with.</summary>
    public void Detach(int token)
    {
        if (!_owned) Replace([.. Tokens]);
        var joined = Tokens[token];
        Tokens[token] = new Token(joined.Kind, new Span(joined.Start + 1, joined.Span.Length - 1), joined.Folded[1..], joined.SpaceBefore);
    }

    /// <summary>Whether another word was written onto the front of a token, and cut off.</summary>
    public bool IsDetached(int token) => _owned && Tokens[token].Start > 0 && char.IsLetter(Document.Text[Tokens[token].Start - 1])
        && (token == 0 || Tokens[token - 1].Span.End < Tokens[token].Start);

    private void Replace(Token[] tokens)
    {
        _owned = true;
        Document = Document.With(tokens);
        _places = new Lazy<Places>(() => new Places(Tokens));
    }

    public string TextOf(TokenRange range) => Document.SpanOf(range).In(Document.Text);

    /// <summary>Where each word stands, first and next.</summary>
    private sealed class Places
    {
        private readonly Dictionary<string, int> _first;
        private readonly int[] _next;

        public Places(Token[] tokens)
        {
            _first = new Dictionary<string, int>(tokens.Length);
            _next = new int[tokens.Length];
            for (var i = tokens.Length - 1; i >= 0; i--)
            {
                if (!tokens[i].IsWord) continue;
                ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, tokens[i].Folded, out var known);
                _next[i] = known ? first : -1;
                first = i;
            }
        }

        public int First(Token token) => _first.GetValueOrDefault(token.Folded, -1);

        public bool Has(string folded) => _first.ContainsKey(folded);

        public int Next(int place) => _next[place];
    }
}
