using System.Text;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

/// <summary>Servers that break HTTP, stall or flood: each ends in an outcome, in bounded time and memory.</summary>
public sealed class BrokenServerTests
{
    public static TheoryData<string, FetchFailure> Answers => new()
    {
        { "", FetchFailure.Network },
        { "SSH-2.0-OpenSSH_9.6\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", FetchFailure.Network },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", FetchFailure.Network },
        { "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", FetchFailure.TooLarge },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1F\x8B\x08x", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 4\r\n\r\nabcd", FetchFailure.Malformed },
        { "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 302 Found\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 304 Not Modified\r\n\r\n", FetchFailure.Status },
        { "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 3000).Select(x => $"X-Flood-{x}: {new string('x', 50)}\r\n")) + "\r\n", FetchFailure.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Ends_in_an_outcome(string answer, FetchFailure expected)
    {
        await using var site = RawSite.Start(answer);
        await using var fetchers = new Fetchers();
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(site.Address));
        Assert.Equal(expected, failed.Failure);
        Assert.NotEmpty(failed.Message);
    }

    [Fact]
    public async Task Tells_a_refused_connection()
    {
        var site = RawSite.Start("");
        var address = site.Address;
        await site.DisposeAsync();
        await using var fetchers = new Fetchers();
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(address));
        Assert.Equal(FetchFailure.Network, failed.Failure);
        Assert.Contains("refuses", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx")]
    public async Task Gives_up_a_server_that_stalls(string beginning)
    {
        var time = new FakeTime();
        await using var site = RawSite.Start(async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.Delay(Timeout.Infinite, token);
        });
        await using var fetchers = new Fetchers(time);
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(site.Address));
        Assert.Equal(FetchFailure.Timeout, failed.Failure);
        Assert.Contains("30 s", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_a_body_that_drips_for_ever()
    {
        var time = new FakeTime();
        await using var site = RawSite.Start(async (stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"u8.ToArray(), token);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), token);
                time.Advance(TimeSpan.FromSeconds(1));
            }
        });
        await using var fetchers = new Fetchers(time);
        Assert.Equal(FetchFailure.Timeout, Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(site.Address)).Failure);
    }

    [Fact]
    public async Task Reads_no_endless_body()
    {
        await using var site = RawSite.Start(async (stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
            while (true) await stream.WriteAsync(new byte[8192], token);
        });
        await using var fetchers = new Fetchers();
        Assert.Equal(FetchFailure.TooLarge, Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(site.Address)).Failure);
    }
}
