namespace PressIngest.Reading;

/// <summary>A block of the article with its cleaned text.</summary>
internal readonly record struct ArticleLine(TextBlock Block, string Text);
