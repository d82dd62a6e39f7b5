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
    public static Article Read(byte[] bytes, PageContext? context = null)
    {
        context ??= new PageContext();
        var (html, encoding) = CharsetDetector.Decode(bytes, context.ContentType, context.Encoding);
        return Read(html, encoding, context);
    }

    /// <summary>Reads the full text that a feed item carries as HTML.</summary>
    public static Article ReadFragment(string html, PageContext? context = null) => Read(html, "utf-16", context ?? new PageContext());

    private static Article Read(string html, string encoding, PageContext context)
    {
        var document = PageParser.Parse(html);
        var tree = PageTree.Build(document.Body ?? (AngleSharp.Dom.INode)document);
        var hints = new ElementHint[tree.Nodes.Length];
        for (var i = 0; i < hints.Length; i++)
            if (tree.Nodes[i].Element is { } element) hints[i] = ElementHints.Of(element);
        var removed = Boilerplate.Mark(tree, hints);
        var blocks = BlockReader.Read(tree, removed);
        var main = MainText.Find(tree, hints, blocks);
        var head = PageHead.Read(document);
        var site = Metadata.Site(head);
        var title = TitleReader.Read(tree, head, main.Node, site?.Value);
        var lines = blocks.Where(x => tree.Contains(main.Node, x.First)).Select(x => new ArticleLine(x, TextRenderer.TextOf(tree, removed, x))).ToList();
        var text = TextRenderer.Join(ArticleTrimmer.Trim(lines, title?.Value));
        var heading = Array.FindIndex(tree.Nodes, x => x.Name == "h1");
        var (published, updated) = DateReader.Read(tree, head, heading, main.Node, context);
        return new Article
        {
            Kind = PageKind.Article,
            Title = title,
            Text = text,
            Author = Metadata.Author(tree, head, main.Node, site?.Value),
            PublishedAt = published,
            UpdatedAt = updated,
            CanonicalUrl = Metadata.Canonical(head, context),
            Site = site,
            Section = Metadata.Section(head),
            Image = Metadata.Image(head, context),
            Language = LanguageReader.Read(text, head.Language),
            Encoding = encoding,
        };
    }
}
