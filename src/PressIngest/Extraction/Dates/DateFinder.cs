namespace PressIngest.Extraction.Dates;

/// <summary>The dates of a document and the tokens they cover, resolved or not.</summary>
internal sealed class FoundDates(IReadOnlyList<Date> dates, Dictionary<int, int> ends)
{
    public IReadOnlyList<Date> Dates { get; } = dates;

    /// <summary>The token behind the date that covers a token.</summary>
    public int? EndAt(int at) => ends.TryGetValue(at, out var end) ? end : null;

    public bool Touches(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
            if (ends.ContainsKey(i)) return true;
        return false;
    }
}

/// <summary>Finds dates from left to right. A date whose year nothing tells is no fact, but its numbers count nothing all the same.</summary>
internal static class DateFinder
{
    public static FoundDates Find(Document document, Lexicon lexicon, DateOnly? publishedAt)
    {
        var tokens = document.Tokens;
        var found = new List<Date>();
        var ends = new Dictionary<int, int>();
        var reader = new DateReader(tokens, lexicon.Dates, lexicon.Numbers);
        var lastEnd = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var read = reader.Read(i);
            var relative = read is null ? RelativeDates.Read(tokens, i, lexicon.Dates, publishedAt) : null;
            if (read is null && relative is null)
            {
                i++;
                continue;
            }

            var range = read?.Range ?? new TokenRange(i, relative!.Value.End);
            if (read is not null)
                for (var k = range.Start; k < range.End; k++) ends[k] = range.End;
            var days = relative is { } r ? (r.From, r.To) : Resolve(read!.Value, publishedAt);
            if (days is { } resolved && !IsRepeated(tokens, range.Start, lastEnd, found.Count, lexicon.Dates)
                && !NamesEvent(tokens, range.Start, lexicon.Dates))
            {
                var sentence = Math.Max(document.Sentences[document.SentenceOf[i]].Start, lastEnd);
                var twoEnds = resolved.Item1 != resolved.Item2;
                found.Add(new Date
                {
                    From = resolved.Item1,
                    To = twoEnds ? resolved.Item2 : null,
                    What = EventBoundary.Of(tokens, sentence, range.Start, read?.To is not null, lexicon.Dates),
                    Mention = new Mention(document.SpanOf(range)),
                    Rule = read is null ? "relative" : read.Value.From.Hijri ? "hijri" : "calendar",
                });
            }

            lastEnd = i = range.End;
        }

        return new FoundDates(found, ends);
    }

    private static (DateOnly, DateOnly)? Resolve(DateReading read, DateOnly? published)
    {
        if (read.From.Resolve(published) is not { } from) return null;
        if (read.To is not { } second) return (from.From, from.To);
        // Without a year the second end is the first such day behind the first.
        for (var year = 0; year <= 1; year++)
        {
            var end = second.Year is null && second.Month is not null ? second with { Year = second.YearOf(from.From) + year } : second;
            if (end.Resolve(published) is { } to && to.To >= from.From) return (from.From, to.To);
        }

        return (from.From, from.To);
    }

    /// <summary>8 أغسطس 2019 الموافق 7 ذي الحجة 1440, or the same in brackets: one day said twice is one date.</summary>
    private static bool IsRepeated(Token[] tokens, int start, int lastEnd, int found, DateLexicon dates)
    {
        if (found == 0 || start - lastEnd is < 1 or > 3) return false;
        for (var i = lastEnd; i < start; i++)
            if (dates.IsSameDay(tokens[i].Folded)) return true;
        return false;
    }

    private static bool NamesEvent(Token[] tokens, int start, DateLexicon dates)
    {
        if (start == 0 || !tokens[start - 1].IsWord) return false;
        foreach (var (_, stem) in Proclitics.Readings(tokens[start - 1].Folded))
            if (dates.NamesEvent(stem)) return true;
        return false;
    }
}
