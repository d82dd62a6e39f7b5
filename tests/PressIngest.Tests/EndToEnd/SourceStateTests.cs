using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using PressIngest.Fetching;
using PressIngest.Storage;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>States of sources as an operator sees them, run by run, and the alerts that they raise.</summary>
public sealed class SourceStateTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private readonly List<(string Body, string Signature)> _alerts = [];
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h"));
        _program.Write("secret", "كلمة السر\n");
        _program.Write("config/appsettings.json", JsonSerializer.Serialize(new { Alerts = new { Webhook = _site.Url("/alerts"), SecretFile = _program.Folder + "/secret" }, Fetch = new { Retries = 0 } }));
        _site.Map("/alerts", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            lock (_alerts) _alerts.Add((body, context.Request.Headers[Webhook.SignatureHeader].ToString()));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task A_feed_that_becomes_a_login_page_is_blocked_told_once_and_comes_back()
    {
        Publish(1);
        await _program.RunAsync("once");
        _site.Fail("/feed", StatusCodes.Status403Forbidden);
        await _program.RunAsync("once");
        await _program.RunAsync("once");
        Assert.Equal("blocked", State());
        Publish(1);
        await _program.RunAsync("sources", "--retry", "harbour");
        Assert.Equal("ok", State());

        var alerts = _alerts.Select(x => JsonDocument.Parse(x.Body).RootElement).ToList();
        Assert.Equal([("ok", "blocked"), ("blocked", "ok")], alerts.Select(x => (x.GetProperty("was").GetString()!, x.GetProperty("state").GetString()!)));
        Assert.All(_alerts, x => Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("كلمة السر"), Encoding.UTF8.GetBytes(x.Body)))}", x.Signature));
    }

    [Fact]
    public async Task Items_that_came_and_went_between_two_looks_are_told_as_a_gap()
    {
        Publish(1, 2);
        await _program.RunAsync("once");
        Publish(7, 8);
        await _program.RunAsync("once");
        Assert.Equal("gap", State());
        Publish(8, 9);
        await _program.RunAsync("once");
        Assert.Equal("ok", State());
    }

    [Fact]
    public async Task The_diary_tells_no_news_from_not_looked_at_and_holds_every_request()
    {
        Publish(1);
        await _program.RunAsync("once");
        _site.Fail("/feed", StatusCodes.Status404NotFound);
        await _program.RunAsync("once");
        using var connection = new Database(_program.Database).OpenForReading();
        Assert.Equal((2L, 1L, 1L, 1L), connection.QuerySingle<(long, long, long, long)>("SELECT SUM(looks), SUM(looks_done), SUM(looks_failed), SUM(articles_added) FROM coverage"));
        Assert.Contains("404", connection.QuerySingle<string>("SELECT error FROM coverage WHERE error IS NOT NULL"), StringComparison.Ordinal);
        var asked = _site.Requests.Select(x => x.Path).Where(x => x != "/alerts").Order();
        Assert.Equal(asked, connection.Query<string>("SELECT url FROM request").Select(x => new Uri(x).AbsolutePath).Order());
    }

    private string State()
    {
        using var connection = new Database(_program.Database).OpenForReading();
        return connection.QuerySingle<string>("SELECT state FROM source_state");
    }

    private void Publish(params int[] numbers)
    {
        foreach (var number in numbers) _site.Put($"/news/{number}", PressPages.Article($"خبر {number}", $"خبر رقم {number} من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر."));
        _site.Put("/feed", PressPages.Feed(_site.Address, [.. numbers.Select(x => (x, $"خبر {x}"))]), "application/rss+xml");
    }
}
