namespace PressIngest.Reading;

/// <summary>Where the article's text stands in a page.</summary>
/// <param name="Node">The element that holds it; the page itself where none stands out.</param>
/// <param name="Weight">What its prose weighs.</param>
/// <param name="Why">In words, for a person who writes a site rule.</param>
internal readonly record struct MainBlock(int Node, double Weight, string Why);

/// <summary>
/// Finds the element that holds the article. Blocks of prose weigh for every element round them and lists of links against; the weight of
/// an element is the sum, so that it grows upwards as long as there is more article and shrinks where the rest of the page
/// begins. Elements that are named as a body weigh more, wrappers lose to what they wrap.
/// </summary>
internal static class MainText
{
    private const double NamedBody = 1.3;
    private const double ArticleElement = 1.1;

    public static MainBlock Find(PageTree tree, ElementHint[] hints, IReadOnlyList<TextBlock> blocks)
    {
        var weights = Weigh(tree, blocks);
        var best = 0;
        var most = double.MinValue;
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is null || PageNode.IsInline(node.Name) || weights[i] <= 0) continue;
            var weight = weights[i] * Factor(node, hints[i]);
            // At equal weight the inner element wins: it has the same prose and less of the page.
            if (weight < most) continue;
            most = weight;
            best = i;
        }

        return new MainBlock(best, most, Why(tree, best, hints[best], weights[best]));
    }

    private static double[] Weigh(PageTree tree, IReadOnlyList<TextBlock> blocks)
    {
        var weights = new double[tree.Nodes.Length];
        foreach (var block in blocks) weights[block.Container] += block.Weight;
        for (var i = weights.Length - 1; i > 0; i--) weights[tree.Nodes[i].Parent] += weights[i];
        return weights;
    }

    private static double Factor(in PageNode node, ElementHint hint) =>
        hint == ElementHint.Body ? NamedBody : node.Name is "article" ? ArticleElement : 1;

    private static string Why(PageTree tree, int node, ElementHint hint, double weight) =>
        $"{Path(tree, node)}: {weight:0} words of prose net of links{(hint == ElementHint.Body ? ", named as a body" : "")}";

    private static string Path(PageTree tree, int node)
    {
        if (tree.Nodes[node].Element is not { } element) return "page";
        var name = element.LocalName;
        if (!string.IsNullOrEmpty(element.Id)) return $"{name}#{element.Id}";
        return string.IsNullOrWhiteSpace(element.ClassName) ? name : $"{name}.{string.Join('.', element.ClassName.Split(' ', StringSplitOptions.RemoveEmptyEntries))}";
    }
}
