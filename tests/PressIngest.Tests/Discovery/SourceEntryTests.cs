using PressIngest.Configuration;
using PressIngest.Discovery;

namespace PressIngest.Tests.Discovery;

public class SourceEntryTests
{
    private static readonly SourceEntry Entry = new("harbour", "صحيفة الميناء", "feed", "https://example.org/feed", "LB", "Asia/Beirut", null, AllowPrivate: false);

    private const string Lines = "- key: harbour\n  name: صحيفة الميناء\n  country: LB\n  timezone: Asia/Beirut\n  feed: https://example.org/feed\n";

    [Fact]
    public void The_record_goes_behind_the_last_one_and_everything_else_stays_as_it_is()
    {
        const string before = "# the head\nversion: 1\n\nsources:\n  # first\n  - key: a   # short\n    name: A\n    urls:\n      - https://example.org/1\n      - https://example.org/2\n";
        const string after = "\n  # - key: b\n  #   name: B\n";
        var added = Entry.AddTo(new ConfigFile("sources.yaml", before + after));
        Assert.Equal(before + "\n" + Indented(2) + after, added);
    }

    [Theory]
    [InlineData("sources:\n- key: a\n  name: A\n  folder: .", 0, "sources:\n- key: a\n  name: A\n  folder: .\n\n{0}")]
    [InlineData("sources:\n    - {key: a, name: A, folder: .}\n", 4, "sources:\n    - {key: a, name: A, folder: .}\n\n{0}")]
    [InlineData("sources:\n  - {\n    key: a, name: A, folder: .\n    }\nversion: 1\n", 2, "sources:\n  - {\n    key: a, name: A, folder: .\n    }\n\n{0}version: 1\n")]
    [InlineData("sources:\n  - key: a\n    folder: .\n    name: >\n      A\n      B\n# end\n", 2, "sources:\n  - key: a\n    folder: .\n    name: >\n      A\n      B\n\n{0}# end\n")]
    [InlineData("sources: []\n# end\n", 2, "sources:\n{0}# end\n")]
    [InlineData("version: 1\nsources: # none yet\n  # - key: a\n", 2, "version: 1\nsources: # none yet\n{0}  # - key: a\n")]
    public void It_takes_the_layout_of_the_file(string text, int indent, string expected) =>
        Assert.Equal(expected.Replace("{0}", Indented(indent), StringComparison.Ordinal), Entry.AddTo(new ConfigFile("sources.yaml", text)));

    [Fact]
    public void Lines_of_Windows_stay_so() =>
        Assert.Equal(
            "sources:\r\n  - {key: a, name: A, folder: .}\r\n\r\n" + Indented(2).ReplaceLineEndings("\r\n"),
            Entry.AddTo(new ConfigFile("sources.yaml", "sources:\r\n  - {key: a, name: A, folder: .}\r\n")));

    [Theory]
    [InlineData("sources: [{key: a, name: A, folder: .}]\n")]
    [InlineData("version: 1\n")]
    public void A_list_in_one_line_leaves_no_place(string text) => Assert.Null(Entry.AddTo(new ConfigFile("sources.yaml", text)));

    [Theory]
    [InlineData("صحيفة: الميناء")]
    [InlineData("# 1 in news")]
    [InlineData("It's 'news'")]
    [InlineData("no")]
    [InlineData("- خبر -")]
    [InlineData("سطر\nآخر")]
    public void Any_name_is_read_back(string name)
    {
        var problems = new List<Problem>();
        var text = (Entry with { Name = name }).AddTo(new ConfigFile("sources.yaml", "sources:\n"))!;
        var source = Assert.Single(SourcesFile.Parse(new ConfigFile("sources.yaml", text), _ => true, problems));
        Assert.Empty(problems);
        Assert.Equal(name.Replace('\n', ' '), source.Name);
    }

    [Theory]
    [InlineData("www.almina.com.lb", null, "LB")]
    [InlineData("example.org", "ar-EG", "EG")]
    [InlineData("example.org", "ar_SA", "SA")]
    [InlineData("example.tv", "ar", null)]
    [InlineData("127.0.0.1", null, null)]
    public void The_country_is_the_hosts_or_the_pages(string host, string? locale, string? country) => Assert.Equal(country, SiteCard.CountryOf(host, locale));

    [Theory]
    [InlineData("almina.com.lb", "almina")]
    [InlineData("al-mina24.net", "al-mina24")]
    [InlineData("127.0.0.1:8080", "127")]
    [InlineData("الميناء.شبكة", "source")]
    public void The_key_is_what_people_would_choose(string domain, string key) => Assert.Equal(key, SiteCard.KeyOf(domain));

    private static string Indented(int indent) => string.Concat(Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => new string(' ', indent) + x + "\n"));
}
