using PressIngest.Configuration;

namespace PressIngest.Extraction.Campaigns;

/// <summary>The words that campaigns are named with (<c>campaigns.yaml</c>).</summary>
internal sealed class CampaignLexicon
{
    public const string FileName = "campaigns.yaml";

    public static CampaignLexicon Parse(ConfigNode root) => new();
}
