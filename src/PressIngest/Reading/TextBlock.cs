namespace PressIngest.Reading;

/// <summary>What a block of text is in the article.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quotation,
    TableRow,
    Preformatted,
    Caption,
}

/// <summary>A run of text that a reader sees as one block: a paragraph, a heading, a list item, a line between two breaks.</summary>
/// <param name="First">The first node of the run.</param>
/// <param name="End">The end of the run, half-open.</param>
/// <param name="Container">The nearest block element round it.</param>
/// <param name="Breaks">Line breaks between it and the block before it; 0 where an element divides them.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Its words.</param>
/// <param name="LinkedWords">Those of them in links.</param>
/// <param name="Stops">Its marks of prose.</param>
/// <param name="InParagraph">A paragraph element holds it.</param>
internal readonly record struct TextBlock(
    int First, int End, int Container, int Breaks, BlockKind Kind, int Words, int LinkedWords, int Stops, bool InParagraph)
{
    public double LinkDensity => Words == 0 ? 0 : LinkedWords / (double)Words;

    /// <summary>Prose counts for, links count against: about the words that only an article has.</summary>
    public double Weight
    {
        get
        {
            if (Kind == BlockKind.Heading) return LinkedWords > Words / 2 ? -Words : 0;
            if (LinkDensity > 0.6) return -Math.Min(Words, 12);
            if (Words < 6 && Stops == 0) return -1;
            return Words >= 12 || Stops > 0 || Kind is BlockKind.TableRow or BlockKind.ListItem ? Words - (1.5 * LinkedWords) : -1;
        }
    }
}
