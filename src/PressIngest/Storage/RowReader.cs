using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Rows of views or of a query, one after the other, for export; all that is read through
/// one reader is of one moment. Nothing can be written through it.</summary>
public sealed class RowReader : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <exception cref="StorageException">The database cannot be read.</exception>
    public RowReader(Database database)
    {
        _connection = database.OpenForReading();
        _connection.Execute("BEGIN DEFERRED");
    }

    /// <summary>The views that can be exported by name.</summary>
    public static IReadOnlyList<string> Views { get; } =
    [
        "articles", "hashtags", "hashtag_pairs", "handles", "campaigns", "campaign_hashtags", "campaign_months", "quotes", "figures", "dates",
        "people", "speakers", "organizations",
        "outlets", "spellings", "copies", "versions",
        "campaigns_printed", "quotes_printed", "figures_printed", "mentions", "fact_history", "coverage", "dictionary",
    ];

    /// <summary>Calls <paramref name="header"/> with the columns' names, then <paramref name="row"/> with each row's values.</summary>
    /// <exception cref="StorageException">The query is wrong, or would write.</exception>
    public void Read(string sql, Action<IReadOnlyList<string>> header, Action<object?[]> row)
    {
        try
        {
            using var reader = _connection.ExecuteReader(sql, commandTimeout: 0);
            header([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            while (reader.Read()) row([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }
        catch (SqliteException e)
        {
            throw new StorageException($"the query failed: {e.Message}", e);
        }
    }

    public void Dispose() => _connection.Dispose();
}
