namespace PressIngest.Extraction;

internal enum TokenKind
{
    /// <summary>Letters of one script, with the marks on them.</summary>
    Word,

    /// <summary>A run of digits, ASCII or Arabic; separators are tokens of their own.</summary>
    Number,

    /// <summary>One character that is neither letter, digit nor space.</summary>
    Punctuation,

    /// <summary>One or more line breaks: the end of a paragraph.</summary>
    Break,

    /// <summary>A hashtag with its sign, on whichever side it stands.</summary>
    Hashtag,

    /// <summary>A handle with its sign.</summary>
    Handle,

    /// <summary>A web or e-mail address.</summary>
    Address,
}

/// <summary>A piece of text: where it stands, its folded form, and whether white space stands before it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Folded">As it is matched.</param>
/// <param name="SpaceBefore">White space stands before it.</param>
/// <param name="Lists">The lists of the vocabulary that may have it: all, where it was looked up in none.</param>
internal readonly record struct Token(TokenKind Kind, Span Span, string Folded, bool SpaceBefore, uint Lists = uint.MaxValue)
{
    public string Folded { get; } = Folded;

    public uint Lists { get; } = Lists;

    public int Start => Span.Start;

    public int End => Span.End;

    /// <summary>The token as if another word stood there, such as its own without a particle.</summary>
    public Token As(string folded) => new(Kind, Span, folded, SpaceBefore);

    public bool Is(string folded) => Folded == folded;

    public bool IsWord => Kind == TokenKind.Word;
}
