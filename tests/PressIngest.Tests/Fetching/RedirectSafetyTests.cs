using System.Net;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

/// <summary>A site of the internet that leads to a private address. The site is played, for there is no internet; all behind it is the real thing.</summary>
public sealed class RedirectSafetyTests : IAsyncLifetime
{
    private TestSite _private = null!;

    public async ValueTask InitializeAsync() => _private = await TestSite.StartAsync();

    public ValueTask DisposeAsync() => _private.DisposeAsync();

    [Theory]
    [InlineData(301, "http://127.0.0.1:{0}/secret")]
    [InlineData(302, "http://localhost:{0}/secret")]
    [InlineData(307, "http://[::ffff:127.0.0.1]:{0}/secret")]
    [InlineData(308, "http://0x7f000001:{0}/secret")]
    public async Task Leads_to_nothing(int status, string target)
    {
        _private.Put("/secret", "<p>internal</p>");
        await using var fetchers = new Fetchers(before: () => new PublicSite(status, target.Replace("{0}", _private.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var failed = Assert.IsType<FetchResult.Failed>(await fetchers.FetchAsync(new Uri("http://news.example/1"), allowPrivate: false));
        Assert.Equal(FetchFailure.Forbidden, failed.Failure);
        Assert.Contains("allow_private", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_private.Requests);
    }

    private sealed class PublicSite(int status, string target) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host != "news.example") return base.SendAsync(request, cancellationToken);
            var isRobots = request.RequestUri.AbsolutePath == "/robots.txt";
            var response = new HttpResponseMessage(isRobots ? HttpStatusCode.NotFound : (HttpStatusCode)status) { RequestMessage = request };
            if (!isRobots) response.Headers.TryAddWithoutValidation("Location", target);
            return Task.FromResult(response);
        }
    }
}
