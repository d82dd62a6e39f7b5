using PressIngest.Extraction.Numbers;

namespace PressIngest.Extraction.Figures;

/// <summary>Percentages: the sign on either side, في المائة, بالمئة; what they are of (53% من المشاركين, نسبة البطالة 15%).</summary>
internal static class Percentages
{
    private const int LongestPhrase = 4;
    private const int ReachOfRate = 6;
    private const int ReachOfChange = 10;
    private const int ReachOfAmount = 4;

    /// <summary>The place behind the percent sign or words of a number, and where it begins; null where it is no percentage.</summary>
    public static (int Start, int End)? Of(FigureText text, NumberReading number)
    {
        var (start, end) = (number.Range.Start, number.Range.End);
        if (Mark(text, end) is { } behind) return (start, behind);
        if (start > 0 && text.Figures.PercentSigns.Contains(text.Tokens[start - 1].Folded) && number.InDigits
            && !text.Tokens[start].SpaceBefore
                && !(start > 1 && text.Tokens[start - 2].Kind == TokenKind.Number && !text.Tokens[start - 1].SpaceBefore)) return (start - 1, end);
        return null;
    }

    /// <summary>The place behind a percent sign or words that begin at a token.</summary>
    public static int? Mark(FigureText text, int at)
    {
        if (at < text.Tokens.Length && text.Figures.PercentSigns.Contains(text.Tokens[at].Folded)) return at + 1;
        return text.Figures.PercentWords.At(text.Tokens, at)?.End;
    }

    /// <summary>What a percentage is of, and where that ends.</summary>
    public static (string Noun, int End)? Whole(FigureText text, int start, int end)
    {
        var at = text.Is(end, "فقط") || text.Is(end, "تقريبا") ? end + 1 : end;
        if (text.Is(at, ")")) at++;
        if (text.Is(at, "من") && text.IsArabicWord(at + 1)
            && !text.Figures.NotNouns.Contains(text.Tokens[at + 1].Folded)) return Phrase(text, at + 1);
        if (Share(text, at) is { } share) return (text.Plain(share), share + 1);
        return (Rate(text, start) ?? Changed(text, start)) is { } rate ? (rate, end) : null;
    }

    /// <summary>60% ذكور و40% إناث: in a breakdown the part is named by one word, and the next part or a stop follows.</summary>
    private static int? Share(FigureText text, int at)
    {
        if (!text.IsArabicWord(at) || text.Figures.NotNouns.Contains(text.Tokens[at].Folded) || Proclitics.StartsDefinite(text.Tokens[at].Folded)
            || text.Tokens[at].Folded.EndsWith('ا') || text.IsAny(at, text.Figures.Years)) return null;
        var next = at + 1;
        while (next <= at + 2 && (text.Is(next, "،") || text.Is(next, "و"))) next++;
        if (next >= text.Tokens.Length) return null;
        return text.Tokens[next].Kind == TokenKind.Number || (next == at + 1 && text.Tokens[next].Folded is "." or "\n") ? at : null;
    }

    /// <summary>A noun phrase: its head and, while that is indefinite, what it governs (إجمالي ضحايا الإرهاب); adjectives stay out.</summary>
    private static (string Noun, int End) Phrase(FigureText text, int at)
    {
        var words = new List<string> { text.Plain(at) };
        var end = at + 1;
        while (words.Count < LongestPhrase && text.IsArabicWord(end) && !Proclitics.StartsDefinite(text.Tokens[end - 1].Folded)
            && !HasSuffix(text.Tokens[end - 1].Folded)
            && !text.Figures.NotNouns.Contains(text.Tokens[end].Folded) && text.Tokens[end].Folded[0] != 'و')
            words.Add(text.Plain(end++));
        return (string.Join(' ', words), end);
    }

    /// <summary>نسبة البطالة … 15%: the rate's noun stands behind نسبة, not far before the number.</summary>
    private static string? Rate(FigureText text, int start)
    {
        var sentence = text.SentenceStart(start);
        for (var at = start - 1; at >= sentence && at > start - ReachOfRate; at--)
        {
            if (text.Tokens[at].Kind is TokenKind.Number or TokenKind.Punctuation) return null;
            if (text.IsWord(at) && text.Tokens[at].Folded is "نسبه" or "بنسبه" or "ونسبه" or "معدل" && at + 1 < start
                && Proclitics.StartsDefinite(text.Tokens[at + 1].Folded))
                return text.Plain(at + 1);
            if (RateNoun(text, at) is { } rate) return rate;
        }

        return null;
    }

    /// <summary>ارتفعت أسعار الخضار بنسبة 15%, تراجع في محصول التمور بنسبة 20%: what rose or
    /// fell by such a rate stands behind the word of change.</summary>
    private static string? Changed(FigureText text, int start)
    {
        var sentence = text.SentenceStart(start);
        var isAmount = false;
        for (var at = start - 1; at >= sentence && at > start - ReachOfChange; at--)
        {
            if (text.Tokens[at].Kind == TokenKind.Punctuation) return null;
            isAmount |= at >= start - ReachOfAmount && IsAmountWord(text, at);
            if (!isAmount || !IsChange(text, at)) continue;
            var thing = IsAmountWord(text, at + 1) ? Subject(text, at, sentence) : Thing(text, at);
            if (thing >= start || !IsThing(text, thing, start)) return null;
            var noun = Phrase(text, thing).Noun;
            return HasSuffix(text.Tokens[thing].Folded) ? WithoutSuffix(noun) : noun;
        }

        return null;
    }

    private static bool IsAmountWord(FigureText text, int at) => text.Tokens[at].Folded is "بنسبه" or "بمعدل" or "بمقدار" or "بنحو" or "بحوالي";

    /// <summary>رواتب المعلمين ارتفعت بنسبة 15%: where the subject before a verb begins,
    /// which its clause begins with; past all where it does not.</summary>
    private static int Subject(FigureText text, int verb, int sentence)
    {
        var at = verb;
        while (at > sentence && verb - at <= LongestPhrase && text.IsArabicWord(at - 1) && !IsClauseBeginning(text, at - 1)) at--;
        return at < verb && verb - at <= LongestPhrase && (at == sentence || IsClauseBeginning(text, at - 1)
            || text.Tokens[at - 1].Kind == TokenKind.Punctuation) ? at : int.MaxValue;
    }

    private static bool IsClauseBeginning(FigureText text, int at) => text.Tokens[at].Folded is "ان" or "بان" or "وان" or "لان" or "فان" or "حيث";

    /// <summary>ارتفع, وارتفعت, ستنخفض, تراجعا.</summary>
    private static bool IsChange(FigureText text, int at)
    {
        if (text.IsAny(at, text.Figures.Change)) return true;
        return text.Tokens[at].Folded switch
        {
            ['س', 'ي' or 'ت', _, .., _] future => text.Figures.Change.Contains(future[1..]),
            [_, _, _, .., 'ا'] accusative => text.Figures.Change.Contains(accusative[..^1]),
            _ => false,
        };
    }

    /// <summary>Where the thing begins: ارتفعت الأسعار, تراجع [كبير] في الأسعار; past all
    /// where what follows is when it rose, or who raised it.</summary>
    private static int Thing(FigureText text, int change)
    {
        var folded = text.Tokens[change].Folded;
        var preposition = text.Is(change + 1, "في") ? change + 1 : text.Is(change + 2, "في") ? change + 2 : -1;
        // ارتفعت في المدن: only the noun takes what rose with في.
        if (preposition > 0)
            return folded.EndsWith('ت') || folded is "ارتفع" or "انخفض" or "زاد" || IsTime(text, preposition + 1) ? int.MaxValue : preposition + 1;
        // رفع البنك الفائدة: who raised it comes first.
        var transitive = folded.EndsWith("رفع", StringComparison.Ordinal) || folded.EndsWith("رفعت", StringComparison.Ordinal)
            || folded.EndsWith("خفضت", StringComparison.Ordinal) || folded.EndsWith("خفض", StringComparison.Ordinal)
            || folded.EndsWith("قلص", StringComparison.Ordinal);
        return transitive && !folded.Contains("نخفض", StringComparison.Ordinal)
            && Proclitics.StartsDefinite(text.Tokens[change + 1].Folded) ? int.MaxValue : change + 1;
    }

    private static bool IsTime(FigureText text, int at) =>
        at < text.Tokens.Length && text.Tokens[at].Folded is "الشهر" or "العام" or "اليوم" or "السنه" or "الربع" or "النصف"
            or "الاسبوع" or "الفتره" or "الموسم"
            or "الاشهر" or "السنوات" or "الايام";

    /// <summary>الأسعار, أسعار الخضار, انبعاثاتها: definite by itself or by what it governs.</summary>
    private static bool IsThing(FigureText text, int at, int end) =>
        at < end && text.IsArabicWord(at) && !text.Figures.NotNouns.Contains(text.Tokens[at].Folded) && text.Tokens[at].Folded is not ['ب', ..]
        && (Proclitics.StartsDefinite(text.Tokens[at].Folded) || HasSuffix(text.Tokens[at].Folded)
        || (at + 1 < end && text.IsArabicWord(at + 1) && text.Tokens[at + 1].Folded is ['ا', 'ل', _, _, ..]));

    /// <summary>بفعالية فوق 75%, تصل فعاليته إلى 77%: without particles and suffix.</summary>
    private static string? RateNoun(FigureText text, int at)
    {
        if (!text.IsArabicWord(at)) return null;
        var folded = text.Tokens[at].Folded;
        var suffix = folded.EndsWith("تها", StringComparison.Ordinal) ? 3 : folded.EndsWith("ته", StringComparison.Ordinal) ? 2 : 0;
        if (suffix > 0) folded = folded[..^suffix] + "ه";
        foreach (var (particles, stem) in Proclitics.Readings(folded))
            if (text.Figures.RateNouns.Contains(stem))
                return suffix == 0 ? text.Plain(at)[particles.Length..] : text.Plain(at)[particles.Length..^suffix] + "ة";
        return null;
    }

    /// <summary>ديونها: ديون; شركتهم: شركة; صادراتها: صادرات.</summary>
    private static string WithoutSuffix(string word) => word[..^2] is [.., not 'ا', 'ت'] stem ? stem[..^1] + "ة" : word[..^2];

    private static bool HasSuffix(string folded) => folded.Length > 4
        && (folded.EndsWith("ها", StringComparison.Ordinal) || folded.EndsWith("هم", StringComparison.Ordinal));
}
