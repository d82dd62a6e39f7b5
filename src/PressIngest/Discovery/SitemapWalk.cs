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

    public async Task<DiscoveryResult> RunAsync(CancellationToken cancellationToken)
    {
        var failure = await VisitAsync(source.Locations[0], 1, cancellationToken);
        if (failure is not null && _links.Count == 0) return failure;
        if (_left > 0) _notes.Add($"{_left} older sitemaps were not looked at");
        var links = _links.Values.OrderByDescending(x => x.PublishedAt ?? DateTimeOffset.MinValue).Take(MaxLinks).ToList();
        if (links.Count < _links.Count) _notes.Add($"of {_links.Count} links the {MaxLinks} newest were taken");
        return new DiscoveryResult.Found(links, _notes);
    }

    // The failure of this sitemap, or of the last of those below it when none of them gave a link.
    private async Task<DiscoveryResult.Failed?> VisitAsync(string location, int depth, CancellationToken cancellationToken)
    {
        if (!_seen.Add(location)) return null;
        var (sitemap, failure) = await ReadAsync(location, cancellationToken);
        if (sitemap is null) return failure;
        foreach (var link in sitemap.Links) _links.TryAdd(link.Url, link);
        _notes.AddRange(sitemap.Notes);
        foreach (var child in sitemap.Sitemaps.OrderByDescending(x => x.PublishedAt ?? DateTimeOffset.MinValue))
        {
            if (depth >= MaxDepth || _seen.Count >= MaxSitemaps || _links.Count >= MaxLinks)
            {
                _left++;
                continue;
            }

            if (await VisitAsync(child.Url, depth + 1, cancellationToken) is not { } below) continue;
            _notes.Add($"{child.Url}: {below.Message}");
            failure = below;
        }

        return failure;
    }

    private async Task<(Sitemap? Sitemap, DiscoveryResult.Failed? Failure)> ReadAsync(string location, CancellationToken cancellationToken)
    {
        switch (await fetch(source, location, null, cancellationToken))
        {
            case FetchResult.Body body:
                var sitemap = SitemapParser.Parse(body.Bytes, body.FinalUrl, body.ContentType, source.TimeZone);
                return sitemap.Failure is null ? (sitemap, null) : (null, sitemap.Failure);
            case FetchResult.Failed failed:
                return (null, Discoverer.Failed(failed));
            case var other:
                throw new InvalidOperationException($"a request without validators gave {other}");
        }
    }
}
