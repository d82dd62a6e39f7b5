using System.Globalization;
using System.Text;
using PressIngest.Discovery;

namespace PressIngest.Tests.Discovery;

public sealed class FeedParserTests
{
    private static readonly Uri Address = new("https://press.example/feed.xml");

    public sealed record Link(string Url, string? Title = null, DateTimeOffset? Published = null, string? Content = null);

    public sealed record Feed(string Name, string Document, IReadOnlyList<Link>? Links = null, DiscoveryFailure? Failure = null)
    {
        public override string ToString() => Name;
    }

    public sealed record Date(string Text, DateTimeOffset? Utc);

    public static IEnumerable<TheoryDataRow<Feed>> Feeds => SpecFile.Read<Feed>("feeds.json").Select(x => new TheoryDataRow<Feed>(x));

    public static IEnumerable<TheoryDataRow<Date>> Dates => SpecFile.Read<Date>("feed-dates.json").Select(x => new TheoryDataRow<Date>(x));

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Reads_feeds_as_they_are(Feed feed)
    {
        var result = FeedParser.Parse(Encoding.UTF8.GetBytes(feed.Document), Address);
        if (feed.Failure is { } failure) Assert.Equal(failure, Assert.IsType<DiscoveryResult.Failed>(result).Failure);
        else Assert.Equal(feed.Links!, Assert.IsType<DiscoveryResult.Found>(result).Links.Select(x => new Link(x.Url, x.Title, x.PublishedAt, x.Content)));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void Reads_dates_as_they_are(Date date) => Assert.Equal(date.Utc, FeedDate.Parse(date.Text, TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh")));

    [Theory]
    [InlineData("utf-8", "utf-8", null)]
    [InlineData("utf-8", "windows-1256", null)] // the declaration lies
    [InlineData("utf-8", null, "text/xml; charset=windows-1256")]
    [InlineData("windows-1256", "windows-1256", null)]
    [InlineData("windows-1256", "utf-8", null)] // so it does here
    [InlineData("windows-1256", null, null)]
    [InlineData("windows-1256", null, "text/xml; charset=\"windows-1256\"")]
    [InlineData("iso-8859-6", "ISO-8859-6", null)]
    [InlineData("utf-16", "utf-16", null)]
    [InlineData("utf-16BE", "utf-8", null)]
    public void Reads_any_encoding_whatever_is_declared(string real, string? declared, string? contentType)
    {
        var document = $"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding=\"{declared}\"")}?><rss><channel><item><title>انطلاق الحملة الوطنية</title><link>https://press.example/1</link></item></channel></rss>";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        foreach (var mark in new[] { [], encoding.GetPreamble() })
        {
            var found = Assert.IsType<DiscoveryResult.Found>(FeedParser.Parse([.. mark, .. encoding.GetBytes(document)], Address, contentType));
            Assert.Equal("انطلاق الحملة الوطنية", Assert.Single(found.Links).Title);
        }
    }

    [Theory]
    [InlineData("<ttl>90</ttl>", 90)]
    [InlineData("<ttl> 90 </ttl>", 90)]
    [InlineData("", null)]
    [InlineData("<ttl>0</ttl>", null)]
    [InlineData("<ttl>-5</ttl>", null)]
    [InlineData("<ttl>an hour</ttl>", null)]
    [InlineData("<ttl>99999999999</ttl>", null)]
    [InlineData("<item><link>/1</link><ttl>90</ttl></item>", null)]
    public void Reads_how_long_the_feed_need_not_be_asked_again(string element, int? minutes)
    {
        var found = Assert.IsType<DiscoveryResult.Found>(FeedParser.Parse(Encoding.UTF8.GetBytes($"<rss><channel>{element}</channel></rss>"), Address));
        Assert.Equal(minutes is { } some ? TimeSpan.FromMinutes(some) : null, found.FreshFor);
    }

    [Theory]
    [InlineData("\uFEFF<?xml version='1.0'?><!-- made daily --><rss version='2.0'><channel/></rss>", true)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", true)]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", true)]
    [InlineData("<sitemapindex/>", true)]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", true)]
    [InlineData("<!DOCTYPE html><html><body><rss></rss></body></html>", false)]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", false)]
    [InlineData("<p>rss feed</p>", false)]
    [InlineData("{\"items\": []}", false)]
    [InlineData("", false)]
    public void Tells_a_feed_from_a_page(string document, bool isFeed) => Assert.Equal(isFeed, FeedParser.IsFeed(Encoding.UTF8.GetBytes(document), null));

    [Fact]
    public void A_stray_octet_does_not_spoil_the_encoding()
    {
        byte[] document = [.. "<rss><channel><item><title>انطلاق الحملة"u8, 0xFF, .. " الوطنية</title><link>https://press.example/1</link></item></channel></rss>"u8];
        Assert.Equal("انطلاق الحملة الوطنية", Assert.IsType<DiscoveryResult.Found>(FeedParser.Parse(document, Address)).Links[0].Title);
    }

    [Fact]
    public void Reads_two_thousand_items_in_their_order()
    {
        var items = string.Concat(Enumerable.Range(0, 2000).Select(x => string.Create(CultureInfo.InvariantCulture, $"<item><link>/{x}</link></item>")));
        var found = Assert.IsType<DiscoveryResult.Found>(FeedParser.Parse(Encoding.UTF8.GetBytes($"<rss><channel>{items}</channel></rss>"), Address));
        Assert.Equal(Enumerable.Range(0, 2000).Select(x => $"https://press.example/{x}"), found.Links.Select(x => x.Url));
    }

    [Fact]
    public void Any_damage_leaves_links_that_are_addresses_or_a_failure_in_words()
    {
        var random = new Random(20_260_115);
        var documents = SpecFile.Read<Feed>("feeds.json").Select(x => x.Document).ToList();
        for (var i = 0; i < 3000; i++)
        {
            var document = Damage(documents[random.Next(documents.Count)], documents[random.Next(documents.Count)], random);
            switch (FeedParser.Parse(Encoding.UTF8.GetBytes(document), Address))
            {
                case DiscoveryResult.Found found:
                    Assert.All(found.Links, x => Assert.Equal(x.Url, CanonicalUrl.Of(x.Url)));
                    break;
                case DiscoveryResult.Failed failed:
                    Assert.NotEmpty(failed.Message);
                    break;
            }
        }
    }

    // Cuts something out, and puts something of another document in its place.
    private static string Damage(string document, string other, Random random)
    {
        var from = random.Next(document.Length);
        var to = random.Next(from, Math.Min(document.Length, from + 20));
        var piece = random.Next(other.Length);
        return string.Concat(document.AsSpan(0, from), other.AsSpan(piece, random.Next(Math.Min(20, other.Length - piece))), document.AsSpan(to));
    }

    // Each of these makes a reader that recurses, looks back or looks ahead too far run out of stack or time.
    [Theory]
    [InlineData("<a>")]
    [InlineData("<a")]
    [InlineData("<a b='")]
    [InlineData("<a b=\"'")]
    [InlineData("</a>")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!DOCTYPE [")]
    [InlineData("<?")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("&#x")]
    [InlineData("<item><link>/a</link>")]
    [InlineData("<a xmlns:b='c'><b:d>")]
    [InlineData("{\"items\":[")]
    [InlineData("[")]
    public void Ends_on_hostile_documents(string repeated)
    {
        var document = string.Concat(Enumerable.Repeat(repeated, 300_000 / repeated.Length));
        foreach (var beginning in new[] { "", "<rss><channel>", "<rss><channel><item><title>" }) FeedParser.Parse(Encoding.UTF8.GetBytes(beginning + document), Address);
        SitemapParser.Parse(Encoding.UTF8.GetBytes("<urlset>" + document), Address);
    }
}
