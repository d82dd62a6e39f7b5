namespace PressIngest.Reading;

/// <summary>Boxes that announce other articles: a linked headline, with an excerpt of that article under it or none.</summary>
internal static class Teasers
{
    private const int FewestBoxes = 3;
    private const int ShortTeaser = 45;

    /// <summary>Excerpts run to three sentences.</summary>
    private const int LongTeaser = 110;

    private const int LongestSingle = 70;
    private const double MostlyLink = 0.8;

    private const int WordsOfHeadline = 3;

    /// <summary>Pictures and wrappers stand before the headline of a box.</summary>
    private const int MostNodes = 60;

    /// <summary>A section or a date stands over the headline of some teasers.</summary>
    private const int WordsBeforeHeadline = 6;

    /// <summary>A page with fewer words outside the row is one that lists articles.</summary>
    private const int FewestWordsOutside = 40;

    /// <summary>
    /// A row that has most of the page's prose, as excerpts do beside a short article: the headline stands elsewhere, and no element that
    /// is named as a body holds the row, as one does that is an article in parts.
    /// </summary>
    public static bool IsBeside(PageTree tree, int index, int headline) =>
        headline >= 0 && !tree.Contains(index, headline) && tree.Nodes[0].PlainWords - tree.Nodes[index].PlainWords >= FewestWordsOutside
        && IsRow(tree, index) && !IsInBody(tree, index, headline);

    /// <summary>Three or more boxes in a row that each announce another article.</summary>
    public static bool IsRow(PageTree tree, int index)
    {
        ref readonly var row = ref tree.Nodes[index];
        if (row.Links < FewestBoxes || row.Name is not ("div" or "section" or "ul" or "ol" or "tbody" or "tr")) return false;
        int boxes = 0, teasers = 0;
        for (var i = index + 1; i < row.End; i = tree.Nodes[i].End)
        {
            if (tree.Nodes[i].Words == 0) continue;
            boxes++;
            if (IsTeaser(tree, i)) teasers++;
        }

        return teasers >= FewestBoxes && teasers >= boxes - 1;
    }

    /// <summary>A single box in mid-text: one heading that leads to another article, with a sentence or two under it.</summary>
    public static bool IsSingle(PageTree tree, int index, int headline)
    {
        ref readonly var box = ref tree.Nodes[index];
        if (headline < 0 || box.Headings != 1 || box.Links == 0 || box.Words > LongestSingle || tree.Contains(index, headline)) return false;
        if (box.Name is not ("div" or "section" or "article" or "aside" or "blockquote")) return false;
        for (var i = index + 1; i < Math.Min(box.End, index + MostNodes); i++)
            if (PageNode.IsHeading(tree.Nodes[i].Name)) return tree.Nodes[i].LinkDensity > MostlyLink && BeginsWithLink(tree, index);
        return false;
    }

    private static bool IsTeaser(PageTree tree, int index)
    {
        ref readonly var box = ref tree.Nodes[index];
        if (box.Element is null || box.Links == 0 || box.Name == "p" || box.Words > LongTeaser) return false;
        if (box.LinkedWords < WordsOfHeadline && box.Headings == 0) return false;
        if (box.Words <= ShortTeaser && box.LinkDensity > (box.Headings > 0 ? 0.1 : 0.25)) return true;
        return BeginsWithLink(tree, index);
    }

    private static bool IsInBody(PageTree tree, int index, int headline)
    {
        for (var i = index; i > 0; i = tree.Nodes[i].Parent)
            if (tree.Nodes[i].Hint == ElementHint.Body && !tree.Contains(i, headline)) return true;
        return false;
    }

    private static bool BeginsWithLink(PageTree tree, int index)
    {
        var before = 0;
        for (var i = index; i < Math.Min(tree.Nodes[index].End, index + MostNodes) && before <= WordsBeforeHeadline; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Text is null) continue;
            if (node.LinkedWords >= WordsOfHeadline) return LeadsElsewhere(tree, i);
            before += node.Words;
        }

        return false;
    }

    /// <summary>Entries of a live report link to themselves.</summary>
    private static bool LeadsElsewhere(PageTree tree, int text)
    {
        var link = tree.Nodes[text].Parent;
        while (link > 0 && tree.Nodes[link].Name != "a") link = tree.Nodes[link].Parent;
        return tree.Nodes[link].Element is { } element && !element.Href.Contains('#');
    }
}
