using Microsoft.Extensions.DependencyInjection;

namespace PressIngest.Watching;

internal static class WatchingRegistration
{
    /// <summary>Registers what monitoring is configured by (section <c>Endpoint</c>).</summary>
    public static IServiceCollection AddWatchingOptions(this IServiceCollection services)
    {
        EndpointOptions.Validate(services.AddOptions<EndpointOptions>().BindConfiguration("Endpoint")).ValidateOnStart();
        return services;
    }

    /// <summary>Lets others watch the running service.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services) => services
        .AddSingleton<Pulse>()
        .AddSingleton<StoredGauges>()
        .AddSingleton<MetricRegister>()
        .AddSingleton<Endpoint>();
}
