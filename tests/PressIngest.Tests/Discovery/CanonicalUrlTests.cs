using PressIngest.Discovery;

namespace PressIngest.Tests.Discovery;

public sealed class CanonicalUrlTests
{
    public sealed record Spec(string Url, string? Canonical);

    public static IEnumerable<TheoryDataRow<Spec>> Specs => SpecFile.Read<Spec>("canonical-urls.json").Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Gives_each_address_one_spelling_that_stays(Spec spec)
    {
        Assert.Equal(spec.Canonical, CanonicalUrl.Of(spec.Url));
        if (spec.Canonical is not null) Assert.Equal(spec.Canonical, CanonicalUrl.Of(spec.Canonical));
    }
}
