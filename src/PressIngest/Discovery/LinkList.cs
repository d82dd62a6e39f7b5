using System.Net;

namespace PressIngest.Discovery;

/// <summary>Gathers the links of one document: absolute, canonical, each once, in the document's order.</summary>
internal sealed class LinkList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<ArticleLink> _links = [];
    private int _unusable;

    public IReadOnlyList<ArticleLink> Links => _links;

    public int Count => _links.Count;

    /// <summary>What was left out, in words.</summary>
    public IReadOnlyList<string> Notes => _unusable == 0 ? [] : [$"{_unusable} entries without a usable link were left out"];

    /// <summary>Adds a link. Where it is there already, what the first one left open is filled in.</summary>
    public void Add(Uri? baseUri, string? href, string? title = null, DateTimeOffset? publishedAt = null, string? content = null)
    {
        if (Resolve(baseUri, href) is not { } url)
        {
            _unusable++;
            return;
        }

        if (_places.TryGetValue(url, out var place))
        {
            var known = _links[place];
            _links[place] = known with { Title = known.Title ?? title, PublishedAt = known.PublishedAt ?? publishedAt,
                Content = known.Content ?? content };
            return;
        }

        _places.Add(url, _links.Count);
        _links.Add(new ArticleLink { Url = url, Title = title, PublishedAt = publishedAt, Content = content });
    }

    /// <summary>The canonical http(s) address that a reference means; of a document that is a
    /// file also a <c>file:</c> address. Null where it is none.</summary>
    public static string? Resolve(Uri? baseUri, string? href)
    {
        var text = href?.Trim();
        if (string.IsNullOrEmpty(text) || text.StartsWith('#') || text.Length > 4096) return null;
        // Escaped twice on the way into the document.
        text = text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);
        if (baseUri is { IsFile: false } && text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) text = "//" + text;
        if (!(baseUri is null ? Uri.TryCreate(text, UriKind.Absolute, out var uri) : Uri.TryCreate(baseUri, text, out uri))) return null;
        if (uri.IsFile) return baseUri is { IsFile: true } ? uri.GetLeftPart(UriPartial.Path) : null;
        return CanonicalUrl.Of(uri);
    }

    /// <summary>A title as one line of plain text: feeds put markup and doubly escaped entities into it.</summary>
    public static string? PlainTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        var text = WebUtility.HtmlDecode(LenientXml.Parse(title).Text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line;
    }
}
