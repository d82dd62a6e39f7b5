using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>Rows of a view or of a query, one after the other, for export. Nothing can be written through it.</summary>
public sealed class RowReader(Database database)
{
    /// <summary>The views that can be exported by name.</summary>
    public static IReadOnlyList<string> Views { get; } =
    [
        "articles", "hashtags", "handles", "campaigns", "campaign_hashtags", "quotes", "figures", "dates", "people", "organizations", "spellings", "copies", "versions",
        "campaigns_printed", "quotes_printed", "figures_printed", "mentions", "fact_history", "coverage", "dictionary",
    ];

    /// <summary>Calls <paramref name="row"/> with the columns' names and each row's values.</summary>
    /// <exception cref="StorageException">The query is wrong, or would write.</exception>
    public void Read(string sql, Action<IReadOnlyList<string>> header, Action<object?[]> row)
    {
        using var connection = database.OpenForReading();
        try
        {
            using var reader = connection.ExecuteReader(sql);
            header([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
            while (reader.Read()) row([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }
        catch (SqliteException e)
        {
            throw new StorageException($"the query failed: {e.Message}", e);
        }
    }
}
