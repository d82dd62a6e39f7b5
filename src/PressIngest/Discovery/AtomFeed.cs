using System.Net;

namespace PressIngest.Discovery;

/// <summary>Atom 1.0 and 0.3, with or without its namespace.</summary>
internal static class AtomFeed
{
    public static void Read(LenientElement root, Uri address, TimeZoneInfo zone, LinkList links)
    {
        foreach (var entry in root.Children.Where(x => Is(x, "entry")))
        {
            var date = Child(entry, "published") ?? Child(entry, "issued") ?? Child(entry, "updated") ?? Child(entry, "modified");
            links.Add(
                XmlBase.Of(entry, address),
                entry.First(Namespaces.FeedBurner, "origlink")?.Text ?? Alternate(entry) ?? Identifier(entry),
                LinkList.PlainTitle(Child(entry, "title")?.Text),
                FeedDate.Parse(date?.Text, zone),
                Content(entry));
        }
    }

    /// <summary>The address of the entry's page: the link that is not about itself, its comments or an enclosure; of several the HTML one.</summary>
    public static string? Alternate(LenientElement entry)
    {
        string? first = null;
        foreach (var link in entry.Children)
        {
            if (!Is(link, "link") || link.Attribute("href") is not { Length: > 0 } href) continue;
            if (link.Attribute("rel") is { Length: > 0 } rel && !rel.EndsWith("alternate", StringComparison.OrdinalIgnoreCase)) continue;
            if (link.Attribute("type") is null or "text/html") return href;
            first ??= href;
        }

        return first;
    }

    /// <summary>An element's content as HTML, whether it is escaped, plain or written out as elements.</summary>
    public static string? Markup(LenientElement content)
    {
        var markup = content.Children.Count > 0 ? content.InnerMarkup : content.Text;
        return markup.Length == 0 ? null : markup;
    }

    private static string? Content(LenientElement entry)
    {
        if (Child(entry, "content") is not { } content || content.Attribute("src") is not null) return null;
        var isPlain = content.Attribute("type") is null or "text" or "text/plain" && content.Children.Count == 0;
        return isPlain && content.Text.Length > 0 ? WebUtility.HtmlEncode(content.Text) : Markup(content);
    }

    private static string? Identifier(LenientElement entry) =>
        Child(entry, "id")?.Text is { } id && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null;

    private static LenientElement? Child(LenientElement entry, string name) => entry.Children.FirstOrDefault(x => Is(x, name));

    private static bool Is(LenientElement element, string name) => element.Is(Namespaces.Atom, name) || element.Is("", name);
}
