using Dapper;
using PressIngest.Extraction.Copies;
using PressIngest.Extraction.Entities;

namespace PressIngest.Storage;

/// <summary>
/// Articles that were stored before copies were looked for, or before the marks of a text changed, find their clusters. An article a
/// transaction: it can be stopped, goes on at the next start, and others may write meanwhile.
/// </summary>
public sealed class CopyCatchUp(WriterConnection writer)
{
    /// <summary>How often people are told.</summary>
    public const int ProgressEvery = 1000;

    /// <param name="progress">Told how many are done, of how many, after each.</param>
    /// <param name="cancellationToken">Ends the work between two articles.</param>
    /// <returns>How many articles there were.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public int Run(Action<int, int>? progress = null, CancellationToken cancellationToken = default)
    {
        var waiting = Waiting();
        for (var i = 0; i < waiting.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Place(waiting[i]);
            progress?.Invoke(i + 1, waiting.Count);
        }

        return waiting.Count;
    }

    private List<long> Waiting() => writer.InTransaction((connection, transaction) => connection.Query<long>(
        """
        SELECT a.id FROM article a
        WHERE NOT EXISTS (SELECT 1 FROM wording w WHERE w.article_id = a.id AND w.version = @Version) ORDER BY a.id
        """,
        new { Wording.Version },
        transaction).ToList());

    private void Place(long id) => writer.InTransaction((connection, transaction) =>
    {
        // Deleted meanwhile?
        if (connection.QuerySingleOrDefault<string>("SELECT text FROM article WHERE id = @id", new { id }, transaction) is not { } text) return;
        new CopyClusters(connection, transaction).Place(id, text);
        var quotes = connection.Query<(long Id, string Text)>(
            "SELECT q.id, f.text FROM fact f JOIN quote_fact q ON q.id = f.id WHERE f.article_id = @id AND q.words_key IS NULL",
            new { id },
            transaction);
        var keys = quotes.Select(x => new { x.Id, Key = EntityKey.NumberOf(x.Text) }).ToList();
        connection.Execute("UPDATE quote_fact SET words_key = @Key WHERE id = @Id", keys, transaction);
    });
}
