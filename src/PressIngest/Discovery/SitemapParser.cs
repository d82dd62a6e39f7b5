using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>A sitemap: articles, or further sitemaps with the time of their last change, or in words what it is instead.</summary>
internal sealed record Sitemap(
    IReadOnlyList<ArticleLink> Links, IReadOnlyList<ArticleLink> Sitemaps, IReadOnlyList<string> Notes, DiscoveryResult.Failed? Failure = null);

/// <summary>sitemaps.org XML with the news extension, and the plain list of addresses that the protocol allows too. Pure and total.</summary>
internal static class SitemapParser
{
    public static Sitemap Parse(byte[] bytes, Uri address, string? contentType = null, TimeZoneInfo? zone = null)
    {
        zone ??= TimeZoneInfo.Utc;
        var text = CharsetDetector.Decode(bytes, contentType, known: null).Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0) return Failed("the sitemap is empty");
        if (text[0] != '<') return PlainList(text);
        var root = LenientXml.Parse(text).Children.FirstOrDefault(x => x.Name.ToUpperInvariant() is "URLSET" or "SITEMAPINDEX"
            or "RSS" or "FEED" or "HTML");
        var links = new LinkList();
        switch (root?.Name.ToUpperInvariant())
        {
            case "URLSET":
                foreach (var url in root.All("", "url")) Article(url, address, zone, links);
                return new Sitemap(links.Links, [], links.Notes);
            case "SITEMAPINDEX":
                foreach (var map in root.All("", "sitemap")) links.Add(address, Location(map), null, LastChange(map, zone));
                return new Sitemap([], links.Links, links.Notes);
            case "RSS" or "FEED":
                return Failed("this is a feed, not a sitemap: use 'feed:' for it");
            default:
                return HtmlInstead.Describe(bytes, text, address) is { } failure ? new Sitemap([], [], [], failure) : Failed("this is no sitemap");
        }
    }

    private static void Article(LenientElement url, Uri address, TimeZoneInfo zone, LinkList links)
    {
        var news = url.First(Namespaces.News, "news");
        var title = LinkList.PlainTitle(news?.First(Namespaces.News, "title")?.Text);
        var published = FeedDate.Parse(news?.First(Namespaces.News, "publication_date")?.Text, zone);
        links.Add(address, Location(url), title, published ?? LastChange(url, zone));
    }

    private static Sitemap PlainList(string text)
    {
        var links = new LinkList();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) links.Add(null, line);
        return links.Count == 0 ? Failed("this is no sitemap") : new Sitemap(links.Links, [], links.Notes);
    }

    private static DateTimeOffset? LastChange(LenientElement element, TimeZoneInfo zone) => FeedDate.Parse(element.First("", "lastmod")?.Text, zone);

    private static string? Location(LenientElement element) => element.First("", "loc")?.Text;

    private static Sitemap Failed(string message) => new([], [], [], new DiscoveryResult.Failed(DiscoveryFailure.Format, message));
}
