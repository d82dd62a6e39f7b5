using System.Text;
using System.Text.Json;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>A folder of <c>Pages</c>: a page as a site sends it, and the article that is in it. Keys that <c>expected.json</c> leaves out are not looked at.</summary>
internal sealed record PageCase(string Name, byte[] Bytes, PageContext Context, JsonElement Expected)
{
    public static string Root => Path.Combine(AppContext.BaseDirectory, "Pages");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal);

    public static PageCase Load(string name)
    {
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, name, "expected.json"))).RootElement.Clone();
        var html = File.ReadAllText(Path.Combine(Root, name, "source.html"));
        var context = new PageContext(
            Given("url") is { } url ? new Uri(url) : null,
            Given("contentType"),
            Given("timeZone") is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : null,
            RulesOf(expected));
        return new PageCase(name, Encoded(html, Given("bytes")), context, expected);

        string? Given(string key) => expected.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    /// <summary>The pages are kept in UTF-8, to be read by people; "bytes" says how the site really sends them.</summary>
    private static byte[] Encoded(string html, string? how)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var utf8 = Encoding.UTF8.GetBytes(html);
        return how switch
        {
            null => utf8,
            "utf-8 with a mark" => [0xEF, 0xBB, 0xBF, .. utf8],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(html)],
            "utf-8 twice" => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(utf8)),
            "utf-8 twice over windows-1256" => Encoding.UTF8.GetBytes(Encoding.GetEncoding("windows-1256").GetString(utf8)),
            "utf-8 round windows-1256" => Mixed(html),
            _ => Encoding.GetEncoding(how).GetBytes(html),
        };
    }

    /// <summary>What stands between two marks in the page is sent in windows-1256.</summary>
    private static byte[] Mixed(string html)
    {
        var parts = html.Split("<!--1256-->");
        return [.. parts.SelectMany((x, i) => i % 2 == 0 ? Encoding.UTF8.GetBytes(x) : Encoding.GetEncoding("windows-1256").GetBytes(x))];
    }

    private static SiteRules? RulesOf(JsonElement expected)
    {
        if (!expected.TryGetProperty("rules", out var rules)) return null;
        return new SiteRules { Body = List("body"), Title = List("title"), Date = List("date"), Author = List("author"), Remove = List("remove") };

        string[] List(string key) => rules.TryGetProperty(key, out var value) ? [.. value.EnumerateArray().Select(x => x.GetString()!)] : [];
    }
}
