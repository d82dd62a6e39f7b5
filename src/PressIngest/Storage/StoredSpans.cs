using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Storage;

/// <summary>UTF-16 units → characters as SQLite counts them: a pair of surrogates is one. Built once a text, then a binary search a span.</summary>
internal sealed class StoredSpans
{
    private readonly int[] _pairs;

    public StoredSpans(string text)
    {
        var pairs = new List<int>();
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text, i)) pairs.Add(++i);
        _pairs = [.. pairs];
    }

    /// <summary>The span in characters.</summary>
    public Span ToCharacters(Span units) => Span.Between(units.Start - PairsBefore(units.Start), units.End - PairsBefore(units.End));

    /// <summary>
    /// A text as it can be stored and counted: SQLite's functions stop at a NUL and UTF-8 knows no lone surrogate, so the first are
    /// left out and the second become U+FFFD. Done before extraction, so that spans are of this text.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = !text.Contains('\0', StringComparison.Ordinal);
        for (var i = 0; i < text.Length && clean; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            clean = i + 1 < text.Length && char.IsSurrogatePair(text, i);
            i++;
        }

        return clean ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal)));
    }

    /// <summary>How many pairs have ended at or before the boundary <paramref name="index"/>.</summary>
    private int PairsBefore(int index)
    {
        var found = Array.BinarySearch(_pairs, index);
        return found >= 0 ? found : ~found;
    }
}
