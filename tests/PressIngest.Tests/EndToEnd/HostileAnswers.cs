using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What hostile and broken sites answer, as it goes over the wire.</summary>
internal static class HostileAnswers
{
    public const string Body = "خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر ثلاثة أشهر.";

    public static byte[] Raw(string answer) => Encoding.Latin1.GetBytes(answer);

    public static byte[] Status(string status, string headers = "") => Raw($"HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n");

    public static byte[] Redirect(string to, string headers = "") => Status("302 Found", $"Location: {to}\r\n{headers}");

    public static byte[] Ok(string type, byte[] body, string headers = "") =>
        [.. Raw(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{headers}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n")), .. body];

    public static byte[] Html(string html, string headers = "") => Ok("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), headers);

    public static byte[] Article(string title, string head = "", string tail = "") => Html(Page(title, head, tail));

    public static string Page(string title, string head = "", string tail = "") =>
        PressPages.Article(title, Body).Replace("</head>", head + "</head>", StringComparison.Ordinal).Replace("</article>", tail + "</article>", StringComparison.Ordinal);

    public static byte[] In(string encoding, string html, string type = "text/html") => Ok(type, (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(html));

    public static byte[] Xml(string document) => Ok("application/xml", Encoding.UTF8.GetBytes(document));

    public static byte[] Rss(string items, string beginning = "") => Xml($"{beginning}<rss version=\"2.0\"><channel><title>صحيفة الميناء</title>{items}</channel></rss>");

    public static string Item(string link, string rest = "<title>خبر</title>") => $"<item>{rest}<link>{link}</link></item>";

    /// <summary>So many octets of nothing, gzipped.</summary>
    public static byte[] Zip(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var nothing = new byte[1_000_000];
            for (var i = 0; i < megabytes; i++) zip.Write(nothing);
        }

        return packed.ToArray();
    }

    public static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(1, count).Select(one));
}
