using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using PressIngest.Extraction;
using PressIngest.Reading;

namespace PressIngest.Benchmarks;

/// <summary>How much the whole of reading and extraction costs beside AngleSharp's parse alone, page by page, in one run.</summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 40;

    /// <summary>A service runs for weeks: what the runtime spends on compiling in its first seconds is left out.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static void Run(string[] folders)
    {
        if (folders.Length == 0) folders = [Path.Combine(Repository.Root, "tests/PressIngest.Tests/Pages"), Path.Combine(Repository.Root, "config/samples")];
        var pages = folders.SelectMany(x => Directory.EnumerateFiles(x, "*.html", SearchOption.AllDirectories), (folder, file) => (folder, file))
            .OrderBy(x => x.file, StringComparer.Ordinal).Select(x => (Folder: x.folder, Bytes: File.ReadAllBytes(x.file))).ToList();
        var lexicon = Repository.Lexicon();
        var tasks = new Func<byte[], int>[] { Parse, Read, x => Whole(x, lexicon) };
        var best = pages.Select(_ => new Cost[tasks.Length]).ToList();
        var start = Stopwatch.GetTimestamp();
        for (int round = 0, warm = -1; warm < 0 || round < warm + Rounds; round++)
        {
            if (warm < 0 && Stopwatch.GetElapsedTime(start) > WarmUp) warm = round;
            for (var i = 0; i < pages.Count; i++)
            {
                // Each of them first in its turn: what the one before leaves behind, warm caches and a collection due, is to nobody's account.
                for (var k = 0; k < tasks.Length; k++)
                {
                    var task = (round + k) % tasks.Length;
                    var cost = CostOf(tasks[task], pages[i].Bytes);
                    if (warm >= 0) best[i][task] = best[i][task].Least(cost);
                }
            }
        }

        foreach (var folder in folders) Show(folder, [.. Enumerable.Range(0, pages.Count).Where(x => pages[x].Folder == folder)]);
        if (folders.Length > 1) Show("all of them", [.. Enumerable.Range(0, pages.Count)]);

        void Show(string name, int[] chosen)
        {
            var bytes = chosen.Sum(x => (double)pages[x].Bytes.Length);
            var sums = new Cost[tasks.Length];
            for (var task = 0; task < sums.Length; task++)
                foreach (var page in chosen) sums[task] = sums[task].Plus(best[page][task]);
            Console.WriteLine($"{name}: {chosen.Length} pages, {bytes:N0} bytes; best of {Rounds} rounds a page");
            Line("AngleSharp's parse alone", sums[0]);
            Line("decode + parse + read", sums[1]);
            Line("decode + parse + read + extract", sums[2]);
            var seconds = sums[2].Time.TotalSeconds;
            Console.WriteLine($"{chosen.Length / seconds:N0} pages and {bytes / 1e6 / seconds:N1} MB a second on one core");
            Console.WriteLine();

            void Line(string task, Cost cost) =>
                Console.WriteLine($"{task,-34} {cost.Time.TotalMilliseconds,9:N1} ms   {cost.Time / sums[0].Time:N2}   {cost.Allocated / 1e3 / chosen.Length,8:N0} kB a page");
        }
    }

    private static int Parse(byte[] bytes) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)).ChildElementCount;

    private static int Read(byte[] bytes) => PageReader.Read(bytes).Text.Length;

    private static int Whole(byte[] bytes, Lexicon lexicon)
    {
        var article = PageReader.Read(bytes);
        return Extractor.Extract(article.Title?.Value, article.Text, lexicon).Count;
    }

    private static Cost CostOf(Func<byte[], int> work, byte[] bytes)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        work(bytes);
        return new Cost(Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private readonly record struct Cost(TimeSpan Time, long Allocated)
    {
        public Cost Least(Cost other) => Time == default || other.Time < Time ? other : this;

        public Cost Plus(Cost other) => new(Time + other.Time, Allocated + other.Allocated);
    }
}
