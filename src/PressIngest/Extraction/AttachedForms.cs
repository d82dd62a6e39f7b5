using System.Collections.Frozen;

namespace PressIngest.Extraction;

/// <summary>
/// Words of the vocabulary under whatever particles are written onto them. Every such form is made once, when the vocabulary is read, so
/// that a word of a text is looked up a single time and not once a reading.
/// </summary>
internal sealed class AttachedForms<T> : WordList
{
    private readonly FrozenDictionary<string, (T Value, string Particles)> _forms;

    public AttachedForms(IReadOnlyDictionary<string, T> words)
    {
        _forms = words.Keys.SelectMany(Proclitics.Forms).Distinct().ToFrozenDictionary(x => x, x => FirstReading(x, words));
    }

    public override IEnumerable<string> Forms => _forms.Keys;

    /// <summary>The word that a token is, with the particles on it; the reading with the fewest particles wins.</summary>
    public (T Value, string Particles)? Find(Token token) => MayHave(token) ? Find(token.Folded) : null;

    /// <summary>The word that a folded form is, with the particles on it; the reading with the fewest particles wins.</summary>
    public (T Value, string Particles)? Find(string folded) => _forms.TryGetValue(folded, out var found) ? found : null;

    public bool Contains(Token token) => MayHave(token) && _forms.ContainsKey(token.Folded);

    public bool Contains(string folded) => _forms.ContainsKey(folded);

    private static (T Value, string Particles) FirstReading(string form, IReadOnlyDictionary<string, T> words)
    {
        var (particles, stem) = Proclitics.Readings(form).First(x => words.ContainsKey(x.Stem));
        return (words[stem], particles);
    }
}
