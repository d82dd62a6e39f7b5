using System.Text.RegularExpressions;
using Dapper;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Storage;
using YamlDotNet.Serialization;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What the README shows is run as it stands there.</summary>
public sealed class ReadmeTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Every_query_finds_something_in_the_samples()
    {
        await _program.RunAsync("once");
        using var connection = new Database(_program.Database).OpenForReading();
        Assert.All(Blocks("sql"), x => Assert.True(connection.Query(x).Any(), x));
        Assert.True(Blocks("sql").Count >= 5);
    }

    [Fact]
    public async Task Every_command_of_the_program_ends_well()
    {
        const string prefix = "dotnet run --project src/PressIngest -- ";
        var commands = Blocks("sh").SelectMany(x => x.Split('\n')).Where(x => x.StartsWith(prefix, StringComparison.Ordinal)).Select(x => x[prefix.Length..]).ToList();
        Assert.True(commands.Count >= 8);
        foreach (var command in commands)
        {
            var arguments = Regex.Matches(command, "\"[^\"]*\"|[^ ]+", RegexOptions.NonBacktracking).Select(x => x.Value.Trim('"')).ToArray();
            var finished = await _program.RunAsync(arguments);
            Assert.Equal((command, 0, ""), (command, finished.ExitCode, finished.ExitCode == 0 ? "" : finished.Error));
            Assert.NotEmpty(finished.Output);
        }
    }

    [Fact]
    public void What_is_not_run_is_marked_so()
    {
        var marks = Regex.Matches(Readme, "^```(?<mark>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking).Select(x => x.Groups["mark"].Value).Distinct();
        Assert.Equal(["sh", "sh docker", "sh forget", "sh online", "sql", "text", "yaml", "yaml compose"], marks.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_record_is_right()
    {
        foreach (var yaml in Blocks("yaml"))
        {
            var problems = new List<Problem>();
            Assert.NotEmpty(SourcesFile.Parse(new ConfigFile("README.md", yaml), _ => true, problems));
            Assert.Empty(problems);
        }
    }

    [Fact]
    public async Task The_compose_example_is_tight_and_sets_what_there_is_to_set()
    {
        var compose = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Assert.Single(Blocks("yaml compose")));
        var service = (Dictionary<object, object>)((Dictionary<object, object>)compose["services"])["press"];
        Assert.Equal(("true", "256m"), (service["read_only"], service["mem_limit"]));
        Assert.Equal(["ALL"], (List<object>)service["cap_drop"]);
        foreach (var (name, value) in (Dictionary<object, object>)service["environment"]) _program.Environment[(string)name] = (string)value;
        var ports = (string)((List<object>)service["ports"])[0];
        Assert.EndsWith(":" + _program.Environment["PRESSINGEST__ENDPOINT__PORT"], ports, StringComparison.Ordinal);
        Assert.Equal(0, (await _program.RunAsync("check")).ExitCode);
        // That they are read at all is seen by what is wrong.
        _program.Environment["PRESSINGEST__ENDPOINT__PORT"] = "-1";
        Assert.Equal(1, (await _program.RunAsync("check")).ExitCode);
    }

    [Fact]
    public void Every_file_it_leads_to_is_there()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "PressIngest.sln"))) root = root.Parent!;
        var links = Regex.Matches(Readme, @"\]\((?<path>[^)h][^)]*)\)", RegexOptions.NonBacktracking).Select(x => x.Groups["path"].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, x => Assert.True(Path.Exists(Path.Combine(root.FullName, x)), x));
    }

    private static List<string> Blocks(string language) =>
        [.. Regex.Matches(Readme, $"^```{language}\n(?<text>.*?)^```$", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.Multiline).Select(x => x.Groups["text"].Value)];
}
