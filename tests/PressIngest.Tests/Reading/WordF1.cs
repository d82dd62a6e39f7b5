using System.Text.RegularExpressions;

namespace PressIngest.Tests.Reading;

/// <summary>How alike two texts are: the harmonic mean of precision and recall over their words, each counted as often as it stands.</summary>
internal static partial class WordF1
{
    public static double Of(string found, string expected)
    {
        var left = Count(found);
        var right = Count(expected);
        var common = left.Sum(x => Math.Min(x.Value, right.GetValueOrDefault(x.Key)));
        return left.Count + right.Count == 0 ? 1 : 2.0 * common / (left.Values.Sum() + right.Values.Sum());
    }

    private static Dictionary<string, int> Count(string text) => Word().Matches(text).CountBy(x => x.Value).ToDictionary();

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
