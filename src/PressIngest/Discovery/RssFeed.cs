using System.Globalization;

namespace PressIngest.Discovery;

/// <summary>RSS 0.90 to 2.0. The items of RSS 0.90 and 1.0 stand beside the channel, those of the others in it; sites mix both.</summary>
internal static class RssFeed
{
    public static void Read(LenientElement root, Uri address, TimeZoneInfo zone, LinkList links)
    {
        foreach (var item in root.SelfAndDescendants().Where(x => x.Is("", "item")))
        {
            links.Add(
                XmlBase.Of(item, address),
                Link(item),
                LinkList.PlainTitle((item.First("", "title") ?? item.First(Namespaces.DublinCore, "title"))?.Text),
                FeedDate.Parse(Date(item), zone),
                Content(item));
        }
    }

    /// <summary>The minutes in the channel's <c>ttl</c>; null where there is none.</summary>
    public static TimeSpan? TimeToLive(LenientElement root) =>
        ushort.TryParse((root.First("", "channel") ?? root).First("", "ttl")?.Text, NumberStyles.None, CultureInfo.InvariantCulture,
            out var minutes) && minutes > 0
            ? TimeSpan.FromMinutes(minutes)
            : null;

    // FeedBurner and its like put a redirector of their own into <link> and the article's address beside it.
    private static string? Link(LenientElement item)
    {
        if (Filled(item.First(Namespaces.FeedBurner, "origlink")) is { } original) return original;
        foreach (var link in item.All("", "link"))
        {
            if (Filled(link) is { } text) return text;
        }

        return AtomFeed.Alternate(item) ?? Permalink(item) ?? item.Attribute("rdf:about");
    }

    private static string? Permalink(LenientElement item)
    {
        if (item.First("", "guid") is not { } guid) return null;
        if (string.Equals(guid.Attribute("isPermaLink"), "false", StringComparison.OrdinalIgnoreCase)) return null;
        return guid.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? guid.Text : null;
    }

    private static string? Date(LenientElement item) =>
        Filled(item.First("", "pubdate")) ?? Filled(item.First(Namespaces.DublinCore, "date")) ?? Filled(item.First(Namespaces.DublinCore, "created"))
        ?? Filled(item.First(Namespaces.Atom, "published")) ?? Filled(item.First(Namespaces.Atom, "updated")) ?? Filled(item.First("", "date"));

    private static string? Content(LenientElement item)
    {
        var content = item.First(Namespaces.Content, "encoded") ?? item.First("", "fulltext");
        return content is null ? null : AtomFeed.Markup(content);
    }

    private static string? Filled(LenientElement? element) => element?.Text is { Length: > 0 } text ? text : null;
}
