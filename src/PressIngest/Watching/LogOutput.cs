using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace PressIngest.Watching;

/// <summary>Logs go to standard error: a line for people on a terminal, a line of JSON
/// anywhere else, or as <c>Logging:Console:FormatterName</c> has it.</summary>
internal static class LogOutput
{
    public static void AddLogOutput(this HostApplicationBuilder builder, LogLevel level)
    {
        builder.Logging.SetMinimumLevel(level);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        // Before the framework's own of the same name: the first one counts.
        builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        var usual = Usual(Console.IsErrorRedirected, Environment.GetEnvironmentVariable("DOTNET_RUNNING_IN_CONTAINER"));
        builder.Services.PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName = string.IsNullOrEmpty(options.FormatterName) ? usual : options.FormatterName);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(options => options.SingleLine = true);
        builder.Services.ConfigureAll<SimpleConsoleFormatterOptions>(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
    }

    /// <summary>The format where none is named.</summary>
    internal static string Usual(bool isRedirected, string? inContainer) =>
        isRedirected || string.Equals(inContainer, "true", StringComparison.OrdinalIgnoreCase) ? ConsoleFormatterNames.Json
            : ConsoleFormatterNames.Simple;
}
