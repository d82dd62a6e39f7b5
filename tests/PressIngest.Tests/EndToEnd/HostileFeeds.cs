using static PressIngest.Tests.EndToEnd.HostileAnswers;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What comes where a feed, a sitemap or a listing should be.</summary>
internal static class HostileFeeds
{
    private static readonly string[] One = ["خبر 1"];
    private static readonly string[] Stored = ["stored"];

    public static IReadOnlyList<HostileSite> All { get; } =
    [
        // No feed at all.
        HostileSite.Feed("feed-is-a-web-page", Html("<html><head><title>صحيفة الميناء</title></head><body><p>أهلا</p></body></html>")) with { Run = "failed: a web page ('صحيفة الميناء') came instead", State = "new" },
        HostileSite.Feed("feed-names-itself", x => Html($"<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"{x.Site}feed\"></head></html>")) with { Run = "failed: a web page came instead", State = "new" },
        HostileSite.Feed("home-page-names-its-feed", x => x.Path == "/rss" ? Rss(Item("/news/1")) : Html("<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/rss\"></head></html>")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-behind-a-challenge", Html("<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>")) with { Run = "failed: asks for a person", State = "blocked" },
        HostileSite.Feed("feed-behind-a-login", Html("<html><head><title>تسجيل الدخول</title></head><body><form><input type=password name=pass></form></body></html>")) with { Run = "failed: asks for a person", State = "blocked" },
        HostileSite.Feed("feed-forbidden", Status("403 Forbidden")) with { Run = "failed: 403", State = "blocked" },
        HostileSite.Feed("feed-unauthorized", Status("401 Unauthorized", "WWW-Authenticate: Basic\r\n")) with { Run = "failed: 401", State = "blocked" },
        HostileSite.Feed("feed-disallowed", Rss(Item("/news/1"))) with { Robots = Ok("text/plain", Raw("User-agent: *\nDisallow: /feed")), Run = "failed: robots.txt", State = "blocked" },
        HostileSite.Feed("feed-gone", Status("410 Gone")) with { Run = "failed: 410", State = "new" },
        HostileSite.Feed("feed-asks-for-a-pause", Status("503 Service Unavailable", "Retry-After: 7200\r\n")) with { Run = "failed: 503", State = "new" },
        HostileSite.Feed("feed-redirects-for-ever", x => Redirect($"{x.Site}feed?{x.Path.Length}")) with { Run = "failed: redirects more than", State = "new" },
        HostileSite.Feed("feed-drips", Raw("")) with { Drip = (_, token) => Task.Delay(Timeout.Infinite, token), Run = "failed: no whole answer within", State = "new" },
        HostileSite.Feed("feed-is-a-bomb", Ok("application/gzip", Zip(50))) with { Run = "failed: unpacks to more than", State = "new" },
        HostileSite.Feed("feed-is-empty", Xml("")) with { Run = "failed: the feed is empty", State = "new" },
        HostileSite.Feed("feed-is-a-sitemap", Xml("<urlset><url><loc>/news/1</loc></url></urlset>")) with { Run = "failed: this is a sitemap", State = "new" },
        HostileSite.Feed("feed-is-broken-json", Ok("application/json", Raw("{\"items\": [{\"url\": \"/news/1\""))) with { Run = "failed: no valid JSON feed", State = "new" },
        HostileSite.Feed("feed-is-binary", Ok("application/rss+xml", [.. Enumerable.Range(0, 50_000).Select(x => (byte)(x * 7919 % 251))])) with { Run = "failed: no RSS, Atom or JSON feed", State = "new" },

        // Broken, but a feed.
        HostileSite.Feed("feed-without-items", Rss("")) with { Links = [] },
        HostileSite.Feed("feed-with-raw-ampersands", Rss(Item("/news/1?a=1&b=2", "<title>AT&T & شركاه &nbsp;</title>"))) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-control-characters", Rss(Item("/news/1", "<title>خ\u0001ب\u0008ر</title>"), "\n\n\u0000")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-broken-off", Xml("<rss><channel><item><title>خبر</title><link>/news/1</link></item><item><title>خب")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-wrong-encoding", In("windows-1256", "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel>" + Item("/news/1") + "</channel></rss>", "text/xml; charset=utf-8")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-after-a-warning", Rss(Item("/news/1"), "<br />\n<b>Warning</b>: Cannot modify header information in <b>/var/www/feed.php</b><br />\n")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-reads-a-file", Rss(Item("/news/1", "<title>&xxe;</title><guid>&xxe;</guid>"), "<!DOCTYPE rss [<!ENTITY xxe SYSTEM \"file:///etc/passwd\"><!ENTITY % dtd SYSTEM \"http://127.0.0.1:1/evil.dtd\">%dtd;]>")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-an-entity-bomb", Rss(Item("/news/1", "<title>&i;</title>"), $"<!DOCTYPE rss [<!ENTITY a \"lol\">{Many(8, x => $"<!ENTITY {(char)('a' + x)} \"{Many(10, _ => $"&{(char)('a' + x - 1)};")}\">")}]>")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-nested-without-end", Rss(Item("/news/1") + Many(50_000, _ => "<a><b c='d'>"))) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-identical-guids", Rss(Many(3, x => Item($"/news/{x}", "<guid isPermaLink=\"false\">1</guid>")))) with { Articles = ["خبر 1", "خبر 2", "خبر 3"], Links = ["stored", "stored", "stored"] },
        HostileSite.Feed("feed-with-tracking-parameters", x => Rss(Item("/news/1?utm_source=rss&utm_medium=feed") + Item("/news/1?fbclid=abc") + Item($"{x.Site}news/1#comments"))) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-redirectors", x => Rss($"<item><title>خبر</title><link>{x.Site}go?to=1</link><feedburner:origLink>{x.Site}news/1</feedburner:origLink></item>")) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-a-new-redirector-each-time", x => x.Path.StartsWith("/go", StringComparison.Ordinal) ? Redirect($"{x.Site}news/1") : Rss(Item("/go?1") + Item("/go?2") + Item("/go?3"))) with { Articles = One, Links = ["stored", "stored", "stored"] },
        HostileSite.Feed("feed-with-links-that-are-none", Rss(Item("javascript:alert(1)") + Item("mailto:a@b.example") + Item("file:///etc/passwd") + Item("ftp://a.example/") + Item("") + Item("http://") + Item("/news/1"))) with { Articles = One, Links = Stored },
        HostileSite.Feed("feed-with-impossible-dates", Rss(Item("/news/1", "<pubDate>Thu, 32 Foo 2999 99:99:99</pubDate>") + Item("/news/2", "<pubDate>Sun, 01 Jan 2999 00:00:00 GMT</pubDate>") + Item("/news/3"))) with { Articles = ["خبر 1", "خبر 2", "خبر 3"], Links = ["stored", "stored", "stored"] },
        HostileSite.Feed("feed-of-two-thousand", x => x.Path == "/feed" ? Rss(Many(2000, n => Item($"/gone/{n}"))) : Status("404 Not Found")) with { Links = null },
        HostileSite.Feed("feed-with-a-relative-base", x => Xml($"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"{x.Site}news/\"><entry xml:base=\"../news/\"><title>خبر</title><link href=\"1\"/></entry></feed>")) with { Articles = One, Links = Stored },
        HostileSite.Feed("page-is-gone-text-is-in-the-feed", x => x.Path == "/feed" ? Rss($"<item><title>من الخلاصة</title><link>/gone</link><content:encoded><![CDATA[<p>{Body}</p><p>{Body}</p>]]></content:encoded></item>") : Status("410 Gone")) with { Articles = ["من الخلاصة"], Links = ["stored: from the feed: "] },
        HostileSite.Feed("feed-links-to-itself", x => x.Path == "/feed" ? Rss(Item("/feed") + Item("/news/1")) : Status("404 Not Found")) with { Articles = One, Links = ["no article: feed or a sitemap", "stored"] },

        // Sitemaps and listings.
        new("sitemap-lists-itself", "sitemap: '{site}map', allow_private: true, delay: 0", x => Xml($"<sitemapindex><sitemap><loc>{x.Site}map</loc></sitemap><sitemap><loc>{x.Site}map?{x.Path.Length}</loc></sitemap></sitemapindex>")),
        new("sitemap-is-a-web-page", "sitemap: '{site}map', allow_private: true, delay: 0", _ => Html("<html><head><title>خريطة</title></head><body></body></html>")) { Run = "failed: a web page ('خريطة') came instead", State = "new" },
        new("listing-has-changed", "listing: '{site}list', links: '.news a', allow_private: true, delay: 0", _ => Html("<html><body><div class=stories><a href=/news/1>خبر</a></div></body></html>")) { Run = "failed: finds no link", State = "drifted" },
        new("listing-links-to-a-feed", "listing: '{site}list', links: 'a', allow_private: true, delay: 0", x => x.Path == "/list" ? Html("<html><body><a href=/rss>RSS</a> <a href=/news/1>خبر</a></body></html>") : Rss(Item("/news/1")))
        {
            Articles = One, Links = ["no article: feed or a sitemap", "stored"],
        },
    ];
}
