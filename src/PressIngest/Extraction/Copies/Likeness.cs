namespace PressIngest.Extraction.Copies;

/// <summary>How much two texts have in common, as the share of each that stands in the other, and whether that makes them one release.</summary>
/// <param name="OfFirst">Share of the first text's words, 0 to 1.</param>
/// <param name="OfSecond">Share of the second text's words, 0 to 1.</param>
/// <param name="IsCopy">One was printed from the other, or both from a third.</param>
internal readonly record struct Likeness(double OfFirst, double OfSecond, bool IsCopy)
{
    /// <summary>Of a copy that was cut short, nearly all stands in the whole, and is no small part of it: a review is nobody's copy.</summary>
    private static readonly (double OfShorter, double OfLonger) CutShort = (0.8, 0.2);

    /// <summary>An edited copy has most in common with the other. Reports of one event that quote the same words stay far below.</summary>
    private static readonly (double OfShorter, double OfLonger) Edited = (0.65, 0.5);

    public static Likeness Between(Wording first, Wording second)
    {
        var (ofFirst, ofSecond) = (first.ShareIn(second), second.ShareIn(first));
        var (ofShorter, ofLonger) = first.Length <= second.Length ? (ofFirst, ofSecond) : (ofSecond, ofFirst);
        return new Likeness(ofFirst, ofSecond, (Reaches(CutShort) || Reaches(Edited)) && !HasOtherNumbers(first, second));

        bool Reaches((double OfShorter, double OfLonger) least) => ofShorter >= least.OfShorter && ofLonger >= least.OfLonger;
    }

    /// <summary>Whether texts of these lengths can be copies at all.</summary>
    public static bool IsPossible(int words, int others) => Math.Min(words, others) >= CutShort.OfLonger * Math.Max(words, others);

    /// <summary>The bulletin of the next week has the same words around other numbers.</summary>
    private static bool HasOtherNumbers(Wording first, Wording second)
    {
        var (same, other) = (0, 0);
        foreach (var (around, number) in first.Numbers)
        {
            if (number == Wording.Several || !second.Numbers.TryGetValue(around, out var there) || there == Wording.Several) continue;
            if (there == number) same++;
            else other++;
        }

        return other > same;
    }
}
