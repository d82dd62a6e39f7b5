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
        "hijri-marks", "gregorian-marks", "first-of-month", "month-words", "year-words", "today", "same-day", "named-after-dates", "to", "between", "starts", "ends", "runs",
    ];

    private readonly Dictionary<string, HashSet<string>> _words = [];
    private readonly Dictionary<string, Tense> _tenses = [];

    public PhraseTable<MonthName> Months { get; } = new();

    public PhraseTable<DayOfWeek> Weekdays { get; } = new();

    /// <summary>Days from the day of publication: أمس is -1.</summary>
    public PhraseTable<int> RelativeDays { get; } = new();

    public static DateLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown(["version", "months", "hijri-months", "only-in-dates", "weekdays", "next", "past", "current", "relative-days", .. s_wordSets]);
        var lexicon = new DateLexicon();
        var only = root.Texts("only-in-dates").Select(x => ArabicText.Fold(x)).ToHashSet();
        lexicon.AddMonths(root.Get("months"), hijri: false, only);
        lexicon.AddMonths(root.Get("hijri-months"), hijri: true, only);
        foreach (var (day, name) in Named(root.Get("weekdays"))) lexicon.Weekdays.Add(name, (DayOfWeek)day);
        foreach (var (days, name) in Named(root.Get("relative-days"))) lexicon.RelativeDays.Add(name, days);
        foreach (var (key, tense) in (ReadOnlySpan<(string, Tense)>)[("next", Tense.Next), ("past", Tense.Past), ("current", Tense.Current)])
            foreach (var word in root.Texts(key)) lexicon._tenses[ArabicText.Fold(word)] = tense;
        foreach (var name in s_wordSets) lexicon._words[name] = [.. root.Texts(name).Select(x => ArabicText.Fold(x))];
        return lexicon;
    }

    public bool IsHijriMark(string folded) => _words["hijri-marks"].Contains(folded);

    public bool IsGregorianMark(string folded) => _words["gregorian-marks"].Contains(folded);

    public bool IsFirstOfMonth(string folded) => _words["first-of-month"].Contains(folded);

    public bool IsMonthWord(string folded) => _words["month-words"].Contains(folded);

    public bool IsYearWord(string folded) => _words["year-words"].Contains(folded);

    public bool IsToday(string folded) => _words["today"].Contains(folded);

    public bool IsSameDay(string folded) => _words["same-day"].Contains(folded);

    public bool NamesEvent(string folded) => _words["named-after-dates"].Contains(folded);

    public bool IsTo(string folded) => _words["to"].Contains(folded);

    public bool IsBetween(string folded) => _words["between"].Contains(folded);

    public bool IsStart(string folded) => _words["starts"].Contains(folded);

    public bool IsEnd(string folded) => _words["ends"].Contains(folded);

    public bool Runs(string folded) => _words["runs"].Contains(folded);

    public Tense TenseOf(string folded) => _tenses.GetValueOrDefault(folded);

    private static IEnumerable<(int Number, string Name)> Named(ConfigNode? map)
    {
        foreach (var (key, node) in map?.Entries() ?? [])
        {
            if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) node.Report($"'{key}' must be a whole number");
            else foreach (var name in node.Items()) yield return (number, name.Scalar ?? "");
        }
    }

    private void AddMonths(ConfigNode? map, bool hijri, HashSet<string> only)
    {
        foreach (var (number, name) in Named(map)) Months.Add(name, new MonthName(number, hijri, only.Contains(ArabicText.Fold(name))));
    }
}
