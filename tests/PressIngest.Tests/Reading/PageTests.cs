using System.Text.Json;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>Whole pages of every make, each read to the letter.</summary>
public class PageTests
{
    public static TheoryData<string> Cases => [.. PageCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_the_article_and_nothing_else(string name)
    {
        var page = PageCase.Load(name);
        var article = PageReader.Read(page.Bytes, page.Context);
        foreach (var property in page.Expected.EnumerateObject())
            if (Found(article, property.Name) is { } found) Assert.Equal($"{property.Name}: {Expected(property.Value, property.Name == "text" ? "\n\n" : " | ")}", $"{property.Name}: {found}");
    }

    private static string? Found(Article article, string key) => key switch
    {
        "kind" => article.Kind.ToString(),
        "text" => article.Text,
        "title" => Text(article.Title),
        "subtitle" => Text(article.Subtitle),
        "author" => Text(article.Author),
        "publishedAt" => Instant(article.PublishedAt),
        "updatedAt" => Instant(article.UpdatedAt),
        "canonicalUrl" => Text(article.CanonicalUrl),
        "site" => Text(article.Site),
        "section" => Text(article.Section),
        "image" => Text(article.Image),
        "language" => Text(article.Language),
        "encoding" => article.Encoding,
        "nextPage" => article.NextPage ?? "null",
        "captions" => string.Join(" | ", article.Captions),
        "tags" => string.Join(" | ", article.Tags),
        "hashtags" => string.Join(" | ", article.Hashtags),
        "rulesDrifted" => article.RulesDrifted ? "true" : "false",
        _ => null,
    };

    private static string Text(Sourced<string>? value) => value?.Value ?? "null";

    private static string Instant(Sourced<DateTimeOffset>? value) => value?.Value.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture) ?? "null";

    private static string Expected(JsonElement value, string between) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(between, value.EnumerateArray().Select(x => x.GetString())),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
