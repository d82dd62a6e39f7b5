using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
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
    /// <summary>Docker kills after 10 s; the last second is for closing the database.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(9);

    /// <exception cref="ConfigException">The configuration has problems.</exception>
    public static HostApplicationBuilder CreateBuilder(Settings settings, string configFolder, string databasePath, LogLevel level)
    {
        var folder = new ConfigFolder(configFolder);
        var problems = ServiceSettings.Problems(folder.SettingsPath);
        if (problems.Any(x => !x.IsNote)) throw new ConfigException(problems);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        ServiceSettings.Add(builder.Configuration, folder.SettingsPath);
        AddLogging(builder, level);
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
            .AddScoped<Ingestor>();
        return builder;
    }

    /// <summary>Logs go to standard error: a line for people on a terminal, JSON where <c>Logging:Console:FormatterName</c> says so.</summary>
    private static void AddLogging(HostApplicationBuilder builder, LogLevel level)
    {
        builder.Logging.SetMinimumLevel(level);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        // Where no formatter is named, the logger falls back to its deprecated options and forgets those below.
        builder.Services.PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName ??= ConsoleFormatterNames.Simple);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(options => options.SingleLine = true);
        builder.Services.ConfigureAll<SimpleConsoleFormatterOptions>(WithTime);
        builder.Services.ConfigureAll<JsonConsoleFormatterOptions>(WithTime);
    }

    private static void WithTime(ConsoleFormatterOptions options)
    {
        options.UseUtcTimestamp = true;
        options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
    }
}
