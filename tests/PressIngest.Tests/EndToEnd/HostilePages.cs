using System.Text;
using static PressIngest.Tests.EndToEnd.HostileAnswers;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What comes where an article should be.</summary>
internal static class HostilePages
{
    private const string TwoPages = "urls: ['{site}a', '{site}b'], allow_private: true, delay: 0";

    private static readonly string Listing = Many(12, x => $"<article><h3><a href=\"/news/{x}\">خبر عن المدينة ومكتباتها رقم {x}</a></h3></article>");

    public static IReadOnlyList<HostileSite> All { get; } =
    [
        // The connection and HTTP itself.
        HostileSite.Page("refused-connection", Raw(""), "failed: refuses connections") with { IsDown = true },
        HostileSite.Page("closed-at-once", Raw(""), "failed: broke the connection off"),
        HostileSite.Page("another-protocol", Raw("SSH-2.0-OpenSSH_9.6\r\n"), "failed: is no HTTP"),
        HostileSite.Page("body-cut-short", Raw("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<html>"), "failed: broke the connection off"),
        HostileSite.Page("broken-chunks", Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "failed: is no HTTP"),
        HostileSite.Page("huge-length", Raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"), "failed: larger than"),
        HostileSite.Page("header-flood", Raw("HTTP/1.1 200 OK\r\n" + Many(3000, x => $"X-Flood-{x}: {new string('x', 50)}\r\n") + "\r\n"), "failed: more headers than are read"),
        HostileSite.Page("endless-100-continue", Raw(Many(5000, _ => "HTTP/1.1 100 Continue\r\n\r\n")), "failed: more headers than are read"),
        HostileSite.Page("broken-gzip", Ok("text/html", Raw("\x1F\x8B\x08x"), "Content-Encoding: gzip\r\n"), "failed: compression (gzip) is broken"),
        HostileSite.Page("compression-not-asked-for", Ok("text/html", Raw("abcd"), "Content-Encoding: zstd\r\n"), "failed: compressed as 'zstd'"),
        HostileSite.Page("gzip-bomb", Ok("text/html", Zip(50), "Content-Encoding: gzip\r\n"), "failed: unpacks to more than"),
        HostileSite.Page("endless-body", Raw(""), "failed: larger than") with { Drip = Endless },
        HostileSite.Page("never-answers", Raw(""), "failed: no whole answer within") with { Drip = (_, token) => Task.Delay(Timeout.Infinite, token) },
        HostileSite.Page("stalls-after-the-headers", Raw(""), "failed: no whole answer within") with { Drip = Stall },
        HostileSite.Page("drips", Raw(""), "failed: no whole answer within") with { Drip = Dripping },

        // Statuses and redirects.
        HostileSite.Page("not-found", Status("404 Not Found"), "failed: 404"),
        HostileSite.Page("unasked-304", Status("304 Not Modified"), "failed: 304"),
        HostileSite.Page("unknown-status", Status("999 Request denied"), "failed: 999"),
        HostileSite.Page("server-error", Status("500 Internal Server Error"), "failed: 500"),
        HostileSite.Page("too-many-requests", Status("429 Too Many Requests", "Retry-After: 7200\r\n"), "failed: 429"),
        HostileSite.Page("redirects-for-ever", x => Redirect($"{x.Site}page?{x.Path.Length}"), "failed: redirects more than 5 times"),
        HostileSite.Page("redirects-to-nowhere", Status("302 Found"), "failed: without saying where to"),
        HostileSite.Page("redirects-to-a-file", Redirect("file:///etc/passwd"), "failed: no http or https address"),
        HostileSite.Page("redirects-to-data", Redirect("data:text/html,x"), "failed: no http or https address"),
        HostileSite.Page("redirects-with-a-password", x => Redirect(x.Site.Replace("//", "//user:secret@", StringComparison.Ordinal)), "failed: holds a user name"),
        HostileSite.Page("asks-for-a-cookie-first", x => x.Head.Contains("Cookie: seen=1", StringComparison.Ordinal) ? Article("خبر") : Redirect(x.Site + "page", "Set-Cookie: seen=1\r\n"), "stored") with { Articles = ["خبر"] },
        new("private-addresses", "urls: ['http://127.0.0.1:{port}/', 'http://localhost:{port}/', 'http://2130706433:{port}/a', 'http://[::1]:{port}/', 'http://[::ffff:127.0.0.1]:{port}/', 'http://0.0.0.0:{port}/', 'http://10.0.0.1/', 'http://169.254.169.254/latest/meta-data/']", _ => Article("خبر"))
        {
            Links = [.. Enumerable.Repeat("failed: is a private address", 8)],
        },
        HostileSite.Page("robots-forbids", Article("خبر"), "failed: robots.txt") with { Robots = Ok("text/plain", Raw("User-agent: *\nDisallow: /page")) },
        HostileSite.Page("robots-cannot-be-had", Article("خبر"), "failed: robots.txt") with { Robots = Status("503 Service Unavailable") },
        HostileSite.Page("robots-is-a-web-page", Article("خبر"), "stored") with { Robots = Article("robots"), Articles = ["خبر"] },

        // Pages that are no articles, with status 200.
        new("login-page", TwoPages, _ => Html("<html lang=ar><head><title>تسجيل الدخول</title></head><body><form><input name=user><input type=password name=pass></form></body></html>"))
        {
            Links = ["failed: login, consent or challenge", "failed: login, consent or challenge"], State = "blocked",
        },
        new("challenge-page", TwoPages, _ => Html("<html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing the site</h1></body></html>"))
        {
            Links = ["failed: login, consent or challenge", "failed: login, consent or challenge"], State = "blocked",
        },
        new("consent-wall", TwoPages, _ => Html("<html lang=ar><head><title>خصوصيتك تهمّنا</title></head><body><h1>نحن وشركاؤنا نحترم خصوصيتك</h1><p>نستخدم ملفات تعريف الارتباط لقياس الزيارات وعرض الإعلانات، ونحتاج إلى موافقتك قبل أن تتابع القراءة في موقعنا.</p><button>أوافق</button></body></html>"))
        {
            Links = ["failed: login, consent or challenge", "failed: login, consent or challenge"], State = "blocked",
        },
        new("forbidden", TwoPages, _ => Status("403 Forbidden")) { Links = ["failed: 403", "failed: 403"], State = "blocked" },
        HostileSite.Page("error-page", Html("<html lang=ar><head><title>الصفحة غير موجودة</title></head><body><h1>الصفحة غير موجودة</h1><p>عد إلى الرئيسية</p></body></html>"), "no article: error"),
        HostileSite.Page("listing-page", Html($"<html lang=ar><head><title>أخبار</title></head><body><main>{Listing}</main></body></html>"), "no article: lists others"),
        HostileSite.Page("empty-page", Html(""), "no article"),
        HostileSite.Page("a-picture", Ok("image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 20_000).Select(x => (byte)(x * 7919 % 251))]), "no article: a picture"),
        HostileSite.Page("a-pdf", Ok("application/pdf", Raw("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n" + Many(500, x => $"{x} 0 obj << >> endobj\n"))), "no article: a PDF document"),
        HostileSite.Page("json", Ok("application/json", "{\"title\": \"خبر\", \"items\": [1, 2, 3]}"u8.ToArray()), "no article"),
        HostileSite.Page("a-feed", Rss(Many(20, x => Item($"/news/{x}", $"<title>خبر عن المدينة ومكتباتها وناسها رقم {x}</title><description>{Body}</description>"))), "no article: feed or a sitemap"),
        HostileSite.Page("another-language", Html($"<html lang=en><body><article><h1>News of the harbour</h1>{Many(4, _ => "<p>The public library of the old harbour town has been visited by more than a thousand readers in its first week, its director said on Monday.</p>")}</article></body></html>"), "other language: 'en'"),

        // Articles that are hard to read.
        HostileSite.Page("header-names-the-wrong-charset", In("windows-1256", Page("الميناء", "").Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal), "text/html; charset=utf-8"), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("meta-names-the-wrong-charset", Ok("text/html", Encoding.UTF8.GetBytes(Page("الميناء").Replace("charset=\"utf-8\"", "charset=\"windows-1256\"", StringComparison.Ordinal))), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("utf-16-unannounced", Ok("text/html", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page("الميناء"))]), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("entity-bomb", Html("<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + Page("الميناء", "", $"<p>{Many(20_000, _ => "&b;&amp;")}</p>")), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("nested-without-end", Article("الميناء", "", Many(50_000, _ => "<div><b>")), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("next-page-is-itself", x => Article("الميناء", $"<link rel=\"next\" href=\"{x.Site}page\">"), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("pages-without-end", x => Article("الميناء", $"<link rel=\"next\" href=\"{x.Site}page?page={x.Path.Length}{new string('1', x.Path.Length % 7)}\">"), "stored") with { Articles = ["الميناء"] },
        HostileSite.Page("dated-in-the-future", Article("الميناء", "<meta property=\"article:published_time\" content=\"2999-01-01T10:00:00Z\">"), "stored") with { Articles = ["الميناء"] },
    ];

    private static async Task Endless(Stream stream, CancellationToken token)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
        while (true) await stream.WriteAsync(new byte[65536], token);
    }

    private static async Task Stall(Stream stream, CancellationToken token)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<html>"u8.ToArray(), token);
        await Task.Delay(Timeout.Infinite, token);
    }

    private static async Task Dripping(Stream stream, CancellationToken token)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), token);
        while (true)
        {
            await stream.WriteAsync("x"u8.ToArray(), token);
            await Task.Delay(50, token);
        }
    }
}
