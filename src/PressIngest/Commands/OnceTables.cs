using System.Globalization;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary>What <c>once</c> prints: a row a new article, a row a source, and where it all is.</summary>
internal static class OnceTables
{
    private const int WidthWhenRedirected = 140;

    public static void Write(TextWriter output, IReadOnlyList<RunReport> reports, string database)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWhenRedirected;
        var stored = reports.SelectMany(x => x.Stored.OrderByDescending(s => s.Article.PublishedAt)).ToList();
        if (stored.Count > 0)
        {
            var articles = Table("article", "campaigns", "hashtags", "quotes", "figures");
            foreach (var (result, article) in stored)
            {
                var facts = article.Facts;
                articles.AddRow(
                    new Text((article.Title ?? article.Url) + (result == Storage.SaveResult.Updated ? " (changed)" : "")),
                    new Text(string.Join("، ", facts.Campaigns.Select(x => x.Name))),
                    Number(facts.Hashtags.Count), Number(facts.Quotations.Count), Number(facts.Figures.Count));
            }

            console.Write(articles);
        }

        var isAnyWaiting = reports.Any(x => x.Counts.Waiting > 0);
        var sources = Table(["source", "links", "new", "updated", "unchanged", "left out", "failed", .. isAnyWaiting ? ["waiting"] : Array.Empty<string>()]);
        foreach (var report in reports)
        {
            var counts = report.Counts;
            int[] numbers = [counts.Links, counts.Added, counts.Updated, counts.Unchanged, counts.Skipped, counts.Failed, counts.Waiting];
            sources.AddRow([new Text(report.Source.Key), .. numbers.Take(isAnyWaiting ? 7 : 6).Select(Number)]);
        }

        console.Write(sources);
        var changed = reports.Sum(x => x.Counts.Added + x.Counts.Updated);
        if (changed > stored.Count) output.WriteLine($"… and {Words.Count(changed - stored.Count, "more article")}");
        output.WriteLine(changed == 0 ? $"Nothing new. Everything is in {database}."
            : $"{Words.Count(changed, "article")} with {Words.Count(reports.Sum(x => x.Facts), "fact")} stored in {database}.");
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns) table.AddColumn(new TableColumn(column));
        return table;
    }

    private static Text Number(int value) => new Text(value.ToString(CultureInfo.InvariantCulture)).RightJustified();
}
