using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>Says what it is that a site answers with when a web page comes where a feed or a sitemap should be.</summary>
internal static class HtmlInstead
{
    private const int Window = 64 * 1024;

    private static readonly string FeedLinks =
        string.Join(", ", new[] { "rss+xml", "atom+xml", "feed+json" }.Select(x => $"link[rel~=alternate i][type='application/{x}' i]"));

    /// <summary>Null where the document is no web page.</summary>
    public static DiscoveryResult.Failed? Describe(byte[] bytes, string text, Uri address)
    {
        var head = text.Length > Window ? text[..Window] : text;
        if (!head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            && !head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)) return null;
        using var page = PageParser.ParseForSelectors(head);
        var named = LinkList.PlainTitle(page.Title) is { } title ? $"a web page ('{title}')" : "a web page";
        if (PageReader.Read(bytes).Kind == PageKind.Blocked)
        {
            return new DiscoveryResult.Failed(DiscoveryFailure.Blocked, $"{named} came that asks for a person: the site keeps programs out");
        }

        var feed = LinkList.Resolve(address, page.QuerySelector(FeedLinks)?.GetAttribute("href"));
        return new DiscoveryResult.Failed(DiscoveryFailure.Format, $"{named} came instead") { Feed = feed };
    }
}
