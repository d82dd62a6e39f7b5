using System.CommandLine;
using PressIngest.Configuration;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>reextract</c>: today's rules over the stored articles, an article a transaction; ended and run again, it goes on.</summary>
internal static class ReextractCommand
{
    private const int ProgressEvery = 100;

    public static Command Create(GlobalOptions options)
    {
        var source = new Option<string?>("--source") { Description = "Only the articles of this source", HelpName = "KEY" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would change and changes nothing" };
        var command = new Command("reextract", "Runs today's rules over the stored articles and shows which facts came, went or stayed") { source, dryRun };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Run(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, parsed.GetValue(source), parsed.GetValue(dryRun), cancellationToken)));
        return command;
    }

    private static int Run(string config, string db, string? source, bool dryRun, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(config);
        var zones = settings.Sources.ToDictionary(x => x.Key, x => x.TimeZone);
        var database = new Database(db);
        var texts = new StoredTexts(database);
        var count = texts.Count(source);
        using var writer = new WriterConnection(database);
        var articles = new ArticleStore(writer);
        var (done, touched, added, removed, kept) = (0, 0, 0, 0, 0);
        foreach (var stored in texts.All(source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var zone = zones.GetValueOrDefault(stored.Source, TimeZoneInfo.Utc);
            var facts = Extractor.Extract(stored.Title, stored.Text, settings.Lexicon, ContextOf(stored, zone), stored.TitleInText);
            var changes = articles.ReplaceFacts(stored, facts, settings.Lexicon.Version, dryRun);
            (done, added, removed, kept) = (done + 1, added + changes.Added, removed + changes.Removed, kept + changes.Kept);
            if (changes.Added + changes.Removed > 0) touched++;
            if (done % ProgressEvery == 0) Console.Error.WriteLine($"{done} of {count} articles");
        }

        Console.Out.WriteLine(
            $"{(dryRun ? "would change" : "changed")} {touched} of {Words.Count(done, "article")}: {Words.Count(added, "fact")} came, {removed} went, {kept} stayed (rules and vocabulary {settings.Lexicon.Version})");
        return 0;
    }

    private static ExtractionContext ContextOf(StoredText stored, TimeZoneInfo zone) => new(
        stored.Country, stored.PublishedAt is { } time ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).Date) : null, stored.PageHashtags);
}
