using System.Globalization;
using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Dates;

/// <summary>A date as it was read, of one day, of several, or of a month; <c>To</c> where it has a second end.</summary>
internal readonly record struct DateReading(CalendarDate From, CalendarDate? To, TokenRange Range);

/// <summary>
/// Reads calendar dates: 8 أغسطس 2019, الثامن من آب/أغسطس, 10 محرم 1436 هـ, 8/10/2015, 10-12 مايو, من 5 مايو إلى 10 يونيو, شهر رمضان.
/// Where two names of one month stand together they are one.
/// </summary>
internal readonly struct DateReader(Token[] tokens, DateLexicon dates, NumberLexicon numbers)
{
    private const int FirstHijri = 1300;
    private const int LastHijri = 1500;
    private const int FirstGregorian = 1600;
    private const int LastGregorian = 2100;

    private readonly Token[] _tokens = tokens;

    /// <summary>The date that begins at a token, or null. A weekday before it is no part of it.</summary>
    public DateReading? Read(int at)
    {
        if (_tokens[at].Kind is not (TokenKind.Word or TokenKind.Number)) return null;
        if (_tokens[at].IsWord && !dates.CanBegin(_tokens[at]) && !NumberReader.CanBegin(_tokens[at], numbers)) return null;
        if (NumericDates.Read(_tokens, at, dates) is { } numeric) return WithSecondEnd(numeric, at);
        if (Day(at) is { } day)
        {
            if (MonthBehindDay(day.End) is { } month) return WithSecondEnd(Dated(day.Value, month, at), at);
            if (MonthOfPublication(day.End) is { } tense) return new DateReading(new CalendarDate(day.Value, null, null, false, tense), null,
                new TokenRange(at, day.End + 3));
            return SharedMonth(at, day);
        }

        return WholeMonth(at);
    }

    /// <summary>10-12 مايو, من 10 إلى 12 مايو, 10 و11 مايو: the month stands behind the second day alone.</summary>
    private DateReading? SharedMonth(int at, (int Value, int End) first)
    {
        if (Joint(first.End) is not { } second || Day(second) is not { } last || MonthBehindDay(last.End) is not { } month
            || last.Value <= first.Value) return null;
        var to = Dated(last.Value, month, second);
        return new DateReading(to.From with { Day = first.Value }, to.From, new TokenRange(at, to.Range.End));
    }

    /// <summary>من 5 مايو إلى 10 يونيو 2019: the year behind the second end is the first's as well.</summary>
    private DateReading WithSecondEnd(DateReading first, int at)
    {
        var end = first.Range.End;
        if (end >= _tokens.Length
            || !(dates.IsTo(_tokens[end].Folded) || _tokens[end].Folded is "-" or "–"
            || (_tokens[end].Folded.StartsWith('و') && at > 0 && dates.IsBetween(_tokens[at - 1].Folded))))
            return first;
        if (Joint(end) is not { } second) return first;
        DateReading? last = NumericDates.Read(_tokens, second, dates);
        if (last is null && Day(second) is { } day && MonthBehindDay(day.End) is { } month) last = Dated(day.Value, month, second);
        if (last is not { } to || to.From.Hijri != first.From.Hijri) return first;
        var from = first.From with { Year = first.From.Year ?? to.From.Year,
            Tense = first.From.Tense == Tense.None ? to.From.Tense : first.From.Tense };
        return new DateReading(from, to.From, new TokenRange(at, to.Range.End));
    }

    /// <summary>The token behind what joins two days: a hyphen, إلى, و apart or written onto the second.</summary>
    private int? Joint(int at)
    {
        if (at + 1 >= _tokens.Length) return null;
        if (dates.IsTo(_tokens[at].Folded) || _tokens[at].Folded is "-" or "–" or "و") return _tokens[at + 1].Folded == "يوم" ? at + 2 : at + 1;
        return _tokens[at].IsWord && _tokens[at].Folded.StartsWith('و') ? at : null;
    }

    private DateReading Dated(int day, (MonthName Month, int End) month, int at)
    {
        var (date, end) = YearBehind(month.End, new CalendarDate(day, month.Month.Number, null, month.Month.Hijri, Tense.None));
        return new DateReading(date, null, new TokenRange(at, end));
    }

    /// <summary>شهر رمضان, مايو المقبل, سبتمبر 2019: a month alone, where something says that it is one.</summary>
    private DateReading? WholeMonth(int at)
    {
        var named = at + 1 < _tokens.Length && dates.IsMonthWord(_tokens[at].Folded);
        if (MonthAt(named ? at + 1 : at) is not { } month) return null;
        var (date, end) = YearBehind(month.End, new CalendarDate(null, month.Month.Number, null, month.Month.Hijri, Tense.None));
        if (end == month.End && !named && (month.Month.OnlyInDates || month.Month.Hijri)) return null;
        return new DateReading(date, null, new TokenRange(at, end));
    }

    /// <summary>A day in digits (8), as an ordinal (الثامن) or named (غرة).</summary>
    private (int Value, int End)? Day(int at)
    {
        if (at >= _tokens.Length) return null;
        var token = _tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            return token.Folded.Length <= 2 && int.TryParse(token.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
                && digits is >= 1 and <= 31 ? (digits, at + 1) : null;
        }

        if (!token.IsWord) return null;
        if (dates.IsFirstOfMonth(token.Folded)) return (1, at + 1);
        if (DigitReader.IsParticle(token.Folded) && at + 1 < _tokens.Length && _tokens[at + 1].Kind == TokenKind.Number) return Day(at + 1);
        if (NumberReader.Read(_tokens, at, numbers) is not { Value: >= 1 and <= 31 } number) return null;
        return number.Kind == NumberKind.Ordinal || number is { Kind: NumberKind.Cardinal, Definite: true }
            ? ((int)number.Value, number.Range.End) : null;
    }

    /// <summary>The month behind a day, with من and شهر between: الثامن من شهر أغسطس; من الشهر الجاري is the month of publication.</summary>
    private (MonthName Month, int End)? MonthBehindDay(int at)
    {
        if (at < _tokens.Length && _tokens[at].Folded is "من" or "/" or "-" or "،") at++;
        if (at < _tokens.Length && (dates.IsMonthWord(_tokens[at].Folded) || _tokens[at].Folded == "ايام")) at++;
        return MonthAt(at);
    }

    /// <summary>من الشهر الجاري: the month that the article appeared in, or its neighbour.</summary>
    private Tense? MonthOfPublication(int at) =>
        at + 2 < _tokens.Length && _tokens[at].Folded == "من" && _tokens[at + 1].Folded == "الشهر"
        && dates.TenseOf(_tokens[at + 2].Folded) is var tense and not Tense.None
        ? tense
        : null;

    private (MonthName Month, int End)? MonthAt(int at)
    {
        if (dates.Months.At(_tokens, at) is not { } first) return null;
        var end = first.End;
        var second = end < _tokens.Length && _tokens[end].Folded is "/" or "-" or "(" or "–" ? end + 1 : end;
        if (dates.Months.At(_tokens, second) is not { } other || other.Value.Number != first.Value.Number
            || other.Value.Hijri != first.Value.Hijri) return (first.Value, end);
        end = other.End;
        if (second > first.End && _tokens[second - 1].Folded == "(" && end < _tokens.Length && _tokens[end].Folded == ")") end++;
        return (first.Value with { OnlyInDates = false }, end);
    }

    /// <summary>A date with the year behind it, in digits with its era, or by the word that
    /// says which one is meant (المقبل, من العام الماضي).</summary>
    private (CalendarDate Date, int End) YearBehind(int at, CalendarDate date)
    {
        var start = at;
        if (TenseAt(at) is { } tense) return (date with { Tense = tense }, at + 1);
        if (at < _tokens.Length && _tokens[at].Folded is "من" or "،" or "/" or "-") at++;
        var named = at < _tokens.Length && dates.IsYearWord(_tokens[at].Folded);
        if (named) at++;
        if (named && TenseAt(at) is { } year) return (date with { YearShift = year switch { Tense.Next => 1, Tense.Past => -1, _ => 0 } }, at + 1);
        if (at >= _tokens.Length || _tokens[at] is not { Kind: TokenKind.Number, Folded.Length: 4 }
            || !int.TryParse(_tokens[at].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return (date, start);
        if (date.Hijri ? value is < FirstHijri or > LastHijri : value is < FirstGregorian or > LastGregorian) return (date, start);
        var end = at + 1;
        if (end < _tokens.Length && (date.Hijri ? dates.IsHijriMark(_tokens[end].Folded) : dates.IsGregorianMark(_tokens[end].Folded))) end++;
        return (date with { Year = value }, end);
    }

    private Tense? TenseAt(int at) => at < _tokens.Length && dates.TenseOf(_tokens[at].Folded) is var tense and not Tense.None ? tense : null;
}
