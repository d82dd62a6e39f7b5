using System.Net;
using System.Text;
using Dapper;
using PressIngest.Storage;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>Five hundred articles of twenty hosts, and a program that is killed twice on the way.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int Hosts = 20;
    private const int ArticlesEach = 25;

    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        // Every 127.0.0.x is this machine, and a host of its own to the program.
        _site = await TestSite.StartAsync(IPAddress.Any);
        for (var number = 1; number <= ArticlesEach; number++)
        {
            var page = Encoding.UTF8.GetBytes(PressPages.Article($"خبر {number}", $"خبر رقم {number} من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر."));
            _site.Map($"/news/{number}", async context =>
            {
                await Task.Delay(20, context.RequestAborted);
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.Body.WriteAsync(page, context.RequestAborted);
            });
        }

        var items = string.Concat(Enumerable.Range(1, ArticlesEach).Select(x => $"<item><title>خبر {x}</title><link>/news/{x}</link></item>"));
        _site.Put("/feed", $"<rss version=\"2.0\"><channel>{items}</channel></rss>", "application/rss+xml");
        _program.Write("config/sources.yaml", "sources:\n" + string.Concat(Enumerable.Range(1, Hosts).Select(x =>
            $"  - {{key: host-{x}, name: host-{x}, feed: 'http://127.0.0.{x}:{_site.Address.Port}/feed', allow_private: true, delay: 0}}\n")));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task Killed_twice_it_stores_every_article_exactly_once()
    {
        foreach (var stored in (int[])[60, 250])
        {
            using var running = _program.Begin("once");
            await Eventually.TrueAsync(() => running.HasEnded || Count() >= stored, $"{stored} articles are stored");
            Assert.False(running.HasEnded, "the program ended before it could be killed");
            await running.EndAsync(PressProgram.SigKill);
            Assert.InRange(Count(), stored, (Hosts * ArticlesEach) - 1);
        }

        var finished = await _program.RunAsync("once");
        Assert.True(finished.ExitCode == 0, finished.Error);
        using var connection = new Database(_program.Database).OpenForReading();
        var urls = connection.Query<string>("SELECT url FROM article").ToList();
        var expected = Enumerable.Range(1, Hosts).SelectMany(host => Enumerable.Range(1, ArticlesEach).Select(x => $"http://127.0.0.{host}:{_site.Address.Port}/news/{x}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), urls.Order(StringComparer.Ordinal));
        Assert.Equal(urls.Count, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM link WHERE outcome = 'stored' AND article_id IS NOT NULL"));
        Assert.Equal(urls.Count, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM page"));
        // One article differs from another by a number only: an article that was stored in part would have fewer facts than its like.
        Assert.Single(connection.Query<int>("SELECT DISTINCT COUNT(f.id) FROM article a LEFT JOIN fact f ON f.article_id = a.id GROUP BY a.id"));
        Assert.Equal(["ok"], connection.Query<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM run WHERE outcome = 'running'"));
        Assert.NotEqual(0, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM run WHERE outcome = 'stopped'"));
    }

    private int Count()
    {
        if (!File.Exists(_program.Database)) return 0;
        try
        {
            using var connection = new Database(_program.Database).OpenForReading();
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM article");
        }
        catch (StorageException)
        {
            // The tables are being made just now.
            return 0;
        }
    }
}
