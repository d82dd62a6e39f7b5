using PressIngest.Fetching;

namespace PressIngest.Discovery;

/// <summary>Fetches a document of a source, unpacked, under the source's terms.</summary>
internal delegate Task<FetchResult> FetchDocument(Source source, string location, Validators? known, CancellationToken cancellationToken);

/// <summary>
/// Follows a sitemap index to its sitemaps, those changed last first. Depth and number are bounded: an outlet's archive of twenty years is not read
/// every half an hour, and an index that lists itself ends.
/// </summary>
internal sealed class SitemapWalk(Source source, FetchDocument fetch)
{
    private const int MaxDepth = 3;
    private const int MaxSitemaps = 20;
    private const int MaxLinks = 5_000;

    private readonly Dictionary<string, ArticleLink> _links = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];
    private int _left;

    /// <param name="known">The validators of a sitemap that is no index: an index may be unchanged while what it lists is not.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<DiscoveryResult> RunAsync(Validators? known, CancellationToken cancellationToken)
    {
        var location = source.Locations[0];
        var root = await fetch(source, location, known, cancellationToken);
        if (root is FetchResult.NotModified) return new DiscoveryResult.NotModified();
        _seen.Add(location);
        var failure = await TakeAsync(root, 1, cancellationToken);
        if (failure is not null && _links.Count == 0) return failure;
        if (_left > 0) _notes.Add($"{_left} older sitemaps were not looked at");
        var links = _links.Values.OrderByDescending(x => x.PublishedAt ?? DateTimeOffset.MinValue).Take(MaxLinks).ToList();
        if (links.Count < _links.Count) _notes.Add($"of {_links.Count} links the {MaxLinks} newest were taken");
        var isIndex = _seen.Count > 1;
        return new DiscoveryResult.Found(links, _notes) { Validators = isIndex ? null : Validators.Of(root),
            FreshFor = isIndex ? null : (root as FetchResult.Body)?.FreshFor };
    }

    // The failure of this sitemap, or of the last of those below it.
    private async Task<DiscoveryResult.Failed?> TakeAsync(FetchResult fetched, int depth, CancellationToken cancellationToken)
    {
        if (fetched is FetchResult.Failed failed) return Discoverer.Failed(failed);
        if (fetched is not FetchResult.Body body) throw new InvalidOperationException($"a request without validators gave {fetched}");
        var sitemap = SitemapParser.Parse(body.Bytes, body.FinalUrl, body.ContentType, source.TimeZone);
        if (sitemap.Failure is { } failure) return failure;
        foreach (var link in sitemap.Links) _links.TryAdd(link.Url, link);
        _notes.AddRange(sitemap.Notes);
        DiscoveryResult.Failed? last = null;
        foreach (var child in sitemap.Sitemaps.OrderByDescending(x => x.PublishedAt ?? DateTimeOffset.MinValue))
        {
            if (_seen.Contains(child.Url)) continue;
            if (depth >= MaxDepth || _seen.Count > MaxSitemaps || _links.Count >= MaxLinks)
            {
                _left++;
                continue;
            }

            _seen.Add(child.Url);
            if (await TakeAsync(await fetch(source, child.Url, null, cancellationToken), depth + 1, cancellationToken) is not { } below) continue;
            _notes.Add($"{child.Url}: {below.Message}");
            last = below;
        }

        return last;
    }
}
