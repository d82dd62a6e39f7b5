using System.Text;

namespace PressIngest.Extraction.Campaigns;

/// <summary>Collects the frames of a document and keeps one entry for each campaign, whatever it is called.</summary>
internal sealed class CampaignRoll
{
    /// <summary>No article names more; a longer list is a catalogue, and the bound keeps the search for mentions linear.</summary>
    private const int Most = 64;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, Entry> _byName = [];

    public void Add(Frame frame, IReadOnlyList<FoundName> names)
    {
        var entry = names.Select(x => _byName.GetValueOrDefault(Key(x.Text))).FirstOrDefault(x => x is not null);
        if (entry is null)
        {
            if (_entries.Count == Most) return;
            entry = new Entry(frame.Trigger.Kind.Noun, frame.Rule);
            _entries.Add(entry);
        }

        foreach (var name in names)
        {
            if (_byName.TryAdd(Key(name.Text), entry) || !_byName[Key(name.Text)].Equals(entry)) entry.Names.Add(name);
            else if (name.IsTag && !entry.Names.Any(x => x.IsTag && Key(x.Text) == Key(name.Text))) entry.Names.Add(name);
        }
    }

    public IReadOnlyList<Campaign> ToCampaigns(Document document)
    {
        var mentions = new Dictionary<Entry, List<Mention>>(ReferenceEqualityComparer.Instance);
        foreach (var entry in _entries) mentions[entry] = [];
        foreach (var (entry, span) in NameMentions.Find(document, _byName)) mentions[entry].Add(new Mention(span));
        return [.. _entries.Select(x => x.ToCampaign(mentions[x]))];
    }

    /// <summary>Equal keys are the same name: folded letters and digits only, so that Mask Up is #MaskUp.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in ArabicText.Fold(name))
            if (char.IsLetterOrDigit(c)) key.Append(c);
        return key.ToString();
    }

    internal sealed class Entry(string kind, string rule)
    {
        public List<FoundName> Names { get; } = [];

        public Campaign ToCampaign(IReadOnlyList<Mention> mentions)
        {
            var name = Names.Find(x => !x.IsTag) is { Text: not null } plain ? plain.Text : Names[0].Text;
            return new Campaign
            {
                Name = name,
                Kind = kind,
                Aliases = [.. Names.Where(x => !x.IsTag && x.Text != name).Select(x => x.Text)],
                Hashtags = [.. Names.Where(x => x.IsTag).Select(x => x.Text)],
                Mentions = mentions,
                Rule = rule,
            };
        }
    }
}
