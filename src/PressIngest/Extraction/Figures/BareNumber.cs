using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>A number with no noun or unit of its own: what it counts was said before it.</summary>
internal static class BareNumber
{
    private const string YearOfLife = "عام";
    private const string In = "في";

    /// <param name="text">The document.</param>
    /// <param name="number">The number.</param>
    /// <param name="previous">The noun counted last.</param>
    /// <param name="last">The figure before it.</param>
    public static Meaning? Of(FigureText text, NumberReading number, string? previous, FoundFigure? last) =>
        Elliptic(text, number, last) ?? Priced(text, number, last) ?? OfThem(text, number, previous)
            ?? People(text, number) ?? Total(text, number) ?? Subject(text, number)
            ?? Beside(text, number, last) ?? Thousands(text, number);

    /// <summary>يبلغ من العمر 20, في سن الـ20, تتراوح أعمارهم بين 6 و12, في الثلاثين من عمره: years of a life.</summary>
    public static Meaning? Age(FigureText text, NumberReading number)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (number.Scale > 1 || number.Value > 120) return null;
        if (text.Is(end, "من") && text.IsAny(end + 1, text.Figures.Ages)) return Years(YearOfLife, end + 2);
        var before = start - 1;
        while (before > start - 4 && text.IsWord(before) && text.Figures.AgeLinks.Contains(text.Tokens[before].Folded)) before--;
        if (!text.IsAny(before, text.Figures.Ages)) return null;
        return Years(text.Tokens[before].Folded.EndsWith("سن", StringComparison.Ordinal) ? "سنة" : YearOfLife, end);

        Meaning Years(string noun, int to) => new(FigureUnit.Measure, noun, null, null, start, to, "age");
    }

    /// <summary>40 ألف ريال، توزع 30 ألفا منها: thousands with no noun are of what their sentence measured before.</summary>
    private static Meaning? Elliptic(FigureText text, NumberReading number, FoundFigure? last)
    {
        if (number.Scale < 1000 || last is null || last.Figure.Unit == FigureUnit.Percent || text.Figures.IsTime(last.Figure.Noun)
            || last.Range.End <= text.SentenceStart(number.Range.Start)) return null;
        var end = text.Is(number.Range.End, "منها") ? number.Range.End + 1 : number.Range.End;
        return new Meaning(last.Figure.Unit, last.Figure.Noun, last.Figure.Currency, Rates.Per(text, end)?.Noun, number.Range.Start, end, "elliptic");
    }

    /// <summary>20 ريالا للفرد و50 للعائلة: a price joined to a price, with what it buys behind it, is of the same money.</summary>
    private static Meaning? Priced(FigureText text, NumberReading number, FoundFigure? last)
    {
        const int closeBy = 4;
        var (start, end) = (number.Range.Start, number.Range.End);
        if (last is not { Figure.Unit: FigureUnit.Money } || number.Particles != "و"
            || last.Range.End <= text.SentenceStart(start) || start > last.Range.End + closeBy
            || !(last.Figure.Per is not null || IsFor(last.Range.End)) || !IsFor(end)) return null;
        var per = Rates.PerUnit(text, end);
        return new Meaning(FigureUnit.Money, last.Figure.Noun, last.Figure.Currency, per?.Noun, start, per?.End ?? end, "priced");

        bool IsFor(int at) => text.IsArabicWord(at) && (text.Is(at, "لكل") || text.Tokens[at].Folded is ['ل', 'ل', _, _, ..]);
    }

    /// <summary>المشاركون في الدورة بلغوا 36: the number is of the verb's subject, which its plural shows to be people named before it.</summary>
    private static Meaning? Subject(FigureText text, NumberReading number)
    {
        const int reach = 6;
        var start = number.Range.Start;
        return text.IsAny(start - 1, text.Figures.AmountOfThem) && CountedPlural.SubjectBefore(text, number, start - 1, reach) is { } people
            ? new Meaning(FigureUnit.Count, people.Noun, null, null, start, number.Range.End, "subject")
            : null;
    }

    /// <summary>بينهم 5, 3 منها, خمسة آخرين: the noun is the one counted before.</summary>
    public static Meaning? OfThem(FigureText text, NumberReading number, string? previous)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (previous is null) return null;
        // بلغ عددهم 60 منهم 20 طبيبا: those of them are counted behind.
        var counts = text.IsAny(end, text.Figures.OfThemBefore)
            && NumberReader.CanBegin(text.Tokens[Math.Min(end + 1, text.Tokens.Length - 1)], text.Lexicon.Numbers);
        if (!counts && text.IsWord(end) && text.Figures.OfThemAfter.Contains(text.Tokens[end].Folded))
            return new Meaning(FigureUnit.Count, previous, null, null, start, end + 1, "of-them");
        return text.IsAny(start - 1, text.Figures.OfThemBefore)
            ? new Meaning(FigureUnit.Count, previous, null, null, start - 1, end, "of-them") : null;
    }

    /// <summary>5400 متبرع مقارنة بـ 3200; منها 120 في المدن و90 في القرى: set beside a figure of the same sentence, it measures the same.</summary>
    private static Meaning? Beside(FigureText text, NumberReading number, FoundFigure? last)
    {
        var start = number.Range.Start;
        if (last is not { Figure.Unit: not FigureUnit.Percent } || last.Range.End <= text.SentenceStart(start)) return null;
        var isCompared = text.IsAny(start - 1, text.Figures.Comparisons) || text.IsAny(start - 1, text.Figures.Votes)
            || ((text.Is(start - 1, "مع") || text.Is(start - 1, "من") || text.Is(start - 1, "عن"))
            && text.IsAny(start - 2, text.Figures.Comparisons));
        if (!isCompared && !(number.Particles == "و" && text.Is(number.Range.End, In) && Enumerable.Range(last.Range.End, start - last.Range.End).Any(x => text.Is(x, In)))) return null;
        return new Meaning(last.Figure.Unit, last.Figure.Noun, last.Figure.Currency, null, start, number.Range.End, "beside");
    }

    /// <summary>17 دولة عربية و23 أفريقية, 500 منصب مباشر و900 غير مباشر: an adjective stands for its noun, which the number before has.</summary>
    public static Meaning? Alike(FigureText text, NumberReading number, FoundFigure? last)
    {
        const int adjectives = 2;
        var (start, end) = (number.Range.Start, number.Range.End);
        if (last is not { Figure.Unit: FigureUnit.Count } || number.Particles != "و" || start > last.Range.End + adjectives) return null;
        if (!text.IsArabicWord(start - 1) || start == last.Range.End || !text.IsArabicWord(end)) return null;
        return (text.Is(end, "غير") && text.IsArabicWord(end + 1)) || IsAdjective(text.Tokens[end].Folded)
            ? new Meaning(FigureUnit.Count, last.Figure.Noun, null, null, start, end, "alike") : null;

        bool IsAdjective(string folded) => text.Figures.Adjectives.Contains(folded)
            || (folded is [.., 'ه' or 'ا'] && text.Figures.Adjectives.Contains(folded[..^1]));
    }

    /// <summary>مقتل 3 وإصابة 5: those that this befalls are people.</summary>
    private static Meaning? People(FigureText text, NumberReading number) => text.IsAny(number.Range.Start - 1, text.Figures.Befalls)
        ? new Meaning(FigureUnit.Count, "شخص", null, null, number.Range.Start, number.Range.End, "people")
        : null;

    /// <summary>جاءت أكثر من 37 ألفا، …: thousands with a qualifier before them and the end of the phrase behind count what was spoken of.</summary>
    private static Meaning? Thousands(FigureText text, NumberReading number)
    {
        if (number.Scale < 1000 || number.Definite || text.Figures.Before.Before(text.Tokens, number.Range.Start) is null) return null;
        var end = number.Range.End;
        return end >= text.Tokens.Length || text.Tokens[end].Kind is TokenKind.Punctuation or TokenKind.Break
            ? new Meaning(FigureUnit.Count, null, null, null, number.Range.Start, end, "thousands") : null;
    }

    /// <summary>عدد المتابعين إلى 20 ألفا: the noun stands behind عدد, a link right before the number; يبلغ من العمر 20 is an age.</summary>
    private static Meaning? Total(FigureText text, NumberReading number)
    {
        const int reach = 10;
        const int closeBy = 4;
        var start = number.Range.Start;
        if (text.IsAny(start - 1, text.Figures.TotalsOfThem)) return new Meaning(FigureUnit.Count, null, null, null, start,
            number.Range.End, "total");
        var linked = text.Is(start, "(") || text.IsAny(start - 1, text.Figures.Links) || number.Particles is "ب" or "ل"
            || text.Figures.Before.Before(text.Tokens, start) is not null;
        var sentence = text.SentenceStart(start);
        for (var at = start - 1; at > sentence - 1 && at > start - (linked ? reach : closeBy); at--)
        {
            if (text.Tokens[at].Kind == TokenKind.Number || text.Tokens[at].Folded is "،" or "؛" or ":") return null;
            if (!text.IsAny(at, text.Figures.Totals) || !text.IsArabicWord(at + 1) || at + 1 >= start
                || text.IsAny(at + 1, text.Figures.Links)) continue;
            // الحصيلة أكثر من 37 ألفا: the qualifier is no noun.
            if (text.Figures.Before.Before(text.Tokens, start) is { } qualifier && qualifier.Start == at + 1)
                return new Meaning(FigureUnit.Count, null, null, null, start, number.Range.End, "total");
            var word = text.Plain(at + 1);
            if (word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 3) word = word[2..];
            return new Meaning(FigureUnit.Count, Singular.Of(word, few: true, masculine: null, text.Nouns), null, null, start,
                number.Range.End, "total");
        }

        return null;
    }
}
