using Microsoft.Extensions.DependencyInjection;
using PressIngest.Storage;

namespace PressIngest.Watching;

internal static class WatchingRegistration
{
    /// <summary>Registers what monitoring is configured by (sections <c>Endpoint</c> and <c>Otlp</c>).</summary>
    public static IServiceCollection AddWatchingOptions(this IServiceCollection services)
    {
        EndpointOptions.Validate(services.AddOptions<EndpointOptions>().BindConfiguration("Endpoint")).ValidateOnStart();
        OtlpOptions.Validate(services.AddOptions<OtlpOptions>().BindConfiguration("Otlp")).ValidateOnStart();
        return services;
    }

    /// <summary>Lets others watch the running service.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<Pulse>()
        .AddSingleton<StoredGauges>()
        .AddSingleton<MetricRegister>()
        .AddSingleton<StatsQueries>()
        .AddSingleton<OtlpExport>()
        .AddSingleton<Endpoint>()
        .AddHostedService<DailySummary>();
}
