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
        var folded = ArabicText.Fold(line);
        foreach (var label in Labels)
        {
            if (!folded.StartsWith(label, StringComparison.Ordinal) || folded.Length == label.Length || char.IsLetter(folded[label.Length])) continue;
            return line[ArabicText.FoldWithMap(line).Map[label.Length]..].TrimStart(' ', ':', '-', '/', '|');
        }

        return line;
    }

    /// <summary>The name in a line that is a byline and nothing else; null for any other line.</summary>
    /// <param name="line">The line as it stands.</param>
    /// <param name="folded">The same, folded.</param>
    public static string? Of(string line, string folded)
    {
        if (line.Length > 90) return null;
        var start = 0;
        while (start < folded.Length && !char.IsLetter(folded[start])) start++;
        foreach (var label in Labels)
        {
            if (!folded.AsSpan(start).StartsWith(label, StringComparison.Ordinal)) continue;
            var end = start + label.Length;
            if (end >= folded.Length || char.IsLetter(folded[end])) continue;
            var rest = line[ArabicText.FoldWithMap(line).Map[end]..];
            var marked = rest.AsSpan().TrimStart() is [':' or '-' or '/' or '|' or '–', ..] || (label == "author" && rest.StartsWith(','));
            var name = rest.Trim(' ', ',', ':', '-', '/', '|', '–', '.', '"', '(', ')', '*', '«', '»').ToString();
            // «كتب» opens sentences too: without a mark behind it only «بقلم» makes a byline.
            if (!marked && label is not ("بقلم" or "by" or "written by" or "الكاتب" or "الكاتبه")) return null;
            var words = TextLine.Count(name).Words;
            return words is >= 1 and <= LongestName && !name.EndsWith('.') ? name : null;
        }

        return null;
    }
}
