using Microsoft.AspNetCore.Http;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class RobotsTests : IAsyncLifetime
{
    private readonly FakeTime _time = new();
    private readonly Fetchers _fetchers;
    private TestSite _site = null!;

    public RobotsTests() => _fetchers = new Fetchers(_time);

    public sealed record Spec(string Name, string File, IReadOnlyList<string>? Allows = null, IReadOnlyList<string>? Disallows = null, double? Delay = null)
    {
        public override string ToString() => Name;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs => SpecFile.Read<Spec>("robots.json").Select(x => new TheoryDataRow<Spec>(x));

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _site.Put("/a", "x");
        _site.Put("/b", "x");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _fetchers.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void Reads_the_file_as_RFC_9309_has_it(Spec spec)
    {
        var rules = RobotsTxt.Parse(spec.File, "PressIngest");
        Assert.All(spec.Allows ?? [], x => Assert.True(rules.Allows(new Uri("https://press.example" + x)), x));
        Assert.All(spec.Disallows ?? [], x => Assert.False(rules.Allows(new Uri("https://press.example" + x)), x));
        if (spec.Delay is { } delay) Assert.Equal(TimeSpan.FromSeconds(delay), rules.CrawlDelay);
    }

    [Fact]
    public async Task Asks_for_nothing_that_is_not_allowed_and_for_the_file_once_a_day()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /a", "text/plain");
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/a")).Failure);
        Assert.IsType<FetchResult.Body>(await FetchAsync("/b"));
        Assert.Equal(["/robots.txt", "/b"], _site.Requests.Select(x => x.Path));
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /b", "text/plain");
        _time.Advance(TimeSpan.FromHours(23));
        Assert.IsType<FetchResult.Body>(await FetchAsync("/b"));
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/b")).Failure);
    }

    [Fact]
    public async Task Asks_where_a_redirect_leads_too()
    {
        await using var other = await TestSite.StartAsync();
        other.Put("/robots.txt", "User-agent: *\nDisallow: /", "text/plain");
        _site.Redirect("/a", other.Url("/x").AbsoluteUri);
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/a")).Failure);
        Assert.Equal(["/robots.txt"], other.Requests.Select(x => x.Path));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(403)]
    [InlineData(401)]
    public async Task A_site_without_the_file_allows_all(int status)
    {
        _site.Fail("/robots.txt", status);
        Assert.IsType<FetchResult.Body>(await FetchAsync("/a"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_file_that_cannot_be_had_allows_nothing_for_a_month(int status)
    {
        _site.Fail("/robots.txt", status);
        var failed = await FailAsync("/a");
        Assert.Equal((FetchFailure.Status, status), (failed.Failure, failed.Status));
        Assert.Contains("robots.txt", failed.Message, StringComparison.Ordinal);
        Assert.Empty(_site.Paths);
        _time.Advance(TimeSpan.FromDays(31));
        Assert.IsType<FetchResult.Body>(await FetchAsync("/a"));
    }

    [Fact]
    public async Task Too_many_requests_for_the_file_is_no_leave()
    {
        _site.Fail("/robots.txt", 429);
        Assert.Equal(429, (await FailAsync("/a")).Status);
        Assert.Empty(_site.Paths);
    }

    [Fact]
    public async Task What_was_read_before_counts_while_the_file_cannot_be_had()
    {
        _site.Put("/robots.txt", "User-agent: *\nDisallow: /a", "text/plain");
        Assert.IsType<FetchResult.Body>(await FetchAsync("/b"));
        _site.Fail("/robots.txt", 500);
        _time.Advance(TimeSpan.FromDays(2));
        Assert.IsType<FetchResult.Body>(await FetchAsync("/b"));
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/a")).Failure);
    }

    [Fact]
    public async Task Of_an_endless_file_the_beginning_counts()
    {
        // The last line that is read is cut where it would forbid everything.
        var beginning = "User-agent: *\nDisallow: /a\n";
        var filling = new string('#', 1_000_000 - beginning.Length - "\nDisallow: /".Length);
        _site.Put("/robots.txt", beginning + filling + "\nDisallow: /x" + new string('x', 500_000), "text/plain");
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/a")).Failure);
        Assert.IsType<FetchResult.Body>(await FetchAsync("/b"));
    }

    [Fact]
    public async Task A_redirected_file_counts_for_the_site_that_redirects()
    {
        _site.Redirect("/robots.txt", "/elsewhere/robots.txt", StatusCodes.Status301MovedPermanently);
        _site.Put("/elsewhere/robots.txt", "User-agent: *\nDisallow: /a", "text/plain");
        Assert.Equal(FetchFailure.Robots, (await FailAsync("/a")).Failure);
    }

    [Fact]
    public async Task Rests_for_the_crawl_delay()
    {
        _site.Put("/robots.txt", "User-agent: *\nCrawl-delay: 20", "text/plain");
        var fetch = FetchAsync("/a");
        Assert.InRange(await _time.UntilWaitingAsync(TimeSpan.FromSeconds(25)), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(25));
        _time.Advance(TimeSpan.FromSeconds(25));
        Assert.IsType<FetchResult.Body>(await fetch);
    }

    private Task<FetchResult> FetchAsync(string path) => _fetchers.FetchAsync(_site.Url(path));

    private async Task<FetchResult.Failed> FailAsync(string path) => Assert.IsType<FetchResult.Failed>(await FetchAsync(path));
}
