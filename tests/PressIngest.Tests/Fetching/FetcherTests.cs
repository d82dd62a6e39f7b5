using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class FetcherTests : IAsyncLifetime
{
    private readonly Fetchers _fetchers = new();
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _fetchers.DisposeAsync();
    }

    [Fact]
    public async Task Gives_the_body_and_its_headers()
    {
        _site.Put("/a", "<p>مرحبا</p>");
        var body = Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
        Assert.Equal("<p>مرحبا</p>", Encoding.UTF8.GetString(body.Bytes));
        Assert.Equal("text/html; charset=utf-8", body.ContentType);
        Assert.Equal(_site.Url("/a"), body.FinalUrl);
        Assert.NotNull(body.ETag);
    }

    [Fact]
    public async Task Asks_conditionally_and_says_when_nothing_changed()
    {
        _site.Put("/a", "x");
        var body = Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
        Assert.IsType<FetchResult.NotModified>(await _fetchers.FetchAsync(_site.Url("/a"), eTag: body.ETag));
    }

    [Fact]
    public async Task Names_itself_and_keeps_no_cookie()
    {
        _site.Map("/a", context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            return Task.CompletedTask;
        });
        await using var fetchers = new Fetchers(configure: x => x.Contact = "press@example.org");
        await fetchers.FetchAsync(_site.Url("/a"));
        await fetchers.FetchAsync(_site.Url("/a"));
        Assert.All(_site.Requests, x => Assert.Equal("PressIngest/0.1 (+mailto:press@example.org)", x.Headers["User-Agent"]));
        Assert.All(_site.Requests, x => Assert.DoesNotContain("Cookie", x.Headers.Keys));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    public async Task Unpacks_a_compressed_body(string encoding)
    {
        _site.Map("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding.Replace("raw ", "", StringComparison.Ordinal);
            await context.Response.Body.WriteAsync(Pack(Encoding.UTF8.GetBytes("نص"), encoding));
        });
        var body = Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
        Assert.Equal("نص", Encoding.UTF8.GetString(body.Bytes));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Stops_a_decompression_bomb(string encoding)
    {
        var bomb = Pack(new byte[50_000_000], encoding);
        Assert.True(bomb.Length < 100_000);
        _site.Map("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(bomb);
        });
        Assert.Equal(FetchFailure.TooLarge, (await FailAsync("/a")).Failure);
    }

    [Fact]
    public async Task Takes_a_plain_body_that_is_announced_as_gzip()
    {
        _site.Map("/a", async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("<p>plain</p>");
        });
        Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
    }

    [Fact]
    public async Task Follows_redirects_to_where_they_lead()
    {
        _site.Redirect("/a", "b?x=1", 301);
        _site.Redirect("/b?x=1", _site.Url("/خبر").AbsoluteUri, 308);
        _site.Put("/خبر", "x");
        var body = Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
        Assert.Equal(_site.Url("/خبر"), body.FinalUrl);
    }

    [Fact]
    public async Task Gives_up_redirects_without_end()
    {
        _site.Redirect("/a", "/a");
        Assert.Equal(FetchFailure.TooManyRedirects, (await FailAsync("/a")).Failure);
        Assert.Equal(6, _site.Paths.Count());
    }

    [Fact]
    public async Task Gives_a_cookie_back_to_the_host_that_sets_it_along_with_a_redirect_and_to_no_other()
    {
        await using var other = await TestSite.StartAsync();
        other.Put("/x", "x");
        _site.Map("/a", context =>
        {
            context.Response.Headers.SetCookie = new(["seen=1; Path=/; HttpOnly", "b=2; Domain=127.0.0.1", "bad"]);
            context.Response.Headers.Location = context.Request.Headers.Cookie.Count == 0 ? "/a" : other.Url("/x").AbsoluteUri;
            context.Response.StatusCode = StatusCodes.Status302Found;
            return Task.CompletedTask;
        });
        Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/a")));
        Assert.Equal("seen=1; b=2", _site.Requests[^1].Headers["Cookie"]);
        Assert.All(other.Requests, x => Assert.DoesNotContain("Cookie", x.Headers.Keys));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@example.org/")]
    public async Task Follows_no_redirect_away_from_the_web(string target)
    {
        _site.Redirect("/a", target);
        var failed = await FailAsync("/a");
        Assert.Equal(FetchFailure.Forbidden, failed.Failure);
        Assert.DoesNotContain("secret", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "404 (not found)")]
    [InlineData(403, "403 (forbidden)")]
    [InlineData(599, "599")]
    public async Task Tells_an_error_status_in_words(int status, string words)
    {
        _site.Fail("/a", status);
        var failed = await FailAsync("/a");
        Assert.Equal((FetchFailure.Status, status), (failed.Failure, failed.Status));
        Assert.EndsWith(words, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_no_body_above_the_limit()
    {
        _site.Put("/a", new string('x', 100_001));
        _site.Put("/b", new string('x', 100_000));
        Assert.Equal(FetchFailure.TooLarge, (await FailAsync("/a")).Failure);
        Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(_site.Url("/b")));
    }

    [Fact]
    public async Task Rethrows_the_callers_cancellation()
    {
        using var stop = new CancellationTokenSource();
        _site.Map("/a", async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fetchers.Fetcher.FetchAsync(new FetchRequest(_site.Url("/a"), 1000, TimeSpan.Zero, AllowPrivate: true), stop.Token));
    }

    [Fact]
    public async Task Asks_no_private_address_unless_allowed()
    {
        _site.Put("/a", "x");
        foreach (var address in new[] { _site.Url("/a"), new Uri($"http://localhost:{_site.Address.Port}/a"), new Uri($"http://[::ffff:127.0.0.1]:{_site.Address.Port}/a") })
        {
            // A pooled connection of a caller who may must not serve one who may not.
            Assert.IsType<FetchResult.Body>(await _fetchers.FetchAsync(address));
            var failed = Assert.IsType<FetchResult.Failed>(await _fetchers.FetchAsync(address, allowPrivate: false));
            Assert.Equal(FetchFailure.Forbidden, failed.Failure);
            Assert.Contains("allow_private", failed.Message, StringComparison.Ordinal);
        }

        Assert.Equal(3, _site.Paths.Count());
    }

    private async Task<FetchResult.Failed> FailAsync(string path) => Assert.IsType<FetchResult.Failed>(await _fetchers.FetchAsync(_site.Url(path)));

    private static byte[] Pack(byte[] plain, string encoding)
    {
        foreach (var layer in encoding.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream stream = layer switch
            {
                "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
                "br" => new BrotliStream(packed, CompressionLevel.Optimal),
                "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
                _ => new DeflateStream(packed, CompressionLevel.Optimal),
            })
            {
                stream.Write(plain);
            }

            plain = packed.ToArray();
        }

        return plain;
    }
}
