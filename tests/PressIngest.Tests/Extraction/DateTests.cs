using System.Globalization;
using System.Text.Json;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class DateTests
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>A text, the day it was published, and its dates, each as "from[/to] [what]".</summary>
    public sealed record Spec(string Text, string[] Dates, string? Published = null)
    {
        public override string ToString() => Text;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() =>
        JsonSerializer.Deserialize<Spec[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "dates.json")), _json)!.Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_the_dates_of_the_text_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        DateOnly? published = spec.Published is null ? null : DateOnly.Parse(spec.Published, CultureInfo.InvariantCulture);
        var found = Extractor.Extract(null, spec.Text, TestLexicon.Shipped, new ExtractionContext(PublishedAt: published)).Dates;

        Assert.Equal(spec.Dates, found.Select(x => $"{Iso(x.From)}{(x.To is { } to ? "/" + Iso(to) : "")}{(x.What is null ? "" : " " + x.What)}"));
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
