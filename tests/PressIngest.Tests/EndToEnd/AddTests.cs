using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>Finding, checking and adding sources on a real site.</summary>
public sealed class AddTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    private string SourcesPath => Path.Combine(_program.Folder, "config/sources.yaml");

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _site.Put("/", "<!DOCTYPE html><html lang='ar-EG'><head><title>صحيفة الميناء | أخبار المدينة</title><link rel=alternate type='application/rss+xml' href='/comments/feed'><link rel=alternate type='application/rss+xml' href='/news.xml'></head><body><p>الرئيسية</p></body></html>");
        _site.Put("/news.xml", PressPages.Feed(_site.Address, (1, "المكتبة تفتح أبوابها"), (2, "معرض الكتاب يعود")), "application/rss+xml");
        foreach (var number in (int[])[1, 2]) _site.Put($"/news/{number}", PressPages.Article("المكتبة تفتح أبوابها", "خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر طويلا."));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task A_home_page_becomes_a_source_that_works_and_the_file_keeps_its_comments()
    {
        var before = await File.ReadAllLinesAsync(SourcesPath, TestContext.Current.CancellationToken);
        var added = await _program.RunAsync("add", _site.Address.AbsoluteUri, "--allow-private", "--key", "harbour");
        Assert.Equal((0, ""), (added.ExitCode, added.ExitCode == 0 ? "" : added.Error));
        Assert.Contains("المكتبة تفتح أبوابها", added.Error, StringComparison.Ordinal);
        Assert.Contains(
            $"  - key: harbour\n    name: صحيفة الميناء\n    country: EG\n    timezone: Africa/Cairo\n    feed: {_site.Url("/news.xml")}\n    allow_private: true\n", await File.ReadAllTextAsync(SourcesPath, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(before.Except(await File.ReadAllLinesAsync(SourcesPath, TestContext.Current.CancellationToken)));
        Assert.Equal(0, (await _program.RunAsync("check")).ExitCode);
        Assert.Equal(0, (await _program.RunAsync("once", "--source", "harbour")).ExitCode);

        var again = await _program.RunAsync("add", _site.Url("/news.xml").AbsoluteUri, "--allow-private");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("'harbour' reads", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_and_writes_nothing_and_a_private_address_needs_leave()
    {
        var before = await File.ReadAllTextAsync(SourcesPath, TestContext.Current.CancellationToken);
        var shown = await _program.RunAsync("add", _site.Url("/news.xml").AbsoluteUri, "--dry-run", "--allow-private", "--country", "LB", "--every", "30m");
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("country: LB\n    timezone: Asia/Beirut\n", shown.Output, StringComparison.Ordinal);
        Assert.Contains("every: 30m\n", shown.Output, StringComparison.Ordinal);
        var refused = await _program.RunAsync("add", _site.Address.AbsoluteUri);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--allow-private", refused.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _program.RunAsync("add", "ftp://example.org/")).ExitCode);
        Assert.Equal(before, await File.ReadAllTextAsync(SourcesPath, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(_program.Database));
    }

    [Fact]
    public async Task Without_a_feed_the_customary_places_are_looked_at_and_what_cannot_be_found_is_told()
    {
        _site.Put("/", "<!DOCTYPE html><html lang=ar><head><title>وزارة</title></head><body><p>الرئيسية</p></body></html>");
        _site.Put("/sitemap.xml", $"<urlset><url><loc>{_site.Url("/news/1")}</loc></url></urlset>", "application/xml");
        var found = await _program.RunAsync("add", _site.Address.AbsoluteUri, "--allow-private", "--dry-run");
        Assert.Equal((0, ""), (found.ExitCode, found.ExitCode == 0 ? "" : found.Error));
        Assert.Contains($"sitemap: {_site.Url("/sitemap.xml")}", found.Output, StringComparison.Ordinal);
        _site.Remove("/sitemap.xml");
        var none = await _program.RunAsync("add", _site.Address.AbsoluteUri, "--allow-private");
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("names no feed", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_online_shows_what_each_source_gives_and_stores_nothing()
    {
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address).Replace("/feed", "/news.xml", StringComparison.Ordinal) + $"\n  - {{key: gone, name: ذهبت, feed: '{_site.Url("/gone")}', delay: 0, allow_private: true}}\n");
        var looked = await _program.RunAsync("check", "--online");
        Assert.Equal(1, looked.ExitCode);
        Assert.Matches("harbour .* 2 .*المكتبة تفتح أبوابها", looked.Output);
        Assert.Matches("gone .* 404", looked.Output);
        Assert.False(File.Exists(_program.Database));
    }

    [Theory]
    [InlineData("once")]
    [InlineData("check", "--online")]
    [InlineData("add", "URL", "--allow-private", "--key", "other")]
    public async Task Stopped_in_the_middle_it_says_so_and_leaves_everything_in_order(params string[] arguments)
    {
        var hanging = new TaskCompletionSource();
        _site.Map("/hanging", async context =>
        {
            hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var sources = PressPages.Sources(_site.Address).Replace("/feed", "/hanging", StringComparison.Ordinal);
        _program.Write("config/sources.yaml", sources);
        using var running = _program.Begin([.. arguments.Select(x => x == "URL" ? _site.Url("/hanging").AbsoluteUri : x)]);
        await hanging.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        var ended = await running.EndAsync(PressProgram.SigTerm);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("Stopped", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.Equal(sources, await File.ReadAllTextAsync(SourcesPath, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _program.RunAsync("check")).ExitCode);
    }
}
