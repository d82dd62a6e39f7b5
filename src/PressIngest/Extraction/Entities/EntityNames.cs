namespace PressIngest.Extraction.Entities;

/// <summary>The names of people, campaigns and organisations in one article's facts. Pure.</summary>
internal static class EntityNames
{
    public static IReadOnlyList<EntityName> Of(Facts facts, EntityRules rules) =>
    [
        .. facts.Campaigns.DistinctBy(x => x.Name).Select(x => CampaignOf(x, rules)),
        .. People(facts).GroupBy(x => x.Name).Select(x => rules.PersonOf(x.Key, [.. x.SelectMany(y => (string?[])[y.Role, y.Organization]).OfType<string>()])),
        .. Organizations(facts).Distinct().Where(rules.IsNamed).Select(x => rules.NameOf(EntityKind.Organization, x)),
    ];

    private static EntityName CampaignOf(Campaign campaign, EntityRules rules)
    {
        var name = rules.NameOf(EntityKind.Campaign, campaign.Name);
        var aliases = campaign.Aliases.Select(x => (x, false)).Concat(campaign.Hashtags.Select(x => (x, true)))
            .Select(x => new EntityAlias(x.x, rules.NameOf(EntityKind.Campaign, x.x).Key, x.Item2));
        return name with { Aliases = [.. aliases.Where(x => x.Key != name.Key).DistinctBy(x => x.Key)] };
    }

    // Within an article a full name is one person: its grammar has told apart whom it can.
    private static IEnumerable<(string Name, string? Role, string? Organization)> People(Facts facts) =>
        facts.People.Select(x =>
            (x.Name, x.Role, x.Organization)).Concat(facts.Quotations.Where(x => x.Speaker is not null).Select(x =>
            (x.Speaker!, x.Role, x.Organization)));

    private static IEnumerable<string> Organizations(Facts facts) =>
        facts.People.Select(x => x.Organization).Concat(facts.Quotations.Select(x => x.Organization)).Concat(facts.Campaigns.Select(x => x.Organization)).OfType<string>();
}
