using PressIngest.Configuration;

namespace PressIngest.Discovery;

/// <summary>The addresses, files and folders of a source, checked.</summary>
internal sealed class SourceLocations(ConfigNode node, string folder, bool mustExist)
{
    /// <summary>True where the source asks another machine.</summary>
    public bool AnyRemote => ((string[])["feed", "sitemap", "listing"]).Any(x => IsAddress(node.Get(x)?.Scalar))
        || Urls.Any(x => IsAddress(x.Scalar));

    public IReadOnlyList<string> Read(SourceKind kind) => kind switch
    {
        SourceKind.Feed => AddressOrFile("feed"),
        SourceKind.Sitemap => AddressOrFile("sitemap"),
        SourceKind.Listing => AddressOrFile("listing"),
        SourceKind.Urls => Addresses(),
        _ => Folder(),
    };

    public static bool IsAddress(string? text) => text?.Contains("://", StringComparison.Ordinal) ?? false;

    private IEnumerable<ConfigNode> Urls => node.Get("urls") is { IsMap: false } urls ? urls.Items() : [];

    private List<string> AddressOrFile(string key)
    {
        if (node.Required(key) is not { Length: > 0 } location) return [];
        var value = node.Get(key)!;
        if (IsAddress(location)) CheckAddress(value, location);
        else if (ConfinedPath.Find(folder, location) is not { } path) value.Report($"'{location}' lies outside the config folder");
        else if (mustExist && !File.Exists(path)) value.Report($"there is no file '{location}' in {folder}");
        return [location];
    }

    private IReadOnlyList<string> Addresses()
    {
        foreach (var item in Urls)
        {
            if (item.Scalar is { } address) CheckAddress(item, address);
        }

        var addresses = node.Texts("urls");
        if (addresses.Count == 0) node.Get("urls")!.Report("'urls' must be a list of at least one address");
        return addresses;
    }

    // A folder may lie anywhere: what is dropped for ingestion seldom stands among the configuration.
    private List<string> Folder()
    {
        if (node.Required("folder") is not { Length: > 0 } location) return [];
        if (IsAddress(location)) node.Get("folder")!.Report($"'folder' must be a path, not '{location}'");
        else if (mustExist && !Directory.Exists(Path.Combine(folder, location))) node.Get("folder")!.Report($"there is no folder '{location}' (looked for in {folder})");
        return [location];
    }

    private static void CheckAddress(ConfigNode value, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            value.Report($"expected an address that begins with http:// or https://, not '{address}'");
        }
        else if (uri.UserInfo.Length > 0)
        {
            value.Report("an address must not hold a user name or password");
        }
    }
}
