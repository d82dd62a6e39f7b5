using System.CommandLine;
using PressIngest.Configuration;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>reextract</c>: today's reading and rules over the stored articles, an
/// article a transaction; ended and run again, it goes on.</summary>
internal static class ReextractCommand
{
    private const int ProgressEvery = 100;

    public static Command Create(GlobalOptions options)
    {
        var source = new Option<string?>("--source") { Description = "Only the articles of this source", HelpName = "KEY" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would change and changes nothing" };
        var all = new Option<bool>("--all") { Description = "Also the articles that these rules have been over already, and reads every stored page again" };
        var facts = new Option<bool>("--facts") { Description = "Shows every fact that came, went or changed, not only the first of them" };
        var command = new Command("reextract",
            "Runs today's rules over the stored articles, reads their pages again where reading has changed, and shows which facts came, went or changed")
        {
            source, dryRun, all, facts,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var report = new ReextractionReport(Console.Out, parsed.GetValue(dryRun), parsed.GetValue(facts));
            return Task.FromResult(Run(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, parsed.GetValue(source), parsed.GetValue(all), report, cancellationToken));
        });
        return command;
    }

    private static int Run(string config, string db, string? key, bool all, ReextractionReport report, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(config);
        var sources = settings.Sources.ToDictionary(x => x.Key, StringComparer.Ordinal);
        var database = new Database(db);
        var texts = new StoredTexts(database);
        var selection = new StoredSelection(key, all ? null : settings.Lexicon.Version,
            sources.ToDictionary(x => x.Key, x => ReaderVersion.Of(x.Value.Rules)));
        var count = texts.Count(selection);
        using var writer = new WriterConnection(database);
        var articles = new ArticleStore(writer);
        foreach (var stored in texts.All(selection))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = sources.GetValueOrDefault(stored.Source);
            var isRead = source is not null && (all || stored.Reader != selection.Readers[stored.Source]);
            var renewed = isRead ? Renewals.Read(stored, texts.Pages(stored.Id), source!, settings.Lexicon)
                : Renewals.Extract(stored, source?.TimeZone ?? TimeZoneInfo.Utc, settings.Lexicon);
            report.Add(stored, renewed, articles.Renew(stored, renewed, report.IsRehearsal));
            if (report.Articles % ProgressEvery == 0) Console.Error.WriteLine($"{report.Articles} of {count} articles");
        }

        report.Write(settings.Lexicon.Version);
        return 0;
    }
}
