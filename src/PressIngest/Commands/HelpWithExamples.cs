using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PressIngest.Commands;

/// <summary>Help as the library writes it, and below it what people type.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>By verb; "" is the program without one.</summary>
    public static readonly FrozenDictionary<string, (string Line, string Says)[]> Examples = new Dictionary<string, (string, string)[]>
    {
        [""] = [("PressIngest once", "fetch all sources now"), ("PressIngest extract page.html", "what is in a page"),
            ("PressIngest run --config /etc/press --db /var/lib/press/press.db", "the service, with a configuration of its own")],
        ["run"] = [("PressIngest run", "until Ctrl-C"),
            ("PressIngest run --config /etc/press --db /var/lib/press/press.db", "with a configuration and a database of its own")],
        ["once"] = [("PressIngest once", "all enabled sources"),
            ("PressIngest once --source samples --db /tmp/try.db", "one source, into a file to throw away")],
        ["extract"] = [
            ("PressIngest extract page.html --url https://www.example.org/news/1", "a saved page"),
                ("PressIngest extract pages --format jsonl", "a folder, a line a document"),
            ("PressIngest extract - --format json", "what comes on standard input"),
                ("PressIngest extract page.html --source harbour --explain", "why a page is read as it is"),
        ],
        ["check"] = [("PressIngest check", "the files alone"), ("PressIngest check --online", "and what each source gives now")],
        ["add"] = [
            ("PressIngest add https://www.example.org/", "find the feed of a site, and write it down"),
                ("PressIngest add www.example.org --dry-run", "show what would be written"),
            ("PressIngest add https://www.example.org/rss.xml --key harbour --country LB --every 30m", "a known feed"),
        ],
        ["sources"] = [("PressIngest sources", "how each is doing"), ("PressIngest sources --retry harbour", "try one now, as if it had not failed")],
        ["stats"] = [("PressIngest stats", "articles and facts by source and day"), ("PressIngest stats --format json", "the same for a program")],
        ["reextract"] = [("PressIngest reextract --dry-run", "what today's rules would change"),
            ("PressIngest reextract --source harbour", "change it for one source")],
        ["export"] = [
            ("PressIngest export --table quotes --format csv --out exports", "a view, into exports/quotes.csv"),
            ("PressIngest export --sql \"SELECT tag, COUNT(*) AS articles FROM hashtags GROUP BY folded\" --format jsonl",
                "a query, to standard output"),
        ],
        ["metadata"] = [("PressIngest metadata > metadata.json", "then: datasette data/press.db -m metadata.json")],
        ["snapshot"] = [("PressIngest snapshot /backup/press.db", "while the service runs")],
        ["vacuum"] = [("PressIngest vacuum", "while no service runs")],
        ["forget"] = [("PressIngest forget --url https://www.example.org/news/1", "an article that was taken down")],
        ["health"] = [("PressIngest health --db /data/press.db", "as a container asks")],
        ["completion"] = [
            ("PressIngest completion bash > /etc/bash_completion.d/PressIngest", "for everybody on this machine"),
                ("PressIngest completion zsh > ~/.PressIngest.zsh", "then: source ~/.PressIngest.zsh"),
            ("PressIngest completion fish > ~/.config/fish/completions/PressIngest.fish", "for oneself"),
        ],
    }.ToFrozenDictionary();

    // Who asks for help is not told what is missing.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = Examples.GetValueOrDefault(command is RootCommand ? "" : command.Name) ?? [];
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Length > 0) output.WriteLine("Examples:");
        foreach (var (line, says) in examples) output.WriteLine($"  # {says}\n  {line}");
        output.WriteLine("\nExit code 0: done; 1: something failed, and it says what; 2: wrong usage.");
        return result;
    }
}
