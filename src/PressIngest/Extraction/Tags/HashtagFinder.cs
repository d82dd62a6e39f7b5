namespace PressIngest.Extraction.Tags;

internal static class HashtagFinder
{
    public static IReadOnlyList<Hashtag> Find(Document document, ExtractionContext context) => [];
}
