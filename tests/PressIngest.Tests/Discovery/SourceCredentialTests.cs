using System.Text;
using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.Discovery;

public sealed class SourceCredentialTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{user: press, password_file: secret}", "Authorization", "Basic cHJlc3M6czNjcmV0")]
    [InlineData("{header: X-Api-Key, token_file: secret}", "X-Api-Key", "s3cret")]
    [InlineData("{header: Authorization, token_file: secret}", "Authorization", "Bearer s3cret")]
    public void Reads_the_secret_from_a_file(string auth, string header, string value)
    {
        var credential = Read(auth, "https://press.example/feed");
        Assert.Equal(header, credential.Header);
        Assert.Equal(value, credential.For(new Uri("https://press.example/a")));
    }

    [Theory]
    [InlineData("https://press.example:444/a")]
    [InlineData("http://press.example/a")]
    [InlineData("https://www.press.example/a")]
    [InlineData("https://example/a")]
    public void Is_for_the_sources_own_site_only(string other) =>
        Assert.Null(Read("{user: press, password_file: secret}", "https://press.example/feed").For(new Uri(other)));

    [Fact]
    public async Task Goes_with_no_redirect_to_another_site_nor_to_robots()
    {
        await using var site = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync();
        await using var fetchers = new Fetchers();
        site.Redirect("/a", other.Url("/b").AbsoluteUri);
        other.Put("/b", "x");
        var credential = Read("{header: X-Api-Key, token_file: secret}", site.Url("/a").AbsoluteUri);
        var request = new FetchRequest(site.Url("/a"), 1000, TimeSpan.Zero, AllowPrivate: true, Credential: credential);
        Assert.IsType<FetchResult.Body>(await fetchers.Fetcher.FetchAsync(request, TestContext.Current.CancellationToken));
        Assert.Equal("s3cret", Assert.Single(site.Requests, x => x.Path == "/a").Headers["X-Api-Key"]);
        Assert.DoesNotContain("X-Api-Key", Assert.Single(site.Requests, x => x.Path == "/robots.txt").Headers.Keys);
        Assert.All(other.Requests, x => Assert.DoesNotContain("X-Api-Key", x.Headers.Keys));
    }

    [Fact]
    public void Is_never_printed()
    {
        var credential = Read("{header: X-Api-Key, token_file: secret}", "https://press.example/feed");
        Assert.DoesNotContain("s3cret", new FetchRequest(new Uri("https://press.example/"), 1, TimeSpan.Zero, Credential: credential).ToString(), StringComparison.Ordinal);
    }

    private Credential Read(string auth, string feed)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "secret"), "s3cret\n", Encoding.UTF8);
        var problems = new List<Problem>();
        var file = new ConfigFile(Path.Combine(_folder.Path, "sources.yaml"), $"sources:\n- {{key: a, name: A, feed: '{feed}', allow_private: true, auth: {auth}}}");
        var sources = SourcesFile.Parse(file, _ => true, problems);
        Assert.Empty(problems);
        return sources.Single().Credential!;
    }
}
