using System.CommandLine;
using PressIngest.Configuration;

namespace PressIngest.Commands;

/// <summary>The options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    public Option<string> Config { get; } = new("--config")
    {
        Description = "The configuration folder (PRESSINGEST_CONFIG)",
        HelpName = "DIR",
        DefaultValueFactory = _ =>
            DefaultConfig.Folder(Environment.GetEnvironmentVariable("PRESSINGEST_CONFIG") is { Length: > 0 } folder ? folder
            : "config", DefaultConfig.Shipped),
        Recursive = true,
    };

    public Option<string> Db { get; } = new("--db")
    {
        Description = "The database file (PRESSINGEST_DB)",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PRESSINGEST_DB") is { Length: > 0 } file ? file
            : Path.Combine("data", "press.db"),
        Recursive = true,
    };
}
