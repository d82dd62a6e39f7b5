using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Scheduling;
using PressIngest.Storage;
using PressIngest.Watching;

namespace PressIngest.Commands;

/// <summary><c>run</c>: the service, every source on its own schedule, until SIGTERM or Ctrl-C.</summary>
internal static class RunCommand
{
    public static Command Create(GlobalOptions options)
    {
        var command = new Command("run", "The service: every source on its own schedule, until SIGTERM or Ctrl-C");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string config, string db, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(config);
        var builder = Composition.CreateBuilder(settings, config, db, LogLevel.Information);
        var database = new Database(db);
        using var claim = Claim.Take(database, TimeProvider.System);
        // A file that cannot be used is said at once, not at the first article.
        database.Prepare();
        builder.Services.AddWatching().AddScheduling(settings, new StatusQueries(database).Sources(), TimeProvider.System.GetUtcNow());
        using var host = builder.Build();
        host.Services.GetRequiredService<StoredGauges>().Register();
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("PressIngest");
        logger.LogInformation(
            Events.Started,
            "PressIngest {Version} with {Sources} into {Database}; {Engine}", Versions.Program,
                Words.Count(settings.Sources.Count(x => x.Enabled), "source"), database.Path, Database.Engine);
        if (database.Upgraded is { } upgrade) logger.LogWarning(Events.DatabaseUpgraded, "{Upgrade}", upgrade.ToString());
        foreach (var note in settings.Notes) logger.LogWarning(Events.ConfigNoted, "{Note}", note);
        host.Services.GetRequiredService<OtlpExport>().Start(Versions.Program);
        await host.Services.GetRequiredService<Endpoint>().StartAsync(cancellationToken);
        await host.RunAsync(cancellationToken);
        logger.LogInformation(Events.Stopped, "Stopped");
        return 0;
    }
}
