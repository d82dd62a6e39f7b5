using PressIngest.Discovery;

namespace PressIngest;

/// <summary>
/// Tells what stands at a link beside pages: sites link to their feeds, pictures and documents as they do to articles. By the first octets: servers
/// name all kinds of files text/html, and pages application/octet-stream. Pure.
/// </summary>
internal static class NotAPage
{
    private static readonly (int Offset, byte[] Signature, string Name)[] Files =
    [
        (0, [.. "%PDF-"u8], "a PDF document"),
        (0, [0xFF, 0xD8, 0xFF], "a picture"),
        (0, [0x89, .. "PNG"u8], "a picture"),
        (0, [.. "GIF8"u8], "a picture"),
        (0, [.. "RIFF"u8], "a picture, a sound or a film"),
        (4, [.. "ftyp"u8], "a film"),
        (0, [.. "ID3"u8], "a sound"),
        (0, [.. "PK"u8, 3, 4], "an archive or an office document"),
        (0, [0xD0, 0xCF, 0x11, 0xE0], "an office document"),
        (0, [0x1F, 0x8B], "an archive"),
    ];

    /// <summary>In words what came; null where it may be a page.</summary>
    public static string? Describe(byte[] bytes, string? contentType)
    {
        foreach (var (offset, signature, name) in Files)
        {
            if (bytes.Length > offset && bytes.AsSpan(offset).StartsWith(signature)) return $"it is {name}, not a page";
        }

        return FeedParser.IsFeed(bytes, contentType) ? "it is a feed or a sitemap, not a page" : null;
    }
}
