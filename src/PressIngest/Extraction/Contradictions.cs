using System.Collections.Frozen;
using PressIngest.Configuration;

namespace PressIngest.Extraction;

/// <summary>
/// Words of the vocabulary that stand in two places which exclude each other: a given name of men and of women, a month with two numbers. The program
/// goes by one of them; whoever wrote the other waits for it in vain.
/// </summary>
internal static class Contradictions
{
    /// <summary>By file, the maps whose keys exclude each other, and of those which keys; the root is "".</summary>
    private static readonly FrozenDictionary<string, (string Map, string[] Keys)[]> Exclusive = new Dictionary<string, (string, string[])[]>
    {
        ["people.yaml"] = [("honorifics", ["m", "f"]), ("stand_for_name", []), ("given_names", []), ("particles", [])],
        ["numbers.yaml"] = [("units", []), ("teens", []), ("tens", []), ("hundred_stems", []), ("scales", []), ("fractions", []), ("ordinals", [])],
        ["dates.yaml"] = [("months", []), ("hijri_months", []), ("weekdays", []), ("relative_days", []), ("", ["next", "past", "current"])],
        ["figures.yaml"] = [("before", []), ("after", [])],
        ["campaigns.yaml"] = [("other_heads", [])],
    }.ToFrozenDictionary();

    private static readonly char[] Separators = ['،', ','];

    /// <summary>Adds a note for each, at the later place.</summary>
    public static void Note(string file, ConfigNode root)
    {
        if (file == "speech.yaml" && root.Get("verbs") is { IsMap: true } verbs) NoteVerbs(verbs);
        foreach (var (name, keys) in Exclusive.GetValueOrDefault(file) ?? [])
        {
            if ((name.Length == 0 ? root : root.Get(name)) is not { IsMap: true } map) continue;
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (key, value) in map.Entries().Where(x => keys.Length == 0 || keys.Contains(x.Key)))
                foreach (var (word, at) in Words(value)) Note(seen, word, key, at);
        }
    }

    private static void NoteVerbs(ConfigNode verbs)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (group, entries) in verbs.Entries().Where(x => x.Value.IsMap))
            foreach (var (lemma, entry) in entries.Entries()) Note(seen, lemma, group, entry);
    }

    private static void Note(Dictionary<string, string> seen, string word, string key, ConfigNode at)
    {
        var folded = ArabicText.Fold(word);
        if (seen.TryAdd(folded, key) || seen[folded] == key) return;
        at.Note($"'{word}' stands under '{seen[folded]}' already, and under '{key}' it contradicts that: keep one of the two");
    }

    private static IEnumerable<(string Word, ConfigNode At)> Words(ConfigNode node)
    {
        if (node.IsMap) return node.Entries().SelectMany(x => Words(x.Value));
        if (node.IsList) return node.Items().SelectMany(Words);
        return node.Scalar is { } line ? line.Split(Separators,
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(x => (x, node)) : [];
    }
}
