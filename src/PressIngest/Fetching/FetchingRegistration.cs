using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PressIngest.Fetching;

public static class FetchingRegistration
{
    /// <summary>Registers <see cref="Fetcher"/>, <see cref="Webhook"/> and their options (sections <c>Fetch</c> and <c>Alerts</c>).</summary>
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        FetchOptions.Validate(services.AddOptions<FetchOptions>().BindConfiguration("Fetch")).ValidateOnStart();
        AlertOptions.Validate(services.AddOptions<AlertOptions>().BindConfiguration("Alerts")).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Webhook>();
        services.AddHttpClient(Webhook.Client, client => client.Timeout = TimeSpan.FromSeconds(10)).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<Fetcher>();
        // Two clients, not one with a switch: a pooled connection that one source may use must never serve another that may not.
        services.AddGuardedClient(Fetcher.PublicClient, isPrivateAllowed: false);
        services.AddGuardedClient(Fetcher.PrivateClient, isPrivateAllowed: true);
        return services;
    }

    private static void AddGuardedClient(this IServiceCollection services, string name, bool isPrivateAllowed) => services
        .AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<IOptions<FetchOptions>>().Value, isPrivateAllowed));

    // Redirects, their cookies and decompression are done by hand, where they can be checked and bounded.
    private static SocketsHttpHandler CreateHandler(FetchOptions options, bool isPrivateAllowed) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        UseCookies = false,
        // Sites are not told which of our traces a request belongs to.
        ActivityHeadersPropagator = null,
        // Behind a proxy the address that is connected to could not be checked.
        UseProxy = false,
        ConnectTimeout = options.ConnectTimeout,
        ConnectCallback = isPrivateAllowed ? GuardedConnection.ToAny : GuardedConnection.ToPublic,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        // Sites put raw UTF-8 into Location and file names.
        ResponseHeaderEncodingSelector = static (_, _) => System.Text.Encoding.UTF8,
    };
}
