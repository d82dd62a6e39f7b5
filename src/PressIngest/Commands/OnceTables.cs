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
        var stored = reports.SelectMany(x => x.Stored).ToList();
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

        var sources = Table("source", "links", "new", "updated", "unchanged", "left out", "failed");
        foreach (var report in reports)
        {
            var counts = report.Counts;
            sources.AddRow(
                new Text(report.Source.Key), Number(counts.Links), Number(counts.Added), Number(counts.Updated), Number(counts.Unchanged), Number(counts.Skipped), Number(counts.Failed));
        }

        console.Write(sources);
        output.WriteLine(stored.Count == 0 ? $"Nothing new. Everything is in {database}." : $"{stored.Count} articles with {FactCount(stored)} facts stored in {database}.");
    }

    private static int FactCount(IEnumerable<(Storage.SaveResult, Storage.StoredArticle Article)> stored) => stored.Sum(x =>
        x.Article.Facts.Campaigns.Count + x.Article.Facts.Hashtags.Count + x.Article.Facts.Handles.Count + x.Article.Facts.Quotations.Count
        + x.Article.Facts.Figures.Count + x.Article.Facts.Dates.Count + x.Article.Facts.People.Count);

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns) table.AddColumn(new TableColumn(column));
        return table;
    }

    private static Text Number(int value) => new Text(value.ToString(CultureInfo.InvariantCulture)).RightJustified();
}
