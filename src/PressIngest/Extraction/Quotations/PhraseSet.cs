namespace PressIngest.Extraction.Quotations;

/// <summary>Phrases of one or more words, found at a token in time that depends on the longest phrase only.</summary>
internal sealed class PhraseSet : WordList
{
    private static readonly char[] Separators = ['،', ','];
    private readonly KnownWords<string[][]> _byFirst;

    /// <param name="lines">Phrases, several to a line set apart by commas.</param>
    public PhraseSet(IEnumerable<string> lines)
    {
        var byFirst = new Dictionary<string, List<string[]>>();
        foreach (var line in lines)
        {
            foreach (var phrase in line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var words = ArabicText.Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.Length == 0) continue;
                if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
                list.Add(words);
            }
        }

        _byFirst = new KnownWords<string[][]>(
            byFirst.Select(x => KeyValuePair.Create(x.Key, x.Value.OrderByDescending(words => words.Length).ToArray())));
    }

    /// <summary>The single words among the phrases, folded.</summary>
    public IEnumerable<string> Words => _byFirst.Keys.Where(Contains);

    /// <summary>What a phrase may begin with.</summary>
    public override IEnumerable<string> Forms => _byFirst.Keys;

    public bool Contains(string folded) => _byFirst.TryGetValue(folded, out var list) && list[^1].Length == 1;

    public bool Contains(ReadOnlySpan<char> folded) => _byFirst.TryGetValue(folded, out var list) && list[^1].Length == 1;

    /// <summary>How many tokens the longest phrase at <paramref name="at"/> takes; 0 where there is none.</summary>
    public int Match(Token[] tokens, int at, int limit, string? firstWord = null)
    {
        if (at >= limit || (firstWord is null && !MayHave(tokens[at]))) return 0;
        if (!_byFirst.TryGetValue(firstWord ?? tokens[at].Folded, out var list)) return 0;
        foreach (var words in list)
        {
            if (at + words.Length > limit) continue;
            var k = 1;
            while (k < words.Length && tokens[at + k].Folded == words[k]) k++;
            if (k == words.Length) return k;
        }

        return 0;
    }
}
