using Dapper;
using PressIngest.Extraction;
using PressIngest.Storage;
using PressIngest.Tests.Extraction.Copies;
using SQLitePCL;

namespace PressIngest.Tests.Storage;

public sealed class CopyTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Thirty_releases_and_their_copies_are_found_among_near_misses()
    {
        foreach (var article in Shuffled(PressReleases.All, 1)) _store.Save(Article(article));
        var clusters = Clusters();
        var (both, found, given) = (0L, 0L, 0L);
        foreach (var a in PressReleases.All)
        {
            foreach (var b in PressReleases.All.Take(a.Number))
            {
                var (isFound, isGiven) = (clusters[a.Number] == clusters[b.Number], a.Release == b.Release);
                if (isFound) found++;
                if (isGiven) given++;
                if (isFound && isGiven) both++;
            }
        }

        Assert.True((double)both / found >= 0.99, $"precision {(double)both / found:P1}");
        Assert.True((double)both / given >= 0.95, $"recall {(double)both / given:P1}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Clusters_and_originals_do_not_depend_on_the_order_of_arrival(int order)
    {
        var some = PressReleases.All.Where(x => x.Number % 4 == 0).ToList();
        foreach (var article in some) _store.Save(Article(article));
        using var other = new TestStore();
        foreach (var article in Shuffled(some, order)) other.Save(Article(article));
        Assert.Equal(Shape(_store), Shape(other));
    }

    [Fact]
    public void An_earlier_article_becomes_the_original_and_its_copies_are_compared_with_it()
    {
        _store.Save(Text("short", Half(0), hour: 5));
        _store.Save(Text("whole", Whole, hour: 9));
        Assert.Equal(("short", "whole", 4.0), Copies().Single() is var late ? (late.Original, late.Copy, late.Delay) : default);
        _store.Save(Text("first", Whole, hour: 1));
        Assert.Equal([("first", "short", 4.0), ("first", "whole", 8.0)], Copies().Select(x => (x.Original, x.Copy, x.Delay)));
        Assert.Equal([1.0, 1.0], Copies().Select(x => x.Share));
        Assert.InRange(Copies()[0].ShareOfOriginal, 0.4, 0.6);
        Assert.Equal(1.0, Copies()[1].ShareOfOriginal);
    }

    [Fact]
    public void An_article_that_two_others_are_parts_of_brings_them_together()
    {
        _store.Save(Text("first half", Half(0), hour: 2));
        _store.Save(Text("second half", Half(1), hour: 3));
        Assert.Empty(Copies());
        _store.Save(Text("whole", Whole, hour: 4));
        Assert.Equal(["second half", "whole"], Copies().Select(x => x.Copy));
    }

    [Fact]
    public void A_text_that_changes_leaves_its_cluster_and_those_it_held_together_part()
    {
        An_article_that_two_others_are_parts_of_brings_them_together();
        _store.Save(Text("whole", PressReleases.All[^1].Text, hour: 4));
        Assert.Empty(Copies());
        Assert.Equal(3, _store.Query<long>("SELECT DISTINCT cluster_id FROM articles").Count);
        _store.Save(Text("whole", Whole, hour: 4));
        Assert.Equal(["second half", "whole"], Copies().Select(x => x.Copy));
    }

    [Fact]
    public void A_small_correction_changes_nothing_but_the_share()
    {
        _store.Save(Text("first", Whole, hour: 1));
        _store.Save(Text("copy", Whole, hour: 2));
        _store.Save(Text("copy", Whole + " صححت هذه المادة لاحقا بعد اتصال من أصحاب الشأن.", hour: 2));
        var copy = Copies().Single();
        Assert.Equal(("first", "copy", 1.0), (copy.Original, copy.Copy, copy.ShareOfOriginal));
        Assert.InRange(copy.Share, 0.8, 0.99);
    }

    [Fact]
    public void A_date_that_is_corrected_makes_another_the_original()
    {
        _store.Save(Text("a", Whole, hour: 1));
        _store.Save(Text("b", Whole, hour: 2));
        _store.Save(Text("a", Whole, hour: 3));
        Assert.Equal(("b", "a", 1.0), Copies().Single() is var copy ? (copy.Original, copy.Copy, copy.Delay) : default);
    }

    [Fact]
    public void What_leaves_a_cluster_leaves_no_trace_in_it()
    {
        _store.Save(Text("a", Whole, hour: 1));
        _store.Save(Text("b", Whole, hour: 2));
        _store.Save(Text("c", Whole, hour: 3));
        _store.Writer.InTransaction((connection, transaction) =>
        {
            new CopyClusters(connection, transaction).Leave(1);
            connection.Execute("DELETE FROM link WHERE article_id = 1; DELETE FROM article WHERE id = 1", transaction: transaction);
        });
        Assert.Equal(("b", "c"), Copies().Single() is var copy ? (copy.Original, copy.Copy) : default);
        foreach (var table in (string[])["wording", "wording_mark", "copy", "article_version"])
            Assert.Empty(_store.Query<long>($"SELECT article_id FROM {table} WHERE article_id = 1"));
        Assert.Empty(_store.Query<long>("SELECT 1 FROM alike WHERE article_id = 1 OR other_id = 1"));
    }

    [Fact]
    public void Of_an_original_that_is_taken_down_the_next_is_the_original()
    {
        _store.Save(Text("a", Whole, hour: 1));
        _store.Save(Text("b", Whole, hour: 2));
        _store.Save(Text("c", Whole, hour: 3));
        Takedown.Forget(_store.Writer.Database, "https://a.example/a", TestStore.Now);
        Assert.Equal([("b", 0L), ("c", 1L)], _store.Query<(string, long)>("SELECT title, is_copy FROM articles ORDER BY id"));
        Assert.Equal(("b", "c", 1.0), Copies().Single() is var copy ? (copy.Original, copy.Copy, copy.Delay) : default);
        Assert.Equal([2L], _store.Query<long>("SELECT DISTINCT cluster_id FROM articles"));
    }

    [Fact]
    public void Articles_stored_before_copies_were_looked_for_find_theirs()
    {
        var some = PressReleases.All.Take(40).ToList();
        foreach (var article in some) _store.Save(Article(article));
        var expected = Shape(_store);
        _store.Writer.InTransaction((connection, transaction) => connection.Execute(
            "DELETE FROM wording; DELETE FROM alike; DELETE FROM copy; UPDATE quote_fact SET words_key = NULL", transaction: transaction));
        var told = new List<(int, int)>();
        Assert.Equal(some.Count, new CopyCatchUp(_store.Writer).Run((done, of) => told.Add((done, of)), TestContext.Current.CancellationToken));
        Assert.Equal(expected, Shape(_store));
        Assert.Equal((some.Count, some.Count), told[^1]);
        Assert.Equal(0, new CopyCatchUp(_store.Writer).Run(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_copies_print_is_said_once()
    {
        foreach (var (name, source) in new[] { ("a", "samples"), ("b", "samples"), ("c", "other") })
            _store.Save(StoredArticles.Create($"https://{name}.example/1") with { PublishedAt = TestStore.Now }, source);
        _store.Save(StoredArticles.Create("https://d.example/1", title: null) with { Text = $"{StoredArticles.Text}\n\n{Whole}", PublishedAt = TestStore.Now.AddHours(2) });
        Assert.Equal((4L, 2L, 2L), _store.Query<(long, long, long)>("SELECT printed, said, sources FROM campaigns_printed").Single());
        Assert.Equal((4L, 2L), _store.Query<(long, long)>("SELECT printed, said FROM quotes_printed").Single());
        Assert.Equal((4L, 2L, "40 متطوعا"), _store.Query<(long, long, string)>("SELECT printed, said, text FROM figures_printed").Single());
    }

    [Fact]
    public void Turns_of_phrase_that_everybody_uses_lead_to_next_to_no_comparisons()
    {
        for (var i = 0; i < 300; i++) _store.Save(Phrased(i));
        var read = 0;
        var handle = _store.Writer.InTransaction((connection, _) => connection.Handle!);
        raw.sqlite3_trace(handle, (strdelegate_trace)((_, sql) => read += sql.StartsWith("SELECT text FROM article", StringComparison.Ordinal) ? 1 : 0), null);
        for (var i = 300; i < 400; i++) _store.Save(Phrased(i));
        raw.sqlite3_trace(handle, (strdelegate_trace?)null, null);
        // Each shares a phrase with every second of the others.
        Assert.InRange(read, 0, 100);
        Assert.Empty(Copies());

        StoredArticle Phrased(int number)
        {
            var random = new Random(number);
            var words = Enumerable.Range(0, 150).Select(x => x % 25 == 0 && random.Next(60) is var phrase ? $"{Word(phrase)} {Word(phrase + 60)} {Word(phrase + 120)}" : Word(random.Next(1000, 9_000_000)));
            return Text($"{number}", string.Join(' ', words), hour: 1);
        }

        static string Word(int number)
        {
            var word = "";
            for (var n = number + 1; n > 0; n /= 20) word += "بتجحدرزسشصضطعفقكلمنه"[n % 20];
            return word;
        }
    }

    [Fact]
    public void Looking_for_copies_scans_no_table()
    {
        _store.Save(Text("a", Whole, hour: 1));
        string[] lookUps =
        [
            "SELECT article_id FROM wording_mark WHERE mark = 7 AND article_id <> 1 ORDER BY article_id DESC LIMIT 100",
            "SELECT article_id FROM wording WHERE cluster_id = 1 AND is_copy = 0",
            "SELECT article_id FROM alike WHERE other_id = 1",
            "SELECT id FROM quote_fact WHERE words_key = 1",
        ];
        var plans = lookUps.SelectMany(x => _store.Query<(long, long, long, string Detail)>($"EXPLAIN QUERY PLAN {x}"));
        Assert.All(plans, x => Assert.StartsWith("SEARCH", x.Detail, StringComparison.Ordinal));
    }

    private static string Whole => PressReleases.All[0].Text;

    private static string Half(int number) => string.Join("\n\n", Whole.Split("\n\n").Chunk((Whole.Split("\n\n").Length + 1) / 2).ElementAt(number));

    private static StoredArticle Text(string name, string text, int hour) => StoredArticles.Create($"https://a.example/{name}", name, text) with
    {
        PublishedAt = TestStore.Now.AddHours(hour),
        Facts = new Facts(),
    };

    /// <summary>The release first, its copies after it, some at one time with another.</summary>
    private static StoredArticle Article(PrintedArticle article) =>
        Text($"{article.Number}", article.Text, article.Kind == "release" ? 0 : 1 + (article.Number % 7));

    private static PrintedArticle[] Shuffled(IEnumerable<PrintedArticle> articles, int seed)
    {
        var shuffled = articles.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private Dictionary<int, long> Clusters() => _store.Query<(string Title, long Cluster)>("SELECT title, cluster_id FROM articles")
        .ToDictionary(x => int.Parse(x.Title, System.Globalization.CultureInfo.InvariantCulture), x => x.Cluster);

    /// <summary>Each original with its time and all that stand in its cluster: without their numbers, which depend on the order.</summary>
    private static List<string> Shape(TestStore store) => store.Query<string>(
        """
        SELECT a.published_at || ': ' || (SELECT group_concat(title) FROM (SELECT title FROM articles b WHERE b.cluster_id = a.cluster_id ORDER BY title))
        FROM articles a WHERE a.is_copy = 0 ORDER BY 1
        """);

    private List<(string Original, string Copy, double Delay, double Share, double ShareOfOriginal)> Copies() =>
        _store.Query<(string, string, double, double, double)>(
            "SELECT original_title, title, delay_hours, share, share_of_original FROM copies ORDER BY title");
}
