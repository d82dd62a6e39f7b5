namespace PressIngest.Reading;

/// <summary>Who wrote the article: a person or an agency, not the site itself or its software.</summary>
internal static class AuthorReader
{
    private const int LongestName = 8;

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "editor", "webmaster", "root", "author", "user", "المحرر", "الإدارة", "ادمن", "أدمن", "مدير الموقع",
        "Super User",
    };

    private static readonly string[] MetaNames =
    [
        "author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author",
        "byl", "writer",
    ];

    private static readonly string[] AuthorClasses = ["author", "writer", "byline", "writeby", "createdby"];

    /// <summary>Boxes that tell of the author, and links to all that he wrote.</summary>
    private static readonly string[] AboutAuthor = ["bio", "box", "desc", "about", "avatar", "image", "more", "posts", "social"];

    public static Sourced<string>? Read(PageTree tree, PageHead head, Body body, RuleMatches? rules, string? site)
    {
        if (rules?.Author is { } ruled && Name(tree.TextOf(ruled), site) is { } name) return new Sourced<string>(name, "rule");
        if (Named(Metadata.Of(head.JsonLd.Author, "json-ld"), site) is { } linked) return linked;
        foreach (var key in MetaNames)
            if (Named(head.Meta(key), site) is { } stated) return stated;
        return OfElements(tree, body.Node, site) ?? OfLines(body);

        static Sourced<string>? Named(Sourced<string>? value, string? site) =>
            value is { } found && Name(found.Value, site) is { } name ? new Sourced<string>(name, found.From) : null;
    }

    private static Sourced<string>? OfElements(PageTree tree, int main, string? site)
    {
        for (var i = 1; i < Math.Min(tree.Nodes.Length, tree.Nodes[main].End + 150); i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is not { } element || node.Words is 0 or > LongestName + 3) continue;
            var from = element.GetAttribute("rel") == "author" ? "rel=author"
                : element.GetAttribute("itemprop") is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase) ? "microdata"
                : IsAuthorClass(element.ClassName) ? "class" : null;
            if (from is not null && Name(tree.TextOf(i), site) is { } name) return new Sourced<string>(name, from);
        }

        return null;
    }

    private static bool IsAuthorClass(string? names)
    {
        foreach (var name in names?.Split(' ') ?? [])
            if (SaysAny(name, AuthorClasses) && !SaysAny(name, AboutAuthor)) return true;
        return false;

        static bool SaysAny(string name, string[] parts) => parts.Any(x => name.Contains(x, StringComparison.OrdinalIgnoreCase));
    }

    private static Sourced<string>? OfLines(Body body)
    {
        foreach (var line in body.Dropped.Where(x => x.StartsWith(ArticleTrimmer.BylineReason, StringComparison.Ordinal)))
            if (Byline.Of(line[(ArticleTrimmer.BylineReason.Length + 2)..]) is { } name) return new Sourced<string>(name, "text");
        return null;
    }

    private static string? Name(string value, string? site)
    {
        var name = Byline.WithoutLabel(value).Trim(' ', ',', '،', '-', '|', ':');
        if (name.Length < 2 || TextLine.Count(name).Words > LongestName || name.Contains("://", StringComparison.Ordinal)) return null;
        if (NoNames.Contains(name) || DateWords.IsDateOnly(name)) return null;
        return site is not null && Headline.Overlap(name, site) > 0.9 ? null : name;
    }
}
