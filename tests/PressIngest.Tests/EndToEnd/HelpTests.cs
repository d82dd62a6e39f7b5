using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using PressIngest.Commands;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What somebody sees who knows nothing yet: help, and a shell that completes.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly RootCommand Root = CommandLine.Create();

    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_verb_has_examples_and_each_of_them_is_right()
    {
        Assert.Equal(Root.Subcommands.Select(x => x.Name).Append("").Order(), HelpWithExamples.Examples.Keys.Order());
        foreach (var (verb, examples) in HelpWithExamples.Examples)
        {
            Assert.NotEmpty(examples);
            foreach (var (line, _) in examples)
            {
                var arguments = Regex.Matches(line.Split(" > ")[0], "\"[^\"]*\"|[^ ]+").Select(x => x.Value.Trim('"')).ToList();
                Assert.Equal("PressIngest", arguments[0]);
                Assert.Equal((line, ""), (line, string.Join("; ", Root.Parse([.. arguments.Skip(1)]).Errors.Select(x => x.Message))));
                if (verb.Length > 0) Assert.Equal(verb, arguments[1]);
            }
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("extract", "--help")]
    [InlineData("add", "-h")]
    public async Task Help_shows_them_and_the_exit_codes(params string[] arguments)
    {
        var help = await _program.RunAsync(arguments);
        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
        Assert.Contains("Exit code 0: done; 1: something failed", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PressIngest on", "once")]
    [InlineData("PressIngest ", "VERBS --config --db --help --version")]
    [InlineData("PressIngest once --s", "--source")]
    [InlineData("PressIngest once --source ", "samples")]
    [InlineData("PressIngest --db x.db sources --re", "--retry")]
    [InlineData("PressIngest export --format ", "csv jsonl")]
    [InlineData("PressIngest extract --format j", "json jsonl")]
    [InlineData("PressIngest completion ", "bash fish zsh")]
    [InlineData("PressIngest snapshot --db ", "")]
    public async Task Bash_completes(string typed, string expected)
    {
        expected = expected.Replace("VERBS", string.Join(' ', Root.Subcommands.Select(x => x.Name)), StringComparison.Ordinal);
        var script = _program.Write("completion.bash", (await _program.RunAsync("completion", "bash")).Output);
        Assert.Equal((0, ""), await BashAsync("bash", ["-n", script]));
        var words = string.Join(' ', typed.Split(' ').Select(x => $"'{x}'"));
        var (exit, output) = await BashAsync("bash", ["-c", $"source '{script}'; COMP_WORDS=({words}); COMP_CWORD=$(({typed.Split(' ').Length} - 1)); _pressingest; echo \"${{COMPREPLY[*]}}\""]);
        Assert.Equal(0, exit);
        Assert.Equal(expected.Split(' ').Order(), output.Trim().Split(' ').Where(x => expected.Contains("--help", StringComparison.Ordinal) || !x.StartsWith('-') || expected.StartsWith('-')).Order());
    }

    [Fact]
    public async Task The_other_shells_have_every_verb_and_option_too()
    {
        var fish = (await _program.RunAsync("completion", "fish")).Output;
        Assert.All(Root.Subcommands, x => Assert.Contains($" -a {x.Name} -d ", fish, StringComparison.Ordinal));
        Assert.All(Root.Subcommands.SelectMany(x => x.Options), x => Assert.Contains($" -l {x.Name.TrimStart('-')}", fish, StringComparison.Ordinal));
        var zsh = (await _program.RunAsync("completion", "zsh")).Output;
        Assert.Contains("bashcompinit", zsh, StringComparison.Ordinal);
        Assert.Equal((0, ""), await BashAsync("bash", ["-n", _program.Write("completion.zsh", zsh)]));
        var unknown = await _program.RunAsync("completion", "tcsh");
        Assert.Equal(2, unknown.ExitCode);
    }

    private async Task<(int ExitCode, string Output)> BashAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _program.Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("PRESSINGEST_CONFIG");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
