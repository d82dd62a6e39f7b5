namespace PressIngest.Extraction.Campaigns;

internal static class CampaignFinder
{
    public static IReadOnlyList<Campaign> Find(Document document, Lexicon lexicon, IReadOnlyList<Hashtag> hashtags) => [];
}
