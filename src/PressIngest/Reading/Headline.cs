using System.Buffers;

namespace PressIngest.Reading;

/// <summary>Finds the element that shows the headline: the one that says what the page's titles say.</summary>
internal static class Headline
{
    /// <summary>The share of an element's words that stand in a stated title, for it to be the headline.</summary>
    private const double Same = 0.6;

    private const int MostWords = 60;

    private static readonly SearchValues<string> HeadlineNames = SearchValues.Create(["title", "headline"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The index of the element, or -1.</summary>
    public static int Find(PageTree tree, IReadOnlyList<string> titles)
    {
        var stated = titles.Select(WordsOfText.Of).ToList();
        var longest = stated.Count == 0 ? MostWords : Math.Max(MostWords, stated.Max(x => x.Count));
        var best = -1;
        var most = 0.0;
        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is null || node.Words < 2 || node.Words > longest || Rank(node) is not (> 0 and var rank)) continue;
            var likeness = rank + (stated.Count == 0 ? node.Name == "h1" ? Same : 0 : Likeness(WordsOfText.Of(tree.TextOf(i)), stated));
            if (likeness < Same + rank || likeness <= most) continue;
            most = likeness;
            best = i;
        }

        return best >= 0 ? best : FindInPlainMarkup(tree, titles, longest);
    }

    /// <summary>The share of the longer text's words that stand in the other.</summary>
    public static double Overlap(string a, string b) => WordsOfText.Of(a).Overlap(WordsOfText.Of(b));

    /// <summary>The share of a text's words that stand in another.</summary>
    public static double Share(string text, string other) =>
        WordsOfText.Of(text) is { Count: > 0 } words ? words.Common(WordsOfText.Of(other)) / (double)words.Count : 0;

    /// <summary>Between equals the more explicit markup wins; 0 for what is no headline.</summary>
    private static double Rank(in PageNode node)
    {
        if (node.Name == "h1" || node.Element!.ItemProp.Contains("headline", StringComparison.OrdinalIgnoreCase)) return 0.06;
        // A headline that is a link is one in a list, unless there is no other.
        if (node.Name is "h2" or "h3") return node.LinkDensity > 0.5 ? 0.01 : 0.04;
        if (node.Name is "a" or "body" or "html" or "main" or "article" || node.LinkDensity > 0.5) return 0;
        return node.Element!.Class.ContainsAny(HeadlineNames) || node.Element.Id.ContainsAny(HeadlineNames) ? 0.02 : 0;
    }

    /// <summary>Old sites have no headings, only bold print: an element whose text stands to the letter in a title.</summary>
    private static int FindInPlainMarkup(PageTree tree, IReadOnlyList<string> titles, int longest)
    {
        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Words < 3 || node.Words > longest || node.LinkDensity > 0.5) continue;
            if (node.Name is not ("strong" or "b" or "td" or "span" or "font" or "div" or "p")) continue;
            var text = tree.TextOf(i);
            if (titles.Any(x => text.Length > x.Length * 0.4 && x.Contains(text, StringComparison.Ordinal))) return i;
        }

        return -1;
    }

    /// <summary>How much of the element stands in the title, where it is half of it at least: titles add the site's name.</summary>
    private static double Likeness(WordsOfText words, List<WordsOfText> titles)
    {
        var most = 0.0;
        foreach (var title in titles)
        {
            var common = words.Common(title);
            if (words.Count > 0 && common >= title.Count * 0.5) most = Math.Max(most, common / (double)words.Count);
        }

        return most;
    }
}
