using System.CommandLine;
using System.Text;
using PressIngest.Configuration;
using PressIngest.Extraction;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest.Commands;

/// <summary><c>extract PATH…</c>: reads files and prints what is in them. Touches no database.</summary>
internal static class ExtractCommand
{
    private const string StandardInput = "-";
    private const long MaxBytes = 16 << 20;

    public static Command Create(GlobalOptions options)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (.html, .htm, .txt) or folders (recursively), or - for standard input", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "jsonl (the default of a pipe), json or table (the default on a terminal)" };
        format.AcceptOnlyFromAmong("jsonl", "json", "table");
        var url = new Option<string?>("--url") { Description = "The page's address, for relative links", HelpName = "URL" };
        var encoding = new Option<string?>("--encoding") { Description = "The encoding, instead of what is detected", HelpName = "NAME" };
        var command = new Command("extract", "Reads files and prints what is in them; touches no database") { paths, format, url, encoding };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetValue(options.Config)!, parsed.GetValue(paths)!, parsed.GetValue(format) ?? (Console.IsOutputRedirected ? "jsonl" : "table"),
            parsed.GetValue(url), parsed.GetValue(encoding), cancellationToken)));
        return command;
    }

    private static int Run(string config, string[] paths, string format, string? url, string? encodingName, CancellationToken cancellationToken)
    {
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _)) return Usage($"--url: '{url}' is no absolute address");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding? encoding = null;
        if (encodingName is not null && (encoding = Encoding.GetEncodings().FirstOrDefault(x => x.Name.Equals(encodingName, StringComparison.OrdinalIgnoreCase))?.GetEncoding()) is null)
            return Usage($"--encoding: '{encodingName}' is no encoding that is known here; windows-1256 and utf-8 are");
        var lexicon = Settings.LoadLexicon(config);
        var context = new PageContext(url is null ? null : new Uri(url), Encoding: encoding);
        var failed = false;
        using var output = Console.OpenStandardOutput();
        foreach (var path in paths.SelectMany(FilesAt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var document = Read(path, context, lexicon);
                if (format == "table") FactsTable.Write(Console.Out, document);
                else WriteJson(output, document, indented: format == "json");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{path}: {e.Message}");
                failed = true;
            }
        }

        return failed ? 1 : 0;
    }

    private static int Usage(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }

    private static void WriteJson(Stream output, ExtractedDocument document, bool indented)
    {
        FactsJson.Write(output, document, indented);
        output.Write("\n"u8);
    }

    private static IEnumerable<string> FilesAt(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal)
        : [path];

    private static bool IsDocument(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".txt";

    private static ExtractedDocument Read(string path, PageContext context, Lexicon lexicon)
    {
        var article = DocumentReader.Read(Bytes(path), path, context);
        var title = article.Title is { } given ? StoredSpans.Clean(given.Value) : null;
        var text = StoredSpans.Clean(article.Text);
        var published = article.PublishedAt?.Value;
        if (article.Problem is { } problem) Console.Error.WriteLine($"{path}: {problem}");
        return new ExtractedDocument
        {
            Source = path,
            Url = context.Url?.ToString(),
            RuleSet = lexicon.Version,
            CanonicalUrl = article.CanonicalUrl?.Value,
            Site = article.Site?.Value,
            Language = article.Language?.Value,
            Title = title,
            Author = article.Author?.Value,
            PublishedAt = published,
            Text = text,
            Facts = Extractor.Extract(
                title, text, lexicon, new ExtractionContext(PublishedAt: published is { } time ? DateOnly.FromDateTime(time.Date) : null, PageHashtags: article.Hashtags), article.TitleInText),
        };
    }

    private static byte[] Bytes(string path)
    {
        using var input = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes) throw new IOException($"larger than {MaxBytes >> 20} MB: no article is");
        }

        return bytes.ToArray();
    }
}
