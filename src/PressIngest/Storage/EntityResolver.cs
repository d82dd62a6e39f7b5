using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction.Entities;

namespace PressIngest.Storage;

/// <summary>
/// Finds the person, campaign or organisation that a name of an article belongs to among
/// those of all articles, or makes a new one, and writes down why.
/// Numbers stay: only names that turn out to be of one become one, the older.
/// </summary>
internal sealed class EntityResolver(SqliteConnection connection, SqliteTransaction transaction, long articleId, EntityRules rules)
{
    private static readonly Dictionary<EntityKind, string> Tables = new()
    {
        [EntityKind.Person] = "person",
        [EntityKind.Campaign] = "campaign",
        [EntityKind.Organization] = "organization",
    };

    /// <summary>Every column that names an entity.</summary>
    private static readonly (EntityKind Kind, string Table, string Column)[] References =
    [
        (EntityKind.Person, "person_fact", "person_id"), (EntityKind.Person, "quote_fact", "speaker_id"),
        (EntityKind.Campaign, "campaign_fact", "campaign_id"), (EntityKind.Campaign, "quote_fact", "campaign_id"),
        (EntityKind.Campaign, "figure_fact", "campaign_id"), (EntityKind.Campaign, "date_fact", "campaign_id"),
    ];

    private readonly Dictionary<(EntityKind, string Key), long> _resolved = [];
    private IReadOnlyList<GivenName> _before = [];

    /// <summary>Resolves the article's names anew, whatever was thought of them before.</summary>
    public ResolvedNames Resolve(IReadOnlyList<EntityName> names)
    {
        _before = GivenUpNames.In(connection, transaction, [articleId]);
        Execute("DELETE FROM entity_name WHERE article_id = @articleId", new { articleId });
        foreach (var name in names) Resolve(name);
        return new ResolvedNames(names.ToDictionary(x => (x.Kind, x.Spelling), x => _resolved[(x.Kind, x.Key)]));
    }

    /// <summary>Lets go of what this article no longer names, once no fact of it needs that.</summary>
    public void Sweep()
    {
        if (_before.Count == 0) return;
        GivenUpNames.Release(connection, transaction, _before.Except(GivenUpNames.In(connection, transaction, [articleId])));
    }

    private void Resolve(EntityName name)
    {
        if (!_resolved.TryGetValue((name.Kind, name.Key), out var id))
        {
            var candidates = Candidates(name).Where(x => !IsApart(name, x) && !IsTaken(name.Kind, x)).Order().ToList();
            var found = name.IsShared ? Bearer(name, candidates) : candidates.Cast<long?>().FirstOrDefault();
            id = found ?? Create(name);
            if (!name.IsShared) foreach (var other in candidates.Skip(1)) Merge(name.Kind, other, id);
            _resolved[(name.Kind, name.Key)] = id;
        }

        Claim(name, id);
    }

    /// <summary>Two campaigns of one article are two: its grammar has told them apart.</summary>
    private bool IsTaken(EntityKind kind, long candidate) => _resolved.Any(x => x.Key.Item1 == kind && x.Value == candidate);

    private IEnumerable<long> Candidates(EntityName name)
    {
        var own = Named(name.Kind, name.Key);
        if (name.Kind != EntityKind.Campaign) return own;
        // A campaign that another article calls by this one's hashtag, or the other way round; a tag of several campaigns tells none.
        var calledSo = Called(name.Key);
        var called = name.Aliases.SelectMany(x => Called(x.Key) is { Count: > 1 } ? [] : Named(EntityKind.Campaign, x.Key));
        return own.Concat(calledSo.Count == 1 ? calledSo : []).Concat(called).Distinct();
    }

    private List<long> Named(EntityKind kind, string key)
    {
        var ids = Of(kind, key, EntityRules.Letters).Concat(Of(kind, key, EntityRules.Override));
        return [.. ids.Concat(connection.Query<long>($"SELECT id FROM {Tables[kind]} WHERE key = @key", new { key }, transaction)).Distinct()];
    }

    private List<long> Called(string key) => [.. Of(EntityKind.Campaign, key, "alias").Concat(Of(EntityKind.Campaign, key, "hashtag")).Distinct()];

    /// <summary>Each entity that has the key for that reason. From one to the next in the
    /// index: however many articles name it, it is looked at once.</summary>
    private List<long> Of(EntityKind kind, string key, string rule) =>
        [.. connection.Query<long>(
            """
            WITH RECURSIVE found (id) AS (
                SELECT MIN(entity_id) FROM entity_name WHERE kind = @kind AND key = @key AND rule = @rule
                UNION ALL
                SELECT (SELECT MIN(entity_id) FROM entity_name WHERE kind = @kind AND key = @key AND rule = @rule AND entity_id > found.id) FROM found WHERE found.id IS NOT NULL
            )
            SELECT id FROM found WHERE id IS NOT NULL
            """,
            new { kind = Tables[kind], key, rule },
            transaction)];

    /// <summary>The configuration says that the name and another one of the candidate's are
    /// different; but the name that it was made for stays its own.</summary>
    private bool IsApart(EntityName name, long candidate)
    {
        if (!rules.HasDifferences(name.Kind)) return false;
        var keys = connection.Query<(string Key, bool IsOwn)>(
            $"SELECT key, 0 FROM entity_name WHERE kind = @kind AND entity_id = @candidate UNION SELECT key, 1 FROM {Tables[name.Kind]} WHERE id = @candidate",
            new { kind = Tables[name.Kind], candidate },
            transaction).ToList();
        return !keys.Contains((name.Key, true)) && keys.Exists(x => rules.AreDifferent(name.Kind, name.Key, x.Key));
    }

    /// <summary>Of those who share the name, whose title has a word of this one; else one of whom nothing is known. Null: somebody else.</summary>
    private long? Bearer(EntityName name, List<long> candidates)
    {
        long? unknown = null;
        foreach (var candidate in candidates)
        {
            var words = Titles(candidate).SelectMany(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
            if (name.Title.Count == 0 || name.Title.Any(words.Contains)) return candidate;
            if (words.Count == 0) unknown ??= candidate;
        }

        return unknown;
    }

    private IEnumerable<string> Titles(long person) => connection.Query<string>(
        """
        WITH RECURSIVE found (title) AS (
            SELECT MIN(title) FROM entity_name WHERE kind = 'person' AND entity_id = @person
            UNION ALL
            SELECT (SELECT MIN(title) FROM entity_name WHERE kind = 'person' AND entity_id = @person AND title > found.title) FROM found WHERE found.title IS NOT NULL
        )
        SELECT title FROM found WHERE title IS NOT NULL
        """,
        new { person },
        transaction);

    private long Create(EntityName name)
    {
        var table = Tables[name.Kind];
        var key = name.Key;
        for (var n = 2; Exists(table, key); n++) key = $"{name.Key}#{n}";
        return connection.ExecuteScalar<long>(
            $"INSERT INTO {table} (key, name) VALUES (@key, @name) RETURNING id", new { key, name = rules.NameFor(name.Kind, name.Key) ?? name.Spelling }, transaction);
    }

    private bool Exists(string table, string key) => connection.ExecuteScalar<bool>($"SELECT EXISTS (SELECT 1 FROM {table} WHERE key = @key)", new { key }, transaction);

    private void Merge(EntityKind kind, long from, long into)
    {
        foreach (var (_, table, column) in References.Where(x => x.Kind == kind)) Execute($"UPDATE {table} SET {column} = @into WHERE {column} = @from", new { from, into });
        Execute("UPDATE OR IGNORE entity_name SET entity_id = @into WHERE kind = @kind AND entity_id = @from",
            new { kind = Tables[kind], from, into });
        Execute("DELETE FROM entity_name WHERE kind = @kind AND entity_id = @from", new { kind = Tables[kind], from });
        Execute($"DELETE FROM {Tables[kind]} WHERE id = @from", new { from });
    }

    private void Claim(EntityName name, long id)
    {
        Claim(name.Kind, id, name.Spelling, name.Key, name.Rule, string.Join(' ', name.Title));
        foreach (var alias in name.Aliases) Claim(name.Kind, id, alias.Spelling, alias.Key, alias.IsHashtag ? "hashtag" : "alias", "");
    }

    private void Claim(EntityKind kind, long id, string spelling, string key, string rule, string title) => Execute(
        """
        INSERT OR IGNORE INTO entity_name (kind, entity_id, article_id, spelling, key, rule, title)
        VALUES (@kind, @id, @articleId, @spelling, @key, @rule, @title)
        """,
        new { kind = Tables[kind], id, articleId, spelling, key, rule, title });

    private void Execute(string sql, object values) => connection.Execute(sql, values, transaction);
}

/// <summary>Whose the names of an article are: a number for each spelling.</summary>
internal sealed class ResolvedNames(Dictionary<(EntityKind Kind, string Spelling), long> ids)
{
    public long? Person(string? name) => name is null ? null : ids[(EntityKind.Person, name)];

    public long? Campaign(string? name) => name is null ? null : ids[(EntityKind.Campaign, name)];
}
