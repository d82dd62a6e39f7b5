using Dapper;
using PressIngest.Storage;
using PressIngest.Tests.Fetching;

namespace PressIngest.Tests.EndToEnd;

/// <summary>Today's reading and rules over what is stored, by the program itself.</summary>
public sealed class ReextractionTests : IDisposable
{
    private readonly PressProgram _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_word_taken_out_and_put_back_moves_its_facts_out_and_back_and_no_others()
    {
        await _program.RunAsync("once");
        var before = Facts();
        // One verb of speaking less: what أكد introduces is no quotation any more.
        var speech = File.ReadAllText(Path.Combine(_program.Folder, "config/lexicon/speech.yaml"));
        var without = string.Join('\n', speech.Split('\n').Where(x => !x.StartsWith("    أكد:", StringComparison.Ordinal)));
        Assert.NotEqual(speech, without);

        _program.Write("config/lexicon/speech.yaml", without);
        var rehearsed = await _program.RunAsync("reextract", "--dry-run");
        Assert.Equal(0, rehearsed.ExitCode);
        Assert.StartsWith("would change", rehearsed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(), StringComparison.Ordinal);
        Assert.Contains(rehearsed.Output.Split('\n'), x => x.StartsWith("- quote", StringComparison.Ordinal));
        Assert.Equal(before, Facts());

        var changed = await _program.RunAsync("reextract");
        Assert.StartsWith("changed", changed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(), StringComparison.Ordinal);
        var after = Facts();
        Assert.True(after.Count < before.Count || !after.SequenceEqual(before));
        Assert.NotEmpty(Query<long>("SELECT fact_id FROM fact_history WHERE gone_rule_set IS NOT NULL"));

        _program.Write("config/lexicon/speech.yaml", speech);
        await _program.RunAsync("reextract");
        Assert.Equal(before, Facts());
        Assert.Contains("every article", (await _program.RunAsync("reextract")).Output, StringComparison.Ordinal);
        var again = await _program.RunAsync("reextract", "--all");
        Assert.Contains(": 0 facts came, 0 went, 0 changed,", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("read differently", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_ended_goes_on_with_the_articles_that_are_left()
    {
        _program.Write("config/inbox/note.txt", "عنوان\n\nأطلقت الجمعية حملة «نبض الحي» عبر #نبض_الحي.\n");
        _program.Write("config/sources.yaml", "sources:\n  - {key: samples, name: عينات, folder: samples, every: 1h}\n  - {key: inbox, name: وارد, folder: inbox, every: 1h}\n");
        await _program.RunAsync("once");
        _program.Write("config/lexicon/dates.yaml", File.ReadAllText(Path.Combine(_program.Folder, "config/lexicon/dates.yaml")) + "\n# one line more\n");
        Assert.Contains("of 1 article:", (await _program.RunAsync("reextract", "--source", "inbox")).Output, StringComparison.Ordinal);
        var left = Query<long>("SELECT COUNT(*) FROM articles WHERE source = 'samples'").Single();
        Assert.Contains($"of {left} articles:", (await _program.RunAsync("reextract")).Output, StringComparison.Ordinal);
        Assert.Contains("of 0 articles:", (await _program.RunAsync("reextract")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_read_again_where_reading_has_changed()
    {
        const string page = "<html lang=ar><body><article><h1>المكتبة</h1><p>خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد، وهو نص طويل بما يكفي ليكون مقالا يقرؤه الناس في بيوتهم ومقاهيهم كل صباح.</p>" +
            "<p>وتستعد المكتبة لاستقبال زوارها بعد أعمال ترميم طالت قاعاتها القديمة ورفوفها الخشبية، وبعد أن نقلت كتبها إلى مبنى مجاور طوال العام.</p>" +
            "<p class=extra>وقال سامر النجار: «نفتح الأبواب كل يوم». وهذه فقرة ملحقة بالخبر لا يريدها أحد في النص المخزن.</p></article></body></html>";
        const string source = "sources:\n  - {key: inbox, name: وارد, folder: inbox, every: 1h}\n";
        _program.Write("config/inbox/page.html", page);
        _program.Write("config/sources.yaml", source);
        await _program.RunAsync("once");
        Assert.Contains("فقرة ملحقة", Query<string>("SELECT text FROM articles").Single(), StringComparison.Ordinal);
        Assert.Equal(1, Query<long>("SELECT COUNT(*) FROM quotes").Single());

        _program.Write("config/sources.yaml", source.Replace("every: 1h", "every: 1h, rules: {remove: '.extra'}", StringComparison.Ordinal));
        var finished = await _program.RunAsync("reextract");
        Assert.Contains("1 article read differently from the stored page", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("فقرة ملحقة", Query<string>("SELECT text FROM articles").Single(), StringComparison.Ordinal);
        Assert.Equal(0, Query<long>("SELECT COUNT(*) FROM quotes").Single());
        Assert.Equal(1, Query<long>("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'المكتبه'").Single());
        Assert.Equal(0, Query<long>("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'ملحقه'").Single());
        Assert.Contains("of 0 articles:", (await _program.RunAsync("reextract")).Output, StringComparison.Ordinal);

        _program.Write("config/sources.yaml", source);
        await _program.RunAsync("reextract");
        Assert.Equal(1, Query<long>("SELECT COUNT(*) FROM quotes").Single());
    }

    [Fact]
    public async Task Articles_of_several_pages_and_of_a_feed_alone_are_read_again_as_they_were()
    {
        await using var site = await TestSite.StartAsync();
        const string body = "خبر من صحيفة الميناء عن حياة المدينة ومكتباتها وناسها في هذا الموسم الثقافي الجديد الذي يستمر ثلاثة أشهر.";
        _program.Write("config/sources.yaml", PressPages.Sources(site.Address, "1h"));
        site.Put("/news/1001", PressPages.Article("المكتبة", body).Replace("</head>", $"<link rel=\"next\" href=\"{site.Url("/news/1001?page=2")}\"></head>", StringComparison.Ordinal));
        site.Put("/news/1001?page=2", PressPages.Article("المكتبة", "وهذه تتمة الخبر في صفحته الثانية، وفيها ما لم يقل في الأولى عن زوار المكتبة وكتبها النادرة."));
        site.Fail("/news/2", 410);
        site.Put("/feed", PressPages.Feed(site.Address, (1001, "المكتبة"), (2, "معرض الكتاب")).Replace(
            "/news/2</link></item>", $"/news/2</link><content:encoded><![CDATA[<p>{body}</p><p>{body}</p>]]></content:encoded></item>", StringComparison.Ordinal), "application/rss+xml");
        await _program.RunAsync("once");
        var before = Query<(string, string, string)>("SELECT url, title, text FROM articles ORDER BY url");
        Assert.Equal(2, before.Count);
        Assert.Contains("تتمة الخبر", before[0].Item3, StringComparison.Ordinal);

        var finished = await _program.RunAsync("reextract", "--all");
        Assert.Equal(0, finished.ExitCode);
        Assert.DoesNotContain("stays as it is", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("read differently", finished.Output, StringComparison.Ordinal);
        Assert.Equal(before, Query<(string, string, string)>("SELECT url, title, text FROM articles ORDER BY url"));
    }

    private List<(long, string, string)> Facts() => Query<(long, string, string)>("SELECT id, type, identity FROM fact ORDER BY id");

    private List<T> Query<T>(string sql)
    {
        using var connection = new Database(_program.Database).OpenForReading();
        return [.. connection.Query<T>(sql)];
    }
}
