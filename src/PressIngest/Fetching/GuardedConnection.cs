using System.Net;
using System.Net.Sockets;

namespace PressIngest.Fetching;

/// <summary>
/// Opens the connections of the HTTP client. The address that is checked is the very one that is connected to, so a name that
/// resolves to something else the second time (DNS rebinding) gains nothing.
/// </summary>
internal static class GuardedConnection
{
    public static ValueTask<Stream> ToPublic(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        OpenAsync(context.DnsEndPoint, PublicAddress.Is, cancellationToken);

    public static ValueTask<Stream> ToAny(SocketsHttpConnectionContext context, CancellationToken cancellationToken) =>
        OpenAsync(context.DnsEndPoint, static _ => true, cancellationToken);

    private static async ValueTask<Stream> OpenAsync(DnsEndPoint host, Func<IPAddress, bool> isAllowed, CancellationToken cancellationToken)
    {
        // Looking an address up gives the address, but for 0.0.0.0 and [::], which make the resolver throw.
        var resolved = IPAddress.TryParse(host.Host, out var address) ? [address] : await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        // IPv4 first: where IPv6 is configured but leads nowhere, each connection would otherwise wait for its time-out.
        var allowed = resolved.Where(isAllowed).OrderBy(x => x.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).ToArray();
        if (allowed.Length == 0) throw new ForbiddenAddressException(host.Host, resolved);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Carries the refusal through the HTTP client, which knows no other way.</summary>
internal sealed class ForbiddenAddressException(string host, IPAddress[] addresses)
    : IOException($"{host} is a private address ({string.Join(", ", addresses.AsEnumerable())}): allowed only for a source with 'allow_private: true'");
