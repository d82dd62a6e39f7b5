using System.Net;

namespace PressIngest.Fetching;

/// <summary>
/// The part of a host's name that somebody registered: news.example.com.eg and cdn.example.com.eg are both example.com.eg, and one server room feels
/// the requests to either. The public suffix list (publicsuffix.org, MPL 2.0, embedded as it is published) says where that part begins.
/// </summary>
internal sealed class RegistrableDomain
{
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);

    public RegistrableDomain()
    {
        using var list = new StreamReader(typeof(RegistrableDomain).Assembly.GetManifestResourceStream("PressIngest.Fetching.public_suffix_list.dat")!);
        while (list.ReadLine() is { } line)
        {
            var rule = line.Trim();
            if (rule.Length > 0 && !rule.StartsWith("//", StringComparison.Ordinal)) _rules.Add(rule);
        }
    }

    /// <summary>The domain; of an address in numbers and of a name without a public suffix the host and its port.</summary>
    public string Of(Uri url)
    {
        // IdnHost is lower case already; the list is in Unicode.
        var host = url.Host.TrimEnd('.').ToLowerInvariant();
        if (url.HostNameType != UriHostNameType.Dns || IPAddress.TryParse(host, out _)
            || !host.Contains('.', StringComparison.Ordinal)) return url.Authority;
        var labels = Unicode(host).Split('.');
        var suffix = SuffixLength(labels);
        return suffix >= labels.Length ? host : string.Join('.', labels[^(suffix + 1)..]);
    }

    // The longest rule wins; "*.ck" stands for any label, "!www.ck" takes one out again. Without a rule the last label is the suffix.
    private int SuffixLength(string[] labels)
    {
        for (var length = labels.Length; length > 0; length--)
        {
            var name = string.Join('.', labels[^length..]);
            if (_rules.Contains("!" + name)) return length - 1;
            if (_rules.Contains(name) || (length > 1 && _rules.Contains("*." + string.Join('.', labels[^(length - 1)..])))) return length;
        }

        return 1;
    }

    private static string Unicode(string host)
    {
        if (!host.Contains("xn--", StringComparison.Ordinal)) return host;
        try
        {
            return new System.Globalization.IdnMapping().GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }
}
