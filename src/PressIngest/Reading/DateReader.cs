using System.Buffers;
using System.Globalization;

namespace PressIngest.Reading;

/// <summary>When an article was published and changed: by what the page says to machines, or else to readers, or else by its address.</summary>
internal static class DateReader
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "published_time", "og:published_time",
        "publishdate", "publish_date", "publish-date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
        "dcterms.date", "dc.date", "dc:date", "dc:created", "datecreated", "article.published", "shareaholic:article_published_time",
        "rnews:datepublished", "article.created", "originalpublicationdate", "displaydate", "date",
    ];

    private static readonly string[] UpdatedNames =
    [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "article:modified",
        "shareaholic:article_modified_time", "article.updated", "modified_time", "lastmod", "last-modified",
    ];

    private static readonly HashSet<string> PublishedKeys =
    [
        "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "published_date", "publicationDate",
        "publishTime", "publish_time", "publishedTime", "published_time", "first_publish_date", "firstPublished", "display_date", "displayDate",
        "datePosted", "pubDate",
    ];

    private static readonly SearchValues<string> PublishedProperties =
        SearchValues.Create(["datePublished", "dc:date", "dc:created"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] MachineAttributes = ["content", "datetime", "data-datetime", "data-time", "data-timestamp"];

    public static (Sourced<DateTimeOffset>? Published, Sourced<DateTimeOffset>? Updated) Read(
        PageTree tree, PageHead head, RuleMatches? rules, int headline, Body body, PageContext context)
    {
        var dates = new Dates(context.TimeZone);
        if (rules?.Date is { } ruled) dates.Published(ValueOf(tree, ruled), "rule");
        dates.Published(head.JsonLd.Published, "json-ld");
        dates.Updated(head.JsonLd.Modified, "json-ld");
        foreach (var name in PublishedNames)
            foreach (var value in head.Metas(name)) dates.Published(value, name);
        foreach (var name in UpdatedNames)
            foreach (var value in head.Metas(name)) dates.Updated(value, name);
        if (!dates.AreKnown) OfMicrodata(tree, dates, body.Node);
        var address = (context.Url?.AbsolutePath ?? head.Meta("og:url")?.Value ?? head.Link("canonical")) is { } url ? OfAddress(url) : null;
        if (!dates.AreKnown) DateLines.Read(tree, dates, headline, body, address);
        if (dates.First is null) dates.Published(StateObject.ValueOf(head.States, PublishedKeys), "script");
        if (dates.First is null && address is not null) dates.Published(address, "url");
        return (dates.First ?? dates.Last, dates.Last);
    }

    /// <summary>The date that an element states for machines, or else shows.</summary>
    public static string ValueOf(PageTree tree, int node)
    {
        var element = tree.Nodes[node].Element;
        foreach (var name in MachineAttributes)
            if (element?.Attribute(name) is { Length: > 0 } value) return value;
        return element is { Kind.Name: "abbr" } && element.Attribute("title") is { Length: > 0 } title ? title : tree.TextOf(node, spaced: true);
    }

    private static void OfMicrodata(PageTree tree, Dates dates, int main)
    {
        var end = Math.Min(tree.Nodes.Length, tree.Nodes[main].End + DateLines.AfterText);
        for (var i = 1; i < end; i++)
        {
            if (tree.Nodes[i].Element is not { HasAttributes: true } element) continue;
            var property = element.ItemProp.IsEmpty ? element.Property : element.ItemProp;
            if (tree.Nodes[i].Hint == ElementHint.Comments) i = tree.Nodes[i].End - 1;
            else if (property.IsEmpty) continue;
            else if (Says(property, "dateModified")) dates.Updated(ValueOf(tree, i), "microdata");
            else if (property.ContainsAny(PublishedProperties)) dates.Published(ValueOf(tree, i), "microdata");
        }

        static bool Says(ReadOnlySpan<char> property, string name) => property.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>/2019/02/08/, with a section between them too, and /2019-02-08-….</summary>
    private static string? OfAddress(string address)
    {
        var parts = address.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length >= 10 && PressDate.Parse(parts[i][..10]) is not null) return parts[i][..10];
            if (parts[i].Length != 4 || Number(parts[i]) is not (>= 1990 and < 2100)) continue;
            var numbers = parts.Skip(i + 1).Take(3).SkipWhile(x => Number(x) is null).Take(2).ToList();
            if (numbers.Count == 2 && numbers.All(x => x.Length <= 2 && Number(x) is not null)) return $"{parts[i]}-{numbers[0]}-{numbers[1]}";
        }

        return null;

        static int? Number(string part) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
