using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// The dates that a page shows its readers: time elements and lines near the headline. Arabic sites put today's date at the top of every
/// page, so that what follows the headline is looked at first, and before it only what stands close.
/// </summary>
internal static class DateLines
{
    /// <summary>How many nodes behind the text still belong to the article.</summary>
    public const int AfterText = 60;

    private const int BeforeHeadline = 40;
    private const int LongestLine = 25;

    public static void Read(PageTree tree, Dates dates, int headline, Body body, string? address)
    {
        var main = body.Node;
        var start = headline > 0 ? headline : main;
        var text = body.Lines.Count == 0 ? main : Math.Max(main, body.Lines[0].Block.First);
        foreach (var i in tree.HasTimes ? Near(tree, start, main) : [])
            if (tree.Nodes[i].Name == "time") dates.Add(DateReader.ValueOf(tree, i), "time", SaysUpdated(tree, i));
        var last = -1;
        foreach (var i in Near(tree, start, main))
        {
            if (tree.Nodes[i].Text is not { } piece || !PressDate.HasDigit(piece.Data)) continue;
            var line = LineOf(tree, i);
            if (line == last || tree.Nodes[line].Words > LongestLine) continue;
            last = line;
            var shown = tree.TextOf(line, spaced: true);
            // Where the address names a day, another day over the headline is today's.
            if (i < start && address is not null && PressDate.Parse(shown)?.Day != PressDate.Parse(address)?.Day) continue;
            Add(dates, shown, isText: tree.Contains(main, i) && i > text);
        }
    }

    /// <summary>From the headline, where there is one, to the end of the text, then back from it; comments are left out.</summary>
    private static IEnumerable<int> Near(PageTree tree, int start, int main)
    {
        var end = Math.Min(tree.Nodes.Length, tree.Nodes[main].End + AfterText);
        for (var i = start; i < end; i++)
        {
            if (tree.Nodes[i].Hint == ElementHint.Comments && i != main) i = tree.Nodes[i].End - 1;
            else yield return i;
        }

        for (var i = start - 1; i > Math.Max(0, start - BeforeHeadline); i--) yield return i;
    }

    private static void Add(Dates dates, string line, bool isText)
    {
        if (isText && ArabicText.Fold(line) is var folded && !DateWords.IsDateOnly(folded)
            && Phrases.KindOf(line, folded) != LineKind.DateLine) return;
        var at = line.IndexOf("تحديث", StringComparison.Ordinal) is >= 0 and var update ? update : line.IndexOf("تعديل", StringComparison.Ordinal);
        if (at < 0)
        {
            dates.Published(line, "text");
            return;
        }

        // «28 آب 2013، آخر تحديث 14:00»: where only a time follows the word, the day before it is the day of the change.
        var changed = PressDate.Parse(line[at..]) is not null;
        if (changed) dates.Published(line[..at], "text");
        dates.Updated(changed ? line[at..] : line, "text");
    }

    /// <summary>The innermost block round a text, or the text itself where the block is long.</summary>
    private static int LineOf(PageTree tree, int text)
    {
        var block = tree.Nodes[text].Parent;
        while (block > 0 && tree.Nodes[block].IsInline && tree.Nodes[tree.Nodes[block].Parent].Words <= LongestLine)
            block = tree.Nodes[block].Parent;
        return tree.Nodes[block].Words <= LongestLine ? block : text;
    }

    /// <summary>Themes of WordPress give the one date they show the classes "entry-date updated".</summary>
    private static bool SaysUpdated(PageTree tree, int time)
    {
        var names = $"{tree.Nodes[time].Element!.Class} {(tree.Nodes[time].Element!.ParentElement is { } parent ? parent.Class : default)}";
        return (Has("updat") || Has("modif")) && !Has("publish") && !Has("entry-date");

        bool Has(string part) => names.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
