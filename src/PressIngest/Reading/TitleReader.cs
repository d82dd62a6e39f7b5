using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>The headline, as the reader of the page sees it, without the name of the site.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " • ", " · ", " / ", "|", " :", " ~ ", " -", "- "];

    /// <summary>A headline that the page says and its title element bears out.</summary>
    private const double SameHeadline = 0.6;

    public static Sourced<string>? Read(PageTree tree, PageHead head, int main, RuleMatches? rules, string? site)
    {
        if (rules?.Title is { } ruled && tree.TextOf(ruled) is { Length: > 0 } text) return new Sourced<string>(text, "rule");
        var stated = new[]
        {
            head.Meta("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"),
            Found(head.JsonLd.Headline, "json-ld"),
        };
        var titles = stated.Where(x => x is not null).Select(x => x!.Value).Append(new Sourced<string>(head.Title ?? "", "title")).Where(x => x.Value.Length > 0).ToList();
        if (BestHeading(tree, titles, main) is { } heading) return heading;
        if (stated[1] is { } linked && linked.Value.Length > 0) return new Sourced<string>(WithoutSite(linked.Value, site), linked.From);
        return titles.Count == 0 ? null : new Sourced<string>(WithoutSite(titles[0].Value, site, titles.Count == 1 && titles[0].From == "title"), titles[0].From);
    }

    /// <summary>Cuts off a part at the end or the beginning that is the site's name.</summary>
    public static string WithoutSite(string title, string? site, bool anyShort = false)
    {
        var cut = title;
        for (var again = true; again;)
        {
            again = false;
            foreach (var separator in Separators)
            {
                var at = cut.LastIndexOf(separator, StringComparison.Ordinal);
                if (at > 0 && IsSite(cut[(at + separator.Length)..], cut[..at])) (cut, again) = (cut[..at].Trim(), true);
                at = cut.IndexOf(separator, StringComparison.Ordinal);
                if (at > 0 && IsSite(cut[..at], cut[(at + separator.Length)..])) (cut, again) = (cut[(at + separator.Length)..].Trim(), true);
            }
        }

        return cut;

        bool IsSite(string part, string rest)
        {
            var words = TextLine.Count(part).Words;
            if (TextLine.Count(rest).Words < 2) return false;
            if (site is not null && Overlap(part, site) >= SameHeadline) return true;
            return anyShort && words <= 4 && TextLine.Count(rest).Words > words + 1 && rest.Length > part.Length * 1.5 && cut.EndsWith(part, StringComparison.Ordinal);
        }
    }

    /// <summary>The share of the shorter text's words that stand in the longer one.</summary>
    public static double Overlap(string a, string b)
    {
        var left = Words(a);
        var right = Words(b);
        return left.Count == 0 || right.Count == 0 ? 0 : left.Count(right.Contains) / (double)Math.Max(left.Count, right.Count);
    }

    private static Sourced<string>? BestHeading(PageTree tree, List<Sourced<string>> titles, int main)
    {
        Sourced<string>? best = null;
        var most = 0.0;
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            var isTitle = node.Element?.GetAttribute("itemprop") is { } property && property.Contains("headline", StringComparison.OrdinalIgnoreCase);
            if (node.Element is null || !(node.Name is "h1" or "h2" or "h3" || isTitle) || node.Words is < 2 or > 60) continue;
            if (i > main && tree.Contains(main, i) == false && i > tree.Nodes[main].End) break;
            var text = tree.TextOf(i);
            var likeness = titles.Count == 0 ? (node.Name == "h1" ? 0.7 : 0) : titles.Max(x => Likeness(text, x.Value));
            if (node.Name == "h1" || isTitle) likeness += 0.05;
            if (likeness <= most || likeness < SameHeadline) continue;
            most = likeness;
            best = new Sourced<string>(text, node.Name);
        }

        return best;
    }

    /// <summary>How much of the heading stands in the title, where it is most of it: titles add the site's name.</summary>
    private static double Likeness(string heading, string title)
    {
        var words = Words(heading);
        if (words.Count == 0) return 0;
        var others = Words(title);
        var common = words.Count(others.Contains);
        return common < others.Count * 0.5 ? 0 : common / (double)words.Count;
    }

    private static HashSet<string> Words(string text) =>
        [.. ArabicText.Fold(text).Split([' ', '"', '«', '»', '“', '”', '\'', ':', '.', '،', ',', '؟', '?', '!', '|', '-', '…', '(', ')', '؛', '–'], StringSplitOptions.RemoveEmptyEntries)];

    private static Sourced<string>? Found(string? value, string from) => string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(TextLine.Clean(value), from);
}
