using System.Text;
using PressIngest.Discovery;

namespace PressIngest.Tests.Discovery;

public sealed class ListingParserTests
{
    private static readonly Uri Address = new("https://press.example/ar/news");

    [Theory]
    [InlineData("ul a", "<ul><li><a href=1>الأول</a><li><a href='/2'>الثاني</a></ul><a href=3>غيره</a>", "https://press.example/ar/1", "https://press.example/2")]
    [InlineData("li", "<ul><li><a href=1>x</a> <a href=9>y</a><li>no link</ul>", "https://press.example/ar/1")]
    [InlineData("h2", "<a href=1><h2>x</h2></a>", "https://press.example/ar/1")]
    [InlineData("a.t, h3 > a", "<a class=t href='1?utm_source=x'>x</a><h3><a href='1#c'>y</a></h3><h3><a href='javascript:void(0)'>z</a></h3>", "https://press.example/ar/1")]
    public void Takes_the_links_that_the_selector_finds(string selector, string page, params string[] expected)
    {
        var found = Assert.IsType<DiscoveryResult.Found>(ListingParser.Parse(Encoding.UTF8.GetBytes(page), Address, selector));
        Assert.Equal(expected, found.Links.Select(x => x.Url));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=1>")]
    [InlineData("<a href=1><b><i>")]
    [InlineData("<table>")]
    [InlineData("<p><font>")]
    [InlineData("</p>")]
    public void Ends_on_hostile_pages(string repeated) =>
        ListingParser.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, 500_000 / repeated.Length))), Address, "div a b");
}
