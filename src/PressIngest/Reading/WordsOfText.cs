using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>The different words of a short text, folded, for telling whether two texts say the same.</summary>
internal sealed class WordsOfText
{
    /// <summary>Room for a headline.</summary>
    private const int FewWords = 16;

    private readonly HashSet<string> _words = new(FewWords);

    /// <param name="folded">The text, folded.</param>
    public WordsOfText(ReadOnlySpan<char> folded)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        while (NextWord(ref folded) is { IsEmpty: false } word) words.Add(word);
    }

    public int Count => _words.Count;

    public static WordsOfText Of(string text) => new(ArabicText.Fold(text));

    /// <summary>How many words stand in both.</summary>
    public int Common(WordsOfText other)
    {
        var common = 0;
        foreach (var word in _words)
            if (other._words.Contains(word)) common++;
        return common;
    }

    /// <summary>The folded text has so much of this one, and hardly more. Most texts show at a glance that they have not.</summary>
    public bool IsIn(ReadOnlySpan<char> folded, double overlap)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var common = 0;
        var rest = folded;
        while (NextWord(ref rest) is { IsEmpty: false } word)
            if (words.Contains(word)) common++;
        return common >= Count * overlap && Overlap(new WordsOfText(folded)) >= overlap;
    }

    /// <summary>The share of the longer text's words that stand in the other.</summary>
    public double Overlap(WordsOfText other) => Count == 0 || other.Count == 0 ? 0 : Common(other) / (double)Math.Max(Count, other.Count);

    /// <summary>
    /// The next word, with what is left behind it; empty where there is none. Words are short: a search for many marks at once does not pay.
    /// </summary>
    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var start = 0;
        while (start < rest.Length && IsBetween(rest[start])) start++;
        var end = start;
        while (end < rest.Length && !IsBetween(rest[end])) end++;
        var word = rest[start..end];
        rest = rest[end..];
        return word;
    }

    private static bool IsBetween(char c) => c is not (>= 'ء' and <= 'ي')
        && c is ' ' or '"' or '«' or '»' or '“' or '”' or '\'' or ':' or '.' or '،' or ',' or '؟' or '?' or '!' or '|' or '-' or '…' or '(' or ')'
            or '؛' or '–' or '/';
}
