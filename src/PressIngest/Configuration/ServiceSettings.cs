using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PressIngest.Fetching;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Configuration;

/// <summary>The settings of the service: <c>appsettings.json</c>, and the environment over it.</summary>
internal static class ServiceSettings
{
    private const string Prefix = "PRESSINGEST__";

    /// <summary>The sections and who reads them; what .NET and Quartz read themselves is theirs to judge.</summary>
    public static readonly IReadOnlyDictionary<string, Type?> Sections = new Dictionary<string, Type?>
    {
        [ServiceFile.SchemaKey] = null, ["Fetch"] = typeof(FetchOptions), ["Alerts"] = typeof(AlertOptions), ["Endpoint"] = typeof(EndpointOptions),
        ["Backup"] = typeof(BackupOptions), ["Otlp"] = typeof(OtlpOptions), ["Logging"] = null, ["Quartz"] = null,
    };

    public static void Add(IConfigurationBuilder configuration, string path)
    {
        // A change is applied only when all of the configuration has been found right.
        configuration.AddJsonFile(Path.GetFullPath(path), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables(Prefix);
    }

    /// <summary>Settings that cannot be used, as problems with their places.</summary>
    public static IReadOnlyList<Problem> Problems(string path)
    {
        var problems = new List<Problem>();
        var file = ServiceFile.Read(path, File.Exists(path) ? File.ReadAllText(path) : "{}", Sections, problems);
        problems.AddRange(UnknownVariables());
        if (!problems.TrueForAll(x => x.IsNote)) return problems;
        var services = new ServiceCollection();
        using var configuration = new ConfigurationManager();
        Add(configuration, path);
        services.AddSingleton<IConfiguration>(configuration).AddFetching().AddWatchingOptions().AddBackupOptions();
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException or AggregateException)
        {
            problems.AddRange(Messages(e).Select(x => Place(file, x)));
        }

        return problems;
    }

    private static IEnumerable<string> Messages(Exception e) => e switch
    {
        AggregateException all => all.InnerExceptions.SelectMany(Messages),
        OptionsValidationException invalid => invalid.Failures,
        _ => [e.Message],
    };

    /// <summary>Messages of rules begin with the setting; those of the binder name it behind "at".</summary>
    private static Problem Place(ServiceFile file, string message)
    {
        var setting = message.Split(" at '") is [_, var rest] ? rest.Split('\'')[0] : message.Split(' ')[0];
        var variable = Prefix + setting.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
        var given = Variables().FirstOrDefault(x => x.Equals(variable, StringComparison.OrdinalIgnoreCase));
        return given is null ? file.At(setting, message) : new Problem($"environment variable {given}", 1, 1, message);
    }

    // A misspelt variable would be ignored without a word.
    private static IEnumerable<Problem> UnknownVariables()
    {
        foreach (var name in Variables())
        {
            var parts = name[Prefix.Length..].Split("__");
            var section = Sections.FirstOrDefault(x => x.Key.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
            var known = section.Value?.GetProperties().Select(x => x.Name.ToUpperInvariant()).ToArray();
            if (section.Key is not null && (known is null || (parts.Length > 1 && known.Contains(parts[1].ToUpperInvariant())))) continue;
            var nearest = Spelling.Nearest(parts[^1].ToUpperInvariant(), known ?? [.. Sections.Keys.Select(x => x.ToUpperInvariant())]);
            yield return new Problem($"environment variable {name}", 1, 1,
                $"no setting has this name{(nearest is null ? "" : $"; did you mean {nearest}?")}") { IsNote = true };
        }
    }

    private static IEnumerable<string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(x => (string)x.Key).Where(x =>
            x.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
}
