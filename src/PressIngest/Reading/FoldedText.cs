namespace PressIngest.Reading;

/// <summary>The rest of an article that a page hides until a reader asks for it: prose that goes on from the prose before it.</summary>
internal static class FoldedText
{
    private const int FewestWords = 40;
    private const int FewestWordsBefore = 20;
    private const int FewestStops = 3;
    private const double MostLinks = 0.15;
    private const int MostSiblings = 200;

    public static bool Is(PageTree tree, int index)
    {
        ref readonly var node = ref tree.Nodes[index];
        if (node.PlainWords < FewestWords || node.Stops < FewestStops || node.LinkDensity > MostLinks) return false;
        var before = -1;
        var siblings = 0;
        for (var i = node.Parent + 1; i < index && siblings <= MostSiblings; i = tree.Nodes[i].End, siblings++)
            if (tree.Nodes[i].Words > 0) before = i;
        if (before < 0 || siblings > MostSiblings) return false;
        ref readonly var shown = ref tree.Nodes[before];
        return shown.Hint is ElementHint.None or ElementHint.Body && shown.PlainWords >= FewestWordsBefore && shown.LinkDensity <= MostLinks;
    }
}
