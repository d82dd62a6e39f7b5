using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction.Copies;

namespace PressIngest.Storage;

/// <summary>
/// One release printed by many is one cluster: the articles that lead to each other by likeness of their wording. Its number is the lowest
/// of its articles, its original the one that was printed first. Whatever the order in which articles come, change and go, the clusters
/// are those of the articles that are there.
/// </summary>
internal sealed class CopyClusters(SqliteConnection connection, SqliteTransaction transaction)
{
    /// <summary>Of the articles that share a mark the newest so many are looked at: a phrase of everybody's leads nowhere.</summary>
    private const int MostPerMark = 50;

    /// <summary>A mark that so many others have at most is worth a comparison by itself; of marks that more have, it takes two.</summary>
    private const int FewPerMark = 5;

    /// <summary>So many texts at most are compared with a new one.</summary>
    private const int MostCompared = 40;

    /// <summary>A cluster that is larger is not taken apart again when one of its articles changes, nor compared with a new original.</summary>
    private const int LargestRemade = 500;

    /// <summary>Finds the place of an article whose text is new, or whose text or date may have changed.</summary>
    public void Place(long id, string text)
    {
        var wording = Wording.Of(text);
        var holds = Neighbours(id).All(x => Likeness.Between(wording, WordingOf(x)).IsCopy);
        Write(id, wording);
        var cluster = ClusterOf(id);
        Execute("DELETE FROM copy WHERE article_id = @id OR original_id = @id", new { id });
        if (holds) Elect(cluster);
        else Remake(cluster, id);
        Join(id, wording);
    }

    /// <summary>Takes an article that is to be deleted out of its cluster.</summary>
    public void Leave(long id)
    {
        if (Ids("SELECT cluster_id FROM wording WHERE article_id = @id", new { id }) is not [var cluster]) return;
        Execute("DELETE FROM wording_mark WHERE article_id = @id", new { id });
        Remake(cluster, id);
        Execute("DELETE FROM wording WHERE article_id = @id", new { id });
    }

    /// <summary>Takes the cluster apart and puts together again what still belongs together, all but one article.</summary>
    private void Remake(long cluster, long without)
    {
        var members = Members(cluster);
        var remade = members.Count <= LargestRemade ? members : [without];
        foreach (var id in remade)
        {
            Execute("DELETE FROM alike WHERE article_id = @id OR other_id = @id", new { id });
            Execute("DELETE FROM copy WHERE article_id = @id", new { id });
            Execute("UPDATE wording SET cluster_id = article_id, is_copy = 0 WHERE article_id = @id", new { id });
        }

        // What is left of a large one has its lowest number again, and an original.
        foreach (var lowest in members.Except(remade).Take(1))
        {
            var values = new { lowest, cluster, without };
            Execute("UPDATE wording SET cluster_id = @lowest WHERE cluster_id = @cluster AND article_id <> @without", values);
            Elect(lowest);
        }

        foreach (var id in remade.Where(x => x != without)) Join(id, WordingOf(id));
    }

    private void Join(long id, Wording wording)
    {
        var joined = new HashSet<long> { ClusterOf(id) };
        var compared = 0;
        foreach (var (other, cluster) in Candidates(id, wording))
        {
            if (compared == MostCompared) return;
            if (joined.Contains(cluster)) continue;
            compared++;
            if (!Likeness.Between(wording, WordingOf(other)).IsCopy) continue;
            Execute("INSERT INTO alike (article_id, other_id) VALUES (@id, @other)", new { id, other });
            Merge(id, other);
            joined.Add(cluster);
        }
    }

    /// <summary>
    /// Articles that share a rare mark or several, those with the most first; and their
    /// clusters as they are before any merging. Copies have several marks in
    /// common; a single one that many have is a turn of phrase, and the more articles there are, the more have it.
    /// </summary>
    private List<(long Id, long Cluster)> Candidates(long id, Wording wording)
    {
        var shared = new Dictionary<long, int>();
        foreach (var mark in wording.Marks)
        {
            const string newest = "SELECT article_id FROM wording_mark WHERE mark = @mark AND article_id <> @id ORDER BY article_id DESC LIMIT @MostPerMark";
            var others = Ids(newest, new { mark, id, MostPerMark });
            foreach (var other in others) shared[other] = shared.GetValueOrDefault(other) + (others.Count <= FewPerMark ? 2 : 1);
        }

        var near = shared.Where(x => x.Value > 1).ToDictionary();
        if (near.Count == 0) return [];
        var known = connection.Query<(long Id, long Cluster, int Words)>(
            "SELECT article_id, cluster_id, words FROM wording WHERE article_id IN (SELECT value FROM json_each(@ids))",
            new { ids = $"[{string.Join(',', near.Keys)}]" },
            transaction);
        var possible = known.Where(x => Likeness.IsPossible(wording.Length, x.Words));
        return [.. possible.OrderByDescending(x => near[x.Id]).ThenBy(x => x.Id).Select(x => (x.Id, x.Cluster))];
    }

    private void Merge(long id, long other)
    {
        var (mine, theirs) = (OriginalOf(id), OriginalOf(other));
        var (original, copy) = mine.IsBefore(theirs) ? (mine, theirs) : (theirs, mine);
        var copies = Members(copy.Cluster);
        var clusters = new { To = Math.Min(original.Cluster, copy.Cluster), From = Math.Max(original.Cluster, copy.Cluster) };
        Execute("UPDATE wording SET cluster_id = @To WHERE cluster_id = @From", clusters);
        Execute("UPDATE wording SET is_copy = 1 WHERE article_id = @Id", new { copy.Id });
        Compare(original.Id, copies);
    }

    /// <summary>The original is who was first; where that is another now, every copy is compared with it.</summary>
    private void Elect(long cluster)
    {
        var members = Members(cluster);
        if (members.Count == 1) return;
        var first = Ids("SELECT article_id FROM wording WHERE cluster_id = @cluster ORDER BY printed_at, article_id LIMIT 1", new { cluster })[0];
        const string isCopy = "article_id <> @first";
        Execute($"UPDATE wording SET is_copy = {isCopy} WHERE cluster_id = @cluster AND is_copy <> ({isCopy})", new { cluster, first });
        Execute("DELETE FROM copy WHERE article_id = @first", new { first });
        var compared = Ids("SELECT article_id FROM copy WHERE original_id = @first", new { first }).ToHashSet();
        Compare(first, [.. members.Where(x => x != first && !compared.Contains(x))]);
    }

    private void Compare(long original, List<long> copies)
    {
        if (copies.Count is 0 or > LargestRemade) return;
        var wording = WordingOf(original);
        foreach (var copy in copies)
        {
            var likeness = Likeness.Between(WordingOf(copy), wording);
            Execute(
                """
                INSERT INTO copy (article_id, original_id, share, share_of_original) VALUES (@copy, @original, @share, @shareOfOriginal)
                ON CONFLICT (article_id) DO UPDATE
                SET original_id = excluded.original_id, share = excluded.share, share_of_original = excluded.share_of_original
                """,
                new { copy, original, share = Math.Round(likeness.OfFirst, 3), shareOfOriginal = Math.Round(likeness.OfSecond, 3) });
        }
    }

    private void Write(long id, Wording wording)
    {
        Execute(
            """
            INSERT INTO wording (article_id, version, words, printed_at, cluster_id)
            SELECT id, @Version, @Length, COALESCE(published_at, first_seen_at, fetched_at), id FROM article WHERE id = @id
            ON CONFLICT (article_id) DO UPDATE SET version = excluded.version, words = excluded.words, printed_at = excluded.printed_at
            """,
            new { id, Wording.Version, wording.Length });
        Execute("DELETE FROM wording_mark WHERE article_id = @id", new { id });
        Execute("INSERT INTO wording_mark (article_id, mark) VALUES (@id, @mark)", wording.Marks.Select(mark => new { id, mark = (long)mark }));
    }

    private Wording WordingOf(long id) =>
        Wording.Of(connection.QuerySingle<string>("SELECT text FROM article WHERE id = @id", new { id }, transaction));

    private long ClusterOf(long id) => Ids("SELECT cluster_id FROM wording WHERE article_id = @id", new { id })[0];

    private List<long> Members(long cluster) => Ids("SELECT article_id FROM wording WHERE cluster_id = @cluster ORDER BY article_id", new { cluster });

    private List<long> Neighbours(long id) =>
        Ids("SELECT other_id FROM alike WHERE article_id = @id UNION SELECT article_id FROM alike WHERE other_id = @id", new { id });

    private Printed OriginalOf(long id) => connection.QuerySingle<Printed>(
        """
        SELECT o.article_id AS Id, o.cluster_id AS Cluster, o.printed_at AS At
        FROM wording w JOIN wording o ON o.cluster_id = w.cluster_id AND o.is_copy = 0 WHERE w.article_id = @id
        """,
        new { id },
        transaction);

    private List<long> Ids(string sql, object values) => [.. connection.Query<long>(sql, values, transaction)];

    private void Execute(string sql, object values) => connection.Execute(sql, values, transaction);

    /// <summary>An article, its cluster and when it was printed.</summary>
    private sealed record Printed(long Id, long Cluster, string At)
    {
        public bool IsBefore(Printed other) => string.CompareOrdinal(At, other.At) is not 0 and var order ? order < 0 : Id < other.Id;
    }
}
