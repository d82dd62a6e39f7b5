using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace PressIngest.Reading;

/// <summary>
/// An element of a page and its attributes. Those that are asked of every element are known by their places; the element is its own
/// map of attributes, as the parser wants one.
/// </summary>
internal class MarkupElement(ElementKind kind) : MarkupNode(kind.Flags), IConstructableElement, IConstructableNamedNodeMap
{
    /// <summary>Nobody writes more; the rest is left out.</summary>
    private const int MostAttributes = sbyte.MaxValue;

    private const sbyte None = -1;

    private MarkupAttribute[] _attributes = [];
    private sbyte _class = None;
    private sbyte _id = None;
    private sbyte _itemProp = None;
    private sbyte _property = None;
    private sbyte _role = None;
    private sbyte _rel = None;
    private sbyte _href = None;
    private sbyte _e2e = None;
    private sbyte _testId = None;
    private sbyte _component = None;

    public ElementKind Kind { get; } = kind;

    /// <summary>Empty where there is none, as with all of these.</summary>
    public ReadOnlySpan<char> Class => At(_class);

    public ReadOnlySpan<char> Id => At(_id);

    public ReadOnlySpan<char> ItemProp => At(_itemProp);

    public ReadOnlySpan<char> Property => At(_property);

    public ReadOnlySpan<char> Role => At(_role);

    public ReadOnlySpan<char> Rel => At(_rel);

    public ReadOnlySpan<char> Href => At(_href);

    /// <summary>Class names made by build tools say nothing; such pages name their parts for tests and statistics.</summary>
    public ReadOnlySpan<char> ForTests => At(_e2e != None ? _e2e : _testId != None ? _testId : _component);

    /// <summary>Said to be so by attributes.</summary>
    public bool IsHidden { get; private set; }

    public bool HasAttributes => _attributes.Length > 0;

    public MarkupElement? ParentElement => Parent as MarkupElement;

    /// <summary>The texts right within it: all that a title or a script has.</summary>
    public string Text
    {
        get
        {
            if (Children is [MarkupText only]) return only.Data.ToString();
            var text = new System.Text.StringBuilder();
            foreach (var child in Children)
                if (child is MarkupText piece) text.Append(piece.Data);
            return text.ToString();
        }
    }

    public override StringOrMemory NodeName => Kind.Name;

    public StringOrMemory LocalName => Kind.Name;

    public StringOrMemory Prefix => StringOrMemory.Empty;

    public virtual StringOrMemory NamespaceUri => NamespaceNames.HtmlUri;

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference
    {
        get => null;
        set { }
    }

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => IndexOf(name) is >= 0 and var at ? _attributes[at] : null;

    /// <summary>The value of an attribute; null where the element has none of that name.</summary>
    public string? Attribute(ReadOnlySpan<char> name) => IndexOf(name) is >= 0 and var at ? _attributes[at].Value.ToString() : null;

    public bool HasAttribute(StringOrMemory name) => IndexOf(name) >= 0;

    public StringOrMemory GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        IndexOf(localName) is >= 0 and var at ? _attributes[at].Value : StringOrMemory.Empty;

    public void SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value)
    {
        var at = IndexOf(name);
        if (at < 0) Array.Resize(ref _attributes, (at = _attributes.Length) + 1);
        Set(at, name, value);
    }

    public void SetAttributes(StructAttributes tagAttributes)
    {
        var before = _attributes.Length;
        var count = Math.Min(before + tagAttributes.Count, MostAttributes);
        if (count == before) return;
        Array.Resize(ref _attributes, count);
        for (var i = before; i < count; i++)
        {
            var attribute = tagAttributes[i - before];
            Set(i, attribute.Name, attribute.Value);
        }
    }

    public bool SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not MarkupElement other || other._attributes.Length != _attributes.Length) return false;
        foreach (var (name, value) in _attributes)
            if (other.IndexOf(name) is not (>= 0 and var at) || other._attributes[at].Value != value) return false;
        return true;
    }

    /// <summary>The parser says so when it closes the element.</summary>
    public virtual void SetupElement()
    {
    }

    public IConstructableNode ShallowCopy()
    {
        var copy = new MarkupElement(Kind);
        foreach (var (name, value) in _attributes) copy.SetOwnAttribute(name, value);
        return copy;
    }

    private ReadOnlySpan<char> At(sbyte index) => index < 0 ? default : _attributes[index].Value.Memory.Span;

    private int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < _attributes.Length; i++)
            if (_attributes[i].Name.Memory.Span.SequenceEqual(name)) return i;
        return -1;
    }

    private void Set(int index, StringOrMemory name, StringOrMemory value)
    {
        _attributes[index] = new MarkupAttribute(name, value);
        switch (name.Memory.Span)
        {
            case "class":
                _class = (sbyte)index;
                break;
            case "id":
                _id = (sbyte)index;
                break;
            case "itemprop":
                _itemProp = (sbyte)index;
                break;
            case "property":
                _property = (sbyte)index;
                break;
            case "role":
                _role = (sbyte)index;
                break;
            case "rel":
                _rel = (sbyte)index;
                break;
            case "href":
                _href = (sbyte)index;
                break;
            case "data-e2e":
                _e2e = (sbyte)index;
                break;
            case "data-testid":
                _testId = (sbyte)index;
                break;
            case "data-component":
                _component = (sbyte)index;
                break;
            case "hidden":
                IsHidden = true;
                break;
            case "aria-hidden":
                IsHidden |= value.Memory.Span is "true";
                break;
            case "style":
                IsHidden |= Says(value, "display", "none") || Says(value, "visibility", "hidden");
                break;
        }
    }

    private static bool Says(ReadOnlySpan<char> style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + property.Length)..].TrimStart(" :").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
