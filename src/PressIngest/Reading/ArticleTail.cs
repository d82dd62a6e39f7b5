namespace PressIngest.Reading;

/// <summary>
/// Cuts off prose that stands in the chosen block behind the article: a note on the author, a teaser with a long excerpt, a comment. The
/// article's paragraphs share an element; what comes after it is another's, if links or other furniture stand between.
/// </summary>
internal static class ArticleTail
{
    /// <summary>The element with this much of the text is the article's own.</summary>
    private const double MostOfText = 0.7;

    /// <summary>Words of what was left out between two texts that show them to be two.</summary>
    private const int Gap = 2;

    private const int ParagraphsOfPart = 3;

    public static List<ArticleLine> Cut(PageTree tree, bool[] removed, List<ArticleLine> lines, List<string> dropped)
    {
        if (lines.Count < 2) return lines;
        var core = Core(tree, lines);
        var end = tree.Nodes[core].End;
        var first = lines.FindIndex(x => x.Block.First >= end);
        if (first < 0 || IsContinued(tree, lines, first) || WordsLeftOut(tree, removed, end, lines[first].Block.First) < Gap) return lines;
        dropped.AddRange(lines.Skip(first).Select(x => $"behind the article: {x.Text}"));
        return lines[..first];
    }

    /// <summary>Several paragraphs in one place are a second part of the article, and no note.</summary>
    private static bool IsContinued(PageTree tree, List<ArticleLine> lines, int first) =>
        lines.Skip(first).Where(x => x.IsProse).GroupBy(x => tree.Nodes[x.Block.Container].Parent).Any(x => x.Count() >= ParagraphsOfPart);

    private static int Core(PageTree tree, List<ArticleLine> lines)
    {
        var total = lines.Sum(x => x.Block.Words);
        var middle = 0;
        for (var words = 0; words + lines[middle].Block.Words < total / 2; middle++) words += lines[middle].Block.Words;
        var core = lines[middle].Block.Container;
        while (core > 0 && WordsIn(core) < total * MostOfText) core = tree.Nodes[core].Parent;
        return core;

        int WordsIn(int node) => lines.Where(x => tree.Contains(node, x.Block.First)).Sum(x => x.Block.Words);
    }

    /// <summary>The words on the page between two places that are in no line of the article.</summary>
    private static int WordsLeftOut(PageTree tree, bool[] removed, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            if (tree.Nodes[i].Text is not null || removed[i]) words += tree.Nodes[i].Words;
            if (removed[i]) i = tree.Nodes[i].End - 1;
        }

        return words;
    }
}
