using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PressIngest.Reading;

/// <summary>What a site's rules find in a page: for each part, the nodes of the first selector that matches.</summary>
internal sealed class RuleMatches
{
    private readonly Dictionary<IElement, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _report = [];

    /// <param name="document">The page as selectors understand it.</param>
    /// <param name="read">The same page as it is read: element by element the same tree.</param>
    /// <param name="tree">What is read of it.</param>
    private RuleMatches(IHtmlDocument document, MarkupDocument read, PageTree tree)
    {
        var indexes = new Dictionary<MarkupElement, int>();
        for (var i = 0; i < tree.Nodes.Length; i++)
            if (tree.Nodes[i].Element is { } element) indexes[element] = i;
        foreach (var (selected, element) in document.All.Zip(read.Elements))
            if (indexes.TryGetValue(element, out var index)) _indexes[selected] = index;
    }

    public IReadOnlyList<int> Body { get; private set; } = [];

    public int? Title { get; private set; }

    public int? Date { get; private set; }

    public int? Author { get; private set; }

    public IReadOnlyList<int> Remove { get; private set; } = [];

    /// <summary>A part that has rules, and none of them matches: the site has changed.</summary>
    public bool Drifted { get; private set; }

    /// <summary>One line a selector, for a person.</summary>
    public IReadOnlyList<string> Report => _report;

    public static RuleMatches? Of(SiteRules? rules, string html, MarkupDocument read, PageTree tree)
    {
        if (rules is null) return null;
        using var document = PageParser.ParseForSelectors(html);
        var matches = new RuleMatches(document, read, tree);
        matches.Body = matches.First("body", rules.Body, document);
        matches.Title = One(matches.First("title", rules.Title, document));
        matches.Date = One(matches.First("date", rules.Date, document));
        matches.Author = One(matches.First("author", rules.Author, document));
        matches.Remove = [.. rules.Remove.SelectMany(x => matches.Find("remove", x, document)).Distinct()];
        return matches;

        static int? One(IReadOnlyList<int> nodes) => nodes.Count == 0 ? null : nodes[0];
    }

    private List<int> First(string part, IReadOnlyList<string> selectors, IHtmlDocument document)
    {
        foreach (var selector in selectors)
            if (Find(part, selector, document) is { Count: > 0 } found) return found;
        Drifted |= selectors.Count > 0;
        return [];
    }

    private List<int> Find(string part, string selector, IHtmlDocument document)
    {
        try
        {
            var found = document.QuerySelectorAll(selector).Where(_indexes.ContainsKey).Select(x => _indexes[x]).ToList();
            _report.Add($"{part}: {selector} matches {found.Count}");
            return found;
        }
        catch (DomException)
        {
            _report.Add($"{part}: {selector} is no selector");
            return [];
        }
    }
}
