using AngleSharp.Dom;

namespace PressIngest.Reading;

/// <summary>What an element is called by its attributes, read from them once.</summary>
internal sealed class ElementNames
{
    private ElementNames()
    {
    }

    public string? Class { get; private set; }

    public string? Id { get; private set; }

    public string? ItemProp { get; private set; }

    public string? Property { get; private set; }

    public string? Role { get; private set; }

    public string? Rel { get; private set; }

    public bool IsHidden { get; private set; }

    /// <summary>Class names made by build tools say nothing; such pages name their parts for tests and statistics.</summary>
    public string? ForTests => _e2e ?? _testId ?? _component;

    private string? _e2e;
    private string? _testId;
    private string? _component;

    /// <summary>The names of an element; null where it has no attributes.</summary>
    public static ElementNames? Of(IElement element)
    {
        var attributes = element.Attributes;
        if (attributes.Length == 0) return null;
        var names = new ElementNames();
        for (var i = 0; i < attributes.Length; i++) names.Take(attributes[i]!);
        return names;
    }

    private void Take(IAttr attribute)
    {
        switch (attribute.Name)
        {
            case "class":
                Class = attribute.Value;
                break;
            case "id":
                Id = attribute.Value;
                break;
            case "itemprop":
                ItemProp = attribute.Value;
                break;
            case "property":
                Property = attribute.Value;
                break;
            case "role":
                Role = attribute.Value;
                break;
            case "rel":
                Rel = attribute.Value;
                break;
            case "data-e2e":
                _e2e = attribute.Value;
                break;
            case "data-testid":
                _testId = attribute.Value;
                break;
            case "data-component":
                _component = attribute.Value;
                break;
            case "hidden":
                IsHidden = true;
                break;
            case "aria-hidden":
                IsHidden |= attribute.Value == "true";
                break;
            case "style":
                IsHidden |= Says(attribute.Value, "display", "none") || Says(attribute.Value, "visibility", "hidden");
                break;
        }
    }

    private static bool Says(string style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + property.Length).TrimStart(" :").StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
