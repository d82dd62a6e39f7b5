using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace PressIngest.Reading;

/// <summary>Markup → tree, bounded for any input.</summary>
internal static class PageParser
{
    /// <summary>Made once: the parser keeps nothing of a page in them.</summary>
    private static readonly IConfiguration Services = AngleSharp.Configuration.Default;

    private static readonly IConfiguration LeanServices = new AngleSharp.Configuration([new MarkupFactory()]);

    /// <summary>For reading: AngleSharp's parser with nodes of our own. To be disposed of when all is read.</summary>
    public static MarkupDocument Parse(string html) =>
        Parser(LeanServices).ParseDocument<MarkupDocument, MarkupElement>(new TextSource(new StringTextSource(MarkupBounds.Limit(html))), PassOn);

    /// <summary>The same tree as AngleSharp's own document, which selectors can be put to.</summary>
    public static IHtmlDocument ParseForSelectors(string html) => Parser(Services).ParseDocument(MarkupBounds.Limit(html));

    /// <summary>
    /// The parser (1.10) knows templates by AngleSharp's own type alone and would come to harm by ours. Those of any page are left out already;
    /// what is left are tags that stand where no browser would take them for one.
    /// </summary>
    private static TokenConsumptionResult PassOn(ref StructHtmlToken token, TokenConsumer next)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag) || token.Name != "template") next(ref token);
        return TokenConsumptionResult.Continue;
    }

    /// <summary>Without scripting, what stands in noscript is markup like any other. Comments and source positions are not wanted.</summary>
    private static HtmlParser Parser(IConfiguration services) => new(
        new HtmlParserOptions
        {
            IsScripting = false,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            MaximumDepth = MarkupBounds.Depth,
        },
        BrowsingContext.New(services));
}
