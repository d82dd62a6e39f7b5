using Dapper;
using PressIngest.Tests.EndToEnd;
using PressIngest.Tests.Fetching;
using PressIngest.Tests.Storage;

namespace PressIngest.Tests.Faults;

/// <summary>What the machine does to a running service.</summary>
public sealed class ServiceFaultTests : IAsyncLifetime
{
    private readonly PressProgram _program = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _program.Dispose();
    }

    [Fact]
    public async Task A_storm_of_signals_in_the_middle_of_a_fetch_is_one_orderly_end()
    {
        var hanging = new TaskCompletionSource();
        Publish(1);
        _site.Map("/news/1", async context =>
        {
            hanging.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address));
        using var service = _program.Begin("run");
        await hanging.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        for (var i = 0; i < 20 && !service.HasEnded; i++) await service.SignalAsync(i % 3 == 2 ? PressProgram.SigInt : PressProgram.SigTerm);
        var ended = await service.EndedAsync();
        Assert.True(ended.ExitCode == 0, $"{ended.ExitCode}: {ended.Error}");
        Assert.Contains("Stopped", ended.Error, StringComparison.Ordinal);
        using var connection = OldDatabase.Open(_program.Database);
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Equal("stopped", connection.QuerySingle<string>("SELECT outcome FROM run"));
        Assert.NotNull(connection.QuerySingle<string>("SELECT stopped_at FROM heartbeat"));
    }

    [Fact]
    public async Task Without_names_nothing_is_blamed_on_a_source_and_what_needs_none_goes_on()
    {
        _program.Write("config/appsettings.json", """{ "Fetch": { "Retries": 0 } }""");
        // No resolver knows .invalid, nor will one ever.
        _program.Write("config/sources.yaml", """
            sources:
              - {key: pier, name: الرصيف, feed: 'https://pier.invalid/feed', every: 1h}
              - {key: quay, name: المرسى, feed: 'https://quay.invalid/feed', every: 1h}
              - {key: samples, name: عينات, feed: samples/feed.xml, every: 1h}

            """);
        using var service = _program.Begin("run");
        foreach (var key in (string[])["pier", "quay"])
        {
            var line = await service.LineAsync($"{key}: 0 links");
            Assert.Contains($"{key}.invalid", line, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        }

        await service.LineAsync("samples: 9 links, 9 new");
        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);
        using var connection = OldDatabase.Open(_program.Database);
        Assert.Equal([("pier", "new", 0L), ("quay", "new", 0L), ("samples", "ok", 0L)], connection.Query<(string, string, long)>("SELECT key, state, failures FROM source_state ORDER BY key"));
    }

    [Fact]
    public async Task A_crawl_fits_into_the_memory_of_a_small_container()
    {
        Publish([.. Enumerable.Range(1, 150)]);
        _program.Write("config/sources.yaml", PressPages.Sources(_site.Address, "1h"));
        // What a container of 256 MB leaves for objects: three quarters of its memory.
        _program.Environment["DOTNET_GCHeapHardLimit"] = "0xC000000";
        using var service = _program.Begin("run");
        await service.LineAsync("harbour: 150 links, 150 new");
        var status = await File.ReadAllLinesAsync($"/proc/{service.Id}/status", TestContext.Current.CancellationToken);
        var peak = int.Parse(status.Single(x => x.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(peak < 256 * 1024, $"it took {peak} kB");
        Assert.Equal(0, (await service.EndAsync(PressProgram.SigTerm)).ExitCode);
    }

    private void Publish(params int[] numbers)
    {
        var articles = numbers.Select(x => (x, $"خبر {x}")).ToArray();
        foreach (var (number, title) in articles) _site.Put($"/news/{number}", PressPages.Article(title, $"خبر رقم {number} من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر."));
        _site.Put("/feed", PressPages.Feed(_site.Address, articles), "application/rss+xml");
    }
}
