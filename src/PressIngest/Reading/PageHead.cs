namespace PressIngest.Reading;

/// <summary>What a page says of itself outside its text: meta elements, links, title, JSON-LD and other scripts of data.</summary>
internal sealed class PageHead
{
    private readonly Dictionary<string, List<string>> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _links = new(StringComparer.OrdinalIgnoreCase);

    private PageHead()
    {
    }

    public string? Title { get; private set; }

    public string? Language { get; private set; }

    public JsonLd JsonLd { get; private set; } = JsonLd.Read([]);

    /// <summary>Scripts that may hold state as JSON, in document order.</summary>
    public IEnumerable<string> States { get; private set; } = [];

    public static PageHead Read(MarkupElement? root, IReadOnlyList<MarkupElement> statements)
    {
        var head = new PageHead { Language = root?.Attribute("lang") ?? root?.Attribute("xml:lang") };
        var linked = new List<string>();
        var states = new List<MarkupElement>();
        foreach (var element in statements)
        {
            switch (element.Kind.Name)
            {
                case "meta":
                    head.AddMeta(element);
                    break;
                case "link" when element.Attribute("href") is { Length: > 0 } href:
                    foreach (var rel in (element.Attribute("rel") ?? "").Split(' ')) head._links.TryAdd(rel, href.Trim());
                    break;
                case "title":
                    head.Title ??= TextLine.Clean(element.Text);
                    break;
                case "script" when element.Attribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true:
                    linked.Add(element.Text);
                    break;
                case "script" when !element.HasAttribute("src"):
                    states.Add(element);
                    break;
            }
        }

        head.JsonLd = JsonLd.Read(linked);
        // Seldom asked for, and often half of the page.
        head.States = states.Select(x => x.Text);
        return head;
    }

    /// <summary>The first value under any of the names, and the name it stood under.</summary>
    public Sourced<string>? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_meta.TryGetValue(name, out var values)) return new Sourced<string>(values[0], name);
        return null;
    }

    public IReadOnlyList<string> Metas(string name) => _meta.TryGetValue(name, out var values) ? values : [];

    public string? Link(string rel) => _links.GetValueOrDefault(rel);

    private void AddMeta(MarkupElement element)
    {
        if (element.Attribute("content") is not { } raw) return;
        var value = TextLine.Clean(System.Net.WebUtility.HtmlDecode(raw));
        if (value.Length == 0) return;
        foreach (var attribute in (string[])["property", "name", "itemprop", "http-equiv"])
        {
            if (element.Attribute(attribute) is not { Length: > 0 } name) continue;
            if (!_meta.TryGetValue(name.Trim(), out var values)) _meta[name.Trim()] = values = [];
            values.Add(value);
        }
    }
}
