namespace PressIngest.Reading;

/// <summary>The headline as the reader of the page sees it, without the name of the site.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators =
    [
        " | ", " - ", " – ", " — ", " :: ", " « ", " » ", " • ", " · ", " / ", " ~ ", "|", " : ", ": ", " -", "- ",
    ];

    /// <summary>Names of sites are short; longer parts of a title belong to the headline.</summary>
    private const int WordsOfSite = 5;

    private const double SameName = 0.6;

    /// <summary>The titles that the page states for machines, best first, as they stand.</summary>
    public static IReadOnlyList<Sourced<string>> Stated(PageHead head)
    {
        var stated = new[]
        {
            head.Meta("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
            Metadata.Of(head.JsonLd.Headline, "json-ld"),
            Metadata.Of(head.Title, "title"),
        };
        return [.. stated.Where(x => x is { Value.Length: > 0 }).Select(x => x!.Value)];
    }

    public static Sourced<string>? Read(PageTree tree, IReadOnlyList<Sourced<string>> stated, int headline, RuleMatches? rules, string? site)
    {
        if (rules?.Title is { } ruled && tree.TextOf(ruled) is { Length: > 0 } text) return new Sourced<string>(text, "rule");
        if (headline >= 0) return new Sourced<string>(WithoutSite(tree.TextOf(headline), site), tree.Nodes[headline].Name);
        if (stated.Count == 0) return null;
        // The statement for search engines is the headline alone more often than the title that tabs and shared links show.
        var best = stated.FirstOrDefault(x => x.From == "json-ld", stated[0]);
        return new Sourced<string>(WithoutSite(best.Value, site), best.From);
    }

    /// <summary>Cuts off a part at the end or the beginning that is the site's name.</summary>
    public static string WithoutSite(string title, string? site)
    {
        if (site is null) return title;
        for (var again = true; again;)
        {
            again = false;
            foreach (var separator in Separators)
            {
                var at = title.LastIndexOf(separator, StringComparison.Ordinal);
                if (at > 0 && IsSite(title[(at + separator.Length)..])) (title, again) = (title[..at].Trim(), true);
                at = title.IndexOf(separator, StringComparison.Ordinal);
                if (at > 0 && IsSite(title[..at])) (title, again) = (title[(at + separator.Length)..].Trim(), true);
            }
        }

        return title;

        bool IsSite(string part) =>
            Headline.Overlap(part, site) >= SameName || (part.Length > 3 && site.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The site's name as the title element gives it beside the headline; null where there is no short part beside it.</summary>
    public static string? SiteIn(string? title, string? headline)
    {
        if (title is null || headline is null) return null;
        foreach (var separator in Separators)
        {
            foreach (var at in new[] { title.LastIndexOf(separator, StringComparison.Ordinal), title.IndexOf(separator, StringComparison.Ordinal) })
            {
                if (at <= 0) continue;
                var (first, last) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
                if (Headline.Overlap(first, headline) > 0.8 && TextLine.Count(last).Words is > 0 and <= WordsOfSite) return last;
                if (Headline.Overlap(last, headline) > 0.8 && TextLine.Count(first).Words is > 0 and <= WordsOfSite) return first;
            }
        }

        return null;
    }
}
