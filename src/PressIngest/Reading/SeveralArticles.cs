namespace PressIngest.Reading;

/// <summary>Pages that load the next article below the first hold several: the one whose headline the page's title has is the article.</summary>
internal static class SeveralArticles
{
    /// <summary>The least weight of an article among others.</summary>
    private const double WholeArticle = 60;

    private const double SameHeadline = 0.6;

    /// <summary>Advertising and white space stand between one article and the next.</summary>
    private const int MostBetween = 12;
    private const int NodesToDate = 16;
    private const int WordsOfDate = 12;

    /// <summary>The element of the article within the chosen one; that one itself where it holds one article.</summary>
    public static int Choose(PageTree tree, double[] weights, int best, string? title)
    {
        var chosen = -1;
        var likeness = -1.0;
        var count = 0;
        var twins = -1;
        for (var i = best + 1; i < (best < weights.Length ? tree.Nodes[best].End : 0); i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is null || weights[i] < WholeArticle || FirstHeading(tree, i) is not { } heading) continue;
            if (!IsArticle(node) && (twins < 0 || node.Parent != twins) && !HasTwin(tree, weights, i, heading)) continue;
            twins = node.Parent;
            count++;
            var like = title is null ? 0 : Headline.Overlap(tree.TextOf(heading), title);
            if (like > likeness) (chosen, likeness) = (i, like);
            i = node.End - 1;
        }

        // Teasers are articles to some sites, and so are the entries of a live report: unless one has the headline, the block is the article.
        return count > 1 && likeness >= SameHeadline ? chosen : best;
    }

    private static bool IsArticle(in PageNode node) =>
        node.Name == "article" || (node.Element!.Attribute("itemtype")?.Contains("Article", StringComparison.Ordinal) ?? false);

    /// <summary>Another element of its kind follows it, and both are articles with a date of
    /// their own under the headline, not sections of one.</summary>
    private static bool HasTwin(PageTree tree, double[] weights, int index, int heading)
    {
        ref readonly var node = ref tree.Nodes[index];
        if (!IsDated(tree, heading)) return false;
        var end = tree.Nodes[node.Parent].End;
        for (int i = node.End, count = 0; i < end && count < MostBetween; i = tree.Nodes[i].End, count++)
        {
            if (tree.Nodes[i].Name != node.Name || weights[i] < WholeArticle) continue;
            if (!tree.Nodes[i].Element!.Class.SequenceEqual(node.Element!.Class)) continue;
            if (FirstHeading(tree, i) is { } other && IsDated(tree, other)) return true;
        }

        return false;
    }

    private static bool IsDated(PageTree tree, int heading)
    {
        var start = tree.Nodes[heading].End;
        for (var i = start; i < Math.Min(tree.Nodes.Length, start + NodesToDate); i++)
            if (tree.Nodes[i] is { Text: { } text, Words: > 0 and <= WordsOfDate } && PressDate.HasDigit(text.Data)
                && PressDate.Parse(text.Data.ToString()) is not null) return true;
        return false;
    }

    private static int? FirstHeading(PageTree tree, int within)
    {
        for (var i = within; i < tree.Nodes[within].End; i++)
            if (tree.Nodes[i].Name is "h1" or "h2" && tree.Nodes[i].Words > 2) return i;
        return null;
    }
}
