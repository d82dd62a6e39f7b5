using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>Says what it is that a site answers with when a web page comes where a feed or a sitemap should be.</summary>
internal static class HtmlInstead
{
    private const int Window = 64 * 1024;

    private static readonly string[] Challenges =
    [
        "just a moment", "attention required", "access denied", "checking your browser", "verify you are human", "are you a robot", "captcha", "ddos protection",
        "security check", "request blocked", "forbidden", "cf-browser-verification", "challenge-platform", "_incapsula_", "sucuri",
    ];

    /// <summary>Null where the text is no web page.</summary>
    public static DiscoveryResult.Failed? Describe(string text, Uri address)
    {
        var head = text.Length > Window ? text[..Window] : text;
        if (!head.Contains("<html", StringComparison.OrdinalIgnoreCase) && !head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)) return null;
        using var page = PageParser.Parse(head);
        var title = LinkList.PlainTitle(page.Title);
        var named = title is null ? "a web page" : $"a web page ('{title}')";
        if (Challenges.Any(x => head.Contains(x, StringComparison.OrdinalIgnoreCase) && head.Length < Window))
        {
            return new DiscoveryResult.Failed(DiscoveryFailure.Blocked, $"{named} came that asks for a person: the site keeps programs out");
        }

        var feed = page.QuerySelector("link[rel~=alternate][type='application/rss+xml'], link[rel~=alternate][type='application/atom+xml'], link[rel~=alternate][type='application/feed+json']");
        var hint = LinkList.Resolve(address, feed?.GetAttribute("href")) is { } url ? $"; the page names this feed: {url}" : "";
        return new DiscoveryResult.Failed(DiscoveryFailure.Format, $"{named} came instead{hint}");
    }
}
