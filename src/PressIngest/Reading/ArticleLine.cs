using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>A block of the article with its cleaned text.</summary>
internal readonly record struct ArticleLine(TextBlock Block, string Text)
{
    private const int ProseWords = 15;

    /// <summary>As it is compared with phrases.</summary>
    public string Folded { get; } = ArabicText.Fold(Text);

    /// <summary>Running text, as against labels, headlines and lists of links.</summary>
    public bool IsProse => Block.Words >= ProseWords && Block.LinkDensity < 0.5 && (Block.Stops >= 2 || EndsSentence);

    /// <summary>A final mark stands at its end, whatever closes behind it.</summary>
    public bool EndsSentence => Text.AsSpan().TrimEnd(" \"»”)") is [.., '.' or '؟' or '!' or '?' or '…'];
}
