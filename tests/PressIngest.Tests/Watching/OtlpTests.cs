using System.Text.Json;
using PressIngest.Tests.EndToEnd;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.Watching;

/// <summary>Metrics and traces as a collector gets them.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private TestSite _site = null!;
    private OtlpReceiver _collector = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _collector = await OtlpReceiver.StartAsync();
        _site.Put("/news/1", PressPages.Article("المكتبة تفتح أبوابها", "خبر من صحيفة الميناء عن مشاركة 40 متطوعا في حياة المدينة ومكتباتها وناسها في هذا الموسم الجديد."));
        _site.Put("/feed", PressPages.Feed(_site.Address, (1, "المكتبة تفتح أبوابها")), "application/rss+xml");
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h"));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _collector.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task A_collector_gets_every_metric_and_the_spans_of_a_run()
    {
        _program.Write("token", "x-token=abc\n");
        Configure(new { Endpoint = _collector.Address, HeadersFile = _program.Folder + "/token", Interval = "00:00:01" });
        using var service = _program.Begin("run");
        await service.LineAsync("harbour: 1 links, 1 new");
        string[] ours =
        [
            "pressingest.runs", "pressingest.run.duration", "pressingest.requests", "pressingest.request.duration", "pressingest.articles", "pressingest.facts",
            "pressingest.stage.duration", "pressingest.queue", "pressingest.database.size", "pressingest.source.state",
        ];
        await Eventually.TrueAsync(() => ours.All(_collector.Metrics.ContainsKey), "every metric has come");
        await Eventually.TrueAsync(() => _collector.Metrics.Values.Contains("Quartz"), "the scheduler's metrics have come");
        // What is left goes off at the end.
        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);

        Assert.All(ours, x => Assert.Equal("PressIngest", _collector.Metrics[x]));
        Assert.All(_collector.Services, x => Assert.Equal("PressIngest", x));
        Assert.All(_collector.Requests, x => Assert.Equal("abc", x.Headers["x-token"]));
        var run = Assert.Single(_collector.Spans, x => x.Name == "run");
        Assert.Equal(("harbour", "done"), (run.Tags["pressingest.source"], run.Tags["pressingest.outcome"]));
        var spans = _collector.Spans.Where(x => x.Trace == run.Trace).ToList();
        var article = Assert.Single(spans, x => x.Name == "article");
        var discover = Assert.Single(spans, x => x.Name == "discover");
        Assert.Equal((run.Id, run.Id), (article.Parent, discover.Parent));
        Assert.Equal(article.Id, Assert.Single(spans, x => x.Name == "extract").Parent);
        Assert.Equal(article.Id, Assert.Single(spans, x => x.Name == "store").Parent);
        var requests = spans.Where(x => x.Name == "request").ToDictionary(x => x.Tags["url.full"], x => (x.Parent, x.Tags["pressingest.outcome"]));
        Assert.Equal((article.Id, "ok"), requests[_site.Url("/news/1").AbsoluteUri]);
        Assert.Equal((discover.Id, "ok"), requests[_site.Url("/feed").AbsoluteUri]);
        Assert.Equal((discover.Id, "status 404"), requests[_site.Url("/robots.txt").AbsoluteUri]);
        // Which of our traces a request belongs to is nobody's business.
        Assert.All(_site.Requests, x => Assert.DoesNotContain(x.Headers.Keys, name => name.Equals("traceparent", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_collector_that_speaks_grpc_gets_the_same()
    {
        await using var collector = await OtlpReceiver.StartGrpcAsync();
        Configure(new { Endpoint = collector.Address, Protocol = "grpc", Interval = "00:00:01" });
        using var service = _program.Begin("run");
        await service.LineAsync("harbour: 1 links, 1 new");
        await Eventually.TrueAsync(() => collector.Metrics.ContainsKey("pressingest.runs"), "the metrics have come");
        var ended = await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain("does not take", ended.Error, StringComparison.Ordinal);
        Assert.Equal("PressIngest", collector.Metrics["pressingest.runs"]);
        Assert.Equal("done", Assert.Single(collector.Spans, x => x.Name == "run").Tags["pressingest.outcome"]);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_costs_nothing_and_is_told_once()
    {
        await _collector.DisposeAsync();
        Configure(new { Endpoint = _collector.Address, Interval = "00:00:01" });
        using var service = _program.Begin("run");
        await service.LineAsync("harbour: 1 links, 1 new");
        await service.LineAsync($"{_collector.Address} does not take metrics and traces");
        var ended = await service.EndAsync(PressProgram.SigTerm);
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(1, ended.Error.Split("does not take").Length - 1);
    }

    [Fact]
    public async Task A_collector_that_recovers_is_told_too()
    {
        _collector.IsOverloaded = true;
        Configure(new { Endpoint = _collector.Address, Interval = "00:00:01" });
        using var service = _program.Begin("run");
        await service.LineAsync("does not take metrics and traces, which are lost until it does; tried again every 00:00:01: ");
        _collector.IsOverloaded = false;
        await service.LineAsync("takes metrics and traces again");
        await Eventually.TrueAsync(() => _collector.Metrics.ContainsKey("pressingest.runs"), "the metrics have come");
        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    [Theory]
    [InlineData("""{ "Otlp": { "Endpoint": "collector" } }""", "Otlp:Endpoint must be an http or https address")]
    [InlineData("""{ "Otlp": { "Protocol": "udp" } }""", "Otlp:Protocol must be http/protobuf or grpc")]
    [InlineData("""{ "Otlp": { "HeadersFile": "/nowhere" } }""", "Otlp:HeadersFile must name a file that is there")]
    [InlineData("""{ "Otlp": { "Interval": "00:00:00" } }""", "Otlp:Interval must be between")]
    public async Task What_cannot_be_meant_is_told_by_check(string settings, string expected)
    {
        _program.Write("config/appsettings.json", settings);
        var finished = await _program.RunAsync("check");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(expected, finished.Output, StringComparison.Ordinal);
    }

    private void Configure(object otlp) => _program.Write("config/appsettings.json", JsonSerializer.Serialize(new { Otlp = otlp }));
}
