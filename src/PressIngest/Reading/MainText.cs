namespace PressIngest.Reading;

/// <summary>Where the article's text stands in a page.</summary>
/// <param name="Node">The element that holds it; the page itself where none stands out.</param>
/// <param name="Weight">What its prose weighs.</param>
/// <param name="Why">In words, for a person who writes a site rule.</param>
/// <param name="Rivals">The elements beside it that came next.</param>
internal readonly record struct MainBlock(int Node, double Weight, string Why, IReadOnlyList<string> Rivals);

/// <summary>
/// Finds the element that holds the article. Blocks of prose weigh for every element round them and lists of links against; the weight of
/// an element is the sum, so that it grows upwards as long as there is more article and shrinks where the rest of the page begins.
/// Elements that are named as a body weigh more; then the choice goes down again to the innermost element that has nearly all of it.
/// </summary>
internal static class MainText
{
    private const int LongestPath = 80;

    private const double NamedBody = 2;
    private const double ArticleElement = 1.2;

    /// <summary>An element within the chosen one is taken instead where it has so much of the weight.</summary>
    private const double NearlyAll = 0.96;
    private const double NearlyAllNamed = 0.7;

    private const int MostRivals = 5;

    public static MainBlock Find(PageTree tree, IReadOnlyList<TextBlock> blocks, string? title)
    {
        var weights = Weigh(tree, blocks);
        var best = 0;
        var most = double.MinValue;
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is null || node.IsInline || weights[i] <= 0) continue;
            var weight = weights[i] * Factor(node);
            // At equal weight the inner element wins: it has the same prose and less of the page.
            if (weight < most) continue;
            most = weight;
            best = i;
        }

        best = WithItsParts(tree, weights, best);
        best = SeveralArticles.Choose(tree, weights, best, title);
        best = Innermost(tree, weights, best);
        return new MainBlock(best, weights.Length == 0 ? 0 : weights[best], Why(tree, best, weights), Rivals(tree, weights, best));
    }

    private static double[] Weigh(PageTree tree, IReadOnlyList<TextBlock> blocks)
    {
        var weights = new double[tree.Nodes.Length];
        foreach (var block in blocks) weights[block.Container] += block.Weight;
        for (var i = weights.Length - 1; i > 0; i--) weights[tree.Nodes[i].Parent] += weights[i];
        return weights;
    }

    private static double Factor(in PageNode node) =>
        node.Hint == ElementHint.Body ? NamedBody : node.Name is "article" ? ArticleElement : 1;

    /// <summary>A body cut into several elements of one class, with advertising between them, is their parent.</summary>
    private static int WithItsParts(PageTree tree, double[] weights, int best)
    {
        ref readonly var body = ref tree.Nodes[best];
        if (best == 0 || body.Hint != ElementHint.Body || body.Element is not { Class.IsEmpty: false } element) return best;
        var parent = tree.Nodes[best].Parent;
        var together = 0.0;
        for (var i = parent + 1; i < tree.Nodes[parent].End; i = tree.Nodes[i].End)
        {
            if (tree.Nodes[i].Headings > 0 || weights[i] <= 0) continue;
            if (tree.Nodes[i].Element is { } part && part.Class.SequenceEqual(element.Class)) together += weights[i];
        }

        return together > weights[best] * 1.1 && weights[parent] >= together * 0.9 ? parent : best;
    }

    private static int Innermost(PageTree tree, double[] weights, int best)
    {
        var whole = weights.Length == 0 ? 0 : weights[best];
        for (var i = best + 1; whole > 0 && i < tree.Nodes[best].End; i++)
        {
            if (tree.Nodes[i].Element is null || tree.Nodes[i].IsInline) continue;
            var least = tree.Nodes[i].Hint == ElementHint.Body ? NearlyAllNamed : NearlyAll;
            if (weights[i] >= whole * least && tree.Nodes[i].Name is not ("p" or "ul" or "blockquote")) best = i;
            else if (weights[i] < whole * NearlyAllNamed) i = tree.Nodes[i].End - 1;
        }

        return best;
    }

    /// <summary>The heaviest elements beside the chosen one, none within another.</summary>
    private static List<string> Rivals(PageTree tree, double[] weights, int best)
    {
        var rivals = new List<(int Node, double Weight)>();
        for (var i = 1; i < weights.Length; i++)
        {
            if (i != best && tree.Contains(i, best)) continue;
            if (i != best && weights[i] > 0 && tree.Nodes[i].Element is not null) rivals.Add((i, weights[i]));
            i = tree.Nodes[i].End - 1;
        }

        return [.. rivals.OrderByDescending(x => x.Weight).Take(MostRivals).Select(x => $"{Path(tree, x.Node)}: {(int)x.Weight}")];
    }

    private static string Why(PageTree tree, int node, double[] weights)
    {
        if (weights.Length == 0) return "the page is empty";
        var named = tree.Nodes[node].Hint == ElementHint.Body ? ", and is named as a body" : "";
        return $"{Path(tree, node)} has {(int)weights[node]} words of prose net of links, of {(int)weights[0]} on the page{named}";
    }

    /// <summary>The element as a selector of a site rule would name it; one without a name of its own by what it stands in.</summary>
    private static string Path(PageTree tree, int node)
    {
        if (tree.Nodes[node].Element is not { } element) return "the page";
        var path = Name(element);
        for (var parent = element.ParentElement; path.IndexOfAny(['#', '.']) < 0 && parent is not null
            && path.Length < LongestPath; parent = parent.ParentElement)
            path = $"{Name(parent)} > {path}";
        return path;
    }

    private static string Name(MarkupElement element)
    {
        if (!element.Id.IsEmpty) return $"{element.Kind.Name}#{element.Id}";
        var classes = element.Class.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join('.', [element.Kind.Name, .. classes]);
    }
}
