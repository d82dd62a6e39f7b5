using System.Globalization;

namespace PressIngest.Scheduling;

/// <summary>A Quartz cron expression in words, as a person would say it. Pure; what it is given is a valid expression.</summary>
internal static class CronWords
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December"];
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static string Of(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length < 6) return expression;
        return string.Join(", ",
            new[] { Time(fields[0], fields[1], fields[2]), DaysOf(fields[3], fields[5]), MonthsOf(fields[4]), fields.Length > 6
                && !IsAny(fields[6]) ? "in " + fields[6] : "" }.Where(x => x.Length > 0));
    }

    private static string Time(string seconds, string minutes, string hours)
    {
        if (Numbers(seconds) is [var second] && Numbers(minutes) is [var minute] && Numbers(hours) is { } times)
        {
            return "at " + And(times.Select(x => $"{x:00}:{minute:00}" + (second == 0 ? "" : $":{second:00}")));
        }

        var parts = new List<string>();
        if (seconds != "0") parts.Add(Unit(seconds, "second"));
        if (minutes != "0" || Numbers(hours) is not null) parts.Add(Unit(minutes, "minute"));
        if (!IsAny(hours)) parts.Add(HoursOf(hours));
        else if (Numbers(minutes) is not null) parts.Add(parts.Count == 0 ? "every hour" : "of every hour");
        return string.Join(' ', parts);
    }

    private static string HoursOf(string hours)
    {
        if (Step(hours) is not null) return Unit(hours, "hour");
        // The last minute of the last hour is meant, not its first.
        if (Range(hours) is var (from, to)) return $"from {from}:00 to {to}:59";
        return $"in the {(Numbers(hours) is [_] ? "hour" : "hours")} {Listed(hours, x => x)}";
    }

    private static string Unit(string field, string unit)
    {
        if (IsAny(field)) return $"every {unit}";
        if (Step(field) is var (start, step))
        {
            var every = step == "1" ? $"every {unit}" : $"every {step} {unit}s";
            return start is "*" or "0" ? every : Range(start) is var (from, to) ? $"{every} from {from} to {to}" : $"{every} from {unit} {start}";
        }

        if (field == "0" && unit == "minute") return "on the hour";
        return $"at {unit}{(Numbers(field) is [_] ? "" : "s")} {Listed(field, x => x)}";
    }

    private static string DaysOf(string days, string weekdays)
    {
        if (IsAny(days) && IsAny(weekdays)) return "every day";
        var both = new List<string>();
        if (!IsAny(days)) both.Add(DaysOfMonth(days));
        if (!IsAny(weekdays)) both.Add(Weekdays(weekdays));
        return string.Join(" and ", both);
    }

    private static string DaysOfMonth(string days) => days.ToUpperInvariant() switch
    {
        "L" => "on the last day of the month",
        "LW" => "on the last weekday of the month",
        var x when x.EndsWith('W') => $"on the weekday nearest to day {x[..^1]} of the month",
        var x when x.StartsWith("L-", StringComparison.Ordinal) => $"{x[2..]} days before the last of the month",
        _ when Step(days) is var (start, step) => $"every {step} days from day {(start == "*" ? "1" : start)} of the month",
        _ => $"on day{(Numbers(days) is [_] ? "" : "s")} {Listed(days, x => x)} of the month",
    };

    private static string Weekdays(string weekdays)
    {
        if (weekdays.Split('#') is [var day, var which]) return $"on the {Nth(which)} {Day(day)} of the month";
        if (weekdays.Length > 1 && weekdays[^1] is 'L' or 'l') return $"on the last {Day(weekdays[..^1])} of the month";
        if (Step(weekdays) is var (start, step)) return $"every {step} days of the week from {(start == "*" ? "Sunday" : Day(start))}";
        return (Range(weekdays) is null ? "on " : "") + Listed(weekdays, Day);
    }

    private static string MonthsOf(string months)
    {
        if (IsAny(months)) return "";
        if (Step(months) is var (start, step)) return $"every {step} months from {(start == "*" ? "January" : Month(start))}";
        return (Range(months) is null ? "in " : "") + Listed(months, Month);
    }

    private static string Listed(string field, Func<string, string> name) =>
        And(field.Split(',').Select(x => Range(x) is var (from, to) ? $"{(field.Contains(',', StringComparison.Ordinal) || name("1") == "1" ? "" : "from ")}{name(from)} to {name(to)}" : name(x)));

    private static string And(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static string Nth(string which) =>
        int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth is >= 1 and <= 5 ? Ordinals[nth - 1] : which + ".";

    // Quartz counts from Sunday, which is 1.
    private static string Day(string day) => Named(day, Days);

    private static string Month(string month) => Named(month, Months);

    private static string Named(string text, string[] names)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            && number <= names.Length) return names[number - 1];
        return names.FirstOrDefault(x => x.StartsWith(text, StringComparison.OrdinalIgnoreCase)) ?? text;
    }

    private static bool IsAny(string field) => field is "*" or "?";

    private static List<int>? Numbers(string field)
    {
        var numbers = new List<int>();
        foreach (var part in field.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private static (string From, string To)? Range(string field) =>
        field.Split('-') is [var from, var to] && !field.Contains(',', StringComparison.Ordinal) ? (from, to) : null;

    private static (string Start, string Step)? Step(string field) =>
        field.Split('/') is [var start, var step] && !field.Contains(',', StringComparison.Ordinal) ? (start, step) : null;
}
