using System.Text.Json;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class CampaignTests
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>Each campaign as everything it is called, its name first, hashtags with their sign.</summary>
    public sealed record Spec(string Case, string Text, string[][] Campaigns)
    {
        public override string ToString() => Case;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() =>
        JsonSerializer.Deserialize<Spec[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "campaigns.json")), _json)!.Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_the_campaigns_of_the_text_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var found = Extractor.Extract(null, spec.Text, TestLexicon.Shipped).Campaigns;

        Assert.Equal(spec.Campaigns.Select(x => string.Join(" | ", x)), found.Select(Called));
    }

    private static string Called(Campaign campaign) =>
        string.Join(" | ", new[] { campaign.Name }.Where(x => !campaign.Hashtags.Contains(x)).Concat(campaign.Aliases).Concat(campaign.Hashtags.Select(x => "#" + x)));
}
