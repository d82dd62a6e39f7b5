namespace PressIngest.Extraction.Dates;

/// <summary>Whether something starts, ends or goes on at a date, from the words before it in its sentence.</summary>
internal static class EventBoundary
{
    private const int Reach = 12;

    /// <summary>start, end, period, or null where the sentence does not say.</summary>
    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="from">Where to look from: the sentence's start, or the end of the date before.</param>
    /// <param name="date">The first token of the date.</param>
    /// <param name="hasTwoEnds">The date is a span of days.</param>
    /// <param name="dates">The vocabulary.</param>
    public static string? Of(Token[] tokens, int from, int date, bool hasTwoEnds, DateLexicon dates)
    {
        for (var at = date - 1; at >= from && at > date - Reach; at--)
        {
            if (!tokens[at].IsWord) continue;
            var word = tokens[at].Folded.Length > 3 && tokens[at].Folded[0] is 'و' or 'ف' ? tokens[at].Folded[1..] : tokens[at].Folded;
            if (hasTwoEnds && (dates.Runs(word) || dates.IsStart(word) || dates.IsEnd(word))) return "period";
            if (dates.IsStart(word)) return "start";
            if (dates.IsEnd(word)) return "end";
        }

        return null;
    }
}
