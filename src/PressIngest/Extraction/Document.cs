namespace PressIngest.Extraction;

/// <summary>
/// A text ready for the extractors: its tokens, and the sentences and paragraphs they stand in. A headline, where there is one,
/// comes first and is a paragraph of its own, so that one pass sees both and a name in the headline is resolved by the body.
/// </summary>
internal sealed class Document
{
    private Document(string text, int headlineEnd, Token[] tokens, TokenRange[] sentences, TokenRange[] paragraphs, int[] sentenceOf)
    {
        Text = text;
        HeadlineEnd = headlineEnd;
        Tokens = tokens;
        Sentences = sentences;
        Paragraphs = paragraphs;
        SentenceOf = sentenceOf;
    }

    public string Text { get; }

    /// <summary>Where the headline ends in <see cref="Text"/>; 0 where there is none.</summary>
    public int HeadlineEnd { get; }

    public Token[] Tokens { get; }

    public TokenRange[] Sentences { get; }

    public TokenRange[] Paragraphs { get; }

    /// <summary>The index in <see cref="Sentences"/> of the sentence that each token stands in.</summary>
    public int[] SentenceOf { get; }

    public static Document Create(string text, int headlineEnd = 0, Lexicon? lexicon = null)
    {
        var tokens = WrappedLines.Join(text, Tokenizer.Tokenize(text, lexicon?.Vocabulary), headlineEnd);
        if (lexicon is not null) tokens = lexicon.Glued.Split(text, tokens);
        var paragraphs = Segmenter.Paragraphs(tokens);
        var sentences = Segmenter.Sentences(tokens, paragraphs);
        var sentenceOf = new int[tokens.Length];
        for (var s = 0; s < sentences.Length; s++) Array.Fill(sentenceOf, s, sentences[s].Start, sentences[s].Length);
        return new Document(text, headlineEnd, tokens, sentences, paragraphs, sentenceOf);
    }

    /// <summary>The same text with some of its tokens read otherwise.</summary>
    public Document With(Token[] tokens) => new(Text, HeadlineEnd, tokens, Sentences, Paragraphs, SentenceOf);

    /// <summary>The span of text from the first to the last of the tokens <paramref name="range"/>.</summary>
    public Span SpanOf(TokenRange range) => range.Length == 0
        ? new Span(range.Start < Tokens.Length ? Tokens[range.Start].Start : Text.Length, 0)
        : Span.Between(Tokens[range.Start].Start, Tokens[range.End - 1].End);
}

/// <summary>A half-open range of token indexes.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public int Length => End - Start;
}
