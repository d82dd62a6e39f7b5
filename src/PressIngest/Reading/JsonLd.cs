using System.Net;
using System.Text;
using System.Text.Json;

namespace PressIngest.Reading;

/// <summary>
/// The article of a page's JSON-LD, of whatever shape: one object, a list, an @graph, or nested in the page it is the main entity of.
/// Blocks that are no JSON even after the usual slips are mended (raw line breaks, trailing commas, comments) are passed over.
/// </summary>
internal sealed class JsonLd
{
    private const int Depth = 64;
    private const int LongestBlock = 2_000_000;

    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Depth };

    private static readonly char[] BetweenKeywords = [',', '،', ';'];

    private static readonly HashSet<string> ArticleTypes = ["BlogPosting", "LiveBlogPosting", "Report", "Review", "SocialMediaPosting"];

    private readonly JsonElement _article;

    private JsonLd(JsonElement article, string? type)
    {
        _article = article;
        Type = type;
    }

    /// <summary>The type of what was taken for the article: NewsArticle, WebPage …; null where there is none.</summary>
    public string? Type { get; }

    public string? Headline => String("headline") ?? (Type is "WebPage" ? null : String("name"));

    public string? Subtitle => String("alternativeHeadline") ?? String("alternateName");

    public string? Published => String("datePublished") ?? String("dateCreated") ?? String("uploadDate");

    public string? Modified => String("dateModified");

    public string? Body => String("articleBody");

    public string? Section => String("articleSection");

    public string? Url => Address("url") ?? Address("mainEntityOfPage");

    public string? Image => Address("image") ?? Address("thumbnailUrl");

    public string? Language => String("inLanguage");

    public string? Author => Names("author") ?? Names("creator");

    public string? Publisher => Names("publisher");

    public IReadOnlyList<string> Keywords => _article.ValueKind == JsonValueKind.Object && _article.TryGetProperty("keywords", out var value)
        ? [.. Strings(value).SelectMany(x => x.Split(BetweenKeywords, StringSplitOptions.TrimEntries)).Where(x => x.Length > 0).Distinct()]
        : [];

    public static JsonLd Read(IEnumerable<string> scripts)
    {
        JsonElement best = default;
        string? type = null;
        var rank = 0;
        foreach (var script in scripts)
        {
            if (Parse(script) is not { } root) continue;
            foreach (var node in Objects(root))
            {
                var (nodeType, nodeRank) = TypeOf(node);
                if (nodeRank <= rank) continue;
                (best, type, rank) = (node, nodeType, nodeRank);
            }
        }

        return new JsonLd(best, type);
    }

    private static JsonElement? Parse(string script)
    {
        if (script.Length > LongestBlock) return null;
        var text = script.Trim().TrimEnd(';');
        // As it stands, or else mended. A failure costs more than all the rest of the page: what will hardly do is tried last.
        var mended = HasLineBreakInString(text);
        for (var tries = 0; tries < 2; tries++, mended = !mended)
        {
            try
            {
                using var document = JsonDocument.Parse(mended ? Mend(text) : text, Lenient);
                return document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // Not JSON that way; without either the page is read by its other statements.
            }
        }

        return null;
    }

    private static bool HasLineBreakInString(ReadOnlySpan<char> text)
    {
        for (var quoted = false; text.IndexOfAny('"', '\\') is >= 0 and var at; text = text[(at + 1)..])
        {
            if (quoted && text[..at].ContainsAnyInRange('\0', '\x1F')) return true;
            if (text[at] == '"') quoted = !quoted;
            else if (at + 1 < text.Length) at++;
        }

        return false;
    }

    /// <summary>Control characters within strings are escaped, and what wraps the object (CDATA marks, comments of HTML) is left out.</summary>
    private static string Mend(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        if (start >= 0 && text.AsSpan(start).StartsWith("[CDATA[")) start = text.IndexOf('{', StringComparison.Ordinal);
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        while (end > 0 && text[end] == ']' && text.AsSpan(0, end + 1).EndsWith("]]")) end = text.AsSpan(0, end - 1).LastIndexOfAny('}', ']');
        if (start < 0 || end < start) return text;
        var mended = new StringBuilder(text.Length);
        var quoted = false;
        for (var i = start; i <= end; i++)
        {
            var c = text[i];
            if (quoted && c == '\\' && i < end)
            {
                mended.Append(c).Append(text[++i]);
                continue;
            }

            if (c == '"') quoted = !quoted;
            if (c < ' ') mended.Append(quoted ? c == '\n' ? "\\n" : " " : " ");
            else mended.Append(c);
        }

        return mended.ToString();
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root)
    {
        var pending = new Queue<JsonElement>([root]);
        while (pending.TryDequeue(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) pending.Enqueue(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                yield return element;
                foreach (var name in (string[])["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "article"])
                    if (element.TryGetProperty(name, out var inner)) pending.Enqueue(inner);
            }
        }
    }

    private static (string? Type, int Rank) TypeOf(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var types)) return (null, 0);
        var best = (Type: (string?)null, Rank: 0);
        foreach (var value in Strings(types))
        {
            var type = value[(value.LastIndexOf('/') + 1)..];
            var rank = type.EndsWith("NewsArticle", StringComparison.Ordinal) ? 5
                : type.EndsWith("Article", StringComparison.Ordinal) || ArticleTypes.Contains(type) ? 4
                : type == "VideoObject" ? 2
                : type is "WebPage" or "ItemPage" ? 1 : 0;
            if (rank > best.Rank) best = (type, rank);
        }

        return best;
    }

    private string? String(string name) =>
        _article.ValueKind == JsonValueKind.Object && _article.TryGetProperty(name, out var value) ? Strings(value).FirstOrDefault() : null;

    private string? Address(string name)
    {
        if (_article.ValueKind != JsonValueKind.Object || !_article.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind != JsonValueKind.Object) return Strings(value).FirstOrDefault();
        foreach (var key in (string[])["url", "@id", "contentUrl"])
            if (value.TryGetProperty(key, out var inner) && inner.ValueKind == JsonValueKind.String) return Text(inner);
        return null;
    }

    private string? Names(string name)
    {
        if (_article.ValueKind != JsonValueKind.Object || !_article.TryGetProperty(name, out var value)) return null;
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var joined = string.Join("، ", items.Select(NameOf).Where(x => !string.IsNullOrWhiteSpace(x)).Distinct());
        return joined.Length == 0 ? null : joined;

        static string? NameOf(JsonElement item) =>
            Strings(item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var inner) ? inner : item).FirstOrDefault();
    }

    private static IEnumerable<string> Strings(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return Text(value) is { Length: > 0 } text ? [text] : [];
        if (value.ValueKind == JsonValueKind.Number) return [value.GetRawText()];
        if (value.ValueKind != JsonValueKind.Array) return [];
        return value.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(Text).Where(x => x.Length > 0);
    }

    private static string Text(JsonElement value) => WebUtility.HtmlDecode(value.GetString() ?? "").Trim();
}
