using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Takes out of the chosen block what is not the article's own: the headline repeated, date and share lines, links to other articles in
/// mid-text, and all that follows the end.
/// </summary>
internal static class ArticleTrimmer
{
    private const double MostlyLink = 0.8;

    /// <summary>What follows a line such as «التعليقات» is cut off only when the article stands before it.</summary>
    private const double BeforeTheEnd = 0.5;

    public static List<ArticleLine> Trim(IReadOnlyList<ArticleLine> lines, string? title)
    {
        var kept = new List<ArticleLine>(lines.Count);
        var total = lines.Sum(x => x.Block.Words);
        var headline = title is null ? null : Key(title);
        var related = false;
        var seen = 0;
        var prose = false;
        foreach (var line in lines)
        {
            seen += line.Block.Words;
            var kind = Phrases.KindOf(line.Text);
            if (kind == LineKind.Behind && kept.Count > 0 && seen - line.Block.Words >= total * BeforeTheEnd && !IsProse(line)) break;
            if (kept.Count > 0 && seen > total * BeforeTheEnd && Phrases.IsHouseTalk(line.Text)) break;
            if (Drops(line, kind, related)) 
            {
                related = kind == LineKind.Related || (related && kind == LineKind.Text);
                continue;
            }

            related = false;
            if (!prose && headline is not null && Key(line.Text) == headline) continue;
            if (!prose && DateWords.IsDateOnly(line.Text)) continue;
            prose |= IsProse(line);
            kept.Add(line);
        }

        while (kept.Count > 0 && kept[^1].Block.Kind == BlockKind.Heading) kept.RemoveAt(kept.Count - 1);
        return kept;
    }

    private static bool Drops(in ArticleLine line, LineKind kind, bool related)
    {
        var block = line.Block;
        return kind switch
        {
            LineKind.Related => block.Words <= 8 || block.LinkDensity > 0.3 || line.Text.Contains(':', StringComparison.Ordinal) && block.Words <= 25,
            LineKind.Invitation or LineKind.DateLine or LineKind.Advertisement or LineKind.Tags => !IsProse(line),
            LineKind.Behind => !IsProse(line),
            _ => block.LinkDensity > MostlyLink && (related || block.Words >= 4 && !EndsSentence(line.Text)),
        };
    }

    private static bool IsProse(in ArticleLine line) => line.Block.Words >= 15 && line.Block.LinkDensity < 0.5 && (line.Block.Stops >= 2 || EndsSentence(line.Text));

    private static bool EndsSentence(string text) => text.AsSpan().TrimEnd(" \"»”)") is [.., '.' or '؟' or '!' or '?' or '…'];

    private static string Key(string text)
    {
        var key = ArabicText.Fold(text);
        return string.Concat(key.Where(char.IsLetterOrDigit));
    }
}
