namespace PressIngest.Reading;

/// <summary>
/// The paragraph that opens an article and stands apart from its text, between headline and body, as agencies and broadcasters have it.
/// A second headline is none: it is read as the subtitle.
/// </summary>
internal static class Lead
{
    private const int FewestWords = 10;
    private const int MostWords = 120;
    private const int MostParagraphs = 2;
    private const int MostBlocks = 6;
    private const double MostLinks = 0.3;

    /// <summary>A lead that the text begins with once more is left to the text.</summary>
    private const double SameText = 0.7;
    private const int LinesOfOpening = 3;

    /// <summary>The blocks of the lead, among all blocks of the page; none where the headline stands in the body or behind it.</summary>
    public static IEnumerable<TextBlock> Of(PageTree tree, bool[] removed, IReadOnlyList<TextBlock> blocks, int headline, int main)
    {
        if (headline < 0 || tree.Nodes[headline].End > main) return [];
        var start = tree.Nodes[headline].End;
        var between = blocks.SkipWhile(x => x.First < start).TakeWhile(x => x.First < main)
            .Where(x => IsProse(x) && !Metadata.IsSubtitle(tree, x.Container)).ToList();
        if (between.Count is 0 or > MostBlocks) return [];
        var opening = TextRenderer.Lines(tree, removed, [.. blocks.Where(x => tree.Contains(main, x.First)).Take(LinesOfOpening)]);
        var lead = TextRenderer.Lines(tree, removed, between)
            .Where(x => x.EndsSentence && Phrases.KindOf(x.Text, x.Folded) == LineKind.Text && !opening.Any(y => IsSaidIn(x, y)))
            .Select(x => x.Block).ToList();
        return lead.Count <= MostParagraphs ? lead : [];
    }

    private static bool IsSaidIn(in ArticleLine lead, in ArticleLine line)
    {
        var words = new WordsOfText(lead.Folded);
        return words.Common(new WordsOfText(line.Folded)) >= words.Count * SameText;
    }

    private static bool IsProse(in TextBlock block) =>
        block.Kind == BlockKind.Paragraph && block.Words is >= FewestWords and <= MostWords && block.Stops > 0 && block.LinkDensity <= MostLinks;
}
