namespace PressIngest.Reading;

/// <summary>
/// Marks what is no part of an article whatever its text says: by element, role, names, and by shape (lists of links, rows of teasers).
/// What holds most of the page's prose is never taken out, however it is named.
/// </summary>
internal static class Boilerplate
{
    private const double MostOfPage = 0.4;
    private const int FurnitureWords = 45;
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
            if (node.Element is null || removed[i]) continue;
            if (node.Name == "a" && node.InLink) SkippedParts.Mark(tree, i, headline, removed);
            if (PageNode.IsHeading(node.Name)) HeadedParts.Mark(tree, i, headline, removed);
            var believed = node.Hint == ElementHint.Hidden || (byNames && !HoldsOrFollows(tree, i, headline));
            if (!IsOut(tree, i, believed ? node.Hint : ElementHint.None, bodies[i], page, headline)) continue;
            removed[i] = true;
            i = node.End - 1;
        }

        return removed;
    }

    /// <summary>What holds the headline, and a paragraph under it, which is the article's own teaser, are not taken out for their names.</summary>
    private static bool HoldsOrFollows(PageTree tree, int index, int headline)
    {
        if (headline < 0 || tree.Contains(index, headline)) return headline >= 0;
        ref readonly var node = ref tree.Nodes[index];
        return node is { Name: "p", Hint: ElementHint.Boilerplate, Links: 0 } && index > headline && tree.Contains(node.Parent, headline);
    }

    /// <summary>Whether an element named as the body stands in each subtree: the largest one, not the excerpts that teasers name so too.</summary>
    private static bool[] Bodies(PageTree tree)
    {
        var largest = 0;
        foreach (ref readonly var node in tree.Nodes)
            if (node.Hint == ElementHint.Body) largest = Math.Max(largest, node.PlainWords);
        var found = new bool[tree.Nodes.Length];
        for (var i = tree.Nodes.Length - 1; i > 0; i--)
        {
            if (tree.Nodes[i].Hint == ElementHint.Body && tree.Nodes[i].PlainWords >= Math.Max(FewestWordsOfBody, largest / 2)) found[i] = true;
            if (found[i]) found[tree.Nodes[i].Parent] = true;
        }

        return found;
    }

    private static bool IsOut(PageTree tree, int index, ElementHint hint, bool holdsBody, int page, int headline)
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

        var named = hint switch
        {
            ElementHint.Comments => !holdsBody && !(most && node.Headings > 0 && node.Name == "article"),
            ElementHint.Hidden when FoldedText.Is(tree, index) => false,
            ElementHint.Boilerplate or ElementHint.Hidden => !most && !holdsBody && node.Name != "article" && !IsEmbeddedPost(node),
            ElementHint.Furniture => !most && !holdsBody && node.Words <= FurnitureWords && node.Name is not ("article" or "p" or "h1" or "h2")
                && (node.Stops <= 2 || node.PlainWords <= 15),
            ElementHint.Caption => !most && !holdsBody && node.PlainWords < 80 && node.Name != "table",
            _ => false,
        };
        if (named) return true;
        if (holdsBody) return false;
        return most ? Teasers.IsBeside(tree, index, headline) : IsLinkList(node) || Teasers.IsRow(tree, index)
            || Teasers.IsSingle(tree, index, headline);
    }

    /// <summary>A post of a social network quoted in full: its class names the network, but it is quoted text.</summary>
    private static bool IsEmbeddedPost(in PageNode node) => node.Name == "blockquote";

    private static bool IsLinkList(in PageNode node) => node.Name switch
    {
        "ul" or "ol" or "div" or "section" or "table" or "dl" => node.Links >= 2 && node.LinkDensity > 0.9 || node.Links >= 3
            && node.LinkDensity > 0.7,
        _ => false,
    };

    private static bool Holds(PageTree tree, int index, string name)
    {
        for (var i = index + 1; i < tree.Nodes[index].End; i++)
            if (tree.Nodes[i].Name == name) return true;
        return false;
    }
}
