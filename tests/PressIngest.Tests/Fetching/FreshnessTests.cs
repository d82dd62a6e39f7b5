using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class FreshnessTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("public, max-age=900", null, null, 900)]
    [InlineData("MAX-AGE=\"900\"", null, null, 900)]
    [InlineData("max-age=900", null, "300", 600)]
    [InlineData("max-age=900", null, "1200", null)]
    [InlineData("max-age=900", "Wed, 04 Mar 2026 12:00:00 GMT", null, 900)]
    [InlineData("max-age=0", "Wed, 04 Mar 2026 12:00:00 GMT", null, null)]
    [InlineData("no-cache, max-age=900", null, null, null)]
    [InlineData("max-age=900, no-store", null, null, null)]
    [InlineData("max-age=soon", null, null, null)]
    [InlineData("max-age=99999999999999999999", null, null, null)]
    [InlineData("s-maxage=900", null, null, null)]
    [InlineData(null, "Wed, 04 Mar 2026 10:30:00 GMT", null, 1800)]
    [InlineData("public", "Wed, 04 Mar 2026 10:30:00 GMT", null, 1800)]
    [InlineData(null, "Wed, 04 Mar 2026 09:30:00 GMT", null, null)]
    [InlineData(null, "0", null, null)]
    [InlineData(null, "-1", null, null)]
    public void Reads_the_headers_as_RFC_9111_has_them(string? cacheControl, string? expires, string? age, int? seconds) =>
        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, Freshness.Of(cacheControl, expires, age, Now));
}
