using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PressIngest.Reading;

/// <summary>Markup → document, bounded for any input.</summary>
internal static class PageParser
{
    /// <summary>Made once: the parser keeps nothing of a page in it.</summary>
    private static readonly IConfiguration Services = AngleSharp.Configuration.Default;

    public static IHtmlDocument Parse(string html) => Parser().ParseDocument(MarkupBounds.Limit(html));

    /// <summary>Without scripting, what stands in noscript is markup like any other. Comments and source positions are not wanted.</summary>
    private static HtmlParser Parser() => new(
        new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            MaximumDepth = MarkupBounds.Depth,
        },
        BrowsingContext.New(Services));
}
