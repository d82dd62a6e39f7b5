using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PressIngest.Fetching;
using PressIngest.Watching;

namespace PressIngest.Configuration;

/// <summary>The settings of the service: <c>appsettings.json</c>, and the environment over it.</summary>
internal static class ServiceSettings
{
    private const string Prefix = "PRESSINGEST__";

    /// <exception cref="ConfigException">The file is no JSON.</exception>
    public static void Add(IConfigurationBuilder configuration, string path)
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
        }

        // A change is applied only when all of the configuration has been found right.
        configuration.AddJsonFile(Path.GetFullPath(path), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables(Prefix);
    }

    /// <summary>Settings that cannot be used, as problems with their places.</summary>
    public static IEnumerable<Problem> Problems(string path)
    {
        var services = new ServiceCollection();
        using var configuration = new ConfigurationManager();
        try
        {
            Add(configuration, path);
            services.AddSingleton<IConfiguration>(configuration).AddFetching().AddWatchingOptions();
            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (ConfigException e)
        {
            return e.Problems;
        }
        catch (AggregateException e)
        {
            return [.. e.InnerExceptions.SelectMany(x => Messages(x)).Select(x => new Problem(path, 1, 1, x))];
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            return [.. Messages(e).Select(x => new Problem(path, 1, 1, x))];
        }
    }

    private static IEnumerable<string> Messages(Exception e) => e is OptionsValidationException invalid ? invalid.Failures : [e.Message];
}
