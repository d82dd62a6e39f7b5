using System.Collections.Frozen;
using System.Globalization;
using PressIngest.Configuration;

namespace PressIngest.Extraction.Dates;

/// <summary>A month of one of the two calendars; <c>OnlyInDates</c> where its name is a word of its own as well.</summary>
internal readonly record struct MonthName(int Number, bool Hijri, bool OnlyInDates);

/// <summary>On which side of the day of publication a date lies, where the text says so.</summary>
internal enum Tense
{
    None,
    Past,
    Current,
    Next,
}

/// <summary>Months, weekdays and the words around them (<c>dates.yaml</c>), folded.</summary>
internal sealed class DateLexicon
{
    public const string FileName = "dates.yaml";

    private static readonly string[] s_wordSets =
    [
        "hijri_marks", "gregorian_marks", "first_of_month", "month_words", "year_words", "today", "same_day", "named_after_dates", "to", "between",
        "starts", "ends", "runs",
    ];

    /// <summary>Further away nobody counts in days.</summary>
    private const int LongestRelation = 9;

    private readonly FrozenSet<string> _hijriMarks;
    private readonly FrozenSet<string> _gregorianMarks;
    private readonly FrozenSet<string> _firstOfMonth;
    private readonly FrozenSet<string> _monthWords;
    private readonly FrozenSet<string> _yearWords;
    private readonly FrozenSet<string> _today;
    private readonly FrozenSet<string> _sameDay;
    private readonly FrozenSet<string> _namedAfterDates;
    private readonly FrozenSet<string> _to;
    private readonly FrozenSet<string> _between;
    private readonly FrozenSet<string> _starts;
    private readonly FrozenSet<string> _ends;
    private readonly FrozenSet<string> _runs;
    private readonly Dictionary<string, Tense> _tenses = [];
    private WordForms _beginnings = new([]);

    private DateLexicon(ConfigNode root)
    {
        _hijriMarks = Words(root, "hijri_marks");
        _gregorianMarks = Words(root, "gregorian_marks");
        _firstOfMonth = Words(root, "first_of_month");
        _monthWords = Words(root, "month_words");
        _yearWords = Words(root, "year_words");
        _today = Words(root, "today");
        _sameDay = Words(root, "same_day");
        _namedAfterDates = Words(root, "named_after_dates");
        _to = Words(root, "to");
        _between = Words(root, "between");
        _starts = Words(root, "starts");
        _ends = Words(root, "ends");
        _runs = Words(root, "runs");
    }

    public PhraseTable<MonthName> Months { get; } = new();

    public PhraseTable<DayOfWeek> Weekdays { get; } = new();

    /// <summary>Days from the day of publication: أمس is -1.</summary>
    public PhraseTable<int> RelativeDays { get; } = new();

    public static DateLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown(["version", "months", "hijri_months", "only_in_dates", "weekdays", "next", "past", "current", "relative_days", .. s_wordSets]);
        var lexicon = new DateLexicon(root);
        var only = root.Texts("only_in_dates").Select(x => ArabicText.Fold(x)).ToHashSet();
        lexicon.AddMonths(root.Get("months"), hijri: false, only);
        lexicon.AddMonths(root.Get("hijri_months"), hijri: true, only);
        foreach (var (day, name) in Named(root.Get("weekdays"), 0, 6)) lexicon.Weekdays.Add(name, (DayOfWeek)day);
        foreach (var (days, name) in Named(root.Get("relative_days"), -LongestRelation, LongestRelation)) lexicon.RelativeDays.Add(name, days);
        foreach (var (key, tense) in (ReadOnlySpan<(string, Tense)>)[("next", Tense.Next), ("past", Tense.Past), ("current", Tense.Current)])
            foreach (var word in root.Texts(key)) lexicon._tenses[ArabicText.Fold(word)] = tense;
        lexicon._beginnings = new WordForms(lexicon.Months.Forms.Concat(lexicon._firstOfMonth).Concat(lexicon._monthWords));
        return lexicon;
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists => [_beginnings, Months, Weekdays, RelativeDays];

    /// <summary>False of a word that no date begins with, numbers apart.</summary>
    public bool CanBegin(Token token) => _beginnings.MayHave(token);

    public bool IsHijriMark(string folded) => _hijriMarks.Contains(folded);

    public bool IsGregorianMark(string folded) => _gregorianMarks.Contains(folded);

    public bool IsFirstOfMonth(string folded) => _firstOfMonth.Contains(folded);

    public bool IsMonthWord(string folded) => _monthWords.Contains(folded);

    public bool IsYearWord(string folded) => _yearWords.Contains(folded);

    public bool IsToday(string folded) => _today.Contains(folded);

    public bool IsSameDay(string folded) => _sameDay.Contains(folded);

    public bool NamesEvent(string folded) => _namedAfterDates.Contains(folded);

    public bool IsTo(string folded) => _to.Contains(folded);

    public bool IsBetween(string folded) => _between.Contains(folded);

    public bool IsStart(string folded) => _starts.Contains(folded);

    public bool IsEnd(string folded) => _ends.Contains(folded);

    public bool Runs(string folded) => _runs.Contains(folded);

    public Tense TenseOf(string folded) => _tenses.GetValueOrDefault(folded);

    private static FrozenSet<string> Words(ConfigNode root, string key) => root.Texts(key).Select(x => ArabicText.Fold(x)).ToFrozenSet();

    private static IEnumerable<(int Number, string Name)> Named(ConfigNode? map, int least, int most)
    {
        foreach (var (key, node) in map?.Entries() ?? [])
        {
            if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            {
                node.Report($"'{key}' must be a whole number from {least} to {most}");
                continue;
            }

            foreach (var name in node.Words()) yield return (number, name);
        }
    }

    private void AddMonths(ConfigNode? map, bool hijri, HashSet<string> only)
    {
        foreach (var (number, name) in Named(map, 1, 12)) Months.Add(name, new MonthName(number, hijri, only.Contains(ArabicText.Fold(name))));
    }
}
