using System.Text;

namespace PressIngest.Discovery;

/// <summary>An element as <see cref="LenientXml"/> found it.</summary>
internal sealed class LenientElement(string source, LenientElement? parent, string rawName)
{
    // A hostile document is made of empty elements: what they do not have costs nothing.
    private Dictionary<string, string>? _attributes;
    private List<LenientElement>? _children;
    private List<(int At, string Piece)>? _text;

    /// <summary>The name as it is written, for matching the end tag.</summary>
    public string RawName { get; } = rawName;

    public LenientElement? Parent { get; } = parent;

    /// <summary>The customary prefix of the element's namespace, whatever prefix the document uses; empty for the format's own elements.</summary>
    public string Prefix { get; set; } = "";

    public string Name { get; set; } = "";

    public IReadOnlyList<LenientElement> Children => _children ?? [];

    public int ContentStart { get; set; }

    public int ContentEnd { get; set; }

    /// <summary>The markup between the element's tags, as it is written.</summary>
    public string InnerMarkup => source[ContentStart..Math.Max(ContentStart, ContentEnd)];

    /// <summary>The element's text with that of the elements in it, in its order, trimmed.</summary>
    public string Text
    {
        get
        {
            if (_children is null && _text is [(_, var only)]) return only.Trim();
            var all = new StringBuilder();
            Collect(all);
            return all.ToString().Trim();
        }
    }

    public string? Attribute(string name) => _attributes?.GetValueOrDefault(name);

    public IEnumerable<LenientElement> All(string prefix, string name) => Children.Where(x => x.Is(prefix, name));

    public LenientElement? First(string prefix, string name) => _children?.Find(x => x.Is(prefix, name));

    public bool Is(string prefix, string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase) && Prefix == prefix;

    /// <summary>The element and all in it, in document order.</summary>
    public IEnumerable<LenientElement> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var element in child.SelfAndDescendants()) yield return element;
        }
    }

    public void Add(LenientElement child) => (_children ??= []).Add(child);

    public void Add(string attribute, string value) => (_attributes ??= new(StringComparer.OrdinalIgnoreCase)).TryAdd(attribute, value);

    public void Append(string text) => (_text ??= []).Add((Children.Count, text));

    private void Collect(StringBuilder all)
    {
        var breaksLine = Name is "br" or "p" or "div" or "li";
        if (breaksLine) all.Append('\n');
        var next = 0;
        foreach (var (at, piece) in _text ?? [])
        {
            while (next < at) _children![next++].Collect(all);
            all.Append(piece);
        }

        while (next < Children.Count) _children![next++].Collect(all);
        if (breaksLine) all.Append('\n');
    }
}
