using System.Net;
using System.Net.Sockets;

namespace PressIngest.Fetching;

/// <summary>
/// Tells addresses of the public Internet from all others: loopback, private networks,
/// link-local ones (where clouds serve their machines' credentials),
/// multicast, documentation, and IPv6 forms that carry such an IPv4 address inside (RFC 6890 and its registries).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Reserved4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only 2000::/3 is given out at all.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork[] Reserved6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork) return !Array.Exists(Reserved4, x => x.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0) return false;
        var bytes = address.GetAddressBytes();
        if (Nat64.Contains(address)) return Is(new IPAddress(bytes.AsSpan(12, 4)));
        if (SixToFour.Contains(address)) return Is(new IPAddress(bytes.AsSpan(2, 4)));
        return Global6.Contains(address) && !Array.Exists(Reserved6, x => x.Contains(address));
    }
}
