using System.Collections.Frozen;

namespace PressIngest.Configuration;

/// <summary>Keys that had another name once. A file of then still works, and <c>check</c> says what to write now.</summary>
internal static class RenamedKeys
{
    private static readonly FrozenDictionary<string, string> NewByOld = new Dictionary<string, string>
    {
        ["before-digits"] = "before_digits",
        ["behind-digits"] = "behind_digits",
        ["ends-in-alef"] = "ends_in_alef",
        ["first-of-month"] = "first_of_month",
        ["gregorian-marks"] = "gregorian_marks",
        ["hijri-marks"] = "hijri_marks",
        ["hijri-months"] = "hijri_months",
        ["hundred-stems"] = "hundred_stems",
        ["month-words"] = "month_words",
        ["named-after-dates"] = "named_after_dates",
        ["not-nouns"] = "not_nouns",
        ["of-them-after"] = "of_them_after",
        ["of-them-before"] = "of_them_before",
        ["only-adjective"] = "only_adjective",
        ["only-in-dates"] = "only_in_dates",
        ["per-units"] = "per_units",
        ["relative-days"] = "relative_days",
        ["same-day"] = "same_day",
        ["score-after"] = "score_after",
        ["score-nouns"] = "score_nouns",
        ["sometimes-time"] = "sometimes_time",
        ["thousand-parts"] = "thousand_parts",
        ["time-after"] = "time_after",
        ["time-before"] = "time_before",
        ["times-after"] = "times_after",
        ["totals-of-them"] = "totals_of_them",
        ["two-hundred"] = "two_hundred",
        ["weak-references"] = "weak_references",
        ["year-words"] = "year_words",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> OldByNew = NewByOld.ToFrozenDictionary(x => x.Value, x => x.Key);

    /// <summary>What a key is called now; null where it never had another name.</summary>
    public static string? Now(string old) => NewByOld.GetValueOrDefault(old);

    /// <summary>What a key was called before; null where it never had another name.</summary>
    public static string? Before(string key) => OldByNew.GetValueOrDefault(key);
}
