namespace PressIngest.Reading;

/// <summary>
/// Joins lines that an old editor broke at its own width: a sentence that runs over several lines is one paragraph. Lines between
/// breaks are paragraphs everywhere else, and poetry, whose lines are shorter, stays as it is.
/// </summary>
internal static class WrappedLines
{
    private const int FewestLines = 4;
    private const double ShortestAverage = 6;
    private const double LongestAverage = 16;

    /// <summary>Where more lines than this end with a sentence, they are paragraphs.</summary>
    private const double MostEndings = 0.4;

    /// <summary>An editor's lines are about as long as each other.</summary>
    private const double LongestOverAverage = 1.6;

    public static List<ArticleLine> Join(IReadOnlyList<ArticleLine> lines)
    {
        var joined = new List<ArticleLine>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && lines[end].Block.Breaks == 1 && lines[end].Block.Container == lines[i].Block.Container) end++;
            if (AreWrapped(lines, i, end)) Add(joined, lines, i, end);
            else for (var k = i; k < end; k++) joined.Add(lines[k]);
            i = end;
        }

        return joined;
    }

    private static bool AreWrapped(IReadOnlyList<ArticleLine> lines, int start, int end)
    {
        var count = end - start;
        if (count < FewestLines) return false;
        int words = 0, longest = 0, endings = 0;
        for (var i = start; i < end; i++)
        {
            words += lines[i].Block.Words;
            longest = Math.Max(longest, lines[i].Block.Words);
            if (lines[i].EndsSentence) endings++;
        }

        var average = words / (double)count;
        return average is >= ShortestAverage and <= LongestAverage && longest <= average * LongestOverAverage && endings <= count * MostEndings;
    }

    private static void Add(List<ArticleLine> joined, IReadOnlyList<ArticleLine> lines, int start, int end)
    {
        var open = false;
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            if (open)
            {
                var (block, text) = joined[^1];
                joined[^1] = new ArticleLine(
                    block with
                    {
                        End = line.Block.End,
                        Words = block.Words + line.Block.Words,
                        LinkedWords = block.LinkedWords + line.Block.LinkedWords,
                        Stops = block.Stops + line.Block.Stops,
                    },
                    $"{text} {line.Text}");
            }
            else
            {
                joined.Add(line);
            }

            open = !line.EndsSentence;
        }
    }
}
