using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Scheduling;

namespace PressIngest.Commands;

/// <summary><c>add URL</c>: finds the feed of a site and writes a source for it into <c>sources.yaml</c>.</summary>
internal static class AddCommand
{
    private const int TitlesShown = 5;

    public static Command Create(GlobalOptions options)
    {
        var url = new Argument<string>("URL") { Description = "A site's home page, or its feed or sitemap" };
        var key = new Option<string?>("--key") { Description = "The source's key; made from the site's name without it", HelpName = "KEY" };
        var name = new Option<string?>("--name") { Description = "The source's name; as the site calls itself without it", HelpName = "NAME" };
        var country = new Option<string?>("--country") { Description = "ISO 3166 code such as EG; guessed from the address and the page without it", HelpName = "CODE" };
        var timezone = new Option<string?>("--timezone") { Description = "IANA name such as Africa/Cairo; that of the country without it", HelpName = "ZONE" };
        var every = new Option<string?>("--every") { Description = "How often it is looked at, such as 30m; as often as it has news without it", HelpName = "TIME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Prints the entry and writes nothing" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "The site may be on this machine or in the private network" };
        var command = new Command("add",
            "Finds a site's feed and writes a source for it into sources.yaml") { url, key, name, country, timezone, every, dryRun, allowPrivate };
        command.SetAction((parsed, cancellationToken) =>
        {
            var asked = new AddRequest(
                parsed.GetValue(key), parsed.GetValue(name), parsed.GetValue(country), parsed.GetValue(timezone), parsed.GetValue(every),
                parsed.GetValue(allowPrivate));
            return RunAsync(parsed.GetValue(options.Config)!, parsed.GetValue(options.Db)!, parsed.GetValue(url)!, asked,
                parsed.GetValue(dryRun), cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(string config, string db, string address, AddRequest asked, bool dryRun,
        CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(SourceLocations.IsAddress(address) ? address : "https://" + address, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            Console.Error.WriteLine($"'{address}' is no address of a site: expected one such as https://www.example.org/");
            return 2;
        }

        var settings = Settings.Load(config);
        using var host = Composition.CreateBuilder(settings, config, db, LogLevel.Error).Build();
        using var scope = host.Services.CreateScope();
        var found = await scope.ServiceProvider.GetRequiredService<SiteSurvey>().FindAsync(url, asked.AllowPrivate, cancellationToken);
        if (found.Source is not { } location) return Fail(found.Problem!);
        if (settings.Sources.FirstOrDefault(x => x.Locations.Any(y => Same(y, location.Address))) is { } known) return Fail($"'{known.Key}' reads {location.Address} already");
        var entry = asked.Entry(found, url, settings);
        if (settings.Find(entry.Key) is not null) return Fail($"there is a source '{entry.Key}' already: choose another key with --key");

        var folder = new ConfigFolder(config);
        var file = folder.Read().Sources!;
        if (entry.AddTo(file) is not { } text)
        {
            Console.Out.Write(entry.Lines(2, "\n"));
            return Fail($"{file.Path} lists its sources in a way that leaves no place for another: add these lines by hand");
        }

        var problems = new List<Problem>();
        var sources = SourcesFile.Parse(file with { Text = text }, CronSchedules.IsValid, problems);
        if (sources.FirstOrDefault(x => x.Key == entry.Key) is not { } source || sources.Count != settings.Sources.Count + 1)
        {
            Console.Out.Write(entry.Lines(2, "\n"));
            return Fail($"with these lines {file.Path} would not be right, and it is left as it is: {string.Join("; ", problems.Select(x => x.Message).DefaultIfEmpty("the file would read otherwise"))}");
        }

        var preview = await scope.ServiceProvider.GetRequiredService<SourcePreviews>().LookAsync(source, cancellationToken);
        Show(preview, found);
        if (preview.Problem is { } problem) return Fail(problem);
        Console.Out.Write(entry.Lines(2, "\n"));
        if (dryRun) return 0;
        cancellationToken.ThrowIfCancellationRequested();
        await File.WriteAllTextAsync(file.Path, text, CancellationToken.None);
        Console.Out.WriteLine($"written to {file.Path}: try it with 'once --source {entry.Key}'; a running service takes it over by itself");
        return 0;
    }

    private static void Show(SourcePreview preview, SiteFinding found)
    {
        Console.Error.WriteLine($"{found.Source!.Kind}: {found.Source.Address}, {Words.Count(preview.Links.Count, "article")}");
        foreach (var link in preview.Links.Take(TitlesShown)) Console.Error.WriteLine($"  {link.Title ?? link.Url}");
        if (preview.First is { } first)
            Console.Error.WriteLine($"the first one reads as {Words.Count(first.Characters, "character")} with {Words.Count(first.Facts, "fact")}");
        if (preview.Refusal is { } refusal) Console.Error.WriteLine($"the first one would be left out: {refusal}");
        foreach (var note in preview.Notes) Console.Error.WriteLine(note);
    }

    private static bool Same(string location, string address) => (CanonicalUrl.Of(location) ?? location) == (CanonicalUrl.Of(address) ?? address);

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
