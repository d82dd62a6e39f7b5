using Microsoft.Extensions.Options;
using PressIngest.Discovery;
using PressIngest.Fetching;
using PressIngest.Reading;

namespace PressIngest;

/// <summary>Reads the article of a fetched page, and the further pages that it runs over.</summary>
public sealed class ArticlePages(Fetcher fetcher, IOptions<FetchOptions> limits)
{
    private const int MostPages = 20;

    /// <summary>The whole article: the first page's headline and metadata, the text of all; and
    /// those further pages. A page that cannot be had ends it there.</summary>
    public async Task<(Article Article, IReadOnlyList<FetchResult.Body> Further)> ReadAsync(Source source, ArticleLink link, FetchResult.Body first,
        CancellationToken cancellationToken)
    {
        if (NotAPage.Describe(first.Bytes, first.ContentType) is { } problem) return (new Article { Kind = PageKind.Empty, Text = "", Encoding = "", Problem = problem }, []);
        var article = DocumentReader.Read(first.Bytes, link.File,
            new PageContext(first.FinalUrl.IsFile ? null : first.FinalUrl, first.ContentType, source.TimeZone, source.Rules));
        if (article.Kind != PageKind.Article || first.FinalUrl.IsFile) return (article, []);
        var seen = new HashSet<string>(StringComparer.Ordinal) { first.FinalUrl.AbsoluteUri };
        var texts = new List<string> { article.Text };
        var further = new List<FetchResult.Body>();
        for (var next = article.NextPage; next is not null && texts.Count < MostPages && seen.Add(next);)
        {
            if (!Uri.TryCreate(next, UriKind.Absolute, out var url) || url.Host != first.FinalUrl.Host) break;
            var request = new FetchRequest(url, limits.Value.MaxPageBytes, source.Delay, source.AllowPrivate, Credential: source.Credential);
            if (await fetcher.FetchAsync(request, cancellationToken) is not FetchResult.Body body) break;
            var page = PageReader.Read(body.Bytes, new PageContext(body.FinalUrl, body.ContentType, source.TimeZone, source.Rules));
            // Some sites answer every page number with the first page.
            if (page.Kind != PageKind.Article || texts.Contains(page.Text)) break;
            texts.Add(page.Text);
            further.Add(body);
            next = page.NextPage;
        }

        return (Joined(article, texts), further);
    }

    /// <summary>The article with the text of all its pages.</summary>
    public static Article Joined(Article first, IReadOnlyCollection<string> texts) => texts.Count == 1 ? first
        : first with { Text = string.Join("\n\n", texts) };
}
