using System.Text;

namespace PressIngest.Discovery;

/// <summary>
/// One spelling for each address: the same article reached through a newsletter, a share button or a feed reader is one article.
/// Only what cannot change the answer is touched; a path or a parameter of the site's own is left as it is.
/// </summary>
public static class CanonicalUrl
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh",
        "li_fat_id", "mc_cid", "mc_eid",
        "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "oly_anon_id", "oly_enc_id", "vero_id", "wickedid", "spm", "ocid",
        "ns_campaign", "ns_mchannel",
        "ns_source", "cmpid", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4",
        "__twitter_impression", "ref_src", "ref_url",
        "smid", "s_cid", "xtor", "__cf_chl_tk", "amp_js_v", "usqp", "traffic_source",
    };

    private static readonly string[] TrackingPrefixes = ["utm_", "pk_", "mtm_", "hsa_", "matomo_"];

    // What sticks to an address that was cut out of running text.
    private const string Junk = " \t\r\n\"<>»”’،؛\u200B\u200E\u200F\u00A0\uFEFF";

    /// <summary>The canonical form of an absolute http(s) address; null where the text is none.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url.Trim(Junk.ToCharArray()), UriKind.Absolute, out var uri) ? Of(uri) : null;

    /// <inheritdoc cref="Of(string)"/>
    public static string? Of(Uri uri)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0) return null;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = UpperEscapes(uri.AbsolutePath);
        return $"{uri.Scheme}://{Host(uri)}{port}{path}{Query(uri.Query)}";
    }

    private static string Host(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        return host.ToLowerInvariant().TrimEnd('.');
    }

    private static string Query(string query)
    {
        if (query.Length <= 1) return "";
        var kept = new StringBuilder();
        foreach (var pair in query[1..].Split('&'))
        {
            if (pair.Length == 0 || IsTracking(pair.Split('=', 2)[0])) continue;
            kept.Append(kept.Length == 0 ? '?' : '&').Append(pair);
        }

        return UpperEscapes(kept.ToString());
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name) || TrackingPrefixes.Any(x => name.StartsWith(x, StringComparison.OrdinalIgnoreCase));

    // %d8 and %D8 are the same octet, and outlets' own links mix both.
    private static string UpperEscapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var chars = text.ToCharArray();
        for (var i = 0; i + 2 < chars.Length; i++)
        {
            if (chars[i] != '%' || !char.IsAsciiHexDigit(chars[i + 1]) || !char.IsAsciiHexDigit(chars[i + 2])) continue;
            chars[i + 1] = char.ToUpperInvariant(chars[i + 1]);
            chars[i + 2] = char.ToUpperInvariant(chars[i + 2]);
        }

        return new string(chars);
    }
}
