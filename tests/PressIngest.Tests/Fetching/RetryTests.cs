using Microsoft.AspNetCore.Http;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class RetryTests : IAsyncLifetime
{
    private readonly FakeTime _time = new();
    private readonly Fetchers _fetchers;
    private TestSite _site = null!;

    public RetryTests() => _fetchers = new Fetchers(_time, x =>
    {
        x.Retries = 2;
        x.Timeout = TimeSpan.FromMinutes(10);
    });

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _fetchers.DisposeAsync();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Tries_again_what_may_pass(int status)
    {
        var times = Answer(status, status, 200);
        Assert.IsType<FetchResult.Body>(await RunAsync());
        Assert.InRange(times[1] - times[0], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        Assert.InRange(times[2] - times[1], TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(11));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(501)]
    public async Task Tries_once_what_will_not(int status)
    {
        var times = Answer(status);
        Assert.Equal(status, Assert.IsType<FetchResult.Failed>(await RunAsync()).Status);
        Assert.Single(times);
    }

    [Fact]
    public async Task Gives_up_in_the_end()
    {
        var times = Answer(500);
        Assert.Equal(500, Assert.IsType<FetchResult.Failed>(await RunAsync()).Status);
        Assert.Equal(3, times.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_the_site_asks()
    {
        var times = Answer("30", 429, 200);
        Assert.IsType<FetchResult.Body>(await RunAsync());
        Assert.InRange(times[1] - times[0], TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(33));
    }

    [Fact]
    public async Task Leaves_for_later_a_site_that_asks_for_more_patience()
    {
        var times = Answer("3600", 503, 200);
        Assert.InRange(Assert.IsType<FetchResult.Failed>(await RunAsync()).RetryAfter!.Value, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
        var resting = Assert.IsType<FetchResult.Failed>(await RunAsync());
        Assert.Equal(FetchFailure.Resting, resting.Failure);
        Assert.Single(times);
        _time.Advance(TimeSpan.FromHours(1.1));
        Assert.IsType<FetchResult.Body>(await RunAsync());
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0 ", 0)]
    [InlineData("99999999999999999999", 86400)]
    [InlineData("Thu, 15 Jan 2026 09:10:00 GMT", 600)]
    [InlineData("Thu, 15 Jan 2026 08:00:00 GMT", 0)]
    [InlineData("Fri, 15 Jan 2027 08:00:00 GMT", 86400)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Reads_how_long_to_wait(string? header, int? seconds) =>
        Assert.Equal(seconds, RetryAfter.Parse(header, new FakeTime().GetUtcNow(), chance: 0)?.TotalSeconds);

    [Theory]
    [InlineData("120", 0.5, 126)]
    [InlineData("99999999999", 0.5, 90720)]
    [InlineData("0", 0.9, 0)]
    public void Those_who_were_sent_away_together_do_not_come_back_together(string header, double chance, int seconds) =>
        Assert.Equal(seconds, RetryAfter.Parse(header, new FakeTime().GetUtcNow(), chance)!.Value.TotalSeconds, 1e-6);

    private List<DateTimeOffset> Answer(params int[] statuses) => Answer("", statuses);

    // Answers each status in turn, the last one for ever; gives when.
    private List<DateTimeOffset> Answer(string retryAfter, params int[] statuses)
    {
        var times = new List<DateTimeOffset>();
        _site.Map("/a", context =>
        {
            context.Response.StatusCode = statuses[Math.Min(times.Count, statuses.Length - 1)];
            if (retryAfter.Length > 0) context.Response.Headers.RetryAfter = retryAfter;
            times.Add(_time.GetUtcNow());
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync("x") : Task.CompletedTask;
        });
        return times;
    }

    // Time passes only while the fetcher waits for the next attempt, not while the site answers.
    private async Task<FetchResult> RunAsync()
    {
        var fetch = _fetchers.FetchAsync(_site.Url("/a"));
        while (true)
        {
            var wait = _time.UntilWaitingAsync(TimeSpan.FromMinutes(5));
            if (await Task.WhenAny(fetch, wait) == fetch) return await fetch;
            _time.Advance(await wait);
        }
    }
}
