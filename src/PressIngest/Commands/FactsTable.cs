using System.Globalization;
using PressIngest.Extraction;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary>An extracted document for a person: its headline, then a table a kind of fact, each with its place and rule.</summary>
internal static class FactsTable
{
    private const int WidthWhenRedirected = 140;
    private const int LongestText = 300;

    public static void Write(TextWriter output, ExtractedDocument document)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWhenRedirected;
        console.Write(new Rule(Markup.Escape(document.Source)) { Justification = Justify.Left });
        console.WriteLine($"{document.Title ?? "(no title)"}");
        console.WriteLine($"{Detail(document)}{document.Text.Length} characters");
        var facts = document.Facts;
        Write(console, ["campaign", "kind", "also", "by", "places"], facts.Campaigns.Select(x => (string?[])
            [x.Name, x.Kind, string.Join("، ", x.Aliases.Concat(x.Hashtags.Select(t => "#" + t))), x.Organization, Places(x.Mentions)]));
        Write(console, ["hashtag", "places"], facts.Hashtags.Select(x => (string?[])[x.Tag, Places(x.Mentions)]));
        Write(console, ["handle", "places"], facts.Handles.Select(x => (string?[])[x.Name, Places(x.Mentions)]));
        Write(console, ["speaker", "role", "organisation", "kind", "cue", "said", "place", "rule"], facts.Quotations.Select(x => (string?[])
            [x.Speaker ?? $"({x.Unnamed})", x.Role, x.Organization, FactNames.Of(x.Kind), x.Cue, Shorten(document.TextAt(x.Mention)), Places([x.Mention]), x.Rule]));
        Write(console, ["figure", "value", "unit", "noun", "how exact", "place", "rule"], facts.Figures.Select(x => (string?[])
            [document.TextAt(x.Mention), Value(x), x.Currency ?? FactNames.Of(x.Unit), x.Noun, FactNames.Of(x.Qualifier),
                Places([x.Mention]), x.Rule]));
        Write(console, ["date", "from", "to", "what"], facts.Dates.Select(x => (string?[])
            [document.TextAt(x.Mention), x.From.ToString("O", CultureInfo.InvariantCulture),
                x.To?.ToString("O", CultureInfo.InvariantCulture), x.What]));
        console.WriteLine();
    }

    private static string Detail(ExtractedDocument document) => string.Concat(
        new[] { document.Site, document.Author, document.PublishedAt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture), document.Language }
            .Where(x => x is not null).Select(x => x + " · "));

    private static void Write(IAnsiConsole console, string[] columns, IEnumerable<string?[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns) table.AddColumn(column);
        foreach (var row in rows) table.AddRow(row.Select(x => new Text(x ?? "")));
        if (table.Rows.Count > 0) console.Write(table);
    }

    private static string Places(IReadOnlyList<Mention> mentions) => string.Join(' ',
        mentions.Select(x => (x.Place == Place.Title ? "title" : "") + x.Span.ToString()));

    private static string Value(Figure figure) =>
        figure.Value.ToString(CultureInfo.InvariantCulture) + (figure.Upper is { } upper ? $" – {upper.ToString(CultureInfo.InvariantCulture)}" : "");

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
