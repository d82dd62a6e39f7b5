using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Scheduling;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary>Puts the stages together. What <c>run</c> and <c>once</c> do alike stands here; the schedule is <c>run</c>'s alone.</summary>
internal static class Composition
{
    /// <summary>Docker kills after 10 s; the last second is for closing the database.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(9);

    /// <exception cref="ConfigException">The configuration has problems.</exception>
    public static HostApplicationBuilder CreateBuilder(Settings settings, string configFolder, string databasePath, LogLevel level)
    {
        if (SettingsProblems(configFolder).ToList() is { Count: > 0 } problems) throw new ConfigException(problems);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = AppContext.BaseDirectory });
        AddSettings(builder.Configuration, new ConfigFolder(configFolder).SettingsPath);
        AddLogging(builder, level);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(settings.Lexicon)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new Database(databasePath))
            .AddSingleton<WriterConnection>()
            .AddSingleton<ArticleStore>()
            .AddSingleton<LinkStore>()
            .AddSingleton<LinkAgenda>()
            .AddSingleton<RunStore>()
            .AddSingleton<StatusQueries>()
            .AddSingleton(new ConfigFolder(configFolder))
            .AddSingleton<Discoverer>()
            .AddFetching()
            .AddSingleton<RequestLog>()
            .AddSingleton<Outage>()
            .AddSingleton<ArticlePages>()
            .AddSingleton<Ingestor>();
        return builder;
    }

    /// <summary>Settings that cannot be used, as problems with their places.</summary>
    public static IEnumerable<Problem> SettingsProblems(string configFolder)
    {
        var path = new ConfigFolder(configFolder).SettingsPath;
        var services = new ServiceCollection();
        using var configuration = new ConfigurationManager();
        try
        {
            AddSettings(configuration, path);
            services.AddSingleton<IConfiguration>(configuration).AddFetching();
            using var provider = services.BuildServiceProvider();
            _ = provider.GetRequiredService<IOptions<FetchOptions>>().Value;
            _ = provider.GetRequiredService<IOptions<AlertOptions>>().Value;
            return [];
        }
        catch (ConfigException e)
        {
            return e.Problems;
        }
        catch (OptionsValidationException e)
        {
            return e.Failures.Select(x => new Problem(path, 1, 1, x));
        }
        catch (InvalidOperationException e)
        {
            return [new Problem(path, 1, 1, e.Message)];
        }
    }

    private static void AddSettings(ConfigurationManager configuration, string path)
    {
        if (File.Exists(path))
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            }
            catch (JsonException e)
            {
                throw new ConfigException([new Problem(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, $"not valid JSON: {e.Message}")]);
            }

            configuration.AddJsonFile(Path.GetFullPath(path), optional: false, reloadOnChange: false);
        }

        configuration.AddEnvironmentVariables("PRESSINGEST__");
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
