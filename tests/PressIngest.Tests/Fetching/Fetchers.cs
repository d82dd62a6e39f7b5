using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

/// <summary>A fetcher put together as the program does it.</summary>
internal sealed class Fetchers : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Fetchers(TimeProvider? time = null, Action<FetchOptions>? configure = null, Func<DelegatingHandler>? before = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        if (time is not null) services.AddSingleton(time);
        services.AddFetching();
        services.Configure<FetchOptions>(x => x.Retries = 0);
        if (before is not null) services.AddHttpClient(PressIngest.Fetching.Fetcher.PublicClient).AddHttpMessageHandler(before);
        if (configure is not null) services.Configure(configure);
        _services = services.BuildServiceProvider();
    }

    public Fetcher Fetcher => _services.GetRequiredService<Fetcher>();

    public Microsoft.Extensions.Options.IOptions<FetchOptions> Options => _services.GetRequiredService<Microsoft.Extensions.Options.IOptions<FetchOptions>>();

    public Task<FetchResult> FetchAsync(Uri url, long maxBytes = 100_000, TimeSpan delay = default, bool allowPrivate = true, string? eTag = null) =>
        Fetcher.FetchAsync(new FetchRequest(url, maxBytes, delay, allowPrivate, eTag), Xunit.TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
