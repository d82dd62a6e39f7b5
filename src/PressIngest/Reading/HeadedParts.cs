using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Parts of a page that say what they are in their heading and nowhere else: «التعليقات» over what readers wrote, «مواضيع متعلقة» over
/// other articles.
/// </summary>
internal static class HeadedParts
{
    private const int LongestHeading = 5;

    /// <summary>Words of the article that stand before what comes behind it.</summary>
    private const int FewestWordsBefore = 40;

    /// <summary>Takes out the part that the heading is over; nothing where it is a heading of the article.</summary>
    public static void Mark(PageTree tree, int heading, int headline, bool[] removed)
    {
        if (headline < 0 || heading <= headline || tree.Nodes[heading].Words is 0 or > LongestHeading) return;
        var text = tree.TextOf(heading);
        var kind = Phrases.KindOf(text, ArabicText.Fold(text));
        if (kind is not (LineKind.Behind or LineKind.Related)) return;
        var part = heading;
        while (tree.Nodes[part].Parent > 0 && BeginsWith(tree, tree.Nodes[part].Parent, heading)) part = tree.Nodes[part].Parent;
        if (part != heading && tree.Nodes[part].Words > tree.Nodes[heading].Words)
        {
            if (kind == LineKind.Behind ? HasTextBefore(tree, headline, part) : tree.Nodes[part].Links > 0) removed[part] = true;
        }
        else if (kind == LineKind.Behind && tree.Contains(tree.Nodes[part].Parent, headline) && HasTextBefore(tree, headline, part))
        {
            for (var i = part; i < tree.Nodes[tree.Nodes[part].Parent].End; i = tree.Nodes[i].End) removed[i] = true;
        }
    }

    /// <summary>Nothing stands in the element before the heading.</summary>
    private static bool BeginsWith(PageTree tree, int element, int heading)
    {
        for (var i = element + 1; i < heading; i++)
            if (tree.Nodes[i] is { Text: not null, Words: > 0 }) return false;
        return true;
    }

    private static bool HasTextBefore(PageTree tree, int headline, int part)
    {
        var words = 0;
        for (var i = tree.Nodes[headline].End; i < part && words < FewestWordsBefore; i++)
            if (tree.Nodes[i].Text is not null) words += tree.Nodes[i].PlainWords;
        return words >= FewestWordsBefore;
    }
}
