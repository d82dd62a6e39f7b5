using PressIngest.Configuration;

namespace PressIngest.Extraction.Campaigns;

/// <summary>A list of words of the vocabulary, folded.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words;

    private readonly AttachedForms<bool> _forms;

    private WordSet(IEnumerable<string> words)
    {
        _words = [.. words.Select(x => ArabicText.Fold(x))];
        _forms = new AttachedForms<bool>(_words.ToDictionary(x => x, _ => true));
    }

    public static WordSet Empty { get; } = new([]);

    public static WordSet Of(IEnumerable<string> words) => new(words);

    public static WordSet Read(ConfigNode node, string key) => new(node.Texts(key));

    /// <summary>Its words with the particles that may be written onto them.</summary>
    public WordList List => _forms;

    /// <summary>True where the folded text is in the list as it stands.</summary>
    public bool Contains(string folded) => _words.Contains(folded);

    /// <summary>True where the word is in the list, with or without the particles written onto it.</summary>
    public bool Has(Token token) => token.IsWord && _forms.Contains(token);

    /// <summary>True where the word, with or without particles, begins like one of the list.</summary>
    public bool HasBeginning(Token token)
    {
        if (!token.IsWord) return false;
        foreach (var (_, stem) in Proclitics.Readings(token.Folded))
            foreach (var beginning in _words)
                if (stem.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }
}
