using System.CommandLine;
using PressIngest.Configuration;
using PressIngest.Extraction;
using PressIngest.Reading;

namespace PressIngest.Commands;

/// <summary><c>extract PATH…</c>: reads files and prints what is in them. Touches no database.</summary>
internal static class ExtractCommand
{
    public static Command Create(Option<string> config)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (.html, .htm, .txt) or folders, or - for standard input", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "jsonl, json or table", DefaultValueFactory = _ => Console.IsOutputRedirected ? "jsonl" : "table" };
        var command = new Command("extract", "Reads files and prints what is in them; touches no database") { paths, format };
        command.SetAction(parsed => Run(parsed.GetValue(config)!, parsed.GetValue(paths)!, parsed.GetValue(format)!));
        return command;
    }

    private static int Run(string config, string[] paths, string format)
    {
        var problems = new List<Problem>();
        var lexicon = Lexicon.Parse(new ConfigFolder(config).ReadLexicon(), problems);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        if (lexicon is null) return 1;
        using var output = Console.OpenStandardOutput();
        foreach (var path in paths.SelectMany(FilesAt))
        {
            FactsJson.Write(output, Read(path, lexicon), format == "json");
            output.Write("\n"u8);
        }

        return 0;
    }

    private static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(x => Path.GetExtension(x) is ".html" or ".htm" or ".txt").Order(StringComparer.Ordinal)
        : [path];

    private static ExtractedDocument Read(string path, Lexicon lexicon)
    {
        var bytes = File.ReadAllBytes(path);
        if (Path.GetExtension(path) == ".txt")
        {
            var text = System.Text.Encoding.UTF8.GetString(bytes);
            return new ExtractedDocument
            {
                Source = path,
                RuleSet = lexicon.Version,
                Title = HeadlineFrame.Headline(text)?.In(text),
                Text = text,
                Facts = Extractor.Extract(null, text, lexicon, textBeginsWithHeadline: true),
            };
        }

        var article = PageReader.Read(bytes);
        return new ExtractedDocument
        {
            Source = path,
            RuleSet = lexicon.Version,
            CanonicalUrl = article.CanonicalUrl?.Value,
            Site = article.Site?.Value,
            Language = article.Language?.Value,
            Title = article.Title?.Value,
            Author = article.Author?.Value,
            PublishedAt = article.PublishedAt?.Value,
            Text = article.Text,
            Facts = Extractor.Extract(article.Title?.Value, article.Text, lexicon),
        };
    }
}
