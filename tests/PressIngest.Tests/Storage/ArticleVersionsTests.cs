namespace PressIngest.Tests.Storage;

public sealed class ArticleVersionsTests : IDisposable
{
    private readonly TestStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void An_earlier_text_is_kept_with_the_time_it_stood_there()
    {
        Save("النص الأول كما نشر", hour: 0);
        Save("النص الأول كما نشر", hour: 3);
        Save("النص الثاني بعد التصحيح", hour: 5);
        Assert.Equal(
            [
                ("النص الأول كما نشر", "2026-03-04T10:00:00Z", "2026-03-04T13:00:00Z", 0L),
                ("النص الثاني بعد التصحيح", "2026-03-04T15:00:00Z", "2026-03-04T15:00:00Z", 1L),
            ],
            Versions());
        Assert.Equal(["النص الثاني بعد التصحيح"], _store.Query<string>("SELECT text FROM articles"));
    }

    [Fact]
    public void Another_headline_is_another_version()
    {
        Save("نص", hour: 0, title: "عنوان");
        Save("نص", hour: 1, title: "عنوان آخر");
        Assert.Equal(["عنوان", "عنوان آخر"], _store.Query<string>("SELECT title FROM versions ORDER BY first_seen"));
    }

    [Fact]
    public void White_space_makes_no_version()
    {
        Save("فقرة أولى\n\nفقرة ثانية", hour: 0);
        Save("فقرة أولى فقرة  ثانية", hour: 1);
        Assert.Equal([("فقرة أولى فقرة  ثانية", "2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z", 1L)], Versions());
    }

    [Fact]
    public void A_text_that_comes_back_is_the_version_that_it_was()
    {
        for (var hour = 0; hour < 6; hour++) Save(hour % 2 == 0 ? "نص أ" : "نص ب", hour);
        Assert.Equal(
            [("نص أ", "2026-03-04T10:00:00Z", "2026-03-04T14:00:00Z", 0L), ("نص ب", "2026-03-04T11:00:00Z", "2026-03-04T15:00:00Z", 1L)], Versions());
    }

    [Fact]
    public void Of_a_text_that_changes_all_the_time_the_first_and_the_latest_are_kept()
    {
        for (var hour = 0; hour < 70; hour++) Save($"نص الساعة {hour}", hour);
        var texts = Versions().Select(x => x.Text).ToList();
        Assert.Equal(["نص الساعة 0", .. Enumerable.Range(20, 50).Select(x => $"نص الساعة {x}")], texts);
    }

    private void Save(string text, int hour, string title = "عنوان") =>
        _store.Save(StoredArticles.Create(title: title, text: text) with { FetchedAt = TestStore.Now.AddHours(hour) });

    private List<(string Text, string First, string Last, long IsCurrent)> Versions() =>
        _store.Query<(string, string, string, long)>("SELECT text, first_seen, last_seen, is_current FROM versions ORDER BY first_seen");
}
