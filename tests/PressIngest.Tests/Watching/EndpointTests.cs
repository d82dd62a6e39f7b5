using System.Net;
using System.Net.Sockets;
using PressIngest.Tests.EndToEnd;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.Watching;

/// <summary>The running service as monitoring sees it.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private readonly HttpClient _client = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        (int, string)[] articles = [(1, "المكتبة تفتح أبوابها"), (2, "معرض الكتاب يعود")];
        foreach (var (number, title) in articles) _site.Put($"/news/{number}", PressPages.Article(title, $"{title}: خبر من صحيفة الميناء عن مشاركة 40 متطوعا في حياة المدينة ومكتباتها وناسها في هذا الموسم #مكتبة_الحي الجديد."));
        _site.Put("/feed", PressPages.Feed(_site.Address, articles), "application/rss+xml");
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h"));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task Health_readiness_and_every_measure_can_be_asked_for()
    {
        _program.Write("config/appsettings.json", """{ "Endpoint": { "Port": 0 } }""");
        using var service = _program.Begin("run");
        var address = await AddressAsync(service);
        Assert.Equal(IPAddress.Loopback.ToString(), address.Host);
        await service.LineAsync("harbour: 2 links");
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(address, "/healthz"));
        Assert.Equal((HttpStatusCode.OK, "ok\n"), await AskAsync(address, "/readyz"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(address, "/")).Status);
        using var post = await _client.PostAsync(new Uri(address, "/metrics"), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);

        using var response = await _client.GetAsync(new Uri(address, "/metrics"), TestContext.Current.CancellationToken);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var metrics = PrometheusParser.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, metrics["pressingest_runs_total{outcome=\"done\",source=\"harbour\"}"]);
        Assert.Equal(2, metrics["pressingest_articles_total{result=\"new\",source=\"harbour\"}"]);
        Assert.Equal(0, metrics["pressingest_articles_total{result=\"failed\",source=\"harbour\"}"]);
        // The feed and two pages; the site has no robots.txt.
        Assert.Equal(3, metrics["pressingest_requests_total{outcome=\"ok\"}"]);
        Assert.Equal(1, metrics["pressingest_requests_total{outcome=\"status 404\"}"]);
        Assert.Equal(4, metrics["pressingest_request_duration_seconds_count"]);
        // Two hashtags and two figures in each: its own, and those that every article of the outlet has.
        Assert.Equal(4, metrics["pressingest_facts_total{kind=\"hashtag\"}"]);
        Assert.Equal(4, metrics["pressingest_facts_total{kind=\"figure\"}"]);
        Assert.Equal(2, metrics["pressingest_stage_duration_seconds_count{stage=\"extract\"}"]);
        Assert.Equal(2, metrics["pressingest_stage_duration_seconds_count{stage=\"store\"}"]);
        Assert.Equal(0, metrics["pressingest_queue"]);
        Assert.True(metrics["pressingest_database_size_bytes"] >= new FileInfo(_program.Database).Length);
        Assert.Equal(1, metrics["pressingest_source_state{source=\"harbour\",state=\"ok\"}"]);
        Assert.Equal(3600, metrics["pressingest_source_next_time_seconds{source=\"harbour\"}"] - metrics["pressingest_source_success_time_seconds{source=\"harbour\"}"]);
        Assert.Contains(metrics.Types.Keys, x => x.StartsWith("quartz_", StringComparison.Ordinal));
        Assert.Contains("dotnet_process_memory_working_set_bytes", metrics.Types.Keys);

        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    [Fact]
    public async Task Firing_after_firing_of_a_source_is_one_series()
    {
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1s"));
        _program.Write("config/appsettings.json", """{ "Endpoint": { "Port": 0 } }""");
        using var service = _program.Begin("run");
        var address = await AddressAsync(service);
        await Eventually.TrueAsync(() => service.Errors.Count(x => x.Contains("harbour: 2 links", StringComparison.Ordinal)) >= 3, "three looks are over");
        var metrics = PrometheusParser.Parse((await AskAsync(address, "/metrics")).Text);
        var series = Assert.Single(metrics.Series, x => x.StartsWith("quartz_job_execution_duration_seconds_count", StringComparison.Ordinal));
        Assert.True(metrics[series] >= 2);
    }

    [Fact]
    public async Task Nothing_listens_unless_a_port_is_given()
    {
        using var service = _program.Begin("run");
        await service.LineAsync("harbour: 2 links");
        Assert.DoesNotContain("Monitoring", (await service.EndAsync(PressProgram.SigTerm)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_nothing_runs()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        _program.Write("config/appsettings.json", $$"""{ "Endpoint": { "Port": {{port}} } }""");
        var finished = await _program.RunAsync("run");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains($"Endpoint: 127.0.0.1:{port} cannot be listened at", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Requests);
    }

    [Theory]
    [InlineData("""{ "Endpoint": { "Port": 65536 } }""", "Endpoint:Port must be between 1 and 65535")]
    [InlineData("""{ "Endpoint": { "Address": "everywhere" } }""", "Endpoint:Address must be an IP address")]
    public async Task What_it_cannot_listen_at_is_told_by_check(string settings, string expected)
    {
        _program.Write("config/appsettings.json", settings);
        var finished = await _program.RunAsync("check");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(expected, finished.Output, StringComparison.Ordinal);
    }

    internal static async Task<Uri> AddressAsync(PressProgram.Running service)
    {
        var line = await service.LineAsync("Monitoring is answered at ");
        return new Uri(line[(line.IndexOf("answered at ", StringComparison.Ordinal) + 12)..].Split(": /")[0]);
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(Uri address, string path)
    {
        using var response = await _client.GetAsync(new Uri(address, path), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
