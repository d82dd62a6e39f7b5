using System.Text;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

/// <summary>Markup that is made to cost: it is read to its end, in a tree of bounded size.</summary>
public class MarkupBoundsTests
{
    private const int Megabyte = 1_000_000;

    [Theory]
    [InlineData("", "<div>")]
    [InlineData("", "<div><p>x")]
    [InlineData("", "<b><p>")]
    [InlineData("", "<b><i><div></b>x")]
    [InlineData("", "<div></x>")]
    [InlineData("", "<a href=x><div>")]
    [InlineData("", "<font color=red>")]
    [InlineData("", "<table><tr><td>")]
    [InlineData("<table>", "<div>x")]
    [InlineData("", "<ul><li>")]
    [InlineData("<svg>", "<g>")]
    [InlineData("", "<p>x</p>")]
    [InlineData("", "x<br>")]
    [InlineData("", "<")]
    [InlineData("", "&amp;")]
    [InlineData("<div class='", "related ")]
    [InlineData("<a x=", "\"'")]
    [InlineData("", "<!--")]
    [InlineData("", "<script>")]
    [InlineData("<script type='application/ld+json'>", "[")]
    [InlineData("<script>", "\"a\":\"")]
    [InlineData("", "<template>")]
    [InlineData("", "<h1>عنوان</h1>")]
    [InlineData("", "<p>8 مايو 2019")]
    public void Reads_hostile_pages(string before, string repeated)
    {
        var html = new StringBuilder(before).Insert(before.Length, repeated, Megabyte / repeated.Length).ToString();
        Assert.NotNull(PageReader.Read(Encoding.UTF8.GetBytes(html)).Text);
    }

    [Fact]
    public void Reads_one_giant_attribute() => Assert.Equal("نص", PageReader.Read(Encoding.UTF8.GetBytes($"<p title='{new string('a', 5 * Megabyte)}'>نص</p>")).Text);

    [Fact]
    public void Leaves_out_tags_that_nest_too_deeply_and_keeps_their_text()
    {
        var html = MarkupBounds.Limit(string.Concat(Enumerable.Repeat("<div>", 1000)) + "نص");
        Assert.Equal(MarkupBounds.Depth, html.Split("<div>").Length - 1);
        Assert.EndsWith("نص", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>a<p>b", 1000)]
    [InlineData("<li>a", 1000)]
    [InlineData("<div><span>a</div>", 1000)]
    [InlineData("<tr><td>a<td>b", 1000)]
    [InlineData("<div title='<div>'>a</div>", 1000)]
    [InlineData("<br><img src=x>", 1000)]
    [InlineData("<script>'<div>'</script>", 1000)]
    [InlineData("<!-- <div> -->", 1000)]
    public void Leaves_markup_alone_that_does_not_nest(string repeated, int times)
    {
        var html = string.Concat(Enumerable.Repeat(repeated, times));
        Assert.Same(html, MarkupBounds.Limit(html));
    }
}
