using System.Buffers;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>Who wrote the article: a person or an agency, not the site itself or its software.</summary>
internal static class AuthorReader
{
    private const int LongestName = 8;
    private const double SameName = 0.9;
    private const int MostNodesAbove = 300;

    private static readonly char[] BetweenNames = ['|', '-', '–', '/'];

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

    private static readonly SearchValues<string> AuthorClasses =
        SearchValues.Create(["author", "writer", "byline", "writeby", "createdby"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Boxes that tell of the author, and links to all that he wrote.</summary>
    private static readonly SearchValues<string> AboutAuthor =
        SearchValues.Create(
            ["bio", "box", "container", "desc", "about", "avatar", "image", "more", "posts", "social"], StringComparison.OrdinalIgnoreCase);

    public static Sourced<string>? Read(PageTree tree, PageHead head, Body body, RuleMatches? rules, string? site, int headline)
    {
        string[] outlet = [.. new[] { site, head.JsonLd.Publisher, head.Meta("twitter:site")?.Value.TrimStart('@') }.OfType<string>()];
        if (rules?.Author is { } ruled && Name(tree.TextOf(ruled), outlet) is { } name) return new Sourced<string>(name, "rule");
        if (Named(Metadata.Of(head.JsonLd.Author, "json-ld"), outlet) is { } linked) return linked;
        foreach (var key in MetaNames)
            if (Named(head.Meta(key), outlet) is { } stated) return stated;
        return OfElements(tree, body.Node, outlet) ?? OfLines(body) ?? OfLinesAbove(tree, headline, body.Node, outlet);

        static Sourced<string>? Named(Sourced<string>? value, string[] outlet) =>
            value is { } found && Name(found.Value, outlet) is { } name ? new Sourced<string>(name, found.From) : null;
    }

    private static Sourced<string>? OfElements(PageTree tree, int main, string[] outlet)
    {
        for (var i = 1; i < Math.Min(tree.Nodes.Length, tree.Nodes[main].End + 150); i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is not { HasAttributes: true } element || node.Words is 0 or > LongestName + 3) continue;
            var from = element.Rel is "author" ? "rel=author"
                : element.ItemProp.Contains("author", StringComparison.OrdinalIgnoreCase) ? "microdata"
                : IsAuthorClass(element.Class) ? "class" : null;
            if (from is null) continue;
            var text = tree.TextOf(i, spaced: true);
            if (Name(text, outlet) is { } name) return new Sourced<string>(name, from);
            // The place of the author names the outlet: whoever is named further on is another's author.
            if (Name(text, []) is not null) return null;
        }

        return null;
    }

    private static bool IsAuthorClass(ReadOnlySpan<char> names)
    {
        if (!names.ContainsAny(AuthorClasses)) return false;
        foreach (var range in names.Split(' '))
            if (names[range] is var name && name.ContainsAny(AuthorClasses) && !name.ContainsAny(AboutAuthor)) return true;
        return false;
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

    /// <summary>«كتب: سامي نور» in a line of its own between headline and text.</summary>
    private static Sourced<string>? OfLinesAbove(PageTree tree, int headline, int main, string[] outlet)
    {
        if (headline < 0) return null;
        for (var i = tree.Nodes[headline].End; i < Math.Min(main, headline + MostNodesAbove); i++)
        {
            if (tree.Nodes[i].Words == 0 || tree.Nodes[i].Element is null || tree.Nodes[i].Words > LongestName) continue;
            var text = tree.TextOf(i, spaced: true);
            if (Byline.Of(text, ArabicText.Fold(text)) is { } line && Name(line, outlet) is { } name) return new Sourced<string>(name, "text");
        }

        return null;
    }

    /// <summary>The name in a value that gives an author, without label, place and date round it; null for the outlet and its software.</summary>
    private static string? Name(string value, string[] outlet)
    {
        var name = Byline.WithoutLabel(WithoutDate(value));
        // «تونس: كوثر زنتور»: the place where it was written stands first.
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && TextLine.Count(name.AsSpan(at)).Words >= 2) name = name[(at + 1)..];
        name = name.Trim(' ', ',', '،', '-', '|', ':');
        if (name.Length < 2 || TextLine.Count(name).Words > LongestName || name.Contains("://", StringComparison.Ordinal)) return null;
        if (NoNames.Contains(name) || name.Any(char.IsDigit) || (name.Contains('.') && !name.Contains(' '))) return null;
        return outlet.Any(x => Headline.Overlap(name, x) > SameName || Names(name, x)) ? null : name;
    }

    /// <summary>A name that the outlet's own name stands in: «دبي - الشراع نت».</summary>
    private static bool Names(string name, string outlet)
    {
        var own = outlet.Split(BetweenNames, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return TextLine.Count(own).Words >= 2 && Headline.Share(own, name) >= SameName;
    }

    /// <summary>Bylines show the date behind the name: «سامي نور | 19 أبريل 2013».</summary>
    private static string WithoutDate(string value)
    {
        foreach (var part in value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!DateWords.IsDateOnly(ArabicText.Fold(part))) return part;
        return value;
    }
}
