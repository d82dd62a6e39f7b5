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
        { "HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n", FetchFailure.TooManyRedirects },
        { "HTTP/1.1 302 Found\r\nLocation: data:text/html,x\r\nContent-Length: 0\r\n\r\n", FetchFailure.Forbidden },
        { "HTTP/1.1 304 Not Modified\r\n\r\n", FetchFailure.Status },
        { "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n", FetchFailure.Status },
        { "HTTP/1.1 999 Request denied\r\nContent-Length: 0\r\n\r\n", FetchFailure.Status },
        { "HTTP/1.1 OK\r\n\r\n", FetchFailure.Malformed },
        { "HTTP/9.9 200 OK\r\n\r\n", FetchFailure.Malformed },
        { "<html>no headers at all</html>\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\nx", FetchFailure.Network },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;" + new string('x', 100_000) + "\r\n", FetchFailure.Network },
        { "HTTP/1.1 200 " + new string('x', 100_000) + "\r\n\r\n", FetchFailure.TooLarge },
        { string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 5000)), FetchFailure.TooLarge },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip, gzip\r\nContent-Length: 4\r\n\r\nabcd", FetchFailure.Malformed },
        { "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nabcd", FetchFailure.Malformed },
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

    public static TheoryData<string, string> Bodies => new()
    {
        { "HTTP/1.1 200 OK\r\n\r\nto the end", "to the end" },
        { "HTTP/1.0 200 OK\r\n\r\nold", "old" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nmore than was said", "more " },
        { "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\nx", "x" },
        { "HTTP/1.1 200 OK\nContent-Length: 1\n\nx", "x" },
        { "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", "x" },
        { "HTTP/1.1 204 No Content\r\n\r\n", "" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Encoding: gzip\r\n\r\n", "" },
        { "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=; x\r\nContent-Length: 1\r\n\r\nx", "x" },
        { "HTTP/1.1 200 OK\r\nETag: unquoted\r\nLast-Modified: yesterday\r\nContent-Length: 1\r\n\r\nx", "x" },
        { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", "x" },
        { "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx", "x" },
        { "HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 1\r\n\r\nx", "x" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Takes_what_browsers_take(string answer, string body)
    {
        await using var site = RawSite.Start(answer);
        await using var fetchers = new Fetchers();
        Assert.Equal(body, Encoding.Latin1.GetString(Assert.IsType<FetchResult.Body>(await fetchers.FetchAsync(site.Address)).Bytes));
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
