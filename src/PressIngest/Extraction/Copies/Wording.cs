namespace PressIngest.Extraction.Copies;

/// <summary>
/// How a text is worded, for finding copies: its folded words, every run of three of them, and what stands around its numbers.
/// Marks of the text are the smallest hashes of its runs (a bottom-k sketch): a text and a part of it have some of them in common,
/// however long either is, so that an index of marks finds one by the other.
/// </summary>
internal sealed class Wording
{
    /// <summary>Marks are stored: raise it whenever a text's marks change.</summary>
    public const int Version = 1;

    /// <summary>A caption or "page not found" says too little to be anybody's copy.</summary>
    public const int FewestWords = 20;

    public const ulong Several = 0;

    private const int Run = 3;
    private const int MostMarks = 16;

    private readonly ulong[] _words;
    private readonly HashSet<ulong> _runs;

    private Wording(ulong[] words, HashSet<ulong> runs, IReadOnlyDictionary<ulong, ulong> numbers)
    {
        _words = words;
        _runs = runs;
        Numbers = numbers;
        Marks = words.Length < FewestWords ? [] : [.. runs.Select(x => (uint)(x >> 32)).Order().Distinct().Take(MostMarks)];
    }

    public int Length => _words.Length;

    /// <summary>At most sixteen numbers by which copies of the text can be found; none of a text that is too short.</summary>
    public IReadOnlyList<uint> Marks { get; }

    /// <summary>
    /// Each number by the two words before it, by the two behind it, and by those on either
    /// side; <see cref="Several"/> where the same words stand around
    /// more than one.
    /// </summary>
    public IReadOnlyDictionary<ulong, ulong> Numbers { get; }

    public static Wording Of(string text)
    {
        var (words, isNumber) = Words(ArabicText.Fold(text));
        var runs = new HashSet<ulong>(words.Length);
        for (var i = 0; i + Run <= words.Length; i++) runs.Add(RunAt(words, i));
        var numbers = new Dictionary<ulong, ulong>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!isNumber[i]) continue;
            if (i > 1) Add(Mix(words[i - 2], words[i - 1]), words[i]);
            if (i + 2 < words.Length) Add(Mix(words[i + 2], words[i + 1]), words[i]);
            if (i > 0 && i + 1 < words.Length) Add(Mix(words[i - 1], ~words[i + 1]), words[i]);
        }

        return new Wording(words, runs, numbers);

        void Add(ulong around, ulong number)
        {
            if (!numbers.TryAdd(around, number) && numbers[around] != number) numbers[around] = Several;
        }
    }

    /// <summary>The share of this text's words, 0 to 1, that stand in runs of three which the other text has too.</summary>
    public double ShareIn(Wording other)
    {
        if (_words.Length == 0) return 0;
        var (common, counted) = (0, 0);
        for (var i = 0; i + Run <= _words.Length; i++)
        {
            if (!other._runs.Contains(RunAt(_words, i))) continue;
            common += i + Run - Math.Max(i, counted);
            counted = i + Run;
        }

        return (double)common / _words.Length;
    }

    /// <summary>Words of letters and digits, hashed; 1,200 and ١٢٠٠ are one number.</summary>
    private static (ulong[] Words, bool[] IsNumber) Words(string folded)
    {
        var words = new List<ulong>(folded.Length / 5);
        var numbers = new List<bool>(folded.Length / 5);
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsLetterOrDigit(folded[i])) continue;
            var isNumber = char.IsAsciiDigit(folded[i]);
            var hash = Seed;
            for (; i < folded.Length; i++)
            {
                var c = folded[i];
                if (isNumber && c is ',' or '.' or '٬' or '٫' && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1])) continue;
                if (!char.IsLetterOrDigit(c) || char.IsAsciiDigit(c) != isNumber) break;
                hash = (hash ^ c) * Prime;
            }

            words.Add(hash);
            numbers.Add(isNumber);
            i--;
        }

        return ([.. words], [.. numbers]);
    }

    // FNV-1a for words, and SplitMix64's finish for runs, whose smallest are chosen: stored marks must not change with the runtime.
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static ulong RunAt(ulong[] words, int at) => Mix(Mix(words[at], words[at + 1]), words[at + 2]);

    private static ulong Mix(ulong a, ulong b)
    {
        var mixed = (a * 0x9E3779B97F4A7C15) + b;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
