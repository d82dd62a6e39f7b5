using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Storage;

namespace PressIngest.Benchmarks;

/// <summary>Generated articles into a file: the rate at the start and at the end, memory, the size of the file, and the time of each of the ten queries.</summary>
internal static class StoreBenchmark
{
    private const int Parts = 20;

    /// <summary>So many articles are made beforehand, so that the making is in nobody's time.</summary>
    private const int Batch = 250;

    private const int FirstArticles = 1000;

    /// <param name="count">How many articles there are in the end.</param>
    /// <param name="folder">Where the file is kept, and found with so many articles as are in it already; null for one that is removed.</param>
    public static int Run(int count, string? folder)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("press-store-").FullName;
        try
        {
            var database = new Database(Path.Combine(place, "press.db"));
            Fill(database, count);
            Weigh(database);
            Ask(database);
            return 0;
        }
        finally
        {
            if (folder is null) Directory.Delete(place, recursive: true);
        }
    }

    private static void Fill(Database database, int count)
    {
        var press = new GeneratedPress();
        // So that the start is no slower for code that is compiled first.
        RateAtTheStart(press);
        var (rates, shares) = (new List<double>(), new List<double>());
        using var writer = new WriterConnection(database);
        var stored = writer.InTransaction((connection, transaction) => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM article", transaction: transaction));
        if (stored >= count) return;
        var sources = Sources(writer);
        for (var part = 0; part < Parts; part++)
        {
            var (from, to) = (stored + (int)((long)(count - stored) * part / Parts), stored + (int)((long)(count - stored) * (part + 1) / Parts));
            var (work, time) = (TimeSpan.Zero, TimeSpan.Zero);
            for (var first = from; first < to; first += Batch)
            {
                var spent = Save(writer, press, sources, first, Math.Min(Batch, to - first));
                (work, time) = (work + spent.Processor, time + spent.Clock);
            }

            rates.Add((to - from) / work.TotalSeconds);
            shares.Add(rates[^1] / RateAtTheStart(press));
            Console.WriteLine($"{to,8:N0} articles   {rates[^1],7:N0} a second of the processor, {shares[^1]:N2} of a new file's rate   {(to - from) / time.TotalSeconds,5:N0} a second   {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:N1} MB managed   {Environment.WorkingSet / 1e6,6:N0} MB in all   file {database.Size / 1e9:N2} GB");
        }

        Console.WriteLine($"rate at the end / at the start: {rates.TakeLast(2).Average() / rates.Take(2).Average():N2}; at the end / into a new file at the same time: {shares.TakeLast(2).Average():N2}");
        Look(writer);
    }

    /// <summary>The rate into a new file at this moment: what the machine does besides slows it as much as the other.</summary>
    private static double RateAtTheStart(GeneratedPress press)
    {
        // One place for all: what the data access keeps for a connection it keeps once.
        var folder = Path.Combine(Path.GetTempPath(), $"press-store-new-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            using var writer = new WriterConnection(new Database(Path.Combine(folder, "press.db")));
            var sources = Sources(writer);
            var spent = Enumerable.Range(0, FirstArticles / Batch).Sum(x => Save(writer, press, sources, x * Batch, Batch).Processor.TotalSeconds);
            return FirstArticles / spent;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<long> Sources(WriterConnection writer) =>
        [.. Enumerable.Range(0, GeneratedPress.Outlets).Select(x => new RunStore(writer).Start($"outlet-{x}", $"صحيفة {x}", "EG", GeneratedPress.Start).SourceId)];

    /// <summary>Makes articles, stores them, and tells what the storing took.</summary>
    private static (TimeSpan Processor, TimeSpan Clock) Save(WriterConnection writer, GeneratedPress press, List<long> sources, int first, int count)
    {
        var articles = Enumerable.Range(first, count).Select(x => (Article: press.Article(x), Source: sources[press.OutletOf(x)])).ToList();
        var store = new ArticleStore(writer);
        // By the processor's own clock: other work on the machine costs time, but none of it.
        var (start, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        foreach (var (article, source) in articles)
            store.Save(article, new LinkRecord { Url = article.Url, SourceId = source, Outcome = LinkOutcomes.Stored, FirstSeenAt = article.FetchedAt, CheckedAt = article.FetchedAt });
        return (Environment.CpuUsage.TotalTime - before, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>The diary of ninety days, each source looked at every hour.</summary>
    private static void Look(WriterConnection writer) => writer.InTransaction((connection, transaction) => connection.Execute(
        """
        WITH RECURSIVE hours (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM hours WHERE n < 24 * 90 - 1)
        INSERT INTO run (source_id, started_at, finished_at, outcome, message, links, added)
        SELECT s.id, strftime('%Y-%m-%dT%H:%M:%SZ', '2024-10-01', n || ' hours'), strftime('%Y-%m-%dT%H:%M:%SZ', '2024-10-01', n || ' hours', '4 seconds'),
               CASE WHEN (n + s.id) % 50 = 0 THEN 'failed' ELSE 'done' END, CASE WHEN (n + s.id) % 50 = 0 THEN 'HTTP 503' END, 20, (n + s.id) % 3
        FROM hours CROSS JOIN source_state s
        """,
        transaction: transaction));

    private static void Weigh(Database database)
    {
        using var connection = database.OpenForReading();
        var (articles, html, pages) = connection.QuerySingle<(long, long, long)>("SELECT COUNT(*), SUM(length), SUM(length(body)) FROM page");
        var size = database.Size;
        Console.WriteLine($"{size / 1e9:N2} GB; an article {(double)size / articles / 1000:N1} kB: its page {(double)pages / articles / 1000:N1} kB (of {(double)html / articles / 1000:N1} kB as it came), all else {(double)(size - pages) / articles / 1000:N1} kB");
        var counts = connection.Query<(string, long)>("SELECT type, COUNT(*) FROM fact GROUP BY type UNION ALL SELECT 'copies', SUM(is_copy) FROM wording");
        Console.WriteLine(string.Join(", ", counts.Select(x => $"{x.Item2:N0} {x.Item1}")));
    }

    private static void Ask(Database database)
    {
        using var connection = database.OpenForReading();
        foreach (var query in ResearchQueries.All)
        {
            var best = TimeSpan.MaxValue;
            var rows = 0;
            for (var round = 0; round < 3; round++)
            {
                // Queries are the work of one thread: its time is the processor's.
                var start = Environment.CpuUsage.TotalTime;
                rows = Rows(connection, query.Sql);
                var spent = Environment.CpuUsage.TotalTime - start;
                if (spent < best) best = spent;
            }

            Console.WriteLine($"{best.TotalMilliseconds,9:N0} ms   {rows,7:N0} rows   {query.Title}");
        }
    }

    private static int Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }
}
