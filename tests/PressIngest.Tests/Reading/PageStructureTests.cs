using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>
/// How well the text is found by structure alone: the pages with every class, id, role and property taken out of them. An outlet whose
/// names nobody has foreseen is such a page.
/// </summary>
public partial class PageStructureTests
{
    private const double LeastMean = 0.94;
    private const double Least = 0.75;

    public static TheoryData<string> Cases => [.. Expected().Select(x => x.Page.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_most_of_the_text_of_each_page_without_names(string name) => Assert.InRange(Measure(Expected().Single(x => x.Page.Name == name)), Least, 1);

    [Fact]
    public void Finds_nearly_all_of_the_text_of_all_pages_without_names() => Assert.InRange(Expected().Average(Measure), LeastMean, 1);

    private static double Measure((PageCase Page, string Text) page)
    {
        var html = File.ReadAllText(Path.Combine(PageCase.Root, page.Page.Name, "source.html"));
        return WordF1.Of(PageReader.Read(Encoding.UTF8.GetBytes(Names().Replace(html, ""))).Text, page.Text);
    }

    /// <summary>Articles without site rules of their own, whose text is all expected.</summary>
    private static IEnumerable<(PageCase Page, string Text)> Expected() => PageCase.Names.Select(PageCase.Load)
        .Where(x => x.Context.Rules is null && x.Expected.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.Array)
        .Select(x => (x, string.Join("\n\n", x.Expected.GetProperty("text").EnumerateArray().Select(y => y.GetString()))));

    [GeneratedRegex(""" (class|id|role|itemprop|itemtype|property|rel|data-[a-z0-9-]+|aria-[a-z]+)=("[^"]*"|'[^']*')""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}
