using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>A feed of any kind → its links: tells the format and hands over. Pure and total.</summary>
internal static class FeedParser
{
    /// <summary>What a document is stands at its beginning.</summary>
    private const int HeadBytes = 4096;

    /// <param name="bytes">The document, as it came.</param>
    /// <param name="address">Where it came from, for relative links: http(s) or a file.</param>
    /// <param name="contentType">The HTTP Content-Type, as it came.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    public static DiscoveryResult Parse(byte[] bytes, Uri address, string? contentType = null, TimeZoneInfo? zone = null)
    {
        var text = CharsetDetector.Decode(bytes, contentType, known: null).Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.Length == 0) return Failed("the feed is empty");
        if (text[0] == '{') return JsonFeed.Parse(text, address, zone ?? TimeZoneInfo.Utc);
        var links = new LinkList();
        TimeSpan? freshFor = null;
        var root = LenientXml.Parse(text).Children.FirstOrDefault(IsRoot);
        switch (root?.Name.ToUpperInvariant())
        {
            case "RSS" or "RDF":
                RssFeed.Read(root, address, zone ?? TimeZoneInfo.Utc, links);
                freshFor = RssFeed.TimeToLive(root);
                break;
            case "FEED":
                AtomFeed.Read(root, address, zone ?? TimeZoneInfo.Utc, links);
                break;
            case "URLSET" or "SITEMAPINDEX":
                return Failed("this is a sitemap, not a feed: use 'sitemap:' for it");
            default:
                return HtmlInstead.Describe(bytes, text, address) ?? Failed("this is no RSS, Atom or JSON feed");
        }

        return new DiscoveryResult.Found(links.Links, links.Notes) { FreshFor = freshFor };
    }

    /// <summary>True where a document is a feed or a sitemap, which a page may link to as if it were an article.</summary>
    public static bool IsFeed(byte[] bytes, string? contentType)
    {
        var head = bytes.Length > HeadBytes ? bytes[..HeadBytes] : bytes;
        var text = CharsetDetector.Decode(head, contentType, known: null).Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        if (text.StartsWith('{')) return text.Contains("jsonfeed.org/version", StringComparison.OrdinalIgnoreCase);
        return LenientXml.Parse(text).Children.FirstOrDefault(IsRoot) is { } root && !root.Name.Equals("html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsRoot(LenientElement element) => element.Name.ToUpperInvariant() is "RSS" or "RDF" or "FEED" or "URLSET"
        or "SITEMAPINDEX" or "HTML";

    private static DiscoveryResult.Failed Failed(string message) => new(DiscoveryFailure.Format, message);
}
