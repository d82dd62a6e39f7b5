using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Discovery;

namespace PressIngest.Storage;

/// <summary>What a takedown removed.</summary>
/// <param name="Articles">Articles with all that was found in them.</param>
/// <param name="Links">Links that led to them.</param>
/// <param name="Requests">Requests in the diary.</param>
/// <param name="IsForgottenAlready">The address was forgotten before.</param>
public sealed record TakedownResult(int Articles, int Links, int Requests, bool IsForgottenAlready);

/// <summary>
/// Removes an article so that no trace of it is left in the file, and notes (as a hash) that its addresses are not to be taken in again. Deleted rows
/// stay readable in a file until their place is taken: so the file is written anew.
/// </summary>
public static class Takedown
{
    /// <exception cref="StorageException">It could not be done, or not to its end; the message says what is left to do.</exception>
    public static TakedownResult Forget(Database database, string url, DateTimeOffset now)
    {
        using var connection = database.OpenForWriting();
        var result = database.Guard(() =>
        {
            connection.Execute("PRAGMA secure_delete = ON");
            using var transaction = connection.BeginTransaction(deferred: false);
            var removed = new Removal(connection, transaction, CanonicalUrl.Of(url) ?? url).Run(now);
            transaction.Commit();
            return removed;
        });
        if (result.Articles + result.Links + result.Requests > 0 || result.IsForgottenAlready) Compaction.Rewrite(database, connection);
        return result;
    }

    private sealed class Removal(SqliteConnection connection, SqliteTransaction transaction, string url)
    {
        public TakedownResult Run(DateTimeOffset now)
        {
            var ids = Query<long>("SELECT id FROM article WHERE url = @url OR identity = @url UNION SELECT article_id FROM link WHERE url = @url AND article_id IS NOT NULL", new { url });
            var addresses = Query<string>(
                "SELECT url FROM article WHERE id IN @ids UNION SELECT identity FROM article WHERE id IN @ids UNION SELECT url FROM link WHERE article_id IN @ids", new { ids })
                .Append(url).ToHashSet(StringComparer.Ordinal);
            var wasForgotten = ForgottenAddresses.Of(connection, transaction, [url]).Count > 0;
            var links = Execute("DELETE FROM link WHERE url IN @addresses OR article_id IN @ids", new { addresses, ids });
            var requests = Query<(long Id, string Url)>("SELECT id, url FROM request").Where(x => addresses.Contains(x.Url)
                || addresses.Contains(CanonicalUrl.Of(x.Url) ?? x.Url)).Select(x => new { x.Id }).ToList();
            Execute("DELETE FROM request WHERE id = @Id", requests);
            foreach (var address in addresses)
            {
                Execute("UPDATE run SET message = replace(message, @address, '…') WHERE instr(message, @address) > 0", new { address });
                Execute("UPDATE source_state SET last_error = replace(last_error, @address, '…') WHERE instr(last_error, @address) > 0", new { address });
            }

            if (ids.Count > 0) RemoveArticles(ids);
            if (ids.Count + links + requests.Count > 0) ForgottenAddresses.Add(connection, transaction, addresses, now);
            return new TakedownResult(ids.Count, links, requests.Count, wasForgotten);
        }

        private void RemoveArticles(List<long> ids)
        {
            var names = GivenUpNames.In(connection, transaction, ids);
            foreach (var (id, title, text) in Query<(long, string?, string)>("SELECT id, title, text FROM article WHERE id IN @ids", new { ids }))
                SearchIndex.Remove(connection, transaction, id, title, text);
            foreach (var id in ids) new CopyClusters(connection, transaction).Leave(id);
            Execute("DELETE FROM article WHERE id IN @ids", new { ids });
            GivenUpNames.Release(connection, transaction, names);
            // Until its parts are merged the index holds the words of what was removed.
            Execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')");
        }

        private List<T> Query<T>(string sql, object? values = null) => [.. connection.Query<T>(sql, values, transaction)];

        private int Execute(string sql, object? values = null) => connection.Execute(sql, values, transaction);
    }
}
