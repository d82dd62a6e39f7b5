using Dapper;
using Microsoft.AspNetCore.Http;
using PressIngest.Storage;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>What becomes of articles on a real site, run by run.</summary>
public sealed class IngestionTests : IAsyncLifetime
{
    private const string Body = "خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر ثلاثة أشهر.";

    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h"));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task An_article_over_several_pages_is_one_article()
    {
        _site.Put("/news/1001", PressPages.Article("المكتبة", Body).Replace("</head>", $"<link rel=\"next\" href=\"{_site.Url("/news/1001?page=2")}\"></head>", StringComparison.Ordinal));
        _site.Put("/news/1001?page=2", PressPages.Article("المكتبة", "وهذه تتمة الخبر في صفحته الثانية، وفيها ما لم يقل في الأولى عن زوار المكتبة وكتبها النادرة."));
        Feed((1001, "المكتبة"));
        Assert.Equal(0, (await _program.RunAsync("once")).ExitCode);
        var text = Query<string>("SELECT text FROM articles").Single();
        Assert.Contains("تتمة الخبر", text, StringComparison.Ordinal);
        Assert.StartsWith(Body, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_is_taken_from_the_feed_and_tried_again()
    {
        _site.Fail("/news/1", StatusCodes.Status410Gone);
        _site.Put("/feed", PressPages.Feed(_site.Address, (1, "المكتبة")).Replace(
            "</link></item>", $"</link><content:encoded><![CDATA[<p>{Body}</p><p>{Body.Replace("خبر", "تقرير", StringComparison.Ordinal)}</p>]]></content:encoded></item>", StringComparison.Ordinal), "application/rss+xml");
        var finished = await _program.RunAsync("once");
        Assert.Contains(Body, Assert.Single(Query<string>("SELECT text FROM articles")), StringComparison.Ordinal);
        Assert.Contains("410", finished.Error, StringComparison.Ordinal);
        Assert.StartsWith("from the feed: ", Query<string>("SELECT reason FROM link WHERE next_try_at IS NOT NULL").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_addresses_of_one_article_are_one_row()
    {
        var page = PressPages.Article("المكتبة", Body).Replace("</head>", $"<link rel=\"canonical\" href=\"{_site.Url("/news/1")}\"></head>", StringComparison.Ordinal);
        _site.Put("/news/1", page);
        _site.Put("/news/2", page);
        Feed((1, "المكتبة"), (2, "المكتبة"));
        await _program.RunAsync("once");
        Assert.Single(Query<string>("SELECT url FROM articles"));
        Assert.Equal(2, Query<string>("SELECT url FROM link WHERE article_id IS NOT NULL").Count);
    }

    [Fact]
    public async Task A_page_that_is_gone_keeps_its_reason_and_costs_the_others_nothing()
    {
        _site.Put("/news/2", PressPages.Article("معرض", Body));
        Feed((1, "المكتبة"), (2, "معرض"));
        var finished = await _program.RunAsync("once");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("404", finished.Error, StringComparison.Ordinal);
        Assert.Equal("معرض", Query<string>("SELECT title FROM articles").Single());
        Assert.Equal("failed", Query<string>("SELECT outcome FROM link WHERE url LIKE '%/news/1'").Single());
    }

    [Fact]
    public async Task A_link_that_failed_is_not_called_unchanged_while_it_waits()
    {
        _site.Put("/news/2", PressPages.Article("معرض", Body));
        Feed((1, "المكتبة"), (2, "معرض"));
        await _program.RunAsync("once");
        _site.Put("/news/3", PressPages.Article("أمسية", Body));
        Feed((1, "المكتبة"), (2, "معرض"), (3, "أمسية"));
        var finished = await _program.RunAsync("once");
        Assert.Equal(0, finished.ExitCode);
        var cells = finished.Output.Split('\n').Single(x => x.Contains("│ harbour", StringComparison.Ordinal)).Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // The source; links, new, updated, unchanged, left out, failed, waiting.
        Assert.Equal(["harbour", "3", "1", "0", "1", "0", "0", "1"], cells);
    }

    [Fact]
    public async Task Only_what_mentions_a_keep_term_is_kept_whatever_its_spelling()
    {
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h") + "\n    keep: [المكتبه]\n");
        _site.Put("/news/1", PressPages.Article("معرض", "أُقيم معرض في المكتبةِ " + Body));
        _site.Put("/news/2", "<html lang=ar><body><article><h1>طقس</h1><p>" + string.Concat(Enumerable.Repeat("الطقس غدا مشمس والحرارة معتدلة في أغلب المناطق. ", 12)) + "</p></article></body></html>");
        Feed((1, "معرض"), (2, "طقس"));
        await _program.RunAsync("once");
        Assert.Equal("معرض", Query<string>("SELECT title FROM articles").Single());
        Assert.Equal("no keep term", Query<string>("SELECT outcome FROM link WHERE url LIKE '%/news/2'").Single());
    }

    [Fact]
    public async Task A_second_run_asks_only_whether_something_changed()
    {
        _site.Put("/news/1", PressPages.Article("المكتبة", Body));
        Feed((1, "المكتبة"));
        await _program.RunAsync("once");
        await _program.RunAsync("once");
        Assert.All(_site.Requests.Where(x => x.Path is "/feed" or "/news/1").Skip(2), x => Assert.True(x.Headers.ContainsKey("If-None-Match")));
        Assert.Equal(["done", "done"], Query<string>("SELECT outcome FROM run"));
    }

    private void Feed(params (int Number, string Title)[] articles) => _site.Put("/feed", PressPages.Feed(_site.Address, articles), "application/rss+xml");

    private List<T> Query<T>(string sql)
    {
        using var connection = new Database(_program.Database).OpenForReading();
        return [.. connection.Query<T>(sql)];
    }
}
