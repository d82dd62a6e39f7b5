using Dapper;
using PressIngest.Extraction;
using PressIngest.Storage;
using SQLitePCL;

namespace PressIngest.Tests.Storage;

/// <summary>What a save costs does not grow with the file: told by the engine's plans and instructions, not by a clock.</summary>
public sealed class SaveCostTests : IDisposable
{
    private readonly TestStore _store = new();
    private readonly ArticleStore _articles;
    private readonly long _source;

    public SaveCostTests()
    {
        _articles = new ArticleStore(_store.Writer);
        _source = new RunStore(_store.Writer).Start("samples", "عينات", "SA", TestStore.Now).SourceId;
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void No_statement_of_a_save_or_a_new_extraction_goes_through_a_table()
    {
        Save(StoredArticles.Create("https://a.example/other"));
        var statements = new HashSet<string>(StringComparer.Ordinal);
        var handle = _store.Writer.InTransaction((connection, _) => connection.Handle!);
        // Statements of triggers come as comments: what they cost, the other test counts.
        raw.sqlite3_trace(handle, (strdelegate_trace)((_, sql) => statements.Add(sql)), null);
        Save(StoredArticles.Create());
        Save(StoredArticles.Create(ruleSet: "2+test") with { Text = StoredArticles.Text + " خاتمة." });
        var stored = new StoredTexts(_store.Writer.Database).All(new StoredSelection(null, null, new Dictionary<string, string>())).First();
        _articles.Renew(stored, new RenewedArticle(new Facts(), "3+test", null, null, null), isRehearsal: false);
        raw.sqlite3_trace(handle, (strdelegate_trace?)null, null);

        string[] kinds = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];
        var own = statements.Where(x => kinds.Any(kind => x.StartsWith(kind, StringComparison.Ordinal)) && !x.Contains("articles_fts", StringComparison.Ordinal)).ToList();
        Assert.True(own.Count > 60, $"{own.Count} statements");
        // Of what was forgotten the first row is enough; the rest is no table, or the one row of a part.
        string[] small = ["forgotten", "found", "json_each", "CONSTANT", "l"];
        var faults = _store.Writer.InTransaction((connection, transaction) => own
            .Select(sql => (Sql: sql, Plan: connection.Query<(long, long, long, string Detail)>($"EXPLAIN QUERY PLAN {sql}", transaction: transaction).Select(x => x.Detail).ToList()))
            .Where(x => x.Plan.Any(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && step.Split(' ')[1] is var what && what[0] != '(' && !small.Contains(what)))
            .Select(x => $"{x.Sql}\n{string.Join('\n', x.Plan)}").ToList());
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void A_save_among_many_does_no_more_than_one_among_few()
    {
        for (var i = 0; i < 100; i++) Save(Article(i));
        var few = Instructions(100, 200);
        for (var i = 200; i < 700; i++) Save(Article(i));
        var many = Instructions(700, 800);
        Assert.True(many < 1.15 * few, $"{few} instructions among few, {many} among many");
    }

    private void Save(StoredArticle article) => _articles.Save(article, new LinkRecord
    {
        Url = article.Url, SourceId = _source, Outcome = LinkOutcomes.Stored, FirstSeenAt = TestStore.Now, CheckedAt = TestStore.Now,
    });

    private long Instructions(int from, int to)
    {
        const int each = 10;
        var counted = 0L;
        var handle = _store.Writer.InTransaction((connection, _) => connection.Handle!);
        raw.sqlite3_progress_handler(handle, each, _ => (int)(0 * counted++), null);
        for (var i = from; i < to; i++) Save(Article(i));
        raw.sqlite3_progress_handler(handle, 0, (delegate_progress?)null, null);
        return counted * each;
    }

    /// <summary>People, tags and campaigns that come again and again, in words of its own.</summary>
    private static StoredArticle Article(int number)
    {
        var random = new Random(number);
        var words = Enumerable.Range(0, 120).Select(_ => Word(random.Next(1000, 9_000_000)));
        var campaign = Word(random.Next(15));
        return StoredArticles.Create($"https://a.example/{number}", Word(number), string.Join(' ', words)) with
        {
            PublishedAt = TestStore.Now.AddHours(random.Next(2000)),
            Facts = new Facts
            {
                Campaigns = [new Campaign { Name = campaign, Kind = "حملة", Hashtags = [campaign + "نا"], Mentions = [At(0)], Rule = "marked" }],
                Hashtags = [.. Enumerable.Range(0, 3).Select(x => new Hashtag(Word((x * 100) + random.Next(9)), [At(x)], "hashtag"))],
                People = [.. Enumerable.Range(0, 3).Select(x => new Person { Name = $"{Word((x * 100) + random.Next(6))} {Word(7)} {Word(8)}", Role = "مدير", Mentions = [At(x)] })],
                Quotations = [.. Enumerable.Range(0, 3).Select(x => new Quotation { Speaker = $"{Word((x * 100) + random.Next(6))} {Word(7)} {Word(8)}", Role = "مدير", Kind = QuotationKind.Direct, Mention = At(x), Rule = "verb", Campaign = 0 })],
                Figures = [new Figure { Value = number, Unit = FigureUnit.Count, Noun = "متطوع", Mention = At(3), Rule = "count", Campaign = 0 }],
            },
        };

        static Mention At(int word) => new(new Span(word * 3, 3));
    }

    private static string Word(int number)
    {
        var word = "";
        for (var n = number + 1; n > 0; n /= 20) word += "بتجحدرزسشصضطعفقكلمنه"[n % 20];
        return word;
    }
}
