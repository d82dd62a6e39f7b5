namespace PressIngest.Fetching;

/// <summary>
/// Cookies for the length of one chain of redirects: sites that set one and redirect to the same address go round for ever without it. Each goes back
/// to the very host that set it, and all are forgotten with the answer.
/// </summary>
internal sealed class RedirectCookies
{
    private const int Most = 20;
    private const int MostLength = 4096;

    private readonly Dictionary<(string Site, string Name), string> _values = [];

    /// <summary>Takes in the Set-Cookie headers of an answer.</summary>
    public void Learn(Uri url, IEnumerable<string> headers)
    {
        foreach (var header in headers)
        {
            var pair = header.Split(';', 2)[0].Split('=', 2);
            var name = pair[0].Trim();
            var isCookie = pair.Length == 2 && name.Length > 0 && header.Length <= MostLength && pair[1].All(x => x is > ' ' and <= '~' and not ',');
            if (isCookie && _values.Count < Most) _values[(Site(url), name)] = pair[1];
        }
    }

    /// <summary>The Cookie header for an address; null where there is none to send.</summary>
    public string? For(Uri url)
    {
        var site = Site(url);
        var pairs = _values.Where(x => x.Key.Site == site).Select(x => $"{x.Key.Name}={x.Value}").ToList();
        return pairs.Count == 0 ? null : string.Join("; ", pairs);
    }

    private static string Site(Uri url) => url.GetLeftPart(UriPartial.Authority);
}
