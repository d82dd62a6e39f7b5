using System.Diagnostics;
using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Benchmarks;

/// <summary>Time a character for texts of growing size that are all cues, all marks, all numbers …: it must not grow.</summary>
internal static class LinearTimeBenchmark
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    private static readonly (string Name, string Piece)[] Texts =
    [
        ("quotation marks", "\"«“”»"),
        ("opening marks", "«"),
        ("cues", "قال وأضاف "),
        ("cues and names", "وقال الوزير أحمد الكاتب إن الأمر، مضيفا أن "),
        ("own words", "وقال الوزير أحمد الكاتب نأمل خيرا. نحن هنا. "),
        ("marks and colons", "يرى أحمد الكاتب: «نحن هنا في البيت القديم». «وهذا كل ما عندنا اليوم».\n"),
        ("labels", "الوزير أحمد الكاتب: نحن هنا في البيت القديم.\n"),
        ("questions", "* كيف بدأت الفكرة؟\n** بدأت من رف صغير في بيت جدي أحمد الكاتب.\n"),
        ("wrapped lines", "أعلنت البلدية عن افتتاح حديقة جديدة في المدينة،\nبعد أعوام من العمل في هذا المكان الجميل،\n"),
        ("numbers", "ألف ومئة و"),
        ("digits", "1,"),
        ("campaigns", "حملة «مبادرة "),
        ("hashtags", "#"),
        ("at signs", "@a."),
        ("brackets", "(["),
        ("one word", "ا"),
        ("plain prose", "أعلنت البلدية عن افتتاح حديقة جديدة في المدينة بعد أعوام من العمل. "),
    ];

    public static void Run()
    {
        var lexicon = Repository.Lexicon();
        _ = Extractor.Extract(null, Repeat(Texts[^1].Piece, 20_000), lexicon);
        Console.WriteLine($"{"nanoseconds a character",-24}{string.Concat(Sizes.Select(x => $"{x,14:N0}"))}   last / first");
        foreach (var (name, piece) in Texts)
        {
            var costs = Sizes.Select(x => Cost(Repeat(piece, x), lexicon)).ToList();
            Console.WriteLine($"{name,-24}{string.Concat(costs.Select(x => $"{x,14:N0}"))}   {costs[^1] / costs[0]:N1}");
        }
    }

    private static double Cost(string text, Lexicon lexicon)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < (text.Length > 200_000 ? 1 : 5); i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = Extractor.Extract(null, text, lexicon);
            var spent = Stopwatch.GetElapsedTime(start);
            if (spent < best) best = spent;
        }

        return best.TotalNanoseconds / text.Length;
    }

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString(0, length);
    }
}
