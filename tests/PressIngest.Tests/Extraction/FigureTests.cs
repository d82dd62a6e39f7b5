using System.Globalization;
using System.Text.Json;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class FigureTests
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>A text and its figures, each as "value[-upper] unit[:currency] noun[/per] [qualifier]"; none where it has none.</summary>
    public sealed record Spec(string Text, string[] Figures, string? Country = null)
    {
        public override string ToString() => Text;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() =>
        JsonSerializer.Deserialize<Spec[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Specs", "figures.json")), _json)!.Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_the_figures_of_the_text_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var found = Extractor.Extract(null, spec.Text, TestLexicon.Shipped, new ExtractionContext(spec.Country)).Figures;

        Assert.Equal(spec.Figures, found.Select(Written));
    }

    private static string Written(Figure figure)
    {
        var value = figure.Value.ToString(CultureInfo.InvariantCulture) + (figure.Upper is { } upper ? "-" + upper.ToString(CultureInfo.InvariantCulture) : "");
        var unit = FactNames.Of(figure.Unit) + (figure.Currency is { } currency ? ":" + currency : "");
        var noun = figure.Noun + (figure.Per is { } per ? "/" + per : "");
        var qualifier = figure.Qualifier == Qualifier.Exact ? "" : "[" + FactNames.Of(figure.Qualifier) + "]";
        return string.Join(' ', new[] { value, unit, noun, qualifier }.Where(x => x.Length > 0));
    }
}
