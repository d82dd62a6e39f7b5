using Microsoft.Extensions.Options;
using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Fetching;

namespace PressIngest;

/// <summary>What a source would give now: its links, and its first article as it would be stored. Stores nothing.</summary>
/// <param name="Source">The source.</param>
/// <param name="Links">The articles that it lists.</param>
/// <param name="Problem">In words why there are none.</param>
/// <param name="Notes">What was left out, in words.</param>
/// <param name="First">The first article; null where there is none.</param>
/// <param name="Refusal">Why the first article would not be stored.</param>
internal sealed record SourcePreview(Source Source, IReadOnlyList<ArticleLink> Links, string? Problem, IReadOnlyList<string> Notes,
    ExtractionPreview? First, string? Refusal);

/// <summary>An article in short.</summary>
internal sealed record ExtractionPreview(string? Title, int Characters, int Facts);

/// <summary>Looks at a source once without storing anything.</summary>
internal sealed class SourcePreviews(Discoverer discoverer, Fetcher fetcher, ArticlePages pages, IOptions<FetchOptions> limits, Lexicon lexicon)
{
    public async Task<SourcePreview> LookAsync(Source source, CancellationToken cancellationToken)
    {
        switch (await discoverer.DiscoverAsync(source, null, cancellationToken))
        {
            case DiscoveryResult.Found { Links: [var first, ..] } found:
                var (article, refusal) = await ReadAsync(source, first, cancellationToken);
                return new SourcePreview(source, found.Links, null, found.Notes, article, refusal);
            case DiscoveryResult.Found found:
                return new SourcePreview(source, [], null, found.Notes, null, null);
            case DiscoveryResult.Failed failed:
                return new SourcePreview(source, [], failed.Message, [], null, null);
            default:
                return new SourcePreview(source, [], "it answers that nothing has changed, though nothing was known of it", [], null, null);
        }
    }

    private async Task<(ExtractionPreview? Article, string? Refusal)> ReadAsync(Source source, ArticleLink link, CancellationToken cancellationToken)
    {
        var fetched = link.File is { } file
            ? await LocalFile.ReadAsync(file, limits.Value.MaxPageBytes, cancellationToken)
            : await fetcher.FetchAsync(new FetchRequest(new Uri(link.Url), limits.Value.MaxPageBytes, source.Delay, source.AllowPrivate, Credential: source.Credential), cancellationToken);
        if (fetched is FetchResult.Failed failed) return (null, failed.Message);
        if (fetched is not FetchResult.Body body) return (null, null);
        var (article, _) = await pages.ReadAsync(source, link, body, cancellationToken);
        if (Admission.Refusal(source, article) is { } refusal) return (null, refusal.Reason);
        var facts = Extractor.Extract(article.Title?.Value, article.Text, lexicon,
            new ExtractionContext(source.Country, null, article.Hashtags), article.TitleInText);
        return (new ExtractionPreview(article.Title?.Value ?? link.Title, article.Text.Length, facts.Count), null);
    }
}
