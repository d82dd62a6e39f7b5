namespace PressIngest.Reading;

/// <summary>
/// Takes out of the chosen block what is not the article's own: the headline repeated, date and share lines, links to other articles in
/// mid-text, and all that follows the end.
/// </summary>
internal static class ArticleTrimmer
{
    private const double MostlyLink = 0.8;

    /// <summary>What follows a line such as «التعليقات» is cut off only when this much of the article stands before it.</summary>
    private const double BeforeTheEnd = 0.5;

    /// <summary>A page that shows its text twice, for wide screens and narrow ones, repeats whole paragraphs.</summary>
    private const int FewestWordsOfRepetition = 8;

    private const double SameHeadline = 0.85;
    private const int LongestDateLine = 20;
    private const int StopsOfDateLine = 8;

    /// <summary>Why a line was left out that names the author.</summary>
    public const string BylineReason = "byline";

    public static List<ArticleLine> Trim(IReadOnlyList<ArticleLine> lines, string? title, List<string> dropped)
    {
        var kept = new List<ArticleLine>(lines.Count);
        var total = lines.Sum(x => x.Block.Words);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var headline = title is null ? null : WordsOfText.Of(title);
        var related = false;
        var before = 0;
        // Where nothing is prose there is no text for labels to stand before.
        var prose = !lines.Any(x => x.IsProse);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var kind = Phrases.KindOf(line.Text, line.Folded);
            var late = kept.Count > 0 && before >= total * BeforeTheEnd;
            before += line.Block.Words;
            if (late && (kind == LineKind.Behind && !line.IsProse || Phrases.IsHouseTalk(line)))
            {
                dropped.AddRange(lines.Skip(i).Select(x => $"after the end: {x.Text}"));
                break;
            }

            var reason = Reason(line, kind, related);
            if (reason is null && line.Block.Words >= FewestWordsOfRepetition && !seen.Add(line.Text)) reason = "repeated";
            if (reason is null && !prose) reason = ReasonAtHead(line, headline, i + 1 < lines.Count ? lines[i + 1].Block : default);
            related = kind == LineKind.Related || (related && reason is not null);
            if (reason is not null)
            {
                dropped.Add($"{reason}: {line.Text}");
                continue;
            }

            prose |= line.IsProse;
            kept.Add(line);
        }

        while (kept.Count > 0 && (IsLooseEnd(kept[^1], kept.Count == 1) || DateWords.IsDateOnly(kept[^1].Folded)))
        {
            dropped.Add($"loose end: {kept[^1].Text}");
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static string? Reason(in ArticleLine line, LineKind kind, bool related)
    {
        var block = line.Block;
        return kind switch
        {
            LineKind.Related when block.Words <= 8 || block.LinkDensity > 0.3 || (block.Words <= 25 && line.Text.Contains(':')) => "other articles",
            LineKind.Invitation when !line.IsProse || Phrases.IsLong(line.Text) => "invitation",
            LineKind.DateLine when !line.IsProse => "date",
            LineKind.Advertisement when !line.IsProse => "advertisement",
            LineKind.Tags when !line.IsProse => "tags",
            LineKind.Behind when !line.IsProse => "comments and rights",
            LineKind.Text when block.LinkDensity > MostlyLink && (related || (block.Words >= 4 && !line.EndsSentence)) => "link",
            _ => null,
        };
    }

    private static string? ReasonAtHead(in ArticleLine line, WordsOfText? title, in TextBlock next)
    {
        if (title is not null && line.Block.Words <= 60 && title.IsIn(line.Folded, SameHeadline)) return "headline";
        if (DateWords.IsDateOnly(line.Folded) || IsDated(line)) return "date";
        if (Byline.Of(line.Text, line.Folded) is not null) return BylineReason;
        return IsLabel(line, next) ? "label" : null;
    }

    /// <summary>A date with the site, the section or the place beside it, or the two dates of publication and change.</summary>
    private static bool IsDated(in ArticleLine line) =>
        line.Block is { Words: <= LongestDateLine, Stops: <= StopsOfDateLine } && !line.EndsSentence && PressDate.HasDigit(line.Text)
        && PressDate.Parse(line.Text) is not null;

    /// <summary>A few words in a box before the text begins: a section, a name, a place. Before a line break they open the text.</summary>
    private static bool IsLabel(in ArticleLine line, in TextBlock next)
    {
        if (line.EndsSentence || next.Breaks > 0) return false;
        var block = line.Block;
        return block is { Breaks: 0, Kind: BlockKind.Paragraph or BlockKind.ListItem } && block.Words <= (block.InParagraph ? 2 : 5);
    }

    /// <summary>A heading of what is not there any more; a last line of a word or two in a block of its own, which is a button or a label.</summary>
    private static bool IsLooseEnd(in ArticleLine line, bool isAll) =>
        line.Block.Kind == BlockKind.Heading || (!isAll && line.Block is { Words: <= 2, Stops: 0, Kind: BlockKind.Paragraph, Breaks: 0 });
}
