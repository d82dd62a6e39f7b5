using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Scheduling;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Commands;

/// <summary>Puts the stages together. What <c>run</c> and <c>once</c> do alike stands here; the schedule is <c>run</c>'s alone.</summary>
internal static class Composition
{
    /// <summary>Docker kills after 10 s; the last two are for sending off the last metrics and closing the database.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(8);

    /// <exception cref="ConfigException">The configuration has problems.</exception>
    public static HostApplicationBuilder CreateBuilder(Settings settings, string configFolder, string databasePath, LogLevel level)
    {
        var folder = new ConfigFolder(configFolder);
        var problems = ServiceSettings.Problems(folder.SettingsPath);
        if (problems.Any(x => !x.IsNote)) throw new ConfigException(problems);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        ServiceSettings.Add(builder.Configuration, folder.SettingsPath);
        builder.AddLogOutput(level);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services
            .AddSingleton(folder)
            .AddSingleton(new LiveSettings(settings))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new Database(databasePath))
            .AddSingleton<WriterConnection>()
            .AddSingleton<ArticleStore>()
            .AddSingleton<CopyCatchUp>()
            .AddSingleton<LinkStore>()
            .AddSingleton<LinkAgenda>()
            .AddSingleton<RunStore>()
            .AddSingleton<StatusQueries>()
            .AddSingleton<Discoverer>()
            .AddFetching()
            .AddWatchingOptions()
            .AddBackupOptions()
            .AddSingleton<Telemetry>()
            .AddSingleton<RequestLog>()
            .AddSingleton<Outage>()
            .AddSingleton<ArticlePages>()
            // A scope is a run: what the configuration says at its start holds to its end.
            .AddScoped(x => x.GetRequiredService<LiveSettings>().Current)
            .AddScoped(x => x.GetRequiredService<Settings>().Lexicon)
            .AddScoped<SourcePreviews>()
            .AddScoped<SiteSurvey>()
            .AddScoped<Ingestor>();
        return builder;
    }
}
