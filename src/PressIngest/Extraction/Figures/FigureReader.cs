using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>A figure before its place in the text is known to the facts: tokens instead of a span.</summary>
internal sealed record FoundFigure(Figure Figure, TokenRange Range, NumberReading Number);

/// <summary>Makes a figure of a number: its range, unit or noun, currency, rate and qualifier.</summary>
internal sealed class FigureReader(FigureText text, string? country)
{
    private readonly PlacesNamed _places = new(text);

    /// <summary>The figure that a number begins, or null where it measures nothing.</summary>
    /// <param name="number">The number.</param>
    /// <param name="previous">The noun counted last, for بينهم 5 and خمسة آخرين.</param>
    /// <param name="last">The figure before it.</param>
    public FoundFigure? Read(NumberReading number, string? previous, FoundFigure? last)
    {
        if (NonFigures.Always(text, number)) return null;
        var own = Measured(number, number.Range.End);
        var ownEnd = own?.End ?? number.Range.End;
        var upper = Ranges.Upper(text, number, ownEnd);
        // في الأيام الأربعة إلى تسعة مليارات: those that were counted before the number end there.
        if (upper is { Definite: false } && number is { Definite: true, InDigits: false } && own is null
            && CountedPlural.Before(text, number) is not null) upper = null;
        if (upper is { } second && own is { } first && ownEnd > number.Range.End && !SameUnit(first, second)) upper = null;
        var whole = upper is { } u ? u with { Range = number.Range with { End = u.Range.End } } : number;
        var closed = Closed(whole);
        var measured = upper is null && closed == number.Range.End ? own : Measured(whole, closed);
        if (What(whole, closed, measured, upper is not null, previous, last) is not { } what)
        {
            if (upper is not null || NonFigures.WithoutNoun(text, number)
                || BareNumber.Of(text, number, previous, last) is not { } borrowed) return null;
            what = borrowed;
        }

        // A noun that was counted already is not counted once more: 5 سنوات ثلاث.
        var floor = last?.Range.End ?? 0;
        if (what.Start < floor) return null;

        var start = Math.Min(number.Range.Start - (closed > whole.Range.End ? 1 : 0), what.Start);
        var before = QualifierFinder.Before(text, number with { Range = number.Range with { Start = start } });
        if (before?.Start < floor) before = before.Value with { Start = start };
        var after = QualifierFinder.After(text, whole.Range.End, what.End);
        var lower = upper is { } top ? Ranges.Lower(number, top) : number.Value;
        var high = upper?.Value;
        if (high < lower) (lower, high) = (high.Value, lower);
        // -٢٢ عاما-: a dash; there are no fewer than none of people, and nobody is younger.
        if (lower < 0 && high is null && (what.Unit == FigureUnit.Count || text.Figures.IsTime(what.Noun))) lower = -lower;
        var half = what.Half;
        var range = new TokenRange(Math.Min(before?.Start ?? start, start), Math.Max(after?.End ?? what.End, what.End));
        return new FoundFigure(
            new Figure
            {
                Value = lower + half,
                Upper = high,
                Unit = what.Unit,
                Currency = what.Currency,
                Noun = what.Noun,
                Per = what.Per,
                Qualifier = after?.Qualifier ?? before?.Qualifier ?? Qualifier.Exact,
                Mention = new Mention(text.SpanOf(range, number)),
                Rule = what.Rule + (upper is null ? "" : "-range"),
            },
            range,
            number);
    }

    /// <summary>من 15 ثانية إلى 20 دقيقة is no range of one unit.</summary>
    private bool SameUnit(Meaning first, NumberReading upper) => Measured(upper, upper.Range.End) is not { } second
        || (first.Unit == second.Unit && first.Currency == second.Currency
        && ArabicText.Fold(first.Noun ?? "") == ArabicText.Fold(second.Noun ?? ""));

    private Meaning? What(NumberReading number, int end, Meaning? measured, bool isRange, string? previous, FoundFigure? last)
    {
        if ((Percent(number, end) ?? measured) is { } known) return known;
        var year = NonFigures.IsYear(text, number) && !isRange;
        // A magnitude has its noun behind it, article or not: الـ40 ألف برميل.
        if (number.Definite && number.Scale == 1 && CountedPlural.Before(text, number) is { } before)
            return Counted(before, Math.Min(before.Range.Start, number.Range.Start),
                Math.Max(before.Range.End, number.Range.End), number, "noun-before");
        if (IsSaying(number, end) || IsAlpha(number, end)) return null;
        if (BareNumber.Alike(text, number, last) is { } alike) return alike;
        var behind = NounBehind.Of(text, number, end);
        if (!year && BareNumber.Age(text, number) is { } age && !(behind is { } counted && IsCounted(counted))) return age;
        if (behind is { } noun)
        {
            if ((year || NonFigures.WithoutNoun(text, number)) && !text.Nouns.IsKnown(noun.Folded)) return null;
            return NonFigures.IsScore(text, noun) ? null : Counted(noun, number.Range.Start, noun.Range.End, number, "noun");
        }

        if (year || NonFigures.WithoutNoun(text, number)) return null;
        if (CountedPlural.AmongThose(text, number, end) is { } those && !AreOrigin(number, previous, those))
            return Counted(those, number.Range.Start, those.Range.End, number, "among");
        if (!number.InDigits && CountedPlural.Before(text, number) is { } plural) return Counted(plural, plural.Range.Start,
            number.Range.End, number, "noun-before");
        return null;
    }

    /// <summary>عمر 20 مشاركا: a noun of the vocabulary, or the ending of one behind eleven and more; سن 40 بدأ has none.</summary>
    private bool IsCounted(CountedNoun noun) =>
        noun.IsMeasure || text.Nouns.IsKnown(noun.Folded) || text.Tokens[noun.Range.Start].Folded is [_, _, _, .., 'ا' or 'ه'];

    /// <summary>بينهم 120 من الجامعات.</summary>
    private bool AreOrigin(NumberReading number, string? previous, CountedNoun those) =>
        previous is not null && text.Figures.Origins.Contains(those.Folded) && text.IsAny(number.Range.Start - 1, text.Figures.OfThemBefore);

    private Meaning? Percent(NumberReading number, int end)
    {
        // (10) %: behind a closing bracket the sign stands after it.
        var marked = end > number.Range.End
            ? Percentages.Mark(text, end) is { } behind ? (number.Range.Start, behind) : ((int Start, int End)?)null
            : Percentages.Of(text, number);
        if (marked is { } sign)
        {
            var whole = Percentages.Whole(text, sign.Start, sign.End);
            return new Meaning(FigureUnit.Percent, whole?.Noun, null, null, sign.Start, whole?.End ?? sign.End, "percent");
        }

        return Point(number, end);
    }

    /// <summary>نقطة مئوية: a difference of percentages.</summary>
    private Meaning? Point(NumberReading number, int end)
    {
        if (!text.IsArabicWord(end) || !text.IsArabicWord(end + 1)) return null;
        var singular = Singular.Of(text.Plain(end), number.IsFew, masculine: null, text.Nouns);
        return ArabicText.Fold(singular) == "نقطه" && text.Tokens[end + 1].Folded == "ميويه"
            ? new Meaning(FigureUnit.Percent, "نقطة مئوية", null, null, number.Range.Start, end + 2, "percentage-point")
            : null;
    }

    /// <summary>Money or a unit of measure behind the number.</summary>
    private Meaning? Measured(NumberReading number, int end)
    {
        var few = number.IsFew;
        if (Money.Of(text, _places, country, number.Range.Start, end, few) is { } amount)
        {
            var per = Rates.PerUnit(text, amount.End);
            return new Meaning(FigureUnit.Money, amount.Noun, amount.Code, per?.Noun, amount.Start, per?.End ?? amount.End, "money");
        }

        if (Percentages.Mark(text, end) is { } mark) return new Meaning(FigureUnit.Percent, null, null, null, number.Range.Start, mark, "percent");
        if (Units.At(text, end, few) is { } unit && !(unit.Folded == "م" && NonFigures.IsYear(text, number)))
            return Counted(unit, number.Range.Start, unit.Range.End, number, "measure");
        return null;
    }

    private Meaning Counted(CountedNoun noun, int start, int end, NumberReading number, string rule)
    {
        var measure = noun.IsMeasure || text.Figures.Measures.Contains(noun.Folded)
            || (text.Figures.SometimesTime.Contains(noun.Folded) && IsTime(number, noun));
        var (half, behind) = Half(noun, end);
        var per = Rates.Per(text, behind);
        return new Meaning(measure ? FigureUnit.Measure : FigureUnit.Count, noun.Noun, null, per?.Noun, start, per?.End ?? behind, rule, half);
    }

    /// <summary>ثلاث ساعات ونصف: the half stands behind the noun. نصف مليون كتاب وربع مليون دفتر: that quarter is the next number's.</summary>
    private (decimal Half, int End) Half(CountedNoun noun, int end)
    {
        if (noun.Range.End != end || FractionReader.Added(text.Tokens, end, 1, text.Lexicon.Numbers) is not { } added) return (0, end);
        if (new GroupReader(text.Tokens, text.Lexicon.Numbers).Scale(added.End, article: true) is not null) return (0, end);
        var named = text.IsArabicWord(added.End) && Proclitics.StartsDefinite(text.Tokens[added.End].Folded)
            && text.Tokens[added.End].Folded.EndsWith(noun.Folded, StringComparison.Ordinal);
        return (added.Value, named ? added.End + 1 : added.End);
    }

    private bool IsTime(NumberReading number, CountedNoun noun)
    {
        var start = number.Range.Start - 1;
        for (var at = start; at > start - 4 && at >= 0; at--)
            if (text.IsAny(at, text.Figures.TimeBefore)) return true;
        return text.Figures.TimeAfter.At(text.Tokens, noun.Range.End) is not null;
    }

    /// <summary>ألف مبروك counts nothing; ألف كتابا is the verb: he wrote a book, for a thousand takes a genitive.</summary>
    private bool IsSaying(NumberReading number, int end) => number is { Value: 1000, InDigits: false, Range.Length: 1 } && text.IsArabicWord(end)
        && (text.IsAny(end, text.Figures.Sayings) || text.Tokens[end].Folded is [.., _, _, 'ا']);

    /// <summary>ألفا كونداي: a name spelled like two thousand, before what is no noun.</summary>
    private bool IsAlpha(NumberReading number, int end) => number is { Value: 2000, InDigits: false, Range.Length: 1, Particles: "" }
        && text.Tokens[number.Range.Start].Folded == "الفا" && text.IsArabicWord(end)
        && NounBehind.Of(text, number, end) is { } noun && !text.Nouns.IsKnown(noun.Folded) && noun.Folded is not ['م', _, _, _, ..];

    /// <summary>Where the number ends with the bracket or mark that opened before it: (18-24) عاما.</summary>
    private int Closed(NumberReading number)
    {
        var (before, end) = (number.Range.Start - 1, number.Range.End);
        if (before < 0 || end >= text.Tokens.Length) return end;
        return (text.Tokens[before].Folded, text.Tokens[end].Folded) is ("(", ")") or ("\"", "\"") or ("«", "»") or ("“", "”")
            or ("[", "]") ? end + 1 : end;
    }
}
