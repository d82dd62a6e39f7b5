using Microsoft.Extensions.Options;
using PressIngest.Fetching;

namespace PressIngest.Discovery;

/// <summary>Where a site lists its articles: the kind of a source and its address.</summary>
internal sealed record SiteList(string Kind, string Address);

/// <summary>What a look at a site gave: its list of articles, or in words why there is none, and what it says of itself.</summary>
internal sealed record SiteFinding(SiteList? Source, string? Problem, string Key, string? Name, string? Country);

/// <summary>Finds the feed of a site from any address of it: the address itself, what the
/// page names, else where feeds and sitemaps customarily are.</summary>
internal sealed class SiteSurvey(Fetcher fetcher, IOptions<FetchOptions> limits)
{
    private static readonly string[] CustomaryFeeds = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml"];
    private static readonly string[] CustomarySitemaps = ["/news-sitemap.xml", "/sitemap.xml"];
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly RegistrableDomain Domains = new();

    public async Task<SiteFinding> FindAsync(Uri url, bool allowPrivate, CancellationToken cancellationToken)
    {
        var key = SiteCard.KeyOf(Domains.Of(url));
        var country = SiteCard.CountryOf(url.IdnHost, null);
        var answer = await FetchAsync(url, allowPrivate, cancellationToken);
        if (answer is not FetchResult.Body body) return new SiteFinding(null, Words(answer), key, null, country);
        if (ListIn(body, url.AbsoluteUri) is { } list) return await WithHomePageAsync(list, key, body, allowPrivate, cancellationToken);
        var card = SiteCard.Read(body.Bytes, body.FinalUrl, body.ContentType);
        foreach (var address in card.Feeds.Concat(CustomaryFeeds.Select(x => new Uri(body.FinalUrl, x).AbsoluteUri)).Concat(CustomarySitemaps.Select(x => new Uri(body.FinalUrl, x).AbsoluteUri)))
        {
            if (await FetchAsync(new Uri(address), allowPrivate, cancellationToken) is FetchResult.Body other && ListIn(other, address) is { } found)
                return new SiteFinding(found, null, key, card.Name, card.Country ?? country);
        }

        return new SiteFinding(null,
            $"{url} names no feed, and there is no feed or sitemap where they customarily are: give its address, or write a 'listing' into sources.yaml", key, card.Name, card.Country ?? country);
    }

    private async Task<SiteFinding> WithHomePageAsync(SiteList list, string key, FetchResult.Body feed, bool allowPrivate,
        CancellationToken cancellationToken)
    {
        var home = new Uri(feed.FinalUrl, "/");
        var card = await FetchAsync(home, allowPrivate, cancellationToken) is FetchResult.Body body
            && ListIn(body, home.AbsoluteUri) is null ? SiteCard.Read(body.Bytes, body.FinalUrl, body.ContentType) : null;
        return new SiteFinding(list, null, key, card?.Name, card?.Country ?? SiteCard.CountryOf(home.IdnHost, null));
    }

    private Task<FetchResult> FetchAsync(Uri url, bool allowPrivate, CancellationToken cancellationToken) =>
        fetcher.FetchAsync(new FetchRequest(url, limits.Value.MaxFeedBytes, Delay, allowPrivate), cancellationToken);

    private static string Words(FetchResult answer) => answer switch
    {
        FetchResult.Failed { Failure: FetchFailure.Forbidden } failed => $"{failed.Message}; a site of your own in the private network is added with --allow-private",
        FetchResult.Failed failed => failed.Message,
        _ => "there was no answer",
    };

    private static SiteList? ListIn(FetchResult.Body body, string address)
    {
        if (FeedParser.Parse(body.Bytes, body.FinalUrl, body.ContentType) is DiscoveryResult.Found { Links.Count: > 0 }) return new SiteList("feed", address);
        var map = SitemapParser.Parse(body.Bytes, body.FinalUrl, body.ContentType);
        return map.Failure is null && map.Links.Count + map.Sitemaps.Count > 0 ? new SiteList("sitemap", address) : null;
    }
}
