using System.Text;

namespace PressIngest.Reading;

/// <summary>What is known of a page beside its bytes.</summary>
/// <param name="Url">Its address, for relative links and the canonical URL; null where unknown.</param>
/// <param name="ContentType">The HTTP Content-Type header, as it came.</param>
/// <param name="TimeZone">The zone of dates that name none; UTC where null.</param>
/// <param name="Rules">The site's selectors.</param>
/// <param name="Encoding">Overrides all detection.</param>
public sealed record PageContext(
    Uri? Url = null, string? ContentType = null, TimeZoneInfo? TimeZone = null, SiteRules? Rules = null, Encoding? Encoding = null);

/// <summary>Bytes of a page → the article in it: pure and total, bounded in time and memory for any input.</summary>
public static class PageReader
{
    /// <summary>Reads the article of a page.</summary>
    public static Article Read(byte[] bytes, PageContext? context = null) => Explain(bytes, context).Article;

    /// <summary>Reads the article of a page and says why it was read so.</summary>
    public static (Article Article, Explanation Explanation) Explain(byte[] bytes, PageContext? context = null)
    {
        context ??= new PageContext();
        var (html, encoding) = CharsetDetector.Decode(bytes, context.ContentType, context.Encoding);
        return Read(html, encoding, context);
    }

    /// <summary>Reads the full text that a feed item carries as HTML.</summary>
    public static Article ReadFragment(string html, PageContext? context = null) =>
        Read(html, Encoding.Unicode.WebName, context ?? new PageContext()).Article;

    private static (Article Article, Explanation Explanation) Read(string html, string encoding, PageContext context)
    {
        using var document = PageParser.Parse(html);
        using var tree = PageTree.Build((MarkupNode?)document.Root ?? document);
        var head = PageHead.Read(document.Root, tree.Statements);
        var rules = RuleMatches.Of(context.Rules, html, document, tree);
        var stated = TitleReader.Stated(head);
        var headline = Headline.Find(tree, [.. stated.Select(x => x.Value)]);
        var site = Metadata.Site(head) ?? Metadata.Of(TitleReader.SiteIn(head.Title, headline < 0 ? null : tree.TextOf(headline)), "title");
        var title = TitleReader.Read(tree, stated, headline, rules, site?.Value);
        var body = BodyReader.Read(tree, head, rules, headline, title?.Value);
        var (published, updated) = DateReader.Read(tree, head, rules, headline, body, context);
        var canonical = Metadata.Canonical(head, context);
        var article = new Article
        {
            Kind = PageKindReader.Of(tree, head, body),
            Title = title,
            Subtitle = Metadata.Subtitle(tree, head, title?.Value),
            Text = body.Text,
            Author = AuthorReader.Read(tree, head, body, rules, site?.Value, headline),
            PublishedAt = published,
            UpdatedAt = updated,
            CanonicalUrl = canonical,
            Site = site,
            Section = ArticleLinks.Section(tree, head),
            Image = Metadata.Image(head, context),
            Language = LanguageReader.Read(body.Text, head.Language),
            Captions = Captions.Read(tree, headline, body.Node),
            Tags = ArticleLinks.Tags(tree, head),
            Hashtags = ArticleLinks.Hashtags(tree, body.Node),
            NextPage = ArticleLinks.NextPage(tree, head, context, canonical?.Value),
            Encoding = encoding,
            RulesDrifted = rules?.Drifted ?? false,
        };
        return (article, new Explanation(body.Why, body.Rivals, rules?.Report ?? [], body.Dropped));
    }
}
