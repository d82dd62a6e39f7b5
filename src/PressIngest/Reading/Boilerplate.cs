namespace PressIngest.Reading;

/// <summary>
/// Marks what is no part of an article whatever its text says: by element, role, names, and by shape (lists of links, rows of teasers).
/// What holds most of the page's prose is never taken out, however it is named.
/// </summary>
internal static class Boilerplate
{
    private const double MostOfPage = 0.4;
    private const int FurnitureWords = 45;
    private const int TeaserWords = 45;
    private const int FewestWordsOfBody = 40;

    /// <summary>True for nodes whose subtrees are out; nodes within such a subtree are not marked themselves.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="headline">The element that shows the headline, or -1: what holds it is not taken out for its names.</param>
    /// <param name="byNames">Whether class names count. They mislead on some pages, which then have next to no text left.</param>
    public static bool[] Mark(PageTree tree, int headline, bool byNames = true)
    {
        var nodes = tree.Nodes;
        var removed = new bool[nodes.Length];
        if (nodes.Length == 0) return removed;
        var bodies = Bodies(tree);
        var page = nodes[0].PlainWords;
        for (var i = 1; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Element is null) continue;
            var believed = node.Hint == ElementHint.Hidden || (byNames && !(headline >= 0 && tree.Contains(i, headline)));
            if (!IsOut(tree, i, believed ? node.Hint : ElementHint.None, bodies[i], page)) continue;
            removed[i] = true;
            i = node.End - 1;
        }

        return removed;
    }

    /// <summary>Whether an element named as the body stands in each subtree: the largest one, not the excerpts that teasers name so too.</summary>
    private static bool[] Bodies(PageTree tree)
    {
        var largest = 0;
        foreach (ref readonly var node in tree.Nodes.AsSpan())
            if (node.Hint == ElementHint.Body) largest = Math.Max(largest, node.PlainWords);
        var found = new bool[tree.Nodes.Length];
        for (var i = tree.Nodes.Length - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Hint == ElementHint.Body && tree.Nodes[i].PlainWords >= Math.Max(FewestWordsOfBody, largest / 2)) found[i] = true;
            if (found[i]) found[tree.Nodes[i].Parent] = true;
        }

        return found;
    }

    private static bool IsOut(PageTree tree, int index, ElementHint hint, bool holdsBody, int page)
    {
        ref readonly var node = ref tree.Nodes[index];
        if (node.Name is "body" or "main" or "html") return false;
        var most = node.PlainWords > page * MostOfPage;
        switch (node.Name)
        {
            case "nav" or "menu" or "button" or "label" or "input" or "noscript":
                return !most;
            case "footer" or "aside":
                return !most && !holdsBody;
            case "header":
                return !most && !holdsBody && (node.LinkDensity > 0.5 || !tree.IsInside(node.Parent, 0, "article", "main"));
            case "form":
                return !most && !holdsBody && node.PlainWords < 150;
            case "figcaption":
                return true;
            case "figure":
                return !most && node.Tables == 0 && node.Words <= FurnitureWords && !Holds(tree, index, "blockquote");
        }

        switch (hint)
        {
            case ElementHint.Comments:
                return !holdsBody && !(most && node.Headings > 0 && node.Name == "article");
            case ElementHint.Boilerplate or ElementHint.Hidden:
                return !most && !holdsBody && node.Name != "article" && !IsEmbeddedPost(node);
            case ElementHint.Furniture:
                return !most && !holdsBody && node.Words <= FurnitureWords && node.Name is not ("article" or "p" or "h1" or "h2")
                    && (node.Stops <= 2 || node.PlainWords <= 15);
            case ElementHint.Caption:
                return !most && !holdsBody && node.PlainWords < 80 && node.Name != "table";
        }

        return !most && !holdsBody && (IsLinkList(node) || IsTeaserRow(tree, index));
    }

    /// <summary>A post of a social network quoted in full: its class names the network, but it is quoted text.</summary>
    private static bool IsEmbeddedPost(in PageNode node) => node.Name == "blockquote";

    private static bool IsLinkList(in PageNode node) => node.Name switch
    {
        "ul" or "ol" => node.Links >= 2 && node.LinkDensity > 0.9 || node.Links >= 3 && node.LinkDensity > 0.7,
        "div" or "section" or "table" or "dl" => node.Links >= 3 && node.LinkDensity > 0.7,
        _ => false,
    };

    private static bool Holds(PageTree tree, int index, string name)
    {
        for (var i = index + 1; i < tree.Nodes[index].End; i++)
            if (tree.Nodes[i].Name == name) return true;
        return false;
    }

    /// <summary>Three or more boxes in a row that each hold a link and little text: teasers of other articles.</summary>
    private static bool IsTeaserRow(PageTree tree, int index)
    {
        ref readonly var row = ref tree.Nodes[index];
        if (row.Links < 3 || row.Name is not ("div" or "section" or "ul" or "ol" or "tbody" or "tr")) return false;
        int boxes = 0, teasers = 0;
        for (var i = index + 1; i < row.End; i = tree.Nodes[i].End)
        {
            ref readonly var child = ref tree.Nodes[i];
            if (child.Words == 0) continue;
            boxes++;
            if (IsTeaser(child)) teasers++;
        }

        return teasers >= 3 && teasers >= boxes - 1;
    }

    private static bool IsTeaser(in PageNode node) => node.Element is not null && node.Links > 0 && node.Words <= TeaserWords && node.Name != "p"
        && (node.LinkedWords >= 3 || node.Headings > 0) && node.LinkDensity > (node.Headings > 0 ? 0.1 : 0.25);
}
