using System.Globalization;
using PressIngest.Extraction;

namespace PressIngest.Storage;

/// <summary>A fact as the table <c>fact</c> holds it, whatever its type, with every place where it stands.</summary>
/// <param name="Type">The fact's type: which table holds the rest.</param>
/// <param name="Fact">The fact itself.</param>
/// <param name="At">Where it stands (first), in characters.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Identity">All that it says in one string, to tell an unchanged fact from a new one.</param>
/// <param name="Places">Its places and, for a quote, its evidence.</param>
internal sealed record FactRow(string Type, object Fact, StoredPlace At, string Text, string Rule, string Identity, IReadOnlyList<StoredPlace> Places)
{
    /// <summary>Between the parts of an identity.</summary>
    public const char Separator = '\u001F';

    /// <summary>Every fact of the article, each once.</summary>
    public static IReadOnlyList<FactRow> Of(FoundFacts found)
    {
        var facts = found.Facts;
        var text = new Located(found.Text);
        var title = new Located(found.Title ?? "");
        var rows = new List<FactRow>();
        foreach (var x in facts.Hashtags) Add("hashtag", x, x.Mentions, x.Rule, x.Tag);
        foreach (var x in facts.Handles) Add("handle", x, x.Mentions, x.Rule, x.Name);
        foreach (var x in facts.Campaigns) Add("campaign", x, x.Mentions, x.Rule, x.Name, x.Kind, x.Organization, string.Join('|', x.Aliases),
            string.Join('|', x.Hashtags));
        foreach (var x in facts.Quotations)
        {
            Add("quote", x, [x.Mention], x.Rule, x.Speaker, x.Role, x.Organization, x.Unnamed, FactNames.Of(x.Kind), x.Cue, CampaignName(x.Campaign));
            var evidence = new[] { ("cue", x.CueAt), ("speaker", x.SpeakerAt), ("role", x.RoleAt), ("organization", x.OrganizationAt) };
            rows[^1] = rows[^1] with { Places = [.. rows[^1].Places, .. evidence.Where(e => e.Item2 is not null).Select(e => PlaceOf(e.Item1, e.Item2!.Value))] };
        }

        foreach (var x in facts.Figures)
            Add("figure", x, [x.Mention], x.Rule, Number(x.Value), Number(x.Upper), FactNames.Of(x.Unit), x.Currency, x.Noun, x.Per,
                FactNames.Of(x.Qualifier), CampaignName(x.Campaign));
        foreach (var x in facts.Dates) Add("date", x, [x.Mention], x.Rule, SqlDate(x.From), SqlDate(x.To), x.What, CampaignName(x.Campaign));
        foreach (var x in facts.People) Add("person", x, x.Mentions, "person", x.Name, x.Role, x.Organization);
        return [.. rows.DistinctBy(x => (x.Type, x.Identity))];

        void Add(string type, object fact, IReadOnlyList<Mention> mentions, string rule, params string?[] said)
        {
            if (mentions.Count == 0) return;
            var places = mentions.Select(x => PlaceOf("mention", x)).ToList();
            var at = places[0];
            var identity = string.Join(Separator, [.. said.Select(x => x ?? ""), at.Place, Number(at.Start), Number(at.Length), rule]);
            rows.Add(new FactRow(type, fact, at, (mentions[0].Place == Place.Title ? title : text).At(mentions[0]), rule, identity, places));
        }

        StoredPlace PlaceOf(string part, Mention mention) => (mention.Place == Place.Title ? title : text).Place(part, mention);

        string? CampaignName(int? index) => index is { } i ? facts.Campaigns[i].Name : null;
    }

    public static string? SqlDate(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private sealed class Located(string text)
    {
        private readonly StoredSpans _spans = new(text);

        public string At(Mention mention) => mention.Span.In(text);

        public StoredPlace Place(string part, Mention mention)
        {
            var span = _spans.ToCharacters(mention.Span);
            return new StoredPlace(part, FactNames.Of(mention.Place), span.Start, span.Length);
        }
    }
}

/// <summary>A place in the stored text or title, in characters.</summary>
internal sealed record StoredPlace(string Part, string Place, int Start, int Length);
