using System.Text;
using PressIngest.Discovery;
using PressIngest.Extraction;
using PressIngest.Fetching;
using PressIngest.Reading;
using PressIngest.Storage;

namespace PressIngest;

/// <summary>What a stored article comes to with today's reading and rules. Pure.</summary>
internal static class Renewals
{
    /// <summary>Extracts again from the text as it is stored.</summary>
    public static RenewedArticle Extract(StoredText stored, TimeZoneInfo zone, Lexicon lexicon)
    {
        var day = stored.PublishedAt is { } time ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).Date) : (DateOnly?)null;
        var facts = Extractor.Extract(stored.Title, stored.Text, lexicon,
            new ExtractionContext(stored.Country, day, stored.PageHashtags), stored.TitleInText);
        return new RenewedArticle(facts, lexicon.Version, stored.Reader, null, null) { Entities = lexicon.Entities };
    }

    /// <summary>Reads the stored pages again and extracts from what they give. Where they give no
    /// article any more, the text stays as it is, and why is said.</summary>
    public static RenewedArticle Read(StoredText stored, StoredPages pages, Source source, Lexicon lexicon)
    {
        var isFile = FileUrl.IsFile(stored.Url);
        var reader = ReaderVersion.Of(source.Rules);
        var context = new PageContext(isFile ? null : new Uri(stored.Url), pages.First.ContentType, source.TimeZone, source.Rules);
        var first = pages.IsFragment
            ? PageReader.ReadFragment(Encoding.UTF8.GetString(pages.First.Bytes),
            context) with { Title = stored.Title is { } title ? new Sourced<string>(title, "feed") : null }
            : DocumentReader.Read(pages.First.Bytes, isFile ? stored.Url : null, context);
        var problem = first.Kind != PageKind.Article || first.Text.Length == 0 ? "its page gives no article to today's reading"
            : stored.Reader is null && first.NextPage is not null && !isFile ? "its further pages were not kept when it was stored"
            : null;
        if (problem is not null) return Extract(stored, source.TimeZone, lexicon) with { Reader = reader, NotRead = problem };

        var article = ArticlePages.Joined(first,
            [.. pages.Further.Select(x => PageReader.Read(x.Bytes, context with { ContentType = x.ContentType }).Text).Prepend(first.Text).Where(x =>
            x.Length > 0).Distinct()]);
        var body = new FetchResult.Body(pages.First.Bytes, pages.First.ContentType, isFile ? new Uri("file:///") : new Uri(stored.Url), null, null);
        var link = new ArticleLink { Url = stored.Url, File = isFile ? stored.Url : null, PublishedAt = stored.PublishedAt };
        var read = StoredArticles.Make(source, link, body, article, lexicon, stored.FetchedAt) with { Identity = stored.Identity, Url = stored.Url };
        return new RenewedArticle(read.Facts, lexicon.Version, reader, read, null) { Entities = lexicon.Entities };
    }
}
