using System.Globalization;

namespace PressIngest.Reading;

/// <summary>What the links of an article say: its tags, its hashtags, its section, and whether it goes on on another page.</summary>
internal static class ArticleLinks
{
    private const int MostTags = 40;
    private const int LongestTag = 80;

    private const int MostPages = 60;

    private const int WordsOfNextLabel = 2;

    private static readonly HashSet<string> NextLabels = ["التالي", "الصفحة التالية", "next", "2", "3", "4", "5", "»", "›"];

    private static readonly char[] BetweenTags = [',', '،', ';', '|'];

    public static IReadOnlyList<string> Tags(PageTree tree, PageHead head)
    {
        var tags = head.Metas("article:tag").Concat(head.Metas("og:article:tag")).ToList();
        if (tags.Count == 0) tags = [.. head.JsonLd.Keywords];
        if (tags.Count == 0) tags = [.. TextsOf(tree, link => Says(link.Rel, "tag") && !Says(link.Rel, "category"))];
        if (tags.Count == 0) tags = [.. head.Metas("news_keywords").Concat(head.Metas("keywords")).Take(1)];
        return
        [
            .. tags.SelectMany(x => x.Split(BetweenTags, StringSplitOptions.RemoveEmptyEntries))
                .Select(x => TextLine.Clean(x).TrimStart('#').Trim())
                .Where(x => x.Length is > 1 and < LongestTag)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Take(MostTags),
        ];
    }

    /// <summary>Hashtags that links in the article or its tags carry, as text or as an address of a social network.</summary>
    public static IReadOnlyList<string> Hashtags(PageTree tree, int main)
    {
        var found = new List<string>();
        foreach (var i in tree.Links)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (i < main || !node.InLink) continue;
            if (!tree.Contains(main, i) && !node.Element!.Rel.Contains("tag", StringComparison.Ordinal)) continue;
            var text = tree.TextOf(i);
            if (text.StartsWith('#') && !text.Contains(' ', StringComparison.Ordinal)) found.Add(text[1..]);
            else if (OfAddress(node.Element!.Href) is { } tag) found.Add(tag);
        }

        return [.. found.Where(x => x.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)];
    }

    public static Sourced<string>? Section(PageTree tree, PageHead head)
    {
        var stated = head.Meta("article:section", "section", "articlesection", "category", "parsely-section");
        if ((stated ?? Metadata.Of(head.JsonLd.Section, "json-ld")) is { } section) return section;
        if (TextsOf(tree, link => Says(link.Rel, "category")).FirstOrDefault() is { } category) return new Sourced<string>(category, "rel=category");
        for (var i = 0; i < tree.Nodes.Length; i++)
        {
            if (tree.Nodes[i].Element is not { HasAttributes: true } element) continue;
            if (!Says(element.Class, "crumb") && !Says(element.Id, "crumb")) continue;
            // The first step is the front page; the article itself, where it is a step, is no link or the last one.
            var steps = Links(tree, i).Select(x => tree.TextOf(x)).Where(x => x.Length > 0).Skip(1).ToList();
            if (steps.Count > 0) return new Sourced<string>(steps.LastOrDefault(x => TextLine.Count(x).Words <= 3) ?? steps[0], "breadcrumb");
        }

        return null;
    }

    /// <summary>
    /// The next page of the article. Weblogs link the next article by rel=next too, so that the address must be this one's with a page
    /// number put to it.
    /// </summary>
    public static string? NextPage(PageTree tree, PageHead head, PageContext context, string? canonical)
    {
        var own = context.Url?.AbsoluteUri ?? canonical;
        if (own is null) return null;
        var candidates = new List<string>();
        if (head.Link("next") is { } stated) candidates.Add(stated);
        foreach (var i in tree.Links)
        {
            if (tree.Nodes[i].Element is not { Href.IsEmpty: false } link) continue;
            if (link.Rel is "next"
                || (tree.Nodes[i].Words <= WordsOfNextLabel && NextLabels.Contains(tree.TextOf(i)))) candidates.Add(link.Href.ToString());
        }

        if (candidates.Count == 0) return null;
        var page = PageNumber(own, own) ?? 1;
        var from = context with { Url = new Uri(own) };
        return candidates.Select(x => Metadata.Absolute(x, from)).FirstOrDefault(x => x is not null && PageNumber(x, own) == page + 1);
    }

    /// <summary>The number that tells an address from the article's own: /slug/2/, ?page=2, slug-p2.html.</summary>
    private static int? PageNumber(string address, string own)
    {
        var (path, number) = Split(address);
        return path == Split(own).Path ? number : null;

        static (string Path, int? Number) Split(string address)
        {
            var url = new Uri(address);
            foreach (var part in url.Query.TrimStart('?').Split('&'))
            {
                if (part.Split('=') is not [("page" or "paged" or "p" or "pg" or "pagenum"), var value] || !TryPage(value, out var number)) continue;
                return (url.AbsolutePath.TrimEnd('/'), number);
            }

            var path = url.AbsolutePath.TrimEnd('/');
            var last = path[(path.LastIndexOf('/') + 1)..];
            if (!TryPage(last, out var inPath)) return (path, null);
            path = path[..path.LastIndexOf('/')];
            return (path.EndsWith("/page", StringComparison.Ordinal) ? path[..^"/page".Length] : path, inPath);
        }

        static bool TryPage(string text, out int number) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and <= MostPages;
    }

    private static bool Says(ReadOnlySpan<char> names, string part) => names.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> TextsOf(PageTree tree, Func<MarkupElement, bool> hasRelation)
    {
        foreach (var i in tree.Links)
        {
            if (!hasRelation(tree.Nodes[i].Element!)) continue;
            if (tree.TextOf(i) is { Length: > 0 } text) yield return text;
        }
    }

    private static IEnumerable<int> Links(PageTree tree, int within) => tree.Links.Where(x => tree.Contains(within, x));

    private static string? OfAddress(ReadOnlySpan<char> href)
    {
        var at = href.IndexOf("/hashtag/", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = href[(at + "/hashtag/".Length)..];
        var end = rest.IndexOfAny("?&/#");
        return Uri.UnescapeDataString(end < 0 ? rest : rest[..end]);
    }
}
