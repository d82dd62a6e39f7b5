using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>Lines that say who wrote the article: «كتب: سامي نور»، «بقلم هدى كمال».</summary>
internal static class Byline
{
    private const int LongestName = 5;

    private static readonly string[] Labels = [.. new[]
        {
            "كتب", "كتبت", "كتبه", "كتبها", "بقلم", "الكاتب", "الكاتبة", "المؤلف", "تقرير", "إعداد", "أعده", "أعدته", "تحرير", "حررته", "تحقيق",
            "حوار", "حاوره", "حاورته", "حاورها", "متابعة", "مراسلة", "المحرر", "المراسل", "مرسلة بواسطة", "نشرت بواسطة", "نشر بواسطة", "بواسطة",
            "نشره", "بقلم الكاتب", "by", "author", "written by", "posted by",
        }.Select(x => ArabicText.Fold(x)).OrderByDescending(x => x.Length)];

    /// <summary>What an element that is known to name the author says, without «بقلم» and its like before the name.</summary>
    public static string WithoutLabel(string text)
    {
        var line = TextLine.Clean(text);
        var folded = ArabicText.FoldWithMap(line);
        foreach (var label in Labels)
        {
            if (!folded.Text.StartsWith(label, StringComparison.Ordinal)) continue;
            if (folded.Text.Length > label.Length && !char.IsLetter(folded.Text[label.Length])) return line[folded.Map[label.Length]..].TrimStart(' ', ':', '-', '/', '|');
        }

        return line;
    }

    /// <summary>The name in a line that is a byline and nothing else; null for any other line.</summary>
    public static string? Of(string line)
    {
        if (line.Length > 90) return null;
        var folded = ArabicText.FoldWithMap(line);
        var start = 0;
        while (start < folded.Text.Length && !char.IsLetter(folded.Text[start])) start++;
        foreach (var label in Labels)
        {
            if (!folded.Text.AsSpan(start).StartsWith(label, StringComparison.Ordinal)) continue;
            var end = start + label.Length;
            if (end >= folded.Text.Length || char.IsLetter(folded.Text[end])) continue;
            var rest = line[folded.Map[end]..];
            var marked = rest.AsSpan().TrimStart() is [':' or '-' or '/' or '|' or '–', ..];
            var name = rest.Trim(' ', ':', '-', '/', '|', '–', '.', '"', '(', ')', '*', '«', '»').ToString();
            // «كتب» opens sentences too: without a mark behind it only «بقلم» makes a byline.
            if (!marked && label is not ("بقلم" or "by" or "written by" or "الكاتب" or "الكاتبه")) return null;
            var words = TextLine.Count(name).Words;
            return words is >= 1 and <= LongestName && !name.EndsWith('.') ? name : null;
        }

        return null;
    }
}
