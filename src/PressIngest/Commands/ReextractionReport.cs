using System.Globalization;
using PressIngest.Storage;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary>What a re-extraction came to: each fact that came, went or changed as it happens, and at the end the counts by rule.</summary>
internal sealed class ReextractionReport(TextWriter output, bool isRehearsal, bool showsAll)
{
    /// <summary>Of more changes than a person reads, the counts by rule tell more.</summary>
    private const int MostShown = 20;

    private readonly SortedDictionary<(string Type, string Rule), Dictionary<FactChangeKind, int>> _rules = [];
    private int _touched;
    private int _read;
    private int _meanwhile;
    private int _shown;

    public bool IsRehearsal => isRehearsal;

    public int Articles { get; private set; }

    public void Add(StoredText stored, RenewedArticle renewed, IReadOnlyList<FactChange>? changes)
    {
        Articles++;
        if (changes is null)
        {
            _meanwhile++;
            return;
        }

        if (renewed.NotRead is { } problem) Console.Error.WriteLine($"{stored.Url}: its text stays as it is: {problem}");
        if (renewed.Read is { } read && (read.Text != stored.Text || read.Title != stored.Title)) _read++;
        if (changes.Any(x => x.Kind != FactChangeKind.Kept)) _touched++;
        foreach (var change in changes)
        {
            var counts = _rules.TryGetValue((change.Type, change.Rule), out var known) ? known : _rules[(change.Type, change.Rule)] = [];
            counts[change.Kind] = counts.GetValueOrDefault(change.Kind) + 1;
            if (change.Kind != FactChangeKind.Kept && (_shown++ < MostShown || showsAll)) output.WriteLine(Line(change, stored.Url));
        }
    }

    public void Write(string ruleSet)
    {
        if (_shown > MostShown && !showsAll) output.WriteLine($"… and {_shown - MostShown} more: --facts shows them all");
        var changed = _rules.Where(x => x.Value.Keys.Any(k => k != FactChangeKind.Kept)).ToList();
        if (changed.Count > 0) output.Write(TableOf(changed));
        output.WriteLine(
            $"{(isRehearsal ? "would change" : "changed")} {_touched} of {Words.Count(Articles, "article")}: {Words.Count(Sum(FactChangeKind.Added), "fact")} came, " +
            $"{Sum(FactChangeKind.Removed)} went, {Sum(FactChangeKind.Changed)} changed, {Sum(FactChangeKind.Kept)} stayed (rules and vocabulary {ruleSet})");
        if (_read > 0) output.WriteLine($"{Words.Count(_read, "article")} read differently from the stored page");
        if (_meanwhile > 0) output.WriteLine($"{Words.Count(_meanwhile, "article")} changed meanwhile and left to the next time");
        if (Articles == 0) output.WriteLine("Today's reading and rules have been over every article; --all runs them over all of them again.");
    }

    private int Sum(FactChangeKind kind) => _rules.Values.Sum(x => x.GetValueOrDefault(kind));

    private static string Line(FactChange change, string url) => change.Kind switch
    {
        FactChangeKind.Added => $"+ {change.Type} [{change.Rule}] {Short(change.Text)}  {url}",
        FactChangeKind.Removed => $"- {change.Type} [{change.Rule}] {Short(change.Text)}  {url}",
        _ => $"~ {change.Type} [{change.Rule}] {Short(change.Text)}: {change.SaidBefore} → {change.Said}  {url}",
    };

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");

    private static string TableOf(List<KeyValuePair<(string Type, string Rule), Dictionary<FactChangeKind, int>>> rules)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 120;
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in (string[])["fact", "rule", "came", "went", "changed", "stayed"]) table.AddColumn(column);
        foreach (var ((type, rule), counts) in rules)
        {
            table.AddRow([
                new Text(type), new Text(rule),
                .. new[] { FactChangeKind.Added, FactChangeKind.Removed, FactChangeKind.Changed, FactChangeKind.Kept }
                    .Select(x => new Text(counts.GetValueOrDefault(x).ToString(CultureInfo.InvariantCulture)).RightJustified()),
            ]);
        }

        console.Write(table);
        return text.ToString();
    }
}
