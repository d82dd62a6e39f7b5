using System.Net;
using System.Text.Json;

namespace PressIngest.Discovery;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip };

    public static DiscoveryResult Parse(string text, Uri address, TimeZoneInfo zone)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (!document.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return Failed("this is JSON without 'items', no JSON feed");
            }

            var links = new LinkList();
            foreach (var item in items.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.Object))
            {
                links.Add(
                    address,
                    Text(item, "url") ?? Text(item, "external_url") ?? Text(item, "id"),
                    LinkList.PlainTitle(Text(item, "title")),
                    FeedDate.Parse(Text(item, "date_published") ?? Text(item, "date_modified"), zone),
                    Text(item, "content_html") ?? WebUtility.HtmlEncode(Text(item, "content_text")));
            }

            return new DiscoveryResult.Found(links.Links, links.Notes);
        }
        catch (JsonException e)
        {
            return Failed($"this is no valid JSON feed: line {e.LineNumber + 1} cannot be read");
        }
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static DiscoveryResult.Failed Failed(string message) => new(DiscoveryFailure.Format, message);
}
