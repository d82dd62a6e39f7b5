using System.Text.Json;
using PressIngest.Configuration;
using PressIngest.Discovery;

namespace PressIngest.Tests.Discovery;

public sealed class SourcesFileTests
{
    [Fact]
    public void Reads_a_record_in_full()
    {
        var source = Assert.Single(Parse(
            """
            - key: daily
              name: صحيفة
              country: EG
              timezone: Africa/Cairo
              language: ar
              listing: https://example.org/news
              links: .list h2 a
              schedule: 0 0/20 6-22 * * ?
              delay: 1m30s
              enabled: false
              keep: [حملة, مبادرة]
              rules:
                body: [.text, article]
                remove: .share
            """, out var problems));
        Assert.Empty(problems);
        Assert.Equal((SourceKind.Listing, "https://example.org/news", ".list h2 a"), (source.Kind, source.Locations.Single(), source.Links));
        Assert.Equal("Africa/Cairo", source.TimeZone.Id);
        Assert.Equal(new Schedule("0 0/20 6-22 * * ?", null), source.Schedule);
        Assert.Equal(TimeSpan.FromSeconds(90), source.Delay);
        Assert.False(source.Enabled);
        Assert.Equal(["حملة", "مبادرة"], source.Keep);
        Assert.Equal([".text", "article"], source.Rules!.Body);
        Assert.Equal([".share"], source.Rules.Remove);
    }

    [Fact]
    public void One_feed_is_fetched_once()
    {
        var sources = Parse(
            """
            - {key: a, name: A, feed: 'https://example.org/feed'}
            - {key: b, name: B, feed: 'https://EXAMPLE.org/feed?utm_source=x'}
            - {key: c, name: C, feed: 'https://example.org/feed', enabled: false}
            - {key: d, name: D, feed: 'https://example.org/feed/other'}
            """, out var problems);
        var problem = Assert.Single(problems);
        Assert.Equal((4, 27), (problem.Line, problem.Column));
        Assert.Contains("'a' reads this address already", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.IsNote);
        Assert.Equal(["a", "d"], sources.Where(x => x.Enabled).Select(x => x.Key));
    }

    [Fact]
    public void Fills_in_what_is_left_out()
    {
        var source = Assert.Single(Parse("- {key: a, name: A, feed: 'https://example.org/feed'}", out var problems));
        Assert.Empty(problems);
        Assert.Equal((SourceKind.Feed, "ar", TimeZoneInfo.Utc), (source.Kind, source.Language, source.TimeZone));
        Assert.Equal(new Schedule(null, null), source.Schedule);
        Assert.Equal((TimeSpan.FromSeconds(2), true, false), (source.Delay, source.Enabled, source.AllowPrivate));
        Assert.Null(source.Rules);
    }

    [Theory]
    [InlineData("feed: https://example.org/f\n  nam: x", 6, 3, "did you mean 'name'?")]
    [InlineData("feed: https://example.org/f\n  feed: https://example.org/g", 6, 3, "Duplicate key")]
    [InlineData("feed: ftp://example.org/f", 5, 9, "http:// or https://")]
    [InlineData("feed: https://user:pass@example.org/f", 5, 9, "password")]
    [InlineData("feed: nowhere.xml", 5, 9, "there is no file 'nowhere.xml'")]
    [InlineData("feed: ../secret.xml", 5, 9, "outside the config folder")]
    [InlineData("folder: nowhere", 5, 11, "there is no folder 'nowhere'")]
    [InlineData("country: EG", 3, 3, "one of 'feed', 'sitemap', 'listing', 'urls', 'folder'")]
    [InlineData("feed: https://example.org/f\n  folder: .", 6, 11, "'feed' and 'folder' are both given")]
    [InlineData("feed: https://example.org/f\n  country: Egypt", 6, 12, "ISO 3166")]
    [InlineData("feed: https://example.org/f\n  timezone: Africa/Ciaro", 6, 13, "did you mean 'Africa/Cairo'?")]
    [InlineData("feed: https://example.org/f\n  language: Arabic", 6, 13, "ISO 639")]
    [InlineData("feed: https://example.org/f\n  schedule: every day", 6, 13, "no Quartz cron expression")]
    [InlineData("feed: https://example.org/f\n  every: soon", 6, 10, "30m")]
    [InlineData("feed: https://example.org/f\n  every: 5s", 6, 10, "between 1m and 31d")]
    [InlineData("feed: https://example.org/f\n  every: 5m\n  schedule: 0 0 7 * * ?", 6, 10, "not both")]
    [InlineData("feed: https://example.org/f\n  delay: 0", 6, 10, "allow_private")]
    [InlineData("feed: https://example.org/f\n  delay: 1h", 6, 10, "at most 10m")]
    [InlineData("feed: https://example.org/f\n  enabled: maybe", 6, 12, "true or false")]
    [InlineData("listing: https://example.org/n", 3, 3, "needs 'links'")]
    [InlineData("listing: https://example.org/n\n  links: 'a[['", 6, 10, "no CSS selector")]
    [InlineData("feed: https://example.org/f\n  links: a", 6, 10, "'links' belongs to a 'listing' only")]
    [InlineData("feed: https://example.org/f\n  rules: {body: '>>'}", 6, 17, "no CSS selector")]
    [InlineData("feed: https://example.org/f\n  rules: {boddy: p}", 6, 11, "did you mean 'body'?")]
    [InlineData("feed: https://example.org/f\n  auth: me", 6, 9, "'auth' must be a map")]
    [InlineData("feed: https://example.org/f\n  auth: {password: x}", 6, 10, "unknown key 'password'")]
    [InlineData("feed: https://example.org/f\n  auth: {user: me, header: X}", 6, 9, "either 'user'")]
    [InlineData("feed: https://example.org/f\n  auth: {user: me}", 6, 9, "say where the password is")]
    [InlineData("feed: https://example.org/f\n  auth: {user: me, password_env: PRESSINGEST_TEST_UNSET}", 6, 34, "PRESSINGEST_TEST_UNSET is not set")]
    [InlineData("feed: https://example.org/f\n  auth: {header: X, token_file: nowhere}", 6, 33, "cannot be read")]
    [InlineData("feed: https://example.org/f\n  auth: {header: 'X: y', token_file: nowhere}", 6, 18, "no name of a header")]
    [InlineData("feed: http://example.org/f\n  auth: {user: me, password_env: PATH}", 6, 9, "needs addresses with https")]
    [InlineData("folder: .\n  auth: {user: me, password_env: PATH}", 6, 9, "needs addresses with https")]
    [InlineData("urls: []", 5, 9, "at least one address")]
    [InlineData("urls: [example.org/a]", 5, 10, "http:// or https://")]
    public void Says_what_is_wrong_and_where(string rest, int line, int column, string message)
    {
        var sources = Parse("- key: a\n  name: A\n  " + rest, out var problems);
        Assert.Empty(sources);
        var problem = Assert.Single(problems, x => x.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("A b")]
    [InlineData("خبر")]
    public void Takes_no_key_that_is_hard_to_type(string key) => Assert.Contains("'key' must be made of", Problems($"- {{key: {key}, name: A, feed: 'https://example.org/f'}}").Single().Message, StringComparison.Ordinal);

    [Fact]
    public void Keeps_the_good_sources_and_tells_of_all_the_bad_ones()
    {
        var sources = Parse(
            """
            - {key: a, name: A, feed: 'https://example.org/a'}
            - {key: b, feed: 'https://example.org/b'}
            - {key: A, name: A}
            - {key: a, name: A, feed: 'https://example.org/c'}
            - nothing
            - {key: d, name: D, feed: 'http://localhost/d', delay: 0, every: 2s, allow_private: true}
            """, out var problems);
        Assert.Equal(["a", "d"], sources.Select(x => x.Key));
        Assert.Equal([4, 5, 5, 5, 6, 7], problems.Select(x => x.Line).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("version: 2\nsources: []")]
    [InlineData("version: 1")]
    [InlineData("version: 1\nsources: {a: b}")]
    [InlineData("version: 1\nsources: [\n")]
    [InlineData("just text")]
    public void Tells_a_file_that_is_none(string text)
    {
        var problems = new List<Problem>();
        Assert.Empty(SourcesFile.Parse(new ConfigFile("sources.yaml", text), _ => true, problems));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void The_schema_knows_the_same_keys()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "config", "schema", "sources.schema.json")));
        var properties = schema.RootElement.GetProperty("definitions").GetProperty("source").GetProperty("properties");
        Assert.Equal(SourcesFile.Keys.Order(), properties.EnumerateObject().Select(x => x.Name).Order());
        Assert.Equal(SourceCredential.Keys.Order(), properties.GetProperty("auth").GetProperty("properties").EnumerateObject().Select(x => x.Name).Order());
        Assert.Equal(SourcesFile.RuleKeys.Order(), properties.GetProperty("rules").GetProperty("properties").EnumerateObject().Select(x => x.Name).Order());
    }

    [Fact]
    public void The_examples_in_the_file_as_it_ships_are_in_order()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "config", "sources.yaml");
        var uncommented = string.Join('\n', File.ReadLines(path).SkipWhile(x => !x.StartsWith("sources:", StringComparison.Ordinal)).Where(IsRecord).Select(x => x.Replace("  # ", "  ", StringComparison.Ordinal)));
        var problems = new List<Problem>();
        var sources = SourcesFile.Parse(new ConfigFile(path, "version: 1\nsources:\n" + uncommented), IsCron, problems);
        Assert.All(problems, x => Assert.Matches("there is no f|cannot be read", x.Message));
        Assert.True(sources.Count > 8);

        static bool IsRecord(string line) => line.StartsWith("  # - ", StringComparison.Ordinal) || line.StartsWith("  #   ", StringComparison.Ordinal) || line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith("  - ", StringComparison.Ordinal);
    }

    private static List<Problem> Problems(string sources)
    {
        Parse(sources, out var problems);
        return problems;
    }

    private static IReadOnlyList<Source> Parse(string sources, out List<Problem> problems)
    {
        problems = [];
        return SourcesFile.Parse(new ConfigFile(Path.Combine(AppContext.BaseDirectory, "sources.yaml"), "version: 1\nsources:\n" + sources), IsCron, problems);
    }

    private static bool IsCron(string text) => text.Split(' ').Length == 6;
}
