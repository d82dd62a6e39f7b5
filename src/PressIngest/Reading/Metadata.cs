namespace PressIngest.Reading;

/// <summary>What a page says of its article beside the text, each value with where it was found.</summary>
internal static class Metadata
{
    public static Sourced<string>? Site(PageHead head) =>
        Clean(head.Meta("og:site_name", "application-name", "al:ios:app_name", "apple-mobile-web-app-title")) ?? Of(head.JsonLd.Publisher, "json-ld") ?? Clean(head.Meta("dc.publisher", "copyright"));

    public static Sourced<string>? Canonical(PageHead head, PageContext context)
    {
        var found = Of(head.Link("canonical"), "canonical") ?? head.Meta("og:url") ?? Of(head.JsonLd.Url, "json-ld");
        return found is { } value && Absolute(value.Value, context) is { } url ? new Sourced<string>(url, value.From) : context.Url is { } own ? new Sourced<string>(own.AbsoluteUri, "url") : null;
    }

    public static Sourced<string>? Author(PageTree tree, PageHead head, int main, string? site)
    {
        var stated = Of(head.JsonLd.Author, "json-ld") ?? head.Meta("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author", "twitter:creator:name");
        if (stated is { } value && IsName(value.Value, site)) return value;
        return null;
    }

    public static Sourced<string>? Image(PageHead head, PageContext context)
    {
        var found = head.Meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src") ?? Of(head.JsonLd.Image, "json-ld") ?? Of(head.Link("image_src"), "image_src");
        return found is { } value && Absolute(value.Value, context) is { } url ? new Sourced<string>(url, value.From) : null;
    }

    public static Sourced<string>? Section(PageHead head) => head.Meta("article:section", "section", "articlesection", "category") ?? Of(head.JsonLd.Section, "json-ld");

    public static Sourced<string>? Of(string? value, string from) => string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(TextLine.Clean(value), from);

    public static string? Absolute(string address, PageContext context)
    {
        if (!Uri.TryCreate(context.Url, address, out var url) && !Uri.TryCreate(address, UriKind.Absolute, out url)) return null;
        return url.IsAbsoluteUri && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;
    }

    private static Sourced<string>? Clean(Sourced<string>? value) => value is { } found ? Of(found.Value, found.From) : null;

    private static bool IsName(string value, string? site) => value.Length is > 2 and < 120 && !value.Contains("://", StringComparison.Ordinal) && !string.Equals(value, site, StringComparison.OrdinalIgnoreCase) && value is not ("admin" or "Admin");
}
