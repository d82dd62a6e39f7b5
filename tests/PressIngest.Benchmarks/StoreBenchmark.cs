using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Benchmarks;

/// <summary>Generated articles into a file: the rate at the start and at the end, memory, the size of the file, and the time of each of the ten queries.</summary>
internal static class StoreBenchmark
{
    private const int Outlets = 40;
    private const int Templates = 400;
    private const int Parts = 20;

    private static readonly string[] Kinds = ["حملة", "مبادرة"];
    private static readonly string[] Names = ["سلمى الراوي", "هاني كامل", "ليلى المنصور", "سامر النجار", "نورة العلي", "ماجد الحداد", "ريم الشامي", "خالد البدري"];
    private static readonly string[] Bodies = ["جمعية الميناء", "مؤسسة واعد", "بلدية المرسى", "هيئة الشباب", "وزارة البيئة"];
    private static readonly string[] Subjects = ["الشتاء", "القراءة", "الأشجار", "الطريق", "الماء", "المدارس", "الأحياء", "الشواطئ", "الصحة", "الكتب"];
    private static readonly string[] Moods = ["الدافئ", "الآمنة", "الخضراء", "الجديدة", "الكبيرة", "الأولى", "الواحدة", "القادمة"];

    public static int Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("press-store-").FullName;
        try
        {
            var database = new Database(Path.Combine(folder, "press.db"));
            var lexicon = Repository.Lexicon();
            var templates = Enumerable.Range(0, Templates).Select(x => Template(x, lexicon)).ToList();
            var rates = new List<double>();
            using (var writer = new WriterConnection(database))
            {
                var store = new ArticleStore(writer);
                var now = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                var runs = Enumerable.Range(0, Outlets).Select(x => new RunStore(writer).Start($"outlet-{x}", $"صحيفة {x}", "EG", now)).ToList();
                for (var part = 0; part < Parts; part++)
                {
                    var (from, to) = (count * part / Parts, count * (part + 1) / Parts);
                    var (start, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                    for (var i = from; i < to; i++)
                    {
                        var article = Article(i, templates[i % Templates], now.AddMinutes(10 * i));
                        store.Save(article, new LinkRecord { Url = article.Url, SourceId = runs[i % Outlets].SourceId, Outcome = LinkOutcomes.Stored, FirstSeenAt = now, CheckedAt = now });
                    }

                    // By the processor's own clock: other work on the machine costs time, but none of it.
                    rates.Add((to - from) / (Environment.CpuUsage.TotalTime - work).TotalSeconds);
                    Console.WriteLine($"{to,8:N0} articles   {rates[^1],7:N0} a second of the processor   {(to - from) / Stopwatch.GetElapsedTime(start).TotalSeconds,7:N0} a second   {GC.GetTotalMemory(forceFullCollection: true) / 1e6,6:N1} MB managed   {Environment.WorkingSet / 1e6,6:N0} MB in all   file {database.Size / 1e9:N2} GB");
                }
            }

            Console.WriteLine($"rate at the end / at the start: {rates.TakeLast(2).Average() / rates.Take(2).Average():N2}; {new FileInfo(database.Path).Length / 1e9:N2} GB");
            Ask(database);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
                var start = Stopwatch.GetTimestamp();
                rows = Rows(connection, query.Sql);
                var spent = Stopwatch.GetElapsedTime(start);
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

    /// <summary>An article of the usual kind with all that is found in it, once for many articles.</summary>
    private static (string Text, Facts Facts, string RuleSet) Template(int i, Lexicon lexicon)
    {
        var campaign = i == 0 ? "شتاء دافئ" : $"{Subjects[i % Subjects.Length]} {Moods[i / Subjects.Length % Moods.Length]}";
        var (person, body) = (Names[i % Names.Length], Bodies[i % Bodies.Length]);
        var text =
            $"""
            أطلقت {body} {Kinds[i % Kinds.Length]} «{campaign}» عبر وسم #{campaign.Replace(' ', '_')} و#خير_{i % 30} بمشاركة {100 + i} متطوعا.

            وقالت {person}، مديرة {body}: «بدأنا مع أكثر من {20 + i} مدرسة، ونصل اليوم إلى {3 + (i % 40)} في المئة من الأحياء».

            وأضافت أن الحملة تستمر حتى 15 مارس 2024، وأن كلفتها بلغت {5 + (i % 9)} ملايين دولار.
            """;
        return (text, Extractor.Extract(null, text, lexicon), lexicon.Version);
    }

    private static StoredArticle Article(int i, (string Text, Facts Facts, string RuleSet) template, DateTimeOffset published)
    {
        var random = new Random(i);
        var rest = new StringBuilder(template.Text);
        for (var paragraph = 0; paragraph < 4; paragraph++)
        {
            rest.Append("\n\n");
            for (var word = 0; word < 60; word++) rest.Append(Word(random.Next(40_000))).Append(word == 59 ? '.' : ' ');
        }

        var text = rest.ToString();
        var page = $"<html lang=\"ar\"><head><title>خبر {i}</title></head><body><article><h1>خبر {i}</h1><p>{text.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>";
        return new StoredArticle
        {
            Identity = $"https://outlet-{i % Outlets}.example/news/{i}",
            Url = $"https://outlet-{i % Outlets}.example/news/{i}",
            Title = $"خبر {i}",
            PublishedAt = published,
            FetchedAt = published.AddHours(1),
            Language = "ar",
            Text = text,
            Facts = template.Facts,
            RuleSet = template.RuleSet,
            Body = Encoding.UTF8.GetBytes(page),
            ContentType = "text/html; charset=utf-8",
        };
    }

    /// <summary>Words as unlike as those of a language: frequent ones short, forty thousand in all.</summary>
    private static string Word(int number)
    {
        const string letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةأ";
        Span<char> word = stackalloc char[5];
        var length = 0;
        for (var n = (number * 7919) + 31; n > 0 && length < word.Length; n /= letters.Length) word[length++] = letters[n % letters.Length];
        return new string(word[..length]);
    }
}
