namespace PressIngest.Configuration;

/// <summary>Guesses what a mistyped key was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The known word at the smallest edit distance, where that is at most a third of the word's length.</summary>
    public static string? Nearest(string word, ReadOnlySpan<string> known)
    {
        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in known)
        {
            var distance = Distance(word, candidate);
            if (distance >= least) continue;
            least = distance;
            nearest = candidate;
        }

        return nearest;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }

        return row[b.Length];
    }
}
