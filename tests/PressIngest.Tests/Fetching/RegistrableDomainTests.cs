using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class RegistrableDomainTests
{
    private static readonly RegistrableDomain Domains = new();

    [Theory]
    [InlineData("https://www.press.com/a", "press.com")]
    [InlineData("https://PRESS.com./", "press.com")]
    [InlineData("https://press.com:8443/", "press.com")]
    [InlineData("https://a.b.press.com.eg/", "press.com.eg")]
    [InlineData("https://www.press.gov.sa/", "press.gov.sa")]
    [InlineData("https://a.b.ck/", "a.b.ck")] // *.ck
    [InlineData("https://x.www.ck/", "www.ck")] // !www.ck
    [InlineData("https://one.blogspot.com/", "one.blogspot.com")]
    [InlineData("https://com.eg/", "com.eg")]
    [InlineData("https://www.press.unheard/", "press.unheard")]
    [InlineData("https://www.خبر.مصر/", "خبر.مصر")]
    [InlineData("https://www.xn--ngblk.xn--wgbh1c/", "خبر.مصر")]
    [InlineData("http://localhost:8080/", "localhost:8080")]
    [InlineData("http://10.0.0.1/", "10.0.0.1")]
    [InlineData("http://10.0.0.1:81/", "10.0.0.1:81")]
    [InlineData("http://[::1]:81/", "[::1]:81")]
    public void Names_who_feels_a_request(string url, string domain) => Assert.Equal(domain, Domains.Of(new Uri(url)));
}
