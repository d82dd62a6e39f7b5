using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>Whatever befalls a page on its way, it is read.</summary>
public partial class PagePropertyTests
{
    private static readonly PageCase[] Pages = [.. PageCase.Names.Select(PageCase.Load)];

    /// <summary>A page, a place in it, and bytes that are put there, over what stands there, or that are cut out.</summary>
    private static readonly Gen<(PageCase Page, int At, int Cut, byte[] Put)> Damages =
        from page in Gen.Elements(Pages)
        from at in Gen.Choose(0, page.Bytes.Length)
        from cut in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 40), Gen.Choose(0, 2_000))
        from put in Gen.OneOf(
            Gen.Elements("", "<", ">", "\"", "</div>", "<div>", "<table>", "<script>", "<!--", "&#x110000;", "<a href=", "</body>", "{\"@type\":\"NewsArticle\"", "\0", "<p>").Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Select(x => (byte)x).ArrayOf())
        select (page, at, cut, put);

    [Fact]
    public void Reads_any_mutation_of_a_page() =>
        Prop.ForAll(Arb.From(Damages), damage =>
        {
            var (page, at, cut, put) = damage;
            byte[] bytes = [.. page.Bytes[..at], .. put, .. page.Bytes[Math.Min(page.Bytes.Length, at + cut)..]];
            var article = PageReader.Read(bytes, page.Context);
            return article.Text == article.Text.Trim() && !article.Text.Contains("\n\n\n", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20_240_917, 3));

    [Fact]
    public void Shows_no_script_or_style_of_any_part_of_a_page() =>
        Prop.ForAll(Arb.From(Damages), damage =>
        {
            var text = PageReader.Read(damage.Page.Bytes[..damage.At], damage.Page.Context).Text;
            return CodeOf(damage.Page).All(x => !text.Contains(x, StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_240_917, 5));

    private static IEnumerable<string> CodeOf(PageCase page) =>
        Code().Matches(File.ReadAllText(Path.Combine(PageCase.Root, page.Name, "source.html"))).Select(x => x.Groups["code"].Value.Trim()).Where(x => x.Length > 8).Select(x => x[..Math.Min(30, x.Length)]);

    [GeneratedRegex("<(script|style)[^>]*>(?<code>.*?)</(script|style)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
