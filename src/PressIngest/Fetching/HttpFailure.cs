using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace PressIngest.Fetching;

/// <summary>Puts what the network and the HTTP client throw into an outcome and plain words.</summary>
internal static class HttpFailure
{
    /// <summary>Null where the exception is a mistake of our own.</summary>
    public static FetchResult.Failed? Describe(Exception exception, Uri url, TimeSpan? expired, TimeSpan connectTimeout)
    {
        if (expired is { } limit) return new FetchResult.Failed(FetchFailure.Timeout, $"{url.Host} gave no whole answer within {Seconds(limit)}");
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case ForbiddenAddressException:
                    return new FetchResult.Failed(FetchFailure.Forbidden, e.Message);
                case TimeoutException:
                    return new FetchResult.Failed(FetchFailure.Timeout, $"no connection to {url.Host} within {Seconds(connectTimeout)}");
                case AuthenticationException:
                    return new FetchResult.Failed(FetchFailure.Network, $"no secure connection to {url.Host}: {e.Message}");
                case SocketException socket:
                    return new FetchResult.Failed(FetchFailure.Network, Words(socket, url));
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                new FetchResult.Failed(FetchFailure.TooLarge, $"{url.Host} sent more headers than are read"),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
                or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                new FetchResult.Failed(FetchFailure.Malformed, $"{url.Host} answered what is no HTTP"),
            HttpRequestException or IOException => new FetchResult.Failed(FetchFailure.Network, $"{url.Host} broke the connection off"),
            _ => null,
        };
    }

    public static string Status(HttpStatusCode status)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return Enum.IsDefined(status) ? $"{number} ({Words(status.ToString())})" : number;
    }

    private static string Words(SocketException e, Uri url) => e.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"there is no host {url.Host}, or its name cannot be looked up",
        SocketError.ConnectionRefused => $"{url.Host} refuses connections at port {url.Port}",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown => $"there is no way to {url.Host}: is the network up?",
        SocketError.TimedOut => $"{url.Host} did not answer",
        _ => $"{url.Host} broke the connection off",
    };

    // NotFound → not found
    private static string Words(string name) =>
        string.Concat(name.Select((x, i) => char.IsUpper(x) && i > 0 ? $" {char.ToLowerInvariant(x)}" : $"{char.ToLowerInvariant(x)}"));

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
}
