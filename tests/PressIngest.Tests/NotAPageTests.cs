using System.Text;

namespace PressIngest.Tests;

public sealed class NotAPageTests
{
    [Theory]
    [InlineData("%PDF-1.7 …", "PDF")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "picture")]
    [InlineData("\u0089PNG\r\n", "picture")]
    [InlineData("\0\0\0\u0018ftypmp42", "film")]
    [InlineData("PK\u0003\u0004", "archive")]
    [InlineData("<rss version='2.0'/>", "feed")]
    [InlineData("<!DOCTYPE html><p>PDF</p>", null)]
    [InlineData("GIF", null)]
    [InlineData("", null)]
    public void Tells_what_came_by_its_first_octets(string beginning, string? named)
    {
        var told = NotAPage.Describe(Encoding.Latin1.GetBytes(beginning), "text/html");
        if (named is null) Assert.Null(told);
        else Assert.Contains(named, told, StringComparison.Ordinal);
    }
}
