using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Tests.EndToEnd;

/// <summary>The command line as a user meets it: what is printed where, and the exit codes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Text = "خبر قصير\n\nقال سامر النجار: «نعم».\n";

    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "once", "--sauce", "x")]
    [InlineData(2, "extract")]
    [InlineData(2, "extract", "x.txt", "--format", "xml")]
    [InlineData(2, "extract", "x.txt", "--encoding", "klingon")]
    [InlineData(2, "extract", "x.txt", "--url", "not-an-address")]
    [InlineData(2, "once", "--source", "sample")]
    [InlineData(1, "extract", "missing.txt")]
    [InlineData(2, "forget")]
    [InlineData(1, "forget", "--url", "https://a.example/1")]
    [InlineData(1, "vacuum")]
    [InlineData(1, "health")]
    [InlineData(1, "once", "--config", "nowhere")]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    [InlineData(0, "check")]
    [InlineData(0, "sources")]
    public async Task Exit_codes_tell_right_from_wrong_and_no_stack_trace_is_shown(int expected, params string[] arguments)
    {
        var finished = await _program.RunAsync(arguments);
        Assert.Equal((expected, ""), (finished.ExitCode, finished.ExitCode == expected ? "" : finished.Error));
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
        if (expected != 0) Assert.NotEmpty(finished.Error + finished.Output);
    }

    [Fact]
    public async Task A_mistyped_source_is_told_with_the_nearest_one() =>
        Assert.Contains("did you mean 'samples'?", (await _program.RunAsync("once", "--source", "sample")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Extract_prints_a_line_a_document_in_order_with_Arabic_as_it_is()
    {
        _program.Write("in/b.txt", Text);
        _program.Write("in/a.txt", Text);
        _program.Write("in/c.pdf", "no document of ours");
        var finished = await _program.RunAsync("extract", "in");
        Assert.Equal(0, finished.ExitCode);
        var lines = finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["in/a.txt", "in/b.txt"], lines.Select(x => JsonDocument.Parse(x).RootElement.GetProperty("source").GetString()));
        Assert.Contains("سامر النجار", lines[0], StringComparison.Ordinal);
        var root = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(("خبر قصير", Text), (root.GetProperty("title").GetString(), root.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Extract_reads_standard_input()
    {
        var finished = await _program.RunWithInputAsync("<html lang=ar><body><article><h1>خبر</h1><p>" + string.Concat(Enumerable.Repeat("نص طويل بما يكفي ليكون مقالا، ", 20)) + "</p></article></body></html>", "extract", "-");
        Assert.Equal("-", JsonDocument.Parse(finished.Output).RootElement.GetProperty("source").GetString());
        Assert.Contains("نص طويل", JsonDocument.Parse(finished.Output).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_in_a_table_shows_what_was_found()
    {
        _program.Write("a.txt", "قال #وسم_الخير إن 40 متطوعا شاركوا.");
        Assert.Contains("وسم_الخير", (await _program.RunAsync("extract", "a.txt", "--format", "table")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_explains_which_block_won_and_what_each_site_rule_matched()
    {
        _program.Write("config/sources.yaml", "sources:\n  - key: ours\n    name: لنا\n    feed: feed.xml\n    rules: {body: '.story', title: '.none'}\n");
        _program.Write("config/feed.xml", "<rss/>");
        _program.Write("page.html", "<html lang=ar><body><h1>خبر</h1><div class=story><p>" + string.Concat(Enumerable.Repeat("نص طويل بما يكفي ليكون مقالا، ", 20)) + "</p></div></body></html>");
        var finished = await _program.RunAsync("extract", "page.html", "--explain", "--source", "ours");
        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("main text", finished.Output, StringComparison.Ordinal);
        Assert.Contains(".story", finished.Output, StringComparison.Ordinal);
        Assert.Contains(".none", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_prints_each_problem_with_its_place()
    {
        _program.Write("config/sources.yaml", "sources:\n  - key: a\n    name: أ\n    fede: https://a.example/feed\n");
        var finished = await _program.RunAsync("check");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("config/sources.yaml:4:5: unknown key 'fede'; did you mean 'feed'?", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("once")]
    [InlineData("check")]
    [InlineData("extract", "page.html")]
    public async Task A_configuration_that_is_not_there_is_one_message(params string[] arguments)
    {
        _program.Write("page.html", "<p>خبر</p>");
        var finished = await _program.RunAsync([.. arguments, "--config", "elsewhere"]);
        Assert.Equal(1, finished.ExitCode);
        Assert.Equal("elsewhere:1:1: there is no such folder: start the program where it is, or name it with --config DIR", (finished.Output + finished.Error).Trim());
    }

    [Fact]
    public async Task A_vocabulary_file_that_is_not_there_is_named_and_so_is_an_empty_folder()
    {
        var lexicon = Path.Combine(_program.Folder, "config", "lexicon");
        File.Delete(Path.Combine(lexicon, "dates.yaml"));
        Assert.Equal("config/lexicon/dates.yaml:1:1: this file is missing", (await _program.RunAsync("once")).Error.Trim());
        Directory.Delete(lexicon, recursive: true);
        Assert.Equal("config/lexicon:1:1: there is no vocabulary: the folder is missing or holds no .yaml file", (await _program.RunAsync("once")).Error.Trim());
    }

    [Theory]
    [InlineData("{ \"Fetch\": { \"Timeout\": \"00:00:00\" } }", "Fetch:Timeout must be between")]
    [InlineData("{ \"Fetch\": ", "appsettings.json:1:12: not valid JSON")]
    public async Task Check_reads_the_settings_too(string settings, string expected)
    {
        _program.Write("config/appsettings.json", settings);
        var finished = await _program.RunAsync("check");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(expected, finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_program_locks_is_waited_for_and_then_told()
    {
        await _program.RunAsync("once");
        using var other = new SqliteConnection($"Data Source={_program.Database};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);
        var finished = await _program.RunAsync("once");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("is locked by another program", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_told()
    {
        await _program.RunAsync("once");
        using (var other = new SqliteConnection($"Data Source={_program.Database};Pooling=False"))
        {
            other.Open();
            other.Execute("PRAGMA user_version = 9999");
        }

        foreach (var verb in (string[])["once", "run", "sources", "health"])
        {
            var finished = await _program.RunAsync(verb);
            Assert.Equal((verb, 1), (verb, finished.ExitCode));
            Assert.Contains("newer PressIngest", finished.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bad_input_in_a_folder_is_told_and_costs_the_rest_nothing()
    {
        _program.Write("config/sources.yaml", "sources:\n  - key: inbox\n    name: وارد\n    folder: inbox\n    every: 1h\n");
        _program.Write("config/inbox/good.txt", "عنوان\n\nأطلقت الجمعية حملة «نبض الحي» عبر #نبض_الحي.\n");
        _program.Write("config/inbox/empty.html", "");
        _program.Write("config/inbox/binary.txt", "\0\u0001\u0002\0");
        _program.Write("config/inbox/english.html", "<html lang=en><body><article><h1>News</h1><p>" + string.Concat(Enumerable.Repeat("This is an English article about a library, its books and its readers. ", 12)) + "</p></article></body></html>");
        var finished = await _program.RunAsync("once");
        Assert.Equal(0, finished.ExitCode);
        using var connection = new PressIngest.Storage.Database(_program.Database).OpenForReading();
        Assert.Equal("file:inbox/good.txt", connection.QuerySingle<string>("SELECT url FROM articles"));
        var reasons = connection.Query<(string Url, string Outcome, string Reason)>("SELECT url, outcome, reason FROM link WHERE outcome <> 'stored' ORDER BY url").ToList();
        Assert.Equal(["no article", "no article", "other language"], reasons.Select(x => x.Outcome));
        Assert.All(reasons, x => Assert.NotEmpty(x.Reason));

        _program.Write("config/inbox/good.txt", "عنوان\n\nأطلقت الجمعية حملة «نبض المدينة» عبر #نبض_المدينة، وتستمر شهرا.\n");
        await _program.RunAsync("once");
        Assert.Equal("نبض_المدينة", connection.QuerySingle<string>("SELECT tag FROM hashtags"));
    }

    [Fact]
    public async Task A_feed_that_is_a_web_page_is_told_in_words()
    {
        _program.Write("config/sources.yaml", "sources:\n  - key: wrong\n    name: خطأ\n    feed: page.html\n    every: 1h\n");
        _program.Write("config/page.html", "<!DOCTYPE html><html><body><p>no feed</p></body></html>");
        var finished = await _program.RunAsync("once");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("wrong: ", finished.Error, StringComparison.Ordinal);
        Assert.Contains("a web page came instead", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_schedules_in_words()
    {
        _program.Write("config/sources.yaml", "sources:\n  - {key: a, name: A, feed: samples/feed.xml, timezone: Africa/Cairo, schedule: '0 0 7 ? * FRI'}\n");
        var check = await _program.RunAsync("check");
        Assert.Equal(0, check.ExitCode);
        Assert.Matches(@"a: '0 0 7 \? \* FRI' is at 07:00, on Friday \(Africa/Cairo\); next: Fri \d{4}-\d\d-\d\d 07:00:00, Fri \d{4}-\d\d-\d\d 07:00:00, Fri ", check.Output);
    }

    [Fact]
    public async Task An_export_that_fails_half_way_leaves_the_one_before_as_it_was()
    {
        await _program.RunAsync("once");
        var folder = Path.Combine(_program.Folder, "exports");
        Assert.Equal(0, (await _program.RunAsync("export", "--sql", "SELECT 1 AS n", "--out", folder)).ExitCode);
        var failed = await _program.RunAsync("export", "--sql", "SELECT 2 AS n UNION ALL SELECT abs(-9223372036854775807 - 1)", "--out", folder);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("integer overflow", failed.Error, StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "query.csv"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("n\r\n1\r\n", await File.ReadAllTextAsync(Path.Combine(folder, "query.csv"), TestContext.Current.CancellationToken));
    }
}
