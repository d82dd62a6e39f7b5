using PressIngest.Configuration;
using PressIngest.Discovery;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.Discovery;

public sealed class DiscovererTests : IAsyncLifetime
{
    private readonly Fetchers _fetchers = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("pressingest-").FullName;
    private TestSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _fetchers.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Finds_a_feeds_links_and_asks_conditionally_the_next_time()
    {
        _site.Put("/feed", Feed("/a", "/b"), "application/rss+xml");
        var found = await FindAsync(SourceKind.Feed, "/feed");
        Assert.Equal([_site.Url("/a").AbsoluteUri, _site.Url("/b").AbsoluteUri], found.Links.Select(x => x.Url));
        Assert.IsType<DiscoveryResult.NotModified>(await DiscoverAsync(SourceKind.Feed, _site.Url("/feed").AbsoluteUri, found.Validators));
    }

    [Fact]
    public async Task Resolves_links_against_where_the_feed_was_found()
    {
        _site.Redirect("/feed", "/ar/feed.xml");
        _site.Put("/ar/feed.xml", Feed("a"));
        Assert.Equal(_site.Url("/ar/a").AbsoluteUri, Assert.Single((await FindAsync(SourceKind.Feed, "/feed")).Links).Url);
    }

    [Fact]
    public async Task A_feed_in_the_config_folder_names_files_beside_it_and_none_elsewhere()
    {
        Write("samples/a.html", "x");
        Write("samples/feed.xml", Feed("a.html", "./b%20c.html", "../d.html", "../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "//server/share/x", "https://example.org/e"));
        var found = await FindFilesAsync(SourceKind.Feed, "samples/feed.xml");
        Assert.Equal(["file:samples/a.html", "file:samples/b c.html", "file:d.html", "https://example.org/e"], found.Links.Select(x => x.Url));
        Assert.Equal(Path.Combine(_folder, "samples", "a.html"), found.Links[0].File);
        Assert.NotEmpty(found.Notes);
    }

    [Fact]
    public async Task A_link_out_of_the_config_folder_leads_nowhere()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "out"), "/etc");
        File.CreateSymbolicLink(Path.Combine(_folder, "passwd.html"), "/etc/passwd");
        Write("feed.xml", Feed("out/passwd", "passwd.html"));
        Assert.Empty((await FindFilesAsync(SourceKind.Feed, "feed.xml")).Links);
    }

    [Fact]
    public async Task A_feed_on_the_web_names_no_files()
    {
        _site.Put("/feed", Feed("file:///etc/passwd", "file:samples/a.html", "/a"));
        var found = await FindAsync(SourceKind.Feed, "/feed");
        Assert.Equal(_site.Url("/a").AbsoluteUri, Assert.Single(found.Links).Url);
        Assert.NotEmpty(found.Notes);
    }

    [Fact]
    public async Task Finds_a_folders_files_once_each_and_follows_no_links()
    {
        Write("in/b.html", "x");
        Write("in/deep/er/a.TXT", "نص");
        Write("in/c.pdf", "x");
        Write("in/.hidden.html", "x");
        Write("elsewhere/d.html", "x");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in", "loop"), Path.Combine(_folder, "in"));
        File.CreateSymbolicLink(Path.Combine(_folder, "in", "d.html"), Path.Combine(_folder, "elsewhere", "d.html"));
        var found = await FindFilesAsync(SourceKind.Folder, "in");
        Assert.Equal(["file:in/b.html", "file:in/deep/er/a.TXT"], found.Links.Select(x => x.Url));
        Assert.Equal(4, found.Links[1].Length);
        Assert.Equal(File.GetLastWriteTimeUtc(found.Links[0].File!), found.Links[0].LastWrite!.Value.UtcDateTime);
    }

    [Fact]
    public async Task Follows_a_sitemap_index_the_newest_first_and_unpacks()
    {
        _site.Put("/index.xml", $"<sitemapindex><sitemap><loc>{_site.Url("/old.xml")}</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>/new.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap><sitemap><loc>/index.xml</loc></sitemap><sitemap><loc>/gone.xml</loc></sitemap></sitemapindex>");
        _site.Put("/old.xml", "<urlset><url><loc>/a</loc><lastmod>2020-01-01</lastmod></url></urlset>");
        _site.Put("/new.xml.gz", Gzip("<urlset><url><loc>/b</loc><lastmod>2026-01-01T10:00:00+03:00</lastmod></url></urlset>"), "application/octet-stream");
        var found = await FindAsync(SourceKind.Sitemap, "/index.xml");
        Assert.Equal([_site.Url("/b").AbsoluteUri, _site.Url("/a").AbsoluteUri], found.Links.Select(x => x.Url));
        Assert.Equal(["/index.xml", "/new.xml.gz", "/old.xml", "/gone.xml"], _site.Paths);
        Assert.Contains("404", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_feed_that_a_home_page_names_and_says_so()
    {
        _site.Put("/", "<!doctype html><html><head><title>صحيفة</title><link rel='alternate' type='text/html' href='/en'><link rel='Alternate' type='application/rss+xml' href='feed'></head></html>");
        _site.Put("/feed", Feed("/a"));
        var found = await FindAsync(SourceKind.Feed, "/");
        Assert.Equal(_site.Url("/a").AbsoluteUri, Assert.Single(found.Links).Url);
        Assert.Null(found.Validators);
        Assert.Contains(_site.Url("/feed").AbsoluteUri, Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpacks_a_feed_that_is_a_file_of_its_own()
    {
        _site.Put("/feed.xml.gz", Gzip(Feed("/a")), "application/gzip");
        Assert.Single((await FindAsync(SourceKind.Feed, "/feed.xml.gz")).Links);
    }

    [Fact]
    public async Task Asks_conditionally_for_a_sitemap_but_never_for_an_index()
    {
        _site.Put("/plain.xml", "<urlset><url><loc>/a</loc></url></urlset>");
        _site.Put("/index.xml", "<sitemapindex><sitemap><loc>/plain.xml</loc></sitemap></sitemapindex>");
        var plain = await FindAsync(SourceKind.Sitemap, "/plain.xml");
        Assert.IsType<DiscoveryResult.NotModified>(await DiscoverAsync(SourceKind.Sitemap, _site.Url("/plain.xml").AbsoluteUri, plain.Validators));
        var index = await FindAsync(SourceKind.Sitemap, "/index.xml");
        Assert.Single(index.Links);
        Assert.Null(index.Validators);
    }

    [Fact]
    public async Task Finds_what_a_selector_finds_on_a_listing()
    {
        _site.Put("/news", "<base href='/ar/'><nav><a href=x>قائمة</a></nav><div class=list><h2><a href='1'>الأول</a></h2><h2><a href='1#top'>ثانية</a></h2><a href='2'><h2>الثاني</h2></a></div>");
        var found = Assert.IsType<DiscoveryResult.Found>(await DiscoverAsync(SourceKind.Listing, _site.Url("/news").AbsoluteUri, links: ".list h2"));
        Assert.Equal([(_site.Url("/ar/1").AbsoluteUri, "الأول"), (_site.Url("/ar/2").AbsoluteUri, "الثاني")], found.Links.Select(x => (x.Url, x.Title)));
    }

    [Fact]
    public async Task Lists_the_urls_given()
    {
        var source = Make(SourceKind.Urls, "https://example.org/a?utm_source=x", "https://EXAMPLE.org:443/a#top", "https://example.org/b");
        var found = Assert.IsType<DiscoveryResult.Found>(await Discoverer().DiscoverAsync(source, null, TestContext.Current.CancellationToken));
        Assert.Equal(["https://example.org/a", "https://example.org/b"], found.Links.Select(x => x.Url));
    }

    [Theory]
    [InlineData(SourceKind.Feed, "/html", DiscoveryFailure.Format, "a web page ('صحيفة') came instead")]
    [InlineData(SourceKind.Feed, "/home", DiscoveryFailure.Unreachable, "and the feed that it names, ")]
    [InlineData(SourceKind.Feed, "/bomb", DiscoveryFailure.Format, "unpacks to more than")]
    [InlineData(SourceKind.Feed, "/challenge", DiscoveryFailure.Blocked, "keeps programs out")]
    [InlineData(SourceKind.Feed, "/empty", DiscoveryFailure.Format, "empty")]
    [InlineData(SourceKind.Feed, "/text", DiscoveryFailure.Format, "no RSS, Atom or JSON feed")]
    [InlineData(SourceKind.Feed, "/sitemap", DiscoveryFailure.Format, "use 'sitemap:'")]
    [InlineData(SourceKind.Feed, "/json", DiscoveryFailure.Format, "JSON feed")]
    [InlineData(SourceKind.Feed, "/missing", DiscoveryFailure.Unreachable, "404 (not found)")]
    [InlineData(SourceKind.Feed, "/forbidden", DiscoveryFailure.Blocked, "403 (forbidden)")]
    [InlineData(SourceKind.Sitemap, "/feed", DiscoveryFailure.Format, "use 'feed:'")]
    [InlineData(SourceKind.Sitemap, "/html", DiscoveryFailure.Format, "a web page")]
    [InlineData(SourceKind.Sitemap, "/missing", DiscoveryFailure.Unreachable, "404")]
    [InlineData(SourceKind.Sitemap, "/index", DiscoveryFailure.Unreachable, "404")]
    [InlineData(SourceKind.Listing, "/challenge", DiscoveryFailure.Blocked, "keeps programs out")]
    [InlineData(SourceKind.Listing, "/html", DiscoveryFailure.Drifted, "finds no link")]
    public async Task Never_hides_a_failure_in_an_empty_list(SourceKind kind, string path, DiscoveryFailure failure, string message)
    {
        _site.Put("/html", "<!doctype html><html><head><title>صحيفة</title></head><body><p>أهلا</p></body></html>");
        _site.Put("/home", "<!doctype html><link rel=alternate type=application/rss+xml href=/missing>");
        _site.Put("/bomb", Gzip(new string(' ', 20_000_000)), "application/gzip");
        _site.Put("/challenge", "<!doctype html><html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>");
        _site.Put("/empty", " \n");
        _site.Put("/text", "hello");
        _site.Put("/sitemap", "<urlset><url><loc>/a</loc></url></urlset>");
        _site.Put("/index", "<sitemapindex><sitemap><loc>/missing</loc></sitemap></sitemapindex>");
        _site.Put("/json", "{\"error\": true}");
        _site.Put("/feed", Feed("/a"));
        _site.Fail("/forbidden", 403);
        var failed = Assert.IsType<DiscoveryResult.Failed>(await DiscoverAsync(kind, _site.Url(path).AbsoluteUri, links: "article a"));
        Assert.Equal(failure, failed.Failure);
        Assert.Contains(message, failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourceKind.Feed, "feed.xml")]
    [InlineData(SourceKind.Feed, "../feed.xml")]
    [InlineData(SourceKind.Folder, "inbox")]
    public async Task Tells_a_missing_file_or_folder(SourceKind kind, string location) =>
        Assert.Equal(DiscoveryFailure.Missing, Assert.IsType<DiscoveryResult.Failed>(await DiscoverAsync(kind, location)).Failure);

    [Fact]
    public async Task An_empty_feed_is_no_failure()
    {
        _site.Put("/feed", Feed());
        Assert.Empty((await FindAsync(SourceKind.Feed, "/feed")).Links);
    }

    private async Task<DiscoveryResult.Found> FindAsync(SourceKind kind, string path) => Assert.IsType<DiscoveryResult.Found>(await DiscoverAsync(kind, _site.Url(path).AbsoluteUri));

    private async Task<DiscoveryResult.Found> FindFilesAsync(SourceKind kind, string location) => Assert.IsType<DiscoveryResult.Found>(await DiscoverAsync(kind, location));

    private Task<DiscoveryResult> DiscoverAsync(SourceKind kind, string location, Validators? known = null, string? links = null) =>
        Discoverer().DiscoverAsync(Make(kind, location) with { Links = links }, known, TestContext.Current.CancellationToken);

    private Discoverer Discoverer() => new(_fetchers.Fetcher, new ConfigFolder(_folder), _fetchers.Options);

    private static Source Make(SourceKind kind, params string[] locations) => new()
    {
        Key = "a",
        Name = "A",
        Kind = kind,
        Locations = locations,
        Schedule = new Schedule(null, TimeSpan.FromMinutes(30)),
        Delay = TimeSpan.Zero,
        AllowPrivate = true,
    };

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private static string Feed(params string[] links) =>
        $"<rss version='2.0'><channel><title>صحيفة</title>{string.Concat(links.Select(x => $"<item><title>خبر</title><link>{x}</link></item>"))}</channel></rss>";

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal)) stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
