using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>The service against a real site and a real file.</summary>
public sealed class ServiceTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        Publish((1, "المكتبة تفتح أبوابها"), (2, "معرض الكتاب يعود"));
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task Articles_arrive_on_schedule_and_new_and_changed_ones_follow()
    {
        using var service = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 2, "both articles are stored");
        Assert.Equal(0, (await _program.RunAsync("health")).ExitCode);

        Publish((1, "المكتبة تفتح أبوابها"), (2, "معرض الكتاب يعود بحلة جديدة"), (3, "أمسية شعرية في الميناء"));
        await Eventually.TrueAsync(() => _program.Count("articles") == 3, "the new article is stored");
        await Eventually.TrueAsync(() => _program.Count("articles WHERE title = 'معرض الكتاب يعود بحلة جديدة'") == 1, "the changed article is updated");
        Assert.Equal(3, _program.Count("articles"));

        var ended = await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(0, ended.ExitCode);
        Assert.Empty(ended.Output);
        AssertSound();
        Assert.Equal(1, (await _program.RunAsync("health")).ExitCode);
    }

    [Theory]
    [InlineData(PressProgram.SigTerm)]
    [InlineData(PressProgram.SigKill)]
    public async Task Ended_in_the_middle_of_a_fetch_it_leaves_a_sound_file_and_goes_on_where_it_was(int signal)
    {
        var hanging = new TaskCompletionSource();
        _site.Map("/news/2", async context =>
        {
            hanging.TrySetResult();
            await context.Response.WriteAsync("<html><body><p>", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using (var service = _program.Begin("run"))
        {
            await hanging.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(() => _program.Count("articles") == 1, "the article before it is stored");
            await service.EndAsync(signal);
        }

        AssertSound();
        Assert.Equal(1, _program.Count("articles"));

        Publish((1, "المكتبة تفتح أبوابها"), (2, "معرض الكتاب يعود"));
        using var again = _program.Begin("run");
        await Eventually.TrueAsync(() => _program.Count("articles") == 2, "the article that was cut off is stored");
        await again.EndAsync(PressProgram.SigTerm);
        AssertSound();
    }

    private void Publish(params (int Number, string Title)[] articles)
    {
        foreach (var (number, title) in articles) _site.Put($"/news/{number}", PressPages.Article(title, $"{title}: خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد."));
        _site.Put("/feed", PressPages.Feed(_site.Address, articles), "application/rss+xml");
    }

    private void AssertSound()
    {
        using var connection = new SqliteConnection($"Data Source={_program.Database};Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM article WHERE id NOT IN (SELECT article_id FROM page)"));
    }
}
