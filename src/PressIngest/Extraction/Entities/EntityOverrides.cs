using PressIngest.Configuration;

namespace PressIngest.Extraction.Entities;

/// <summary>What the configuration says of the names of one kind: which are of one, and which are not.</summary>
/// <remarks>A person may be named with words of the title, behind a comma (محمد علي،
/// الزمالك): then the name is meant where the title has them.</remarks>
internal sealed class EntityOverrides
{
    private readonly Dictionary<string, List<(string[] Title, string Key)>> _byName = [];
    private readonly Dictionary<string, string> _preferred = [];
    private readonly HashSet<(string, string)> _different = [];

    private EntityOverrides()
    {
    }

    /// <param name="node">The map with the lists <c>same</c> and <c>different</c>; null where there is none.</param>
    /// <param name="keyOf">The key of a name.</param>
    /// <param name="titleWords">The words of a title that tell people apart; null where names have none.</param>
    public static EntityOverrides Parse(ConfigNode? node, Func<string, string> keyOf, Func<string, string[]>? titleWords)
    {
        var overrides = new EntityOverrides();
        node?.RejectUnknown("same", "different");
        foreach (var group in node?.GetFilled("same")?.Items() ?? []) overrides.AddSame(group, Members(group, keyOf, titleWords));
        foreach (var group in node?.GetFilled("different")?.Items() ?? []) overrides.AddDifferent(group, Members(group, keyOf, titleWords));
        return overrides;
    }

    /// <summary>The key that the configuration gives to a name with these words in its title; null where it says nothing.</summary>
    public string? Find(string key, IReadOnlyList<string> title)
    {
        if (!_byName.TryGetValue(key, out var entries)) return null;
        foreach (var (words, said) in entries)
            if (Array.TrueForAll(words, title.Contains)) return said;
        return null;
    }

    public bool HasDifferences => _different.Count > 0;

    public string? NameFor(string key) => _preferred.GetValueOrDefault(key);

    public bool AreDifferent(string key, string other) => _different.Contains((key, other)) || _different.Contains((other, key));

    private void AddSame(ConfigNode group, List<Member> members)
    {
        if (members.Count < 2) group.Report("expected a list of at least two names of one");
        if (members.Count == 0) return;
        var key = members[0].FullKey;
        _preferred[key] = members[0].Name;
        foreach (var member in members)
        {
            if (Known(member) is { } other && other != key) member.Node.Report($"'{member.Text}' stands in two groups");
            Add(member, key);
        }
    }

    private void AddDifferent(ConfigNode group, List<Member> members)
    {
        if (members.Count < 2) group.Report("expected a list of at least two names that are not of one");
        foreach (var member in members.Where(x => x.Title.Length > 0 && Known(x) is null)) Add(member, member.FullKey);
        var keys = members.Select(x => Known(x) ?? x.FullKey).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            for (var k = i + 1; k < keys.Count; k++)
            {
                if (keys[i] != keys[k]) _different.Add((keys[i], keys[k]));
                else group.Report($"'{members[i].Text}' and '{members[k].Text}' are one name: what tells them apart goes behind a comma, as in «محمد علي، الزمالك»");
            }
        }
    }

    private string? Known(Member member) => _byName.GetValueOrDefault(member.Key)?.FirstOrDefault(x => x.Title.SequenceEqual(member.Title)).Key;

    private void Add(Member member, string key)
    {
        if (!_byName.TryGetValue(member.Key, out var entries)) _byName[member.Key] = entries = [];
        // What asks for more words of the title is asked first.
        var at = entries.FindIndex(x => x.Title.Length < member.Title.Length);
        entries.Insert(at < 0 ? entries.Count : at, (member.Title, key));
    }

    private static List<Member> Members(ConfigNode group, Func<string, string> keyOf, Func<string, string[]>? titleWords)
    {
        var members = new List<Member>();
        foreach (var item in group.Items())
        {
            if (item.Scalar is not { } text)
            {
                item.Report("a name must be a single value");
                continue;
            }

            var comma = titleWords is null ? -1 : text.AsSpan().IndexOfAny('،', ',');
            var name = comma < 0 ? text : text[..comma].Trim();
            var title = comma < 0 ? [] : titleWords!(text[(comma + 1)..]);
            members.Add(new Member(item, text, name, keyOf(name), title));
        }

        return members;
    }

    private sealed record Member(ConfigNode Node, string Text, string Name, string Key, string[] Title)
    {
        public string FullKey => Title.Length == 0 ? Key : $"{Key}|{string.Join(' ', Title)}";
    }
}
