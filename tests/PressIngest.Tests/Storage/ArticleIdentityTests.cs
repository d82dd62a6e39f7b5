using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public class ArticleIdentityTests
{
    [Theory]
    [InlineData("https://a.example/1?ref=x", "https://a.example/1", "https://a.example/1")]
    [InlineData("https://m.a.example/1", "https://www.a.example/1", "https://www.a.example/1")]
    [InlineData("https://a.example/?p=7", "https://a.example/?p=7", "https://a.example/?p=7")]
    [InlineData("https://a.example/1", null, "https://a.example/1")]
    [InlineData("https://a.example/1", "not an address", "https://a.example/1")]
    [InlineData("https://a.example/1", "https://a.example/", "https://a.example/1")]
    [InlineData("https://a.example/1", "https://b.example/1", "https://a.example/1")]
    [InlineData("https://a.example/1", "https://notа.example/1", "https://a.example/1")]
    [InlineData("file:samples/1.html", "https://a.example/1", "https://a.example/1")]
    public void Trusts_a_canonical_address_of_the_same_site_that_leads_to_a_page(string url, string? canonical, string expected) =>
        Assert.Equal(expected, ArticleIdentity.Of(url, canonical));
}
