using System.Text;

namespace PressIngest.Discovery;

/// <summary>An element as <see cref="LenientXml"/> found it.</summary>
internal sealed class LenientElement(string source, LenientElement? parent, string rawName)
{
    private StringBuilder? _text;

    /// <summary>The name as it is written, for matching the end tag.</summary>
    public string RawName { get; } = rawName;

    public LenientElement? Parent { get; } = parent;

    /// <summary>The customary prefix of the element's namespace, whatever prefix the document uses; empty for the format's own elements.</summary>
    public string Prefix { get; set; } = "";

    public string Name { get; set; } = "";

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<LenientElement> Children { get; } = [];

    public int ContentStart { get; set; }

    public int ContentEnd { get; set; }

    /// <summary>The markup between the element's tags, as it is written.</summary>
    public string InnerMarkup => source[ContentStart..Math.Max(ContentStart, ContentEnd)];

    /// <summary>The element's text with that of the elements in it, trimmed.</summary>
    public string Text
    {
        get
        {
            if (Children.Count == 0) return _text?.ToString().Trim() ?? "";
            var all = new StringBuilder();
            Collect(all);
            return all.ToString().Trim();
        }
    }

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    public IEnumerable<LenientElement> All(string prefix, string name) => Children.Where(x => x.Is(prefix, name));

    public LenientElement? First(string prefix, string name) => Children.Find(x => x.Is(prefix, name));

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

    public void Append(string text) => (_text ??= new StringBuilder()).Append(text);

    private void Collect(StringBuilder all)
    {
        all.Append(_text);
        foreach (var child in Children) child.Collect(all.Append(' '));
    }
}
