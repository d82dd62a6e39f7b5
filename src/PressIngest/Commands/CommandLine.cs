using System.CommandLine;
using System.CommandLine.Help;

namespace PressIngest.Commands;

/// <summary>The command line in all: its verbs, and help with examples.</summary>
internal static class CommandLine
{
    public static RootCommand Create()
    {
        var options = new GlobalOptions();
        var root = new RootCommand("PressIngest: Arabic press articles in; campaigns, hashtags, quotations and figures out, in a SQLite file")
        {
            options.Config,
            options.Db,
            RunCommand.Create(options),
            OnceCommand.Create(options),
            ExtractCommand.Create(options),
            CheckCommand.Create(options),
            AddCommand.Create(options),
            SourcesCommand.Create(options),
            StatsCommand.Create(options),
            ReextractCommand.Create(options),
            ExportCommand.Create(options),
            MetadataCommand.Create(options),
            SnapshotCommand.Create(options),
            VacuumCommand.Create(options),
            ForgetCommand.Create(options),
            HealthCommand.Create(options),
        };
        root.Add(CompletionCommand.Create(root));
        root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, cancellationToken));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
