namespace PressIngest.Extraction.Tags;

internal static class HandleFinder
{
    public static IReadOnlyList<Handle> Find(Document document) => [];
}
