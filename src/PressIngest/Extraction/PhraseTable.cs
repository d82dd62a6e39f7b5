namespace PressIngest.Extraction;

/// <summary>Phrases of one or more folded words, found from their first word forwards or from their last word backwards; the longest wins.</summary>
internal sealed class PhraseTable<T> : WordList
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = [];
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byLast = [];

    /// <summary>What a phrase may end with, particles and all, made when it is first asked for: the table is full by then.</summary>
    private KnownWords? _ends;

    public void Add(string phrase, T value)
    {
        var words = ArabicText.Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return;
        Insert(_byFirst, words[0]);
        Insert(_byLast, words[^1]);

        void Insert(Dictionary<string, List<(string[], T)>> index, string key)
        {
            if (!index.TryGetValue(key, out var list)) index[key] = list = [];
            list.Add((words, value));
            list.Sort(static (a, b) => b.Item1.Length.CompareTo(a.Item1.Length));
        }
    }

    /// <summary>What a phrase may begin with.</summary>
    public override IEnumerable<string> Forms => _byFirst.Keys;

    /// <summary>The phrase that begins at a token, and the token behind it.</summary>
    public (T Value, int End)? At(Token[] tokens, int at)
    {
        if (at < 0 || at >= tokens.Length || !MayHave(tokens[at]) || !_byFirst.TryGetValue(tokens[at].Folded, out var phrases)) return null;
        foreach (var (words, value) in phrases)
            if (at + words.Length <= tokens.Length && Matches(tokens, at, words, 0)) return (value, at + words.Length);
        return null;
    }

    /// <summary>The phrase whose last word is right before a token, and its first token.
    /// Particles on the first word do not count (لأكثر من).</summary>
    public (T Value, int Start)? Before(Token[] tokens, int end)
    {
        _ends ??= new KnownWords(_byLast.Keys.SelectMany(Proclitics.Forms));
        if (end <= 0 || !_ends.Contains(tokens[end - 1].Folded)) return null;
        foreach (var (particles, stem) in Proclitics.Readings(tokens[end - 1].Folded))
        {
            if (particles.EndsWith("ال", StringComparison.Ordinal) || !_byLast.TryGetValue(stem, out var phrases)) continue;
            foreach (var (words, value) in phrases)
            {
                var start = end - words.Length;
                if (start < 0 || (words.Length > 1 && particles.Length > 0)) continue;
                if (Matches(tokens, start, words, 1) && (words.Length == 1 || StartsWith(tokens[start].Folded, words[0]))) return (value, start);
            }
        }

        return null;
    }

    private static bool Matches(Token[] tokens, int start, string[] words, int from)
    {
        for (var i = from; i < words.Length; i++)
            if (tokens[start + i].Folded != words[i]) return false;
        return true;
    }

    private static bool StartsWith(string folded, string word)
    {
        foreach (var (particles, stem) in Proclitics.Readings(folded))
            if (stem == word && !particles.EndsWith("ال", StringComparison.Ordinal)) return true;
        return false;
    }
}
