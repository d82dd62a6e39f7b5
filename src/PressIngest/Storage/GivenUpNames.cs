using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>A name by which an article called somebody or something.</summary>
internal sealed record GivenName(string Kind, long Id, string Spelling, string Key);

/// <summary>What becomes of people, campaigns and organisations when an article no longer calls them so.</summary>
internal static class GivenUpNames
{
    /// <summary>The names in these articles as they are now.</summary>
    public static IReadOnlyList<GivenName> In(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<long> articles) =>
        [.. articles.SelectMany(article => connection.Query<GivenName>(
            "SELECT kind, entity_id AS id, spelling, key FROM entity_name WHERE article_id = @article", new { article }, transaction))];

    /// <summary>Whoever is named nowhere any more goes; others lose what only those articles called them.</summary>
    public static void Release(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<GivenName> names)
    {
        const string left = "FROM entity_name WHERE kind = @Kind AND entity_id = @Id";
        foreach (var name in names)
        {
            Execute($"DELETE FROM {name.Kind} WHERE id = @Id AND NOT EXISTS (SELECT 1 {left})");
            Execute($"UPDATE {name.Kind} SET name = (SELECT spelling {left} LIMIT 1) WHERE id = @Id AND name = @Spelling AND NOT EXISTS (SELECT 1 {left} AND spelling = @Spelling)");
            Execute($"UPDATE OR IGNORE {name.Kind} SET key = (SELECT key {left} LIMIT 1) WHERE id = @Id AND key = @Key AND NOT EXISTS (SELECT 1 {left} AND key = @Key)");

            void Execute(string sql) => connection.Execute(sql, name, transaction);
        }
    }
}
