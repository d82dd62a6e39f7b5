using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

/// <summary>What the sites see of many who fetch at once, by a clock that moves only when somebody waits.</summary>
public sealed class PolitenessTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task No_site_is_asked_twice_at_once_or_faster_than_the_delay()
    {
        var time = new FakeTime();
        await using var fetchers = new Fetchers(time, x => x.Timeout = TimeSpan.FromMinutes(10));
        var sites = new List<TestSite>();
        var seen = new ConcurrentQueue<(Uri Site, DateTimeOffset Start, DateTimeOffset End)>();
        for (var i = 0; i < 3; i++)
        {
            var site = await TestSite.StartAsync();
            sites.Add(site);
            for (var page = 0; page < 12; page++)
            {
                site.Map($"/{page}", async context =>
                {
                    var start = time.GetUtcNow();
                    await context.Response.WriteAsync("x");
                    seen.Enqueue((site.Address, start, time.GetUtcNow()));
                });
            }
        }

        var fetches = sites.SelectMany(site => Enumerable.Range(0, 12).Select(page => fetchers.FetchAsync(site.Url($"/{page}"), delay: Delay))).ToList();
        var all = Task.WhenAll(fetches);
        while (true)
        {
            var wait = time.UntilWaitingAsync(TimeSpan.FromMinutes(5));
            if (await Task.WhenAny(all, wait) == all) break;
            time.Advance(await wait);
        }

        Assert.All(await all, x => Assert.IsType<FetchResult.Body>(x));
        foreach (var site in seen.GroupBy(x => x.Site))
        {
            var requests = site.OrderBy(x => x.Start).ToList();
            Assert.Equal(12, requests.Count);
            Assert.All(requests.Zip(requests.Skip(1)), x => Assert.True(x.Second.Start - x.First.End >= Delay, $"{x.First} then {x.Second}"));
        }

        foreach (var site in sites) await site.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_for_a_site_takes_up_no_place_of_those_who_ask_another()
    {
        var time = new FakeTime();
        await using var fetchers = new Fetchers(time, x => x.MaxConcurrentHosts = 1);
        await using var slow = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync();
        slow.Put("/robots.txt", "", "text/plain");
        other.Put("/a", "x");
        var waiting = fetchers.FetchAsync(slow.Url("/a"), delay: Delay);
        await time.UntilWaitingAsync(Delay * 1.25);
        Assert.IsType<FetchResult.Body>(await fetchers.FetchAsync(other.Url("/a")));
        Assert.False(waiting.IsCompleted);
        time.Advance(Delay * 1.25);
        await waiting;
    }
}
