namespace PressIngest.Extraction.Quotations;

/// <summary>Text between quotation marks, as tokens: <c>Content</c> without the marks, <c>Open</c> and <c>Next</c> with them.</summary>
/// <param name="Open">The token of the opening mark.</param>
/// <param name="Content">What stands between the marks.</param>
/// <param name="Next">The first token behind the closing mark.</param>
/// <param name="Words">How many words and numbers stand between them.</param>
/// <param name="Closed">False where the mark was never closed and the paragraph's end closes it.</param>
internal readonly record struct MarkedSpan(int Open, TokenRange Content, int Next, int Words, bool Closed)
{
    /// <summary>Shorter ones are names, titles and terms nine times out of ten.</summary>
    public bool IsLong => Words >= 5;
}

/// <summary>
/// Pairs the quotation marks of a document the way readers do: by the white space beside them first, since ASCII marks have no side
/// and bidirectional editors turn the others round, then by their shape, then by what is open. A paragraph closes what it leaves open,
/// unless the next one goes on to a closing mark of its own.
/// </summary>
internal static class QuotationMarks
{
    private const int MaxDepth = 4;
    private const int MaxCarried = 6;

    private enum Side { Open, Close, Either }

    /// <summary>The outermost marked spans in their order, and for each token the index of the span it stands in, or -1.</summary>
    public static (IReadOnlyList<MarkedSpan> Outer, int[] At) Find(Document document)
    {
        var tokens = document.Tokens;
        var spans = new List<MarkedSpan>();
        var open = new List<int>();
        var carried = 0;
        for (var p = 0; p < document.Paragraphs.Length; p++)
        {
            var paragraph = document.Paragraphs[p];
            if (open.Count > 0 && (carried++ >= MaxCarried || !GoesOn(document, p)))
            {
                CloseAll(document.Paragraphs[p - 1].End);
                carried = 0;
            }

            for (var i = paragraph.Start; i < paragraph.End; i++)
            {
                if (!IsMark(tokens[i]) || IsApostrophe(tokens, i)) continue;
                if (ReversedName(tokens, i, paragraph.End) is { } after)
                {
                    i = after;
                    continue;
                }

                var side = SideOf(tokens, i);
                if (side == Side.Close && open.Count == 0 && ClosesNext(tokens, i, paragraph.End)) side = Side.Open;
                if (side == Side.Close && open.Count > 0 && IsInside(tokens, i) && ClosesTwice(tokens, i, paragraph.End)) side = Side.Open;
                // ""…"": a mark right behind the one that opens doubles it.
                if (side == Side.Either) side = open.Count > 0 && Same(tokens[open[^1]], tokens[i])
                    && !Doubles(tokens, open[^1], i) ? Side.Close : Side.Open;
                if (side == Side.Open && open.Count > 0 && i == paragraph.Start && carried > 0) continue;
                if (side == Side.Open)
                {
                    if (open.Count < MaxDepth) open.Add(i);
                }
                else if (open.Count > 0)
                {
                    var from = open[^1];
                    open.RemoveAt(open.Count - 1);
                    Add(from, i, i + 1, closed: true);
                    if (open.Count == 0) carried = 0;
                }
            }
        }

        if (document.Paragraphs.Length > 0) CloseAll(document.Paragraphs[^1].End);
        return Outermost(spans, tokens.Length);

        void CloseAll(int end)
        {
            while (end > 0 && tokens[end - 1].Kind == TokenKind.Break) end--;
            foreach (var from in open)
                if (end > from) Add(from, end, end, closed: false);
            open.Clear();
        }

        void Add(int from, int to, int next, bool closed)
        {
            var content = new TokenRange(from + 1, to);
            while (content.Length > 2 && Doubles(tokens, content.Start - 1, content.Start) && Doubles(tokens, content.End - 1, content.End))
                content = new TokenRange(content.Start + 1, content.End - 1);
            if (content.Length > 0) spans.Add(new MarkedSpan(from, content, next, CountWords(tokens, from + 1, to), closed));
        }
    }

    public static bool IsMark(Token token) => token.Kind == TokenKind.Punctuation
        && token.Folded is "\"" or "«" or "»" or "“" or "”" or "„" or "‟" or "‘" or "’" or "‹" or "›" or "″" or "'" or "❝" or "❞" or "〝" or "〞";

    /// <summary>
    /// An unclosed mark gives way to closed ones behind it: what they pair is not swallowed by it.
    /// </summary>
    private static (IReadOnlyList<MarkedSpan> Outer, int[] At) Outermost(List<MarkedSpan> spans, int length)
    {
        spans.Sort((a, b) => a.Open != b.Open ? a.Open.CompareTo(b.Open) : b.Next.CompareTo(a.Next));
        var outer = new List<MarkedSpan>();
        var at = new int[length];
        Array.Fill(at, -1);
        for (var s = 0; s < spans.Count; s++)
        {
            var span = spans[s];
            if (outer.Count > 0 && span.Open < outer[^1].Next)
            {
                var enclosing = outer[^1];
                if (enclosing.Closed || !span.Closed || !span.IsLong) continue;
                var cut = enclosing with { Content = enclosing.Content with { End = span.Open }, Next = span.Open };
                outer[^1] = cut;
                Array.Fill(at, -1, span.Open, enclosing.Next - span.Open);
            }

            outer.Add(span);
            Array.Fill(at, outer.Count - 1, span.Open, span.Next - span.Open);
        }

        return (outer, at);
    }

    private static Side SideOf(Token[] tokens, int i)
    {
        var spaceBefore = i == 0 || tokens[i].SpaceBefore || tokens[i - 1].Kind == TokenKind.Break;
        var spaceAfter = i + 1 >= tokens.Length || tokens[i + 1].SpaceBefore || tokens[i + 1].Kind == TokenKind.Break;
        var before = i > 0 ? tokens[i - 1] : default;
        var after = i + 1 < tokens.Length ? tokens[i + 1] : default;
        var closesBefore = !spaceBefore && before.Kind == TokenKind.Punctuation
            && before.Folded is "." or "،" or "!" or "؟" or "?" or "…" or ")" or "؛";
        var opensBefore = !spaceBefore && ((before.Kind == TokenKind.Punctuation && before.Folded is ":" or "(" or "[" or "-" or "–" or "ـ")
            || IsProclitic(before));
        var punctuationAfter = !spaceAfter && after.Kind == TokenKind.Punctuation && !IsMark(after) && after.Folded is not ("(" or "#" or "[");
        if (opensBefore && !spaceAfter) return Side.Open;
        if (spaceBefore && !spaceAfter && !punctuationAfter) return Side.Open;
        if (!spaceBefore && (spaceAfter || punctuationAfter)) return opensBefore ? Side.Open : Side.Close;
        if (closesBefore || (spaceBefore && !spaceAfter && after.Kind == TokenKind.Punctuation
            && after.Folded is "." or "،" or "؛")) return Side.Close;
        return tokens[i].Folded switch
        {
            "«" or "“" or "„" or "‘" or "‹" or "❝" => Side.Open,
            "»" when spaceBefore == spaceAfter => Side.Close,
            "”" or "’" or "›" or "❞" when !spaceBefore => Side.Close,
            _ => Side.Either,
        };
    }

    /// <summary>Two marks with no space between: «“…”»، ""…"".</summary>
    private static bool Doubles(Token[] tokens, int mark, int at) => at == mark + 1 && at < tokens.Length && IsMark(tokens[mark])
        && IsMark(tokens[at]) && !tokens[at].SpaceBefore;

    /// <summary>McDonald's, 5': a straight stroke inside a word or behind a number is no mark.</summary>
    private static bool IsApostrophe(Token[] tokens, int i) => tokens[i].Folded == "'" && i > 0 && !tokens[i].SpaceBefore
        && (tokens[i - 1].Kind == TokenKind.Number || (tokens[i - 1].IsWord && i + 1 < tokens.Length && tokens[i + 1].IsWord
            && !tokens[i + 1].SpaceBefore
            && tokens[i - 1].Folded.Length > 2));

    /// <summary>لـ، بـ، و at a mark belong to what follows it.</summary>
    private static bool IsProclitic(Token token) => token.IsWord
        && token.Folded is "ل" or "ب" or "و" or "ك" or "ف" or "ال" or "وال" or "لل" or "بال" or "ول" or "وب";

    /// <summary>قائلا” …”: a mark set at the wrong word opens where the next one closes.</summary>
    private static bool ClosesNext(Token[] tokens, int i, int limit)
    {
        for (var k = i + 1; k < limit; k++)
            if (IsMark(tokens[k])) return SideOf(tokens, k) == Side.Close;
        return false;
    }

    /// <summary>تشوبها”الواسطة”: a mark between two words with no space at all.</summary>
    private static bool IsInside(Token[] tokens, int i) => i > 0 && i + 1 < tokens.Length && tokens[i - 1].IsWord && tokens[i + 1].IsWord
        && !tokens[i].SpaceBefore && !tokens[i + 1].SpaceBefore;

    /// <summary>Two more marks close what is open, and none opens before them.</summary>
    private static bool ClosesTwice(Token[] tokens, int i, int limit)
    {
        var closing = 0;
        for (var k = i + 1; k < limit && closing < 2; k++)
        {
            if (!IsMark(tokens[k])) continue;
            if (SideOf(tokens, k) == Side.Open) return false;
            closing++;
        }

        return closing == 2;
    }

    /// <summary>
    /// A Latin name whose marks a right-to-left editor has turned round (حملة” Mask Up “): the index of its second mark. They open and close nothing.
    /// </summary>
    private static int? ReversedName(Token[] tokens, int i, int limit)
    {
        if (tokens[i].SpaceBefore || i + 2 >= limit || !tokens[i + 1].SpaceBefore || !IsLatin(tokens[i + 1])) return null;
        var k = i + 1;
        while (k < limit && k < i + 6 && IsLatin(tokens[k])) k++;
        return k < limit && IsMark(tokens[k]) && tokens[k].SpaceBefore && tokens[k].Folded != tokens[i].Folded ? k : null;
    }

    /// <summary>
    /// A paragraph goes on with what the one before left open where the first mark in it closes, or where it begins with a mark of its own;
    /// paragraphs without any mark stand between.
    /// </summary>
    private static bool GoesOn(Document document, int paragraph)
    {
        var tokens = document.Tokens;
        for (var p = paragraph; p < Math.Min(document.Paragraphs.Length, paragraph + MaxCarried); p++)
            for (var i = document.Paragraphs[p].Start; i < document.Paragraphs[p].End; i++)
                if (IsMark(tokens[i])) return (p == paragraph && i == document.Paragraphs[p].Start) || SideOf(tokens, i) == Side.Close;
        return false;
    }

    private static bool Same(Token a, Token b) =>
        a.Folded == b.Folded || (a.Folded is "“" or "”" && b.Folded is "“" or "”") || (a.Folded is "«" or "»" && b.Folded is "«" or "»");

    private static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && token.Folded[0] is >= 'a' and <= 'z';

    private static int CountWords(Token[] tokens, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hashtag or TokenKind.Handle) words++;
        return words;
    }
}
