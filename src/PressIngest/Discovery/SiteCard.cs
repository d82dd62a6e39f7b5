using System.Text;
using AngleSharp.Dom;
using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>What a site says of itself on its home page: name, country, feeds. Pure; what it does not say is null.</summary>
internal sealed record SiteCard(string? Name, string? Country, IReadOnlyList<string> Feeds)
{
    private static readonly char[] TitleSeparators = ['|', '-', '–', '—', '•', ':'];

    private static readonly string FeedLinks =
        string.Join(", ", new[] { "rss+xml", "atom+xml", "feed+json" }.Select(x => $"link[rel~=alternate i][type='application/{x}' i][href]"));

    public static SiteCard Read(byte[] bytes, Uri address, string? contentType)
    {
        using var page = PageParser.ParseForSelectors(CharsetDetector.Decode(bytes, contentType, known: null).Text);
        var name = Meta(page, "og:site_name") ?? Meta(page, "application-name") ?? ShortTitle(page.Title);
        var locale = Meta(page, "og:locale") ?? page.DocumentElement.GetAttribute("lang");
        // Comments have feeds of their own, which are no news.
        var feeds = page.QuerySelectorAll(FeedLinks).Where(x => !IsOfComments(x)).Select(x => LinkList.Resolve(address, x.GetAttribute("href"))).OfType<string>().Distinct();
        return new SiteCard(name, CountryOf(address.IdnHost, locale), [.. feeds]);
    }

    /// <summary>The country of a host's name, else of a locale such as ar-EG.</summary>
    public static string? CountryOf(string host, string? locale)
    {
        var last = host.TrimEnd('.').Split('.')[^1].ToUpperInvariant();
        if (Countries.Zone(last) is not null) return last;
        return locale?.Split('-', '_') is [_, .., { Length: 2 } region] && region.All(char.IsAsciiLetter)
            && Countries.Zone(region.ToUpperInvariant()) is not null ? region.ToUpperInvariant() : null;
    }

    /// <summary>A key as people would choose one: of www.example.com.eg it is example.</summary>
    public static string KeyOf(string registrable)
    {
        var key = new StringBuilder();
        foreach (var letter in registrable.Split('.', ':')[0].ToLowerInvariant()) key.Append(char.IsAsciiLetterLower(letter)
            || char.IsAsciiDigit(letter) ? letter : '-');
        return key.ToString().Trim('-') is { Length: > 0 } word ? word : "source";
    }

    private static bool IsOfComments(IElement link) =>
        $"{link.GetAttribute("href")} {link.GetAttribute("title")}" is var said
            && (said.Contains("comment", StringComparison.OrdinalIgnoreCase) || said.Contains("تعليق", StringComparison.Ordinal));

    private static string? Meta(IDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}' i], meta[name='{name}' i]")?.GetAttribute("content")?.Trim() is { Length: > 0 } text ? text
        : null;

    // A home page says its name first, and what it is behind that: «صحيفة الميناء | أخبار المدينة».
    private static string? ShortTitle(string? title)
    {
        if (LinkList.PlainTitle(title) is not { } text) return null;
        return text.Split(TitleSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? text;
    }
}
