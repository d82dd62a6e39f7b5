using System.CommandLine;
using System.Text;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Reading;

namespace PressIngest.Commands;

/// <summary><c>extract PATH…</c>: reads files and prints what is in them. Touches no database.</summary>
internal static class ExtractCommand
{
    public static Command Create(GlobalOptions options)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files (.html, .htm, .txt) or folders (recursively), or - for standard input",
            Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "jsonl (the default of a pipe), json or table (the default on a terminal)" };
        format.AcceptOnlyFromAmong("jsonl", "json", "table");
        var url = new Option<string?>("--url") { Description = "The page's address, for relative links", HelpName = "URL" };
        var encoding = new Option<string?>("--encoding") { Description = "The encoding, instead of what is detected", HelpName = "NAME" };
        var source = new Option<string?>("--source") { Description = "Reads as this source does: its site rules, time zone and country", HelpName = "KEY" };
        var explain = new Option<bool>("--explain") { Description = "Prints why a page was read as it was instead: which block won, what was left out, which site rules matched" };
        var command = new Command("extract", "Reads files and prints what is in them; touches no database") { paths, format, url,
            encoding, source, explain };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (ContextOf(parsed.GetValue(url), parsed.GetValue(encoding)) is not { } context) return Task.FromResult(2);
            var config = parsed.GetValue(options.Config)!;
            var asSource = parsed.GetValue(source) is { } key ? Settings.Load(config).Find(key) : null;
            if (asSource is null && parsed.GetValue(source) is { } unknown) return Task.FromResult(Usage($"there is no source '{unknown}'"));
            context = context with { TimeZone = asSource?.TimeZone, Rules = asSource?.Rules };
            if (parsed.GetValue(explain))
                return Task.FromResult(ForEach(parsed.GetValue(paths)!, x => ExplanationText.Write(Console.Out, x, DocumentFiles.Bytes(x), context), cancellationToken));
            var lexicon = Settings.LoadLexicon(config);
            return Task.FromResult(Print(parsed.GetValue(paths)!, parsed.GetValue(format) ?? (Console.IsOutputRedirected ? "jsonl" : "table"), context, asSource, lexicon, cancellationToken));
        });
        return command;
    }

    private static PageContext? ContextOf(string? url, string? encodingName)
    {
        if (url is not null && !Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            Usage($"--url: '{url}' is no absolute address");
            return null;
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = encodingName is null ? null
            : Encoding.GetEncodings().FirstOrDefault(x => x.Name.Equals(encodingName, StringComparison.OrdinalIgnoreCase))?.GetEncoding();
        if (encodingName is null || encoding is not null) return new PageContext(url is null ? null : new Uri(url), Encoding: encoding);
        Usage($"--encoding: '{encodingName}' is no encoding that is known here; windows-1256 and utf-8 are");
        return null;
    }

    private static int Print(string[] paths, string format, PageContext context, Source? source, Lexicon lexicon, CancellationToken cancellationToken)
    {
        using var output = Console.OpenStandardOutput();
        return ForEach(paths, path =>
        {
            var document = ExtractedDocument.Read(path, DocumentFiles.Bytes(path), context, source?.Country, lexicon);
            if (document.Problem is { } problem) Console.Error.WriteLine($"{path}: {problem}");
            if (format == "table")
            {
                FactsTable.Write(Console.Out, document);
                return;
            }

            FactsJson.Write(output, document, indented: format == "json");
            output.Write("\n"u8);
        }, cancellationToken);
    }

    private static int ForEach(string[] paths, Action<string> work, CancellationToken cancellationToken)
    {
        var failed = false;
        foreach (var path in paths.SelectMany(DocumentFiles.At))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                work(path);
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
}
