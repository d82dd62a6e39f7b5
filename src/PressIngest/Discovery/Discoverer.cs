using Microsoft.Extensions.Options;
using PressIngest.Configuration;
using PressIngest.Fetching;

namespace PressIngest.Discovery;

/// <summary>Looks at a source and gives the links of its articles: the thin class between the parsers and the world.</summary>
public sealed class Discoverer(Fetcher fetcher, ConfigFolder config, IOptions<FetchOptions> options)
{
    /// <summary>The source's links now, or in words why there are none.</summary>
    /// <param name="source">The source.</param>
    /// <param name="known">The validators of the last look whose links have all been dealt with; null looks afresh.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled. Nothing that a source does is an exception.</exception>
    public async Task<DiscoveryResult> DiscoverAsync(Source source, Validators? known, CancellationToken cancellationToken) => source.Kind switch
    {
        SourceKind.Folder => FolderScan.Run(source.Locations[0], config.Path),
        SourceKind.Urls => Listed(source),
        SourceKind.Sitemap => Confined(await new SitemapWalk(source, FetchAsync).RunAsync(known, cancellationToken)),
        SourceKind.Listing => await DocumentAsync(source, source.Locations[0], known, body => Listing(source, body), cancellationToken),
        _ => await FeedAsync(source, known, cancellationToken),
    };

    private static DiscoveryResult.Found Listed(Source source)
    {
        var links = new LinkList();
        foreach (var url in source.Locations) links.Add(null, url);
        return new DiscoveryResult.Found(links.Links, links.Notes);
    }

    private static DiscoveryResult Listing(Source source, FetchResult.Body body) =>
        ListingParser.Parse(body.Bytes, body.FinalUrl, source.Links!, body.ContentType);

    // Of a site's home page, or a feed that has moved, the feed that the page names is meant.
    private async Task<DiscoveryResult> FeedAsync(Source source, Validators? known, CancellationToken cancellationToken)
    {
        var result = await DocumentAsync(source, source.Locations[0], known, Parse, cancellationToken);
        if (result is not DiscoveryResult.Failed { Feed: { } feed } failed || feed == CanonicalUrl.Of(source.Locations[0])) return result;
        return await DocumentAsync(source, feed, null, Parse, cancellationToken) switch
        {
            DiscoveryResult.Found found => found with { Validators = null, Notes = [.. found.Notes, $"{failed.Message}; the feed that it names was read: {feed}"] },
            DiscoveryResult.Failed other => other with { Message = $"{failed.Message}, and the feed that it names, {feed}, did not help: {other.Message}" },
            var other => other,
        };

        DiscoveryResult Parse(FetchResult.Body body) => FeedParser.Parse(body.Bytes, body.FinalUrl, body.ContentType, source.TimeZone);
    }

    private async Task<DiscoveryResult> DocumentAsync(
        Source source, string location, Validators? known, Func<FetchResult.Body, DiscoveryResult> parse, CancellationToken cancellationToken)
    {
        switch (await FetchAsync(source, location, known, cancellationToken))
        {
            case FetchResult.NotModified:
                return new DiscoveryResult.NotModified();
            case FetchResult.Body body:
                var result = Confined(parse(body));
                return result is DiscoveryResult.Found found
                    ? found with { Validators = Validators.Of(body), FreshFor = Longer(found.FreshFor, body.FreshFor) } : result;
            case FetchResult.Failed failed:
                return Failed(failed);
            case var other:
                throw new InvalidOperationException($"unknown result {other}");
        }
    }

    private static TimeSpan? Longer(TimeSpan? a, TimeSpan? b) => a is null || b > a ? b : a;

    private DiscoveryResult Confined(DiscoveryResult result) => result is DiscoveryResult.Found found
        ? FeedFiles.Confine(found, config.Path) : result;

    private async Task<FetchResult> FetchAsync(Source source, string location, Validators? known, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxFeedBytes;
        if (SourceLocations.IsAddress(location))
        {
            var request = new FetchRequest(new Uri(location), limit, source.Delay, source.AllowPrivate, known?.ETag,
                known?.LastModified, source.Credential);
            return Unpacked(await fetcher.FetchAsync(request, cancellationToken), limit);
        }

        if (ConfinedPath.Find(config.Path, location) is { } path) return Unpacked(await LocalFile.ReadAsync(path, limit, cancellationToken), limit);
        return new FetchResult.Failed(FetchFailure.File, $"{location} lies outside the config folder");
    }

    // feed.xml.gz and sitemap.xml.gz come as what they are: files, not a transfer's compression.
    private static FetchResult Unpacked(FetchResult result, long limit)
    {
        if (result is not FetchResult.Body body || !ContentDecoder.IsGzip(body.Bytes)) return result;
        var (bytes, failure, why) = ContentDecoder.Decode(body.Bytes, ["gzip"], limit);
        return bytes is null ? new FetchResult.Failed(failure, why) : body with { Bytes = bytes };
    }

    internal static DiscoveryResult.Failed Failed(FetchResult.Failed failed)
    {
        var failure = failed switch
        {
            { Failure: FetchFailure.File } => DiscoveryFailure.Missing,
            { Failure: FetchFailure.Malformed or FetchFailure.TooLarge } => DiscoveryFailure.Format,
            { Failure: FetchFailure.Robots } or { Status: 401 or 403 or 407 or 451 } => DiscoveryFailure.Blocked,
            _ => DiscoveryFailure.Unreachable,
        };
        return new DiscoveryResult.Failed(failure, failed.Message) { Status = failed.Status, RetryAfter = failed.RetryAfter };
    }
}
