namespace PressIngest.Fetching;

/// <summary>A header that opens a source to us. It goes to the source's own sites and nowhere else, and is never printed.</summary>
public sealed class Credential
{
    private readonly string _value;
    private readonly IReadOnlyCollection<string> _sites;

    /// <param name="header">The header's name.</param>
    /// <param name="value">What it says.</param>
    /// <param name="addresses">The source's addresses: scheme, host and port of one of them must be those of a request.</param>
    public Credential(string header, string value, IEnumerable<string> addresses)
    {
        Header = header;
        _value = value;
        _sites = [.. addresses.Select(x => new Uri(x).GetLeftPart(UriPartial.Authority))];
    }

    public string Header { get; }

    /// <summary>The file that the secret was read from; null where it came from elsewhere.</summary>
    public string? File { get; init; }

    /// <summary>What to send to an address; null where it is none of the source's own.</summary>
    internal string? For(Uri url) => _sites.Contains(url.GetLeftPart(UriPartial.Authority), StringComparer.OrdinalIgnoreCase) ? _value : null;

    public override string ToString() => $"{Header}: …";
}
