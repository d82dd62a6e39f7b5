using System.Buffers;

namespace PressIngest.Reading;

/// <summary>What a page says of its article beside the text, each value with where it was found.</summary>
internal static class Metadata
{
    private static readonly SearchValues<string> SubtitleNames =
        SearchValues.Create(["subtitle", "sub-title", "sub_title", "subhead", "standfirst"], StringComparison.OrdinalIgnoreCase);

    public static Sourced<string>? Site(PageHead head) =>
        head.Meta("og:site_name", "application-name", "al:ios:app_name", "apple-mobile-web-app-title")
        ?? Of(head.JsonLd.Publisher, "json-ld") ?? head.Meta("dc.publisher");

    /// <summary>A second headline under or over the first.</summary>
    public static Sourced<string>? Subtitle(PageTree tree, PageHead head, string? title)
    {
        if (Of(head.JsonLd.Subtitle, "json-ld") is { } stated && stated.Value != title) return stated;
        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Element is not { HasAttributes: true } element || node.Words is < 3 or > 60) continue;
            if (!element.ItemProp.Contains("alternativeHeadline", StringComparison.OrdinalIgnoreCase) && !IsSubtitleClass(element.Class)) continue;
            if (tree.TextOf(i) is var text && text != title) return new Sourced<string>(text, !element.ItemProp.IsEmpty ? "microdata" : "class");
        }

        return null;
    }

    public static Sourced<string>? Canonical(PageHead head, PageContext context)
    {
        var found = Of(head.Link("canonical"), "canonical") ?? head.Meta("og:url") ?? Of(head.JsonLd.Url, "json-ld");
        if (found is { } value && Absolute(value.Value, context) is { } url) return new Sourced<string>(url, value.From);
        return context.Url is { } own ? new Sourced<string>(own.AbsoluteUri, "url") : null;
    }

    public static Sourced<string>? Image(PageHead head, PageContext context)
    {
        var found = head.Meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
            ?? Of(head.JsonLd.Image, "json-ld") ?? Of(head.Link("image_src"), "image_src");
        return found is { } value && Absolute(value.Value, context) is { } url ? new Sourced<string>(url, value.From) : null;
    }

    public static Sourced<string>? Of(string? value, string from) =>
        string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(TextLine.Clean(value), from);

    public static string? Absolute(string address, PageContext context)
    {
        if (!Uri.TryCreate(context.Url, address, out var url) && !Uri.TryCreate(address, UriKind.Absolute, out url)) return null;
        return url.IsAbsoluteUri && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;
    }

    /// <summary>The element, or the one round it, is named as the place of a second headline.</summary>
    public static bool IsSubtitle(PageTree tree, int node) =>
        IsSubtitleClass(tree.Nodes[node].Element!.Class) || IsSubtitleClass(tree.Nodes[tree.Nodes[node].Parent].Element!.Class);

    private static bool IsSubtitleClass(ReadOnlySpan<char> names) => names.ContainsAny(SubtitleNames);
}
