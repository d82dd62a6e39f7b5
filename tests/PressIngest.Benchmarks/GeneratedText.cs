using System.Globalization;
using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Benchmarks;

/// <summary>A text and the facts in it, made together.</summary>
internal sealed class GeneratedText
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, List<Mention>> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly List<Campaign> _campaigns = [];
    private readonly List<Quotation> _quotations = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Date> _dates = [];

    public string Text => _text.ToString().TrimEnd();

    public Facts Facts => new()
    {
        Hashtags = [.. _tags.Select(x => new Hashtag(x.Key, x.Value, "hashtag"))],
        Campaigns = _campaigns,
        Quotations = _quotations,
        Figures = _figures,
        Dates = _dates,
        People = [.. _people.Values],
    };

    public GeneratedText Append(string words)
    {
        _text.Append(words);
        return this;
    }

    /// <summary>Ends a paragraph.</summary>
    public void End() => _text.Append("\n\n");

    public GeneratedText Tag(string tag)
    {
        var mention = Add("#" + tag);
        if (!_tags.TryGetValue(tag, out var mentions)) _tags[tag] = mentions = [];
        mentions.Add(mention);
        return this;
    }

    public GeneratedText Campaign(string kind, string name, IReadOnlyList<string> tags, string organization)
    {
        Append(kind).Append(" «");
        var mention = Add(name);
        Append("» عبر وسم");
        foreach (var tag in tags) Append(" ").Tag(tag);
        _campaigns.Add(new Campaign { Name = name, Kind = kind, Hashtags = tags, Organization = organization, Mentions = [mention], Rule = "frame" });
        return this;
    }

    public GeneratedText Figure(int value, string noun, (Qualifier Qualifier, string Words) qualifier, bool hasCampaign)
    {
        var mention = Add(string.Create(CultureInfo.InvariantCulture, $"{qualifier.Words}{value} {noun}"));
        _figures.Add(new Figure { Value = value, Unit = FigureUnit.Count, Noun = noun, Qualifier = qualifier.Qualifier, Mention = mention, Rule = "count", Campaign = hasCampaign ? _campaigns.Count - 1 : null });
        return this;
    }

    public GeneratedText Date(DateOnly date)
    {
        _dates.Add(new Date { From = date, What = "end", Mention = Add(date.ToString("d/M/yyyy", CultureInfo.InvariantCulture)), Rule = "date", Campaign = _campaigns.Count - 1 });
        return this;
    }

    public GeneratedText Quote(string speaker, string role, string organization, string cue, bool isDirect, string words)
    {
        var cueAt = Add(cue);
        Append(" ");
        var speakerAt = Add(speaker);
        Append("، ");
        var roleAt = Add(role);
        Append(" ");
        var organizationAt = Add(organization);
        Append(isDirect ? ": «" : " أن ");
        var mention = Add(words);
        Append(isDirect ? "»." : ".");
        _people.TryAdd(speaker, new Person { Name = speaker, Role = role, Organization = organization, Mentions = [speakerAt] });
        _quotations.Add(new Quotation
        {
            Speaker = speaker,
            Role = role,
            Organization = organization,
            Kind = isDirect ? QuotationKind.Direct : QuotationKind.Indirect,
            Cue = cue,
            Mention = mention,
            Rule = "verb",
            CueAt = cueAt,
            SpeakerAt = speakerAt,
            RoleAt = roleAt,
            OrganizationAt = organizationAt,
        });
        return this;
    }

    private Mention Add(string words)
    {
        var start = _text.Length;
        _text.Append(words);
        return new Mention(new Span(start, words.Length));
    }
}
