using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

public class ReaderVersionTests
{
    [Fact]
    public void Every_selector_of_a_site_is_part_of_it()
    {
        var plain = new SiteRules { Body = [".story"] };
        SiteRules[] rules = [plain, plain with { Title = ["h2"] }, plain with { Date = ["time"] }, plain with { Author = [".by"] }, plain with { Remove = [".ad"] }, new SiteRules { Title = [".story"] }];
        Assert.Equal(rules.Length, rules.Select(ReaderVersion.Of).Append(ReaderVersion.Of(null)).Distinct().Count() - 1);
        Assert.Equal(ReaderVersion.Of(plain), ReaderVersion.Of(new SiteRules { Body = [".story"] }));
    }
}
