using System.CommandLine;
using PressIngest.Configuration;

namespace PressIngest.Commands;

/// <summary><c>check</c>: validates all configuration and prints every problem with its place.</summary>
internal static class CheckCommand
{
    public static Command Create(GlobalOptions options)
    {
        var command = new Command("check", "Validates all configuration and prints every problem as file:line:column: message");
        command.SetAction(parsed => Run(parsed.GetValue(options.Config)!));
        return command;
    }

    private static int Run(string config)
    {
        var problems = new List<Problem>();
        var folder = new ConfigFolder(config);
        var settings = Settings.Parse(folder.Read(), problems);
        problems.AddRange(ServiceSettings.Problems(folder.SettingsPath));
        foreach (var problem in problems) Console.Out.WriteLine(problem);
        if (settings is null || !problems.TrueForAll(x => x.IsNote)) return 1;
        Console.Out.WriteLine($"{config} is right: {Words.Count(settings.Sources.Count, "source")}, {settings.Sources.Count(x => x.Enabled)} enabled; rules and vocabulary {settings.Lexicon.Version}");
        return 0;
    }
}
