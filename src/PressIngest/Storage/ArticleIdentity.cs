namespace PressIngest.Storage;

/// <summary>
/// One article is one row, whatever its address says. Sites name the address to go by in rel=canonical, and some name their home
/// page there for everything: so it counts only where it leads to a page, and to one of the same site (a copy at another outlet is an
/// article of its own).
/// </summary>
internal static class ArticleIdentity
{
    /// <summary>The identity of the page at <paramref name="url"/>, both addresses being canonicalised already.</summary>
    public static string Of(string url, string? canonical)
    {
        if (!Uri.TryCreate(canonical, UriKind.Absolute, out var there) || there.Scheme is not ("http" or "https")) return url;
        if (there.AbsolutePath is "" or "/" && there.Query.Length == 0) return url;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var here) || here.Scheme is not ("http" or "https")) return canonical;
        return SameSite(here.Host, there.Host) ? canonical : url;
    }

    /// <summary>www.x.com, m.x.com and x.com are one site.</summary>
    private static bool SameSite(string a, string b)
    {
        var (longer, shorter) = (WithoutWww(a), WithoutWww(b));
        if (longer.Length < shorter.Length) (longer, shorter) = (shorter, longer);
        return longer.Equals(shorter, StringComparison.OrdinalIgnoreCase) || longer.EndsWith("." + shorter, StringComparison.OrdinalIgnoreCase);
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
