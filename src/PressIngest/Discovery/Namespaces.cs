namespace PressIngest.Discovery;

/// <summary>
/// Names elements by the customary prefix of their namespace. A document may bind any prefix to a namespace, and broken ones use a prefix
/// that they never bound: then the prefix itself says what was meant.
/// </summary>
internal static class Namespaces
{
    public const string Atom = "atom";
    public const string Content = "content";
    public const string DublinCore = "dc";
    public const string FeedBurner = "feedburner";
    public const string News = "news";
    public const string Rdf = "rdf";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["http://www.w3.org/2005/Atom"] = Atom,
        ["http://purl.org/atom/ns#"] = Atom,
        ["http://purl.org/rss/1.0/modules/content/"] = Content,
        ["http://purl.org/dc/elements/1.1/"] = DublinCore,
        ["http://purl.org/dc/terms/"] = DublinCore,
        ["http://rssnamespace.org/feedburner/ext/1.0"] = FeedBurner,
        ["http://www.google.com/schemas/sitemap-news/0.9"] = News,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = Rdf,
    };

    public static void Resolve(LenientElement element)
    {
        var colon = element.RawName.IndexOf(':', StringComparison.Ordinal);
        var written = colon < 0 ? "" : element.RawName[..colon];
        element.Name = element.RawName[(colon + 1)..];
        var binding = Binding(element, written.Length == 0 ? "xmlns" : "xmlns:" + written);
        if (binding is null) element.Prefix = written.ToLowerInvariant();
        else if (Known.TryGetValue(binding.Trim(), out var prefix)) element.Prefix = prefix;
        else element.Prefix = IsOfTheFormat(binding) ? "" : written.ToLowerInvariant();
    }

    private static string? Binding(LenientElement element, string attribute)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            if (at.Attribute(attribute) is { } uri) return uri;
        }

        return null;
    }

    private static bool IsOfTheFormat(string uri) =>
        uri.StartsWith("http://purl.org/rss/1.0/", StringComparison.OrdinalIgnoreCase) && uri.Length == "http://purl.org/rss/1.0/".Length
        || uri.Contains("/schemas/sitemap/", StringComparison.OrdinalIgnoreCase)
        || uri.StartsWith("http://my.netscape.com/rdf/simple/", StringComparison.OrdinalIgnoreCase)
        || uri.StartsWith("http://backend.userland.com/rss", StringComparison.OrdinalIgnoreCase);
}
