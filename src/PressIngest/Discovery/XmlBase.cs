namespace PressIngest.Discovery;

/// <summary><c>xml:base</c>: what relative links in an element are relative to.</summary>
internal static class XmlBase
{
    public static Uri Of(LenientElement element, Uri address)
    {
        var outer = element.Parent is { } parent ? Of(parent, address) : address;
        var declared = element.Attribute("xml:base");
        // A document on the web must not turn its links into files.
        return declared is not null && Uri.TryCreate(outer, declared, out var uri) && (!uri.IsFile || address.IsFile) ? uri : outer;
    }
}
