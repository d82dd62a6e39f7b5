namespace PressIngest.Extraction.Campaigns;

/// <summary>Collects the frames of a document and keeps one entry for each campaign, whatever it is called.</summary>
internal sealed class CampaignRoll(IReadOnlyList<Hashtag> hashtags, CampaignLexicon lexicon)
{
    /// <summary>No article names more; a longer list is a catalogue, and the bound keeps the search for mentions linear.</summary>
    private const int Most = 64;

    private const int MostNames = 16;

    private const string TitleRule = "title";
    private const int ShortestBeginning = 5;

    private static readonly char[] _digits = [.. "0123456789"];

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, Entry> _byName = [];
    private readonly Dictionary<string, Entry> _byTitle = [];
    private Entry? _last;

    public void Add(Frame frame, string? organization)
    {
        var entry = frame.Names.Select(x => Known(Key(x.Text))).FirstOrDefault(x => x is not null) ?? Longer(frame) ?? SameTitle(frame) ?? SpokenOf(frame);
        if (entry is null)
        {
            if (_entries.Count == Most) return;
            entry = new Entry(frame.Trigger.Kind.Noun, frame.Rule);
            _entries.Add(entry);
        }

        foreach (var name in frame.Names)
        {
            if (entry.Names.Count == MostNames) break;
            _byName.TryAdd(Key(name.Text), entry);
            if (!entry.Names.Any(x => x.IsTag == name.IsTag && Key(x.Text) == Key(name.Text))) entry.Names.Add(name);
        }

        if (frame.Rule == TitleRule) _byTitle.TryAdd(TitleKey(frame), entry);
        entry.Organization ??= organization;
        _last = entry;
    }

    public IReadOnlyList<Campaign> ToCampaigns(Document document)
    {
        foreach (var tag in hashtags)
            if (_byName.TryGetValue(Key(tag.Tag), out var entry) && !entry.Names.Any(x => x.IsTag && Key(x.Text) == Key(tag.Tag)))
                entry.Names.Add(new FoundName(tag.Tag, default, IsTag: true));
        foreach (var (entry, span) in NameMentions.Find(document, lexicon, _byName)) entry.Mentions.Add(new Mention(span));
        return [.. _entries.Select(x => x.ToCampaign())];
    }

    /// <summary>Equal keys are the same name: folded letters and digits only, so that Mask Up is #MaskUp.</summary>
    public static string Key(string name)
    {
        var folded = ArabicText.Fold(name);
        Span<char> key = folded.Length <= ArabicText.LongestWord ? stackalloc char[ArabicText.LongestWord] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c)) key[length++] = c;
        return length == folded.Length ? folded : new string(key[..length]);
    }

    /// <summary>The campaign of that name, the number of its edition (مبادرون 8) apart.</summary>
    private Entry? Known(string key) =>
        _byName.GetValueOrDefault(key)
        ?? (key.TrimEnd(_digits) is { Length: > 0 } name && key.Length - name.Length is 1 or 2 ? _byName.GetValueOrDefault(name) : null);

    /// <summary>«اتحدوا» and «اتحدوا لإنهاء العنف»: one name is the other's beginning.</summary>
    private Entry? Longer(Frame frame)
    {
        var name = frame.Names[0];
        return name.IsTag ? null : _entries.Find(x => x.Names.Exists(known => !known.IsTag && (IsPart(known.Text, name.Text) || IsPart(name.Text, known.Text))));
    }

    private bool IsPart(string name, string longer) => Begins(name, longer) || IsPurposeOf(longer, name);

    /// <summary>مبادرة دعم صحة المرأة and مبادرة صحة المرأة: the purpose in front of a name may be left out.</summary>
    private bool IsPurposeOf(string longer, string name) =>
        name.Contains(' ', StringComparison.Ordinal) && longer.Length > name.Length + 1 && longer.EndsWith(name, StringComparison.Ordinal)
        && lexicon.Purposes.Contains(ArabicText.Fold(longer[..^name.Length].TrimEnd()));

    private static bool Begins(string name, string longer)
    {
        var (beginning, whole) = (ArabicText.Fold(name), ArabicText.Fold(longer));
        return name.Length >= ShortestBeginning && whole.Length > beginning.Length && whole.StartsWith(beginning, StringComparison.Ordinal)
            && whole[beginning.Length] is ' ' or '.' or '،' or ':' or '-' or '…';
    }

    /// <summary>مسابقة يوروفيجن للأغنية الأوروبية and مسابقة يوروفيجن الأوروبية للغناء: titles vary behind their first word.</summary>
    private Entry? SameTitle(Frame frame) => frame.Rule == TitleRule ? _byTitle.GetValueOrDefault(TitleKey(frame)) : null;

    private static string TitleKey(Frame frame) => frame.Trigger.Kind.Noun + " " + ArabicText.Fold(frame.Names[0].Text.Split(' ')[0]);

    /// <summary>وخصصت الحملة وسم #…: a definite noun with nothing but tags, or with a slogan,
    /// speaks of the campaign named last, unless that has its own.</summary>
    private Entry? SpokenOf(Frame frame)
    {
        if (!frame.Trigger.Definite || frame.Trigger.Plural || frame.Trigger.Kind.TagsOnly || _last is null) return null;
        if (frame.Names.All(x => x.IsTag)) return _last.Names.Any(x => x.IsTag) ? null : _last;
        return frame.IsAnaphoric && frame.Rule == "introduced" && _last.Kind == frame.Trigger.Kind.Noun
            && _last.Names.Count(x => !x.IsTag) <= 1 ? _last : null;
    }

    internal sealed class Entry(string kind, string rule)
    {
        public string Kind { get; } = kind;

        public List<FoundName> Names { get; } = [];

        public List<Mention> Mentions { get; } = [];

        public string? Organization { get; set; }

        public Campaign ToCampaign()
        {
            var name = Names.Find(x => !x.IsTag) is { Text: not null } plain ? plain.Text : Names[0].Text;
            return new Campaign
            {
                Name = name,
                Kind = Kind,
                Aliases = [.. Names.Where(x => !x.IsTag && x.Text != name).Select(x => x.Text)],
                Hashtags = [.. Names.Where(x => x.IsTag).Select(x => x.Text)],
                Organization = Organization,
                Mentions = Mentions,
                Rule = rule,
            };
        }
    }
}
