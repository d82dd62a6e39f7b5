using Dapper;
using PressIngest.Storage;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>A configuration that is edited while the service runs.</summary>
public sealed class ReloadTests : IAsyncLifetime
{
    private const string TakenOver = "The configuration was read anew";
    private const string Refused = "The changed configuration is refused";

    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        Publish("harbour", (1, "المكتبة تفتح أبوابها"));
        Publish("market", (2, "السوق القديم يعود"));
        _program.Write("config/sources.yaml", Sources(Source("harbour")));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    public static TheoryData<string> WaysToWrite => ["in place", "another file in its place", "a link to another folder"];

    [Theory]
    [MemberData(nameof(WaysToWrite))]
    public async Task A_new_source_is_looked_at_and_one_that_is_gone_no_more_however_the_file_is_written(string way)
    {
        if (way == "a link to another folder") LinkToVersion(1, Sources(Source("harbour")));
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles WHERE source = 'harbour'") == 1, "the first source is read");

        Replace(way, Sources(Source("market")));
        await Eventually.TrueAsync(() => _program.Count("articles WHERE source = 'market'") == 1, "the new source is read");
        await Eventually.TrueAsync(() => service.Said.Contains("scheduled anew: market; no longer looked at: harbour", StringComparison.Ordinal), "the change is told");

        // What runs when the change comes may end; nothing begins after that.
        var runs = 0;
        await Eventually.TrueAsync(() => _program.Count("run WHERE outcome = 'running'") == 0, "no run is under way");
        runs = _program.Count("run JOIN source_state s ON s.id = source_id WHERE s.key = 'harbour'");
        var looks = _program.Count("run");
        await Eventually.TrueAsync(() => _program.Count("run") >= looks + 2, "the new source is read again and again");
        Assert.Equal(runs, _program.Count("run JOIN source_state s ON s.id = source_id WHERE s.key = 'harbour'"));

        var ended = await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task A_mistake_is_refused_with_its_place_and_the_service_goes_on_until_it_is_mended()
    {
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the source is read");

        _program.Write("config/sources.yaml", Sources(Source("harbour"), Source("market").Replace("feed:", "fede:", StringComparison.Ordinal)));
        await Eventually.TrueAsync(() => service.Said.Contains(Refused, StringComparison.Ordinal), "the mistake is told");
        Assert.Contains("config/sources.yaml:12:5: unknown key 'fede'; did you mean 'feed'?", service.Said, StringComparison.Ordinal);
        Publish("harbour", (1, "المكتبة تفتح أبوابها"), (3, "أمسية شعرية في الميناء"));
        await Eventually.TrueAsync(() => _program.Count("articles") == 2, "the service goes on as before");

        _program.Write("config/sources.yaml", Sources(Source("harbour"), Source("market")));
        await Eventually.TrueAsync(() => _program.Count("articles WHERE source = 'market'") == 1, "the mended file is gone by");
        var ended = await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(1, ended.Error.Split(Refused).Length - 1);
    }

    [Fact]
    public async Task A_mistake_in_the_settings_or_the_vocabulary_is_refused_too_and_taking_it_back_is_enough()
    {
        var campaigns = await File.ReadAllTextAsync(Path.Combine(_program.Folder, "config/lexicon/campaigns.yaml"), TestContext.Current.CancellationToken);
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the source is read");
        _program.Write("config/lexicon/campaigns.yaml", campaigns + "\nkindz: []\n");
        await Eventually.TrueAsync(() => service.Said.Contains("unknown key 'kindz'; did you mean 'kinds'?", StringComparison.Ordinal), "the mistake in the vocabulary is told");
        _program.Write("config/lexicon/campaigns.yaml", campaigns);
        await Eventually.TrueAsync(() => service.Said.Contains("The configuration is again as it is used", StringComparison.Ordinal), "that it was taken back is told");
        _program.Write("config/appsettings.json", """{ "Fetch": { "Timeout": "00:00:00" } }""");
        await Eventually.TrueAsync(() => service.Said.Contains("Fetch:Timeout must be between", StringComparison.Ordinal), "the mistake in the settings is told");
        Assert.DoesNotContain(TakenOver, (await service.EndAsync(PressProgram.SigTerm)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_under_way_ends_as_it_began_and_the_next_goes_by_the_new_words()
    {
        var hanging = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        _site.Map("/harbour/1", async context =>
        {
            hanging.TrySetResult();
            await released.Task.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Page("المكتبة تفتح أبوابها")), context.RequestAborted);
        });
        using var service = _program.Begin("run");
        await hanging.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var campaigns = await File.ReadAllTextAsync(Path.Combine(_program.Folder, "config/lexicon/campaigns.yaml"), TestContext.Current.CancellationToken);
        _program.Write("config/lexicon/campaigns.yaml", campaigns.Replace("kinds:\n", "kinds:\n  - noun: هبة\n    unmarked: true\n", StringComparison.Ordinal));
        await Eventually.TrueAsync(() => service.Said.Contains(TakenOver, StringComparison.Ordinal), "the new word is taken over");
        released.SetResult();
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the run that was under way stores its article");

        Publish("harbour", (1, "المكتبة تفتح أبوابها"), (2, "هبة «ظل الشجر» تصل الحي"));
        await Eventually.TrueAsync(() => _program.Count("articles") == 2, "the next run stores the next article");
        using var connection = new Database(_program.Database).OpenForReading();
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM run WHERE outcome = 'stopped'"));
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT rule_set) FROM article"));
        Assert.Equal("هبة", connection.QuerySingle<string>("SELECT DISTINCT kind FROM campaigns WHERE name = 'ظل الشجر'"));
        await service.EndAsync(PressProgram.SigTerm);
    }

    [Fact]
    public async Task A_secret_that_another_program_renews_is_sent_from_the_next_look_on()
    {
        _program.Write("token", "first");
        _program.Write("config/sources.yaml", Sources(Source("harbour") + "    auth: { header: X-Api-Key, token_file: ../token }\n"));
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the source is read");
        File.Delete(Path.Combine(_program.Folder, "token"));
        await Eventually.TrueAsync(() => service.Said.Contains("token cannot be read", StringComparison.Ordinal), "that the secret is gone is told");
        _program.Write("token", "second");
        await Eventually.TrueAsync(() => _site.Requests.Any(x => x.Headers.TryGetValue("X-Api-Key", out var key) && key == "second"), "the new secret is sent");
        await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(1, service.Said.Split(TakenOver).Length - 1);
        Assert.All(_site.Requests.Where(x => x.Path == "/harbour/feed"), x => Assert.Contains(x.Headers["X-Api-Key"], (string[])["first", "second"]));
    }

    [Fact]
    public async Task A_setting_that_only_the_start_reads_is_taken_with_a_word_about_that()
    {
        const string Quick = """{ "Fetch": { "Timeout": "00:00:20" }, "Backup": { "Daily": 3 } }""";
        _program.Write("config/appsettings.json", Quick);
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the source is read");
        _program.Write("config/appsettings.json", Quick.Replace("20", "25", StringComparison.Ordinal).Replace("3", "4", StringComparison.Ordinal));
        await service.LineAsync("what changed in 'Fetch' is gone by from the next start of the service");
        await service.LineAsync(TakenOver);
        await service.EndAsync(PressProgram.SigTerm);
        Assert.DoesNotContain("what changed in 'Backup'", service.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("what changed in 'Endpoint'", service.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_that_is_shortened_holds_from_now_on()
    {
        _program.Write("config/sources.yaml", Sources(Source("harbour", "12h")));
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the source is read");
        await Eventually.TrueAsync(() => _program.Count("run WHERE outcome = 'running'") == 0, "the run is over");
        Publish("harbour", (1, "المكتبة تفتح أبوابها"), (3, "أمسية شعرية في الميناء"));
        _program.Write("config/sources.yaml", Sources(Source("harbour", "1s")));
        await Eventually.TrueAsync(() => _program.Count("articles") == 2, "the source is read again");
        await service.EndAsync(PressProgram.SigTerm);
    }

    private static string Sources(params string[] records) => "sources:\n" + string.Concat(records);

    private string Source(string key, string every = "1s") =>
        $"""
          - key: {key}
            name: صحيفة
            country: LB
            feed: {_site.Url($"/{key}/feed")}
            every: {every}
            delay: 0
            allow_private: true

        """;

    private void Replace(string way, string sources)
    {
        switch (way)
        {
            case "in place":
                _program.Write("config/sources.yaml", sources);
                break;
            case "another file in its place":
                File.Move(_program.Write("config/.sources.yaml.swp", sources), Path.Combine(_program.Folder, "config/sources.yaml"), overwrite: true);
                break;
            default:
                LinkToVersion(2, sources);
                break;
        }
    }

    /// <summary>As an orchestrator mounts configuration: the file is a link through <c>..data</c>, which is turned to a new folder in one step.</summary>
    private void LinkToVersion(int version, string sources)
    {
        var folder = Path.Combine(_program.Folder, "config");
        _program.Write($"config/..{version}/sources.yaml", sources);
        File.CreateSymbolicLink(Path.Combine(folder, "..data_tmp"), $"..{version}");
        // Only rename(2) puts a link in another's place in one step.
        using (var move = System.Diagnostics.Process.Start("mv", ["-fT", Path.Combine(folder, "..data_tmp"), Path.Combine(folder, "..data")])) move.WaitForExit();
        if (version > 1) return;
        File.Delete(Path.Combine(folder, "sources.yaml"));
        File.CreateSymbolicLink(Path.Combine(folder, "sources.yaml"), "..data/sources.yaml");
    }

    private void Publish(string key, params (int Number, string Title)[] articles)
    {
        foreach (var (number, title) in articles) _site.Put($"/{key}/{number}", Page(title));
        _site.Put(
            $"/{key}/feed",
            $"<rss version='2.0'><channel>{string.Concat(articles.Select(x => $"<item><title>{x.Title}</title><link>{_site.Url($"/{key}/{x.Number}")}</link></item>"))}</channel></rss>",
            "application/rss+xml");
    }

    private static string Page(string title) =>
        PressPages.Article(title, $"{title}: خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد، حيث أطلقت البلدية {title} لأهل المدينة.");
}
