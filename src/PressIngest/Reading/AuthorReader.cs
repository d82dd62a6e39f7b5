using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>Who wrote the article: a person or an agency, not the site itself or its software.</summary>
internal static class AuthorReader
{
    private const int LongestName = 8;
    private const double SameName = 0.9;

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
    private static readonly string[] AboutAuthor = ["bio", "box", "container", "desc", "about", "avatar", "image", "more", "posts", "social"];

    public static Sourced<string>? Read(PageTree tree, PageHead head, Body body, RuleMatches? rules, string? site)
    {
        string[] outlet = [.. new[] { site, head.JsonLd.Publisher, head.Meta("twitter:site")?.Value.TrimStart('@') }.OfType<string>()];
        if (rules?.Author is { } ruled && Name(tree.TextOf(ruled), outlet) is { } name) return new Sourced<string>(name, "rule");
        if (Named(Metadata.Of(head.JsonLd.Author, "json-ld"), outlet) is { } linked) return linked;
        foreach (var key in MetaNames)
            if (Named(head.Meta(key), outlet) is { } stated) return stated;
        return OfElements(tree, body.Node, outlet) ?? OfLines(body);

        static Sourced<string>? Named(Sourced<string>? value, string[] outlet) =>
            value is { } found && Name(found.Value, outlet) is { } name ? new Sourced<string>(name, found.From) : null;
    }

    private static Sourced<string>? OfElements(PageTree tree, int main, string[] outlet)
    {
        for (var i = 1; i < Math.Min(tree.Nodes.Length, tree.Nodes[main].End + 150); i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is not { } element || node.Words is 0 or > LongestName + 3) continue;
            var from = element.GetAttribute("rel") == "author" ? "rel=author"
                : element.GetAttribute("itemprop") is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase) ? "microdata"
                : IsAuthorClass(element.ClassName) ? "class" : null;
            if (from is null) continue;
            var text = tree.TextOf(i);
            if (Name(text, outlet) is { } name) return new Sourced<string>(name, from);
            // The place of the author names the outlet: whoever is named further on is another's author.
            if (Name(text, []) is not null) return null;
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
        {
            var text = line[(ArticleTrimmer.BylineReason.Length + 2)..];
            if (Byline.Of(text, ArabicText.Fold(text)) is { } name) return new Sourced<string>(name, "text");
        }

        return null;
    }

    private static string? Name(string value, string[] outlet)
    {
        var name = Byline.WithoutLabel(value).Trim(' ', ',', '،', '-', '|', ':');
        if (name.Length < 2 || TextLine.Count(name).Words > LongestName || name.Contains("://", StringComparison.Ordinal)) return null;
        if (NoNames.Contains(name) || DateWords.IsDateOnly(ArabicText.Fold(name))) return null;
        return outlet.Any(x => Headline.Overlap(name, x) > SameName) ? null : name;
    }
}
