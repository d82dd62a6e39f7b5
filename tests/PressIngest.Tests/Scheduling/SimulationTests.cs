using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Scheduling;
using PressIngest.Storage;
using PressIngest.Tests.Extraction;
using PressIngest.Watching;

namespace PressIngest.Tests.Scheduling;

/// <summary>A month of outlets that behave and misbehave, in seconds, against the real program but for the network and the clock.</summary>
public sealed class SimulationTests : IDisposable
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Over_a_month_nothing_is_lost_nobody_is_hurried_and_every_state_is_told()
    {
        var outlets = new Dictionary<string, SimulatedOutlet>
        {
            ["steady.example"] = new(TimeSpan.FromHours(12)),
            ["busy.example"] = new(TimeSpan.FromHours(2)),
            ["bursty.example"] = new(TimeSpan.FromHours(60)) { Burst = 15 },
            ["flaky.example"] = new(TimeSpan.FromHours(12), (TimeSpan.Zero, Month, Fall.Flaky)),
            ["dead.example"] = new(TimeSpan.FromHours(6), (TimeSpan.FromDays(5), TimeSpan.FromDays(15), Fall.Dead)),
            ["forbidden.example"] = new(TimeSpan.FromHours(24), (TimeSpan.FromDays(8), TimeSpan.FromDays(12), Fall.Forbidden)),
            ["quiet.example"] = new(TimeSpan.FromHours(6), (TimeSpan.FromDays(10), Month, Fall.Quiet)),
        };
        // Small outlets fill the world up to two hundred.
        for (var i = outlets.Count; i < 200; i++)
        {
            var every = TimeSpan.FromHours(48 + (i % 24));
            (string Key, SimulatedOutlet Outlet) small = (i % 4) switch
            {
                0 => ("small", new(every)),
                1 => ("small-flaky", new(every, (TimeSpan.Zero, Month, Fall.Flaky))),
                2 => ("small-bursty", new(every) { Burst = 2 }),
                _ => ("small-forbidden", new(every, (TimeSpan.FromDays(8), TimeSpan.FromDays(12), Fall.Forbidden))),
            };
            outlets.Add($"{small.Key}-{i}.example", small.Outlet);
        }

        var time = new LeapingTime(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        using var sites = new SimulatedSites(time, outlets);
        var states = await RunAsync(time, sites, outlets.Keys);

        Assert.Equal(["New→Ok"], states["steady.example"]);
        Assert.Equal(["New→Ok"], states["busy.example"]);
        Assert.Equal(["New→Ok"], states["bursty.example"]);
        Assert.Equal(["New→Ok"], states["flaky.example"]);
        Assert.Equal(["New→Ok", "Ok→Failing", "Failing→Gap", "Gap→Ok"], states["dead.example"]);
        Assert.Equal(["New→Ok", "Ok→Blocked", "Blocked→Ok"], states["forbidden.example"]);
        Assert.Equal(["New→Ok", "Ok→Silent"], states["quiet.example"]);

        foreach (var (host, changes) in states)
        {
            if (host.StartsWith("small-forbidden", StringComparison.Ordinal)) Assert.Equal(["New→Ok", "Ok→Blocked", "Blocked→Ok"], changes);
            else if (host.StartsWith("small", StringComparison.Ordinal)) Assert.Equal(["New→Ok"], changes);
        }

        using var connection = new Database(_folder.File("press.db")).OpenForReading();
        foreach (var host in (string[])["steady.example", "busy.example", "bursty.example", "flaky.example", "forbidden.example", .. outlets.Keys.Where(x => x.StartsWith("small", StringComparison.Ordinal))])
        {
            var stored = connection.Query<string>("SELECT url FROM articles WHERE source = @key", new { key = host[..^8] }).ToHashSet();
            var seen = outlets[host].Published(Month - TimeSpan.FromDays(3));
            Assert.All(Enumerable.Range(1, seen), x => Assert.Contains($"https://{host}/news/{x}", stored));
        }

        Assert.Equal(connection.ExecuteScalar<int>("SELECT COUNT(DISTINCT url) FROM articles"), connection.ExecuteScalar<int>("SELECT COUNT(*) FROM articles"));
        foreach (var host in sites.Requests.GroupBy(x => x.Host))
        {
            var times = host.Select(x => x.At).ToList();
            Assert.All(times.Zip(times.Skip(1)), x => Assert.True(x.Second - x.First >= TimeSpan.FromSeconds(1.5), $"{host.Key} was asked at {x.First:O} and again at {x.Second:O}"));
        }
    }

    private async Task<Dictionary<string, List<string>>> RunAsync(LeapingTime time, SimulatedSites sites, IEnumerable<string> hosts)
    {
        using var services = Services(time, sites);
        var ingestor = services.GetRequiredService<Ingestor>();
        var end = time.GetUtcNow() + Month;
        var states = hosts.ToDictionary(x => x, _ => new List<string>());
        var due = new PriorityQueue<Source, DateTimeOffset>(states.Keys.Select(x => (Feed(x), time.GetUtcNow())));
        while (due.TryDequeue(out var source, out var at) && at < end)
        {
            time.LeapTo(at);
            var report = await ingestor.IngestAsync(source, cancellationToken: TestContext.Current.CancellationToken);
            if (report.Before.Kind != report.After.Kind) states[source.Key + ".example"].Add($"{report.Before.Kind}→{report.After.Kind}");
            due.Enqueue(source, report.NextRunAt);
        }

        return states;
    }

    private ServiceProvider Services(LeapingTime time, SimulatedSites sites)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddLogging(x => x.ClearProviders());
        services.AddSingleton<TimeProvider>(time).AddSingleton(TestLexicon.Shipped).AddSingleton(new ConfigFolder(_folder.Path)).AddFetching();
        services.ConfigureAll<HttpClientFactoryOptions>(x => x.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = sites));
        services.AddSingleton(new Database(_folder.File("press.db"))).AddSingleton<WriterConnection>().AddSingleton<ArticleStore>().AddSingleton<LinkStore>().AddSingleton<LinkAgenda>();
        services.AddSingleton<RunStore>().AddSingleton<Telemetry>().AddSingleton<RequestLog>().AddSingleton<Outage>().AddSingleton<Discoverer>().AddSingleton<ArticlePages>().AddSingleton<Ingestor>();
        return services.BuildServiceProvider();
    }

    private static Source Feed(string host) => new()
    {
        Key = host[..^8],
        Name = host,
        Kind = SourceKind.Feed,
        Locations = [$"https://{host}/feed"],
        Schedule = new Schedule(null, null),
    };
}
