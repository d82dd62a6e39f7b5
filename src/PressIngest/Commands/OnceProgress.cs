using PressIngest.Discovery;
using Spectre.Console;

namespace PressIngest.Commands;

/// <summary>Progress of <c>once</c> on standard error: bars on a terminal, a line a source elsewhere.</summary>
internal sealed class OnceProgress : IProgress<RunReport>
{
    private readonly Dictionary<string, ProgressTask>? _bars;

    private OnceProgress(Dictionary<string, ProgressTask>? bars) => _bars = bars;

    public static async Task ShowAsync(IReadOnlyList<Source> sources, Func<OnceProgress, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(new OnceProgress(null));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
            new SpinnerColumn()).StartAsync(
            context => work(new OnceProgress(sources.ToDictionary(x => x.Key, x => context.AddTask(Markup.Escape(x.Key)).IsIndeterminate()))));
    }

    public void Report(RunReport value)
    {
        if (_bars is null) return;
        var counts = value.Counts;
        var bar = _bars[value.Source.Key];
        bar.IsIndeterminate = false;
        bar.MaxValue = Math.Max(1, counts.Links);
        bar.Value = counts.Added + counts.Updated + counts.Unchanged + counts.Skipped + counts.Failed + counts.Waiting;
        bar.Description = $"{Markup.Escape(value.Source.Key)} [grey]{bar.Value}/{counts.Links}[/]";
    }

    public void Finished(RunReport report)
    {
        if (_bars is null)
        {
            Console.Error.WriteLine($"{report.Source.Key}: {Words.Count(report.Counts.Links, "link")} looked at{(report.Error is null ? "" : $": {report.Error}")}");
            return;
        }

        Report(report);
        _bars[report.Source.Key].Value = _bars[report.Source.Key].MaxValue;
    }
}
