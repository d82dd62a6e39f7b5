namespace PressIngest.Extraction;

/// <summary>
/// All words of all lists together. A word of a text is looked up here once, when the text is cut into tokens; from then on it knows
/// which lists may have it, and only those are asked in earnest. Words share slots: a list may be asked in vain, but is never passed over.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>What every word has: the bit of lists that are not part of any vocabulary.</summary>
    public const uint Unlisted = 1U << 31;

    /// <summary>A power of two, several times the words of the shipped lists with what may be written onto them.</summary>
    private const int Slots = 1 << 17;

    private readonly uint[] _lists = new uint[Slots];

    /// <param name="lists">At most 31 lists. Each is told its bit.</param>
    public Vocabulary(IReadOnlyList<WordList> lists)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lists.Count, 31);
        for (var i = 0; i < lists.Count; i++)
        {
            foreach (var form in lists[i].Forms) _lists[Slot(form)] |= 1U << i;
            lists[i].Join(1U << i);
        }
    }

    /// <summary>The lists that may have a folded word.</summary>
    public uint ListsOf(ReadOnlySpan<char> folded) => _lists[Slot(folded)] | Unlisted;

    private static int Slot(ReadOnlySpan<char> folded)
    {
        var hash = 0U;
        foreach (var c in folded) hash = (hash ^ c) * 0x9E3779B1U;
        return (int)(hash >> 15);
    }
}
