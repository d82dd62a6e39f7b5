using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using PressIngest.Extraction;
using PressIngest.Reading;

namespace PressIngest.Benchmarks;

/// <summary>How much the whole of reading and extraction costs beside AngleSharp's parse alone, page by page, in one run.</summary>
internal static class ReadingBenchmark
{
    private const int Rounds = 15;

    public static void Run(string[] folders)
    {
        if (folders.Length == 0) folders = [Path.Combine(Repository.Root, "tests/PressIngest.Tests/Pages"), Path.Combine(Repository.Root, "config/samples")];
        var pages = folders.SelectMany(x => Directory.EnumerateFiles(x, "*.html", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(x => (Name: x, Bytes: File.ReadAllBytes(x))).ToList();
        var lexicon = Repository.Lexicon();
        foreach (var page in pages) _ = (Parse(page.Bytes), Read(page.Bytes), Whole(page.Bytes, lexicon));
        var (parse, read, whole) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (_, bytes) in pages)
        {
            parse += Best(() => Parse(bytes));
            read += Best(() => Read(bytes));
            whole += Best(() => Whole(bytes, lexicon));
        }

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

    private static TimeSpan Best(Func<int> work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var spent = Stopwatch.GetElapsedTime(start);
            if (spent < best) best = spent;
        }

        return best;
    }
}
