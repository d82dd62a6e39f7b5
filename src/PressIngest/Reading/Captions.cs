namespace PressIngest.Reading;

/// <summary>What stands below the article's pictures, and who took them: kept apart from the text.</summary>
internal static class Captions
{
    private const int Most = 50;

    public static IReadOnlyList<string> Read(PageTree tree, int headline, int main)
    {
        var captions = new List<string>();
        for (var i = Math.Max(0, Math.Min(headline, main)); i < tree.Nodes[main].End && captions.Count < Most; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Words == 0 || (node.Name != "figcaption" && node.Hint != ElementHint.Caption)) continue;
            if (tree.TextOf(i) is { Length: > 0 } text && !captions.Contains(text, StringComparer.Ordinal)) captions.Add(text);
            i = node.End - 1;
        }

        return captions;
    }
}
