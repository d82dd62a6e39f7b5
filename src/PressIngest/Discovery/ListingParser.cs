using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using PressIngest.Reading;

namespace PressIngest.Discovery;

/// <summary>A web page that lists articles → the links that a CSS selector finds on it. Pure and total.</summary>
internal static class ListingParser
{
    public static bool IsSelector(string selector) => new CssSelectorParser().ParseSelector(selector) is not null;

    /// <param name="bytes">The page, as it came.</param>
    /// <param name="address">Where it came from, for relative links.</param>
    /// <param name="selector">Links, or elements that hold one or stand in one.</param>
    /// <param name="contentType">The HTTP Content-Type, as it came.</param>
    public static DiscoveryResult Parse(byte[] bytes, Uri address, string selector, string? contentType = null)
    {
        using var page = PageParser.ParseForSelectors(CharsetDetector.Decode(bytes, contentType, known: null).Text);
        var baseUri = BaseOf(page, address);
        var links = new LinkList();
        foreach (var match in page.QuerySelectorAll(selector))
        {
            if (Anchor(match) is { } anchor) links.Add(baseUri, anchor.GetAttribute("href"), LinkList.PlainTitle(Title(anchor)));
        }

        if (links.Count > 0) return new DiscoveryResult.Found(links.Links, links.Notes);
        if (PageReader.Read(bytes).Kind == PageKind.Blocked)
        {
            return new DiscoveryResult.Failed(DiscoveryFailure.Blocked, "a page came that asks for a person: the site keeps programs out");
        }

        var named = LinkList.PlainTitle(page.Title) is { } title ? $" ('{title}')" : "";
        return new DiscoveryResult.Failed(DiscoveryFailure.Drifted, $"the selector '{selector}' finds no link on the page{named}");
    }

    private static Uri BaseOf(IDocument page, Uri address)
    {
        var href = page.QuerySelector("base[href]")?.GetAttribute("href");
        return Uri.TryCreate(address, href, out var declared) && !declared.IsFile ? declared : address;
    }

    private static IElement? Anchor(IElement match) =>
        match.LocalName == "a" && match.HasAttribute("href") ? match : match.QuerySelector("a[href]") ?? match.Closest("a[href]");

    private static string? Title(IElement anchor) => string.IsNullOrWhiteSpace(anchor.TextContent)
        ? anchor.GetAttribute("title") : anchor.TextContent;
}
