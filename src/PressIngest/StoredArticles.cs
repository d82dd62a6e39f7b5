using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Fetching;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>What all stages found out of an article, put together for the store. Pure.</summary>
internal static class StoredArticles
{
    public static StoredArticle Make(Source source, ArticleLink link, FetchResult.Body body, Article article, Lexicon lexicon, DateTimeOffset now)
    {
        var title = article.Title is { } given ? StoredSpans.Clean(given.Value) : null;
        var text = StoredSpans.Clean(article.Text);
        var published = NotAhead(article.PublishedAt?.Value) ?? NotAhead(link.PublishedAt);
        var day = published is { } instant ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, source.TimeZone).Date) : (DateOnly?)null;
        var url = link.File is null ? CanonicalUrl.Of(body.FinalUrl) ?? link.Url : link.Url;
        var canonical = article.CanonicalUrl is { } named ? CanonicalUrl.Of(named.Value) : null;
        return new StoredArticle
        {
            Identity = ArticleIdentity.Of(url, canonical),
            Url = url,
            CanonicalUrl = canonical,
            Title = title,
            TitleInText = article.TitleInText,
            Author = article.Author?.Value,
            PublishedAt = published,
            FetchedAt = now,
            Language = article.Language?.Value,
            Site = article.Site?.Value,
            Text = text,
            PageHashtags = article.Hashtags,
            Facts = Extractor.Extract(title, text, lexicon, new ExtractionContext(source.Country, day, article.Hashtags), article.TitleInText),
            RuleSet = lexicon.Version,
            Entities = lexicon.Entities,
            Body = body.Bytes,
            ContentType = body.ContentType,
            Reader = ReaderVersion.Of(source.Rules),
        };

        // What lies ahead is an event's date or a slip. Not by a day: sites write local time as if it were UTC.
        DateTimeOffset? NotAhead(DateTimeOffset? date) => date < now.AddDays(1) ? date : null;
    }
}
