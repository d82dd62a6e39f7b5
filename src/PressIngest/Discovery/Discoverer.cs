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
        SourceKind.Sitemap => Confined(await new SitemapWalk(source, FetchAsync, options.Value.MaxFeedBytes).RunAsync(cancellationToken)),
        SourceKind.Listing => await DocumentAsync(source, known, (body, address) => ListingParser.Parse(body.Bytes, address, source.Links!, body.ContentType), cancellationToken),
        _ => await DocumentAsync(source, known, (body, address) => FeedParser.Parse(body.Bytes, address, body.ContentType, source.TimeZone), cancellationToken),
    };

    private static DiscoveryResult.Found Listed(Source source)
    {
        var links = new LinkList();
        foreach (var url in source.Locations) links.Add(null, url);
        return new DiscoveryResult.Found(links.Links, links.Notes);
    }

    private async Task<DiscoveryResult> DocumentAsync(Source source, Validators? known, Func<FetchResult.Body, Uri, DiscoveryResult> parse, CancellationToken cancellationToken)
    {
        switch (await FetchAsync(source, source.Locations[0], known, cancellationToken))
        {
            case FetchResult.NotModified:
                return new DiscoveryResult.NotModified();
            case FetchResult.Body body:
                var result = Confined(parse(body, body.FinalUrl));
                if (result is not DiscoveryResult.Found found || (body.ETag ?? body.LastModified) is null) return result;
                return found with { Validators = new Validators(body.ETag, body.LastModified) };
            case FetchResult.Failed failed:
                return Failed(failed);
            case var other:
                throw new InvalidOperationException($"unknown result {other}");
        }
    }

    private DiscoveryResult Confined(DiscoveryResult result) => result is DiscoveryResult.Found found ? FeedFiles.Confine(found, config.Path) : result;

    private async Task<FetchResult> FetchAsync(Source source, string location, Validators? known, CancellationToken cancellationToken)
    {
        if (SourceLocations.IsAddress(location))
        {
            return await fetcher.FetchAsync(new FetchRequest(new Uri(location), options.Value.MaxFeedBytes, source.Delay, source.AllowPrivate, known?.ETag, known?.LastModified), cancellationToken);
        }

        if (ConfinedPath.Find(config.Path, location) is { } path) return await LocalFile.ReadAsync(path, options.Value.MaxFeedBytes, cancellationToken);
        return new FetchResult.Failed(FetchFailure.File, $"{location} lies outside the config folder");
    }

    internal static DiscoveryResult.Failed Failed(FetchResult.Failed failed)
    {
        var failure = failed switch
        {
            { Failure: FetchFailure.File } => DiscoveryFailure.Missing,
            { Failure: FetchFailure.Robots } or { Status: 401 or 403 or 407 or 451 } => DiscoveryFailure.Blocked,
            _ => DiscoveryFailure.Unreachable,
        };
        return new DiscoveryResult.Failed(failure, failed.Message) { Status = failed.Status, RetryAfter = failed.RetryAfter };
    }
}
