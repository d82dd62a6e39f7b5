using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Parts in mid-text that a page offers to skip to who hears it read out: from a link «تخطى البودكاست وواصل القراءة» to the element it leads
/// to stands something else than the article.
/// </summary>
internal static class SkippedParts
{
    private const int LongestPart = 150;
    private const int LongestMark = 6;
    private const int MostNodes = 400;

    private static readonly string[] Labels = [.. new[] { "تخطى", "تخط", "تخطي", "تجاوز", "skip" }.Select(x => ArabicText.Fold(x))];

    /// <summary>Takes out what the link lets readers skip; nothing where it is no such link.</summary>
    public static void Mark(PageTree tree, int link, int headline, bool[] removed)
    {
        if (tree.Nodes[link].Element!.Href is not ['#', _, ..] target || tree.Nodes[link].Words is 0 or > 10) return;
        var label = ArabicText.Fold(tree.TextOf(link));
        if (!Labels.Any(x => label.StartsWith(x, StringComparison.OrdinalIgnoreCase))) return;
        var end = Find(tree, link, target[1..]);
        if (end < 0 || tree.Contains(link, headline) || (headline > link && headline < end)) return;
        var words = 0;
        for (var i = link; i < end; i++) words += tree.Nodes[i].Text is null ? 0 : tree.Nodes[i].Words;
        if (words > LongestPart) return;
        // An element that goes on behind the mark stays, without what stands in it before the mark.
        for (var i = link; i < end; i++) removed[i] |= tree.Nodes[i].End <= end;
        removed[end] |= tree.Nodes[end].Words <= LongestMark && end != headline;
    }

    private static int Find(PageTree tree, int from, ReadOnlySpan<char> id)
    {
        for (var i = from + 1; i < Math.Min(tree.Nodes.Length, from + MostNodes); i++)
            if (tree.Nodes[i].Element is { } element && element.Id.SequenceEqual(id)) return i;
        return -1;
    }
}
