using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using PressIngest.Extraction;
using PressIngest.Reading;

namespace PressIngest.Benchmarks;

/// <summary>How much the whole of reading and extraction costs beside AngleSharp's parse alone, page by page, in one run.</summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 30;

    /// <summary>A service runs for weeks: what the runtime spends on compiling in its first seconds is left out.</summary>
    private const int RoundsOfWarmUp = 120;

    public static void Run(string[] folders)
    {
        if (folders.Length == 0) folders = [Path.Combine(Repository.Root, "tests/PressIngest.Tests/Pages"), Path.Combine(Repository.Root, "config/samples")];
        var pages = folders.SelectMany(x => Directory.EnumerateFiles(x, "*.html", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(x => (Name: x, Bytes: File.ReadAllBytes(x))).ToList();
        var lexicon = Repository.Lexicon();
        var best = new Cost[pages.Count];
        Array.Fill(best, new Cost(TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue));
        for (var round = -RoundsOfWarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var bytes = pages[i].Bytes;
                var cost = new Cost(Time(() => Parse(bytes)), Time(() => Read(bytes)), Time(() => Whole(bytes, lexicon)));
                if (round >= 0) best[i] = best[i].Least(cost);
            }
        }

        var (parse, read, whole) = best.Aggregate((sum, x) => sum.Plus(x));
        Console.WriteLine($"{pages.Count} pages, {pages.Sum(x => x.Bytes.Length):N0} bytes; best of {Rounds} rounds a page");
        Console.WriteLine($"AngleSharp's parse alone           {parse.TotalMilliseconds,9:N1} ms   1.00");
        Console.WriteLine($"decode + parse + read              {read.TotalMilliseconds,9:N1} ms   {read / parse:N2}");
        Console.WriteLine($"decode + parse + read + extract    {whole.TotalMilliseconds,9:N1} ms   {whole / parse:N2}   {pages.Count / whole.TotalSeconds:N0} pages a second on one core");
    }

    private static int Parse(byte[] bytes) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)).ChildElementCount;

    private static int Read(byte[] bytes) => PageReader.Read(bytes).Text.Length;

    private static int Whole(byte[] bytes, Lexicon lexicon)
    {
        var article = PageReader.Read(bytes);
        return Extractor.Extract(article.Title?.Value, article.Text, lexicon).Count;
    }

    private static TimeSpan Time(Func<int> work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private readonly record struct Cost(TimeSpan Parse, TimeSpan Read, TimeSpan Whole)
    {
        public Cost Least(Cost other) => new(Min(Parse, other.Parse), Min(Read, other.Read), Min(Whole, other.Whole));

        public Cost Plus(Cost other) => new(Parse + other.Parse, Read + other.Read, Whole + other.Whole);

        private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
    }
}
