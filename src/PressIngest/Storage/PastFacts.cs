using Dapper;
using Microsoft.Data.Sqlite;

namespace PressIngest.Storage;

/// <summary>A fact that today's rules find no longer, as far as its return needs it.</summary>
internal sealed record PastFact(long Id, string Type, string Identity, string FirstRuleSet);

/// <summary>Facts that went because the rules changed, so that it stays known which versions found them.</summary>
internal static class PastFacts
{
    public static IReadOnlyDictionary<(string Type, string Identity), PastFact> Of(
        SqliteConnection connection, SqliteTransaction transaction, long articleId) => connection.Query<PastFact>(
        "SELECT id, type, identity, first_rule_set AS FirstRuleSet FROM past_fact WHERE article_id = @articleId", new { articleId },
            transaction).ToDictionary(x => (x.Type, x.Identity));

    /// <summary>The text that they stood in is no more.</summary>
    public static void Forget(SqliteConnection connection, SqliteTransaction transaction, long articleId) =>
        connection.Execute("DELETE FROM past_fact WHERE article_id = @articleId", new { articleId }, transaction);

    public static void Remember(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<long> ids,
        string ruleSet) => connection.Execute(
        """
        INSERT INTO past_fact (id, article_id, type, identity, place, start, length, text, rule, first_rule_set, rule_set, gone_rule_set)
        SELECT id, article_id, type, identity, place, start, length, text, rule, first_rule_set, rule_set, @ruleSet FROM fact WHERE id = @id
        """,
        ids.Select(id => new { id, ruleSet }),
        transaction);

    /// <summary>These were found again.</summary>
    public static void Return(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<long> ids) =>
        connection.Execute("DELETE FROM past_fact WHERE id = @id", ids.Select(id => new { id }), transaction);
}
