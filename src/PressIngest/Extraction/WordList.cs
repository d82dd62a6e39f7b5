namespace PressIngest.Extraction;

/// <summary>A list of the vocabulary that is asked about every word of a text.</summary>
internal abstract class WordList
{
    private uint _bit = Vocabulary.Unlisted;

    /// <summary>The folded words, with what may be written onto them, that the list says anything of.</summary>
    public abstract IEnumerable<string> Forms { get; }

    /// <summary>False where the list surely says nothing of the word: one bit tells, and no look-up is needed.</summary>
    public bool MayHave(in Token token) => (token.Lists & _bit) != 0;

    public void Join(uint bit) => _bit = bit;
}

/// <summary>Forms of words that another list finds by rules of its own.</summary>
internal sealed class WordForms(IEnumerable<string> forms) : WordList
{
    public override IEnumerable<string> Forms { get; } = [.. forms];
}
