using Dapper;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>A real database in a folder of its own, to save articles into and to ask.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArticleStore _articles;
    private readonly RunStore _runs;

    public TestStore()
    {
        Writer = new WriterConnection(new Database(_folder.File("press.db")));
        _articles = new ArticleStore(Writer);
        _runs = new RunStore(Writer);
    }

    public static DateTimeOffset Now { get; } = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    public WriterConnection Writer { get; }

    public void Dispose()
    {
        Writer.Dispose();
        _folder.Dispose();
    }

    public SaveResult Save(StoredArticle article, string source = "samples") => _articles.Save(article, new LinkRecord
    {
        Url = article.Url,
        SourceId = _runs.Start(source, source, "SA", Now).SourceId,
        Outcome = LinkOutcomes.Stored,
        FirstSeenAt = article.FetchedAt,
        CheckedAt = article.FetchedAt,
    });

    public List<T> Query<T>(string sql)
    {
        using var connection = Writer.Database.OpenForReading();
        return [.. connection.Query<T>(sql)];
    }
}
