using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>Search as a client does it that knows nothing of this program: a plain connection, SQL alone, words typed as people type them.</summary>
public sealed class SearchTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _client;

    public SearchTests()
    {
        using (var writer = new WriterConnection(new Database(_folder.File("press.db"))))
        {
            var run = new RunStore(writer).Start("samples", "عينات", "SA", Now);
            Save(1, "يوم في الحي", "زارت المدرسةُ أحمدَ في القاهرة");
            Save(2, "افتتاح مدرسه", "قال احمـــد إن العام يبدأ غدا");
            Save(3, "نشرة", "وبالمدرسة مكتبة كبيرة، ومسؤولية إدارتها على MaskUp");
            Save(4, "نشرة أخرى", "عن مدرسة أحمد ومكتبتها للمدرسة والمكتبات");

            void Save(int number, string title, string text)
            {
                var article = StoredArticles.Create($"https://a.example/{number}", title, text);
                new ArticleStore(writer).Save(article, new LinkRecord { Url = article.Url, SourceId = run.SourceId, Outcome = LinkOutcomes.Stored, FirstSeenAt = Now, CheckedAt = Now });
            }
        }

        _client = new SqliteConnection($"Data Source={_folder.File("press.db")};Mode=ReadOnly;Pooling=False");
        _client.Open();
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("أحمد", 1, 2, 4)]
    [InlineData("احمد", 1, 2, 4)]
    [InlineData("أَحْمَد", 1, 2, 4)]
    [InlineData("أحـمـد", 1, 2, 4)]
    [InlineData("مدرسة", 2, 4)]
    [InlineData("مدرسه", 2, 4)]
    [InlineData("مَدْرَسَةٌ", 2, 4)]
    [InlineData("ﻣﺪﺭﺳﺔ", 2, 4)]
    [InlineData("المدرسة", 1)]
    [InlineData("مسؤولية")]
    [InlineData("ومسوولية", 3)]
    [InlineData("maskup", 3)]
    [InlineData("MASKUP", 3)]
    [InlineData("مكتب*", 3)]
    [InlineData("مدرسة أحمد", 4)]
    [InlineData("أحمد مدرسة")]
    [InlineData("غائب")]
    [InlineData("\"")]
    [InlineData("مدرسة\" OR \"احمد")]
    public void Finds_a_word_however_it_is_spelled(string word, params int[] expected) => Assert.Equal(expected, Found("search", word));

    [Theory]
    [InlineData("مدرسة", 1, 2, 3, 4)]
    [InlineData("المدرسة", 1, 2, 3, 4)]
    [InlineData("مسؤولية", 3)]
    [InlineData("مكتبات", 4)]
    [InlineData("أحمد", 1, 2, 4)]
    public void Finds_it_with_what_is_written_onto_it_where_that_is_asked_for(string word, params int[] expected) => Assert.Equal(expected, Found("search_attached", word));

    [Fact]
    public void All_of_several_words_must_be_there()
    {
        Assert.Equal([2, 4], Found("search", "أحمد", "مدرسة"));
        Assert.Equal([1, 2, 4], Found("search_attached", "أحمد", "مدرسة"));
        Assert.Empty(Found("search", "أحمد", "غائب"));
    }

    [Fact]
    public void A_word_of_the_title_ranks_higher_and_the_snippet_shows_the_spelling_as_stored()
    {
        var rows = _client.Query<(string Url, string Found)>("SELECT url, found FROM search WHERE words = json_array('مدرسة') ORDER BY rank").ToList();
        Assert.Equal([("https://a.example/2", "افتتاح [مدرسه]"), ("https://a.example/4", "عن [مدرسة] أحمد ومكتبتها للمدرسة والمكتبات")], rows);
        Assert.Equal("قال [احمـــد] إن العام يبدأ غدا", _client.QuerySingle<string>("SELECT found FROM search WHERE words = '\"أحمد\"' AND url LIKE '%/2'"));
    }

    [Theory]
    [InlineData("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'أحمد'", 0)]
    [InlineData("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH 'احمد'", 3)]
    [InlineData("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH (SELECT as_typed FROM typed_words WHERE words = json_array('أحمد'))", 3)]
    [InlineData("SELECT COUNT(*) FROM articles_fts WHERE articles_fts MATCH (SELECT as_typed FROM typed_words WHERE words = json_array('نشرة')) || ' NOT احمد'", 1)]
    public void The_index_itself_is_asked_folded_as_the_dictionary_says(string sql, int expected) => Assert.Equal(expected, _client.ExecuteScalar<int>(sql));

    [Fact]
    public void Without_words_there_is_nothing_and_no_error() => Assert.Equal(0, _client.ExecuteScalar<int>("SELECT COUNT(*) FROM search"));

    [Fact]
    public void The_index_is_asked_first() => Assert.Contains(
        _client.Query<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN SELECT url, found FROM search WHERE words = json_array('مدرسة') ORDER BY rank").Select(x => x.Detail),
        x => x.Contains("articles_fts VIRTUAL TABLE INDEX", StringComparison.Ordinal) && x.EndsWith("M2", StringComparison.Ordinal));

    [Fact]
    public void SQL_folds_as_the_index_is_folded()
    {
        var letters = Gen.OneOf(Gen.Choose(0x0600, 0x06FF), Gen.Choose(0x0750, 0x077F), Gen.Choose(0x00C0, 0x024F), Gen.Choose(0xFB50, 0xFDFB), Gen.Choose(0xFE70, 0xFEFC), Gen.Choose('a', 'z'), Gen.Choose('0', '9'))
            .Select(x => (char)x);
        var words = Gen.Choose(1, 12).SelectMany(letters.ArrayOf).Select(x => new string(x));
        Prop.ForAll(words.ToArbitrary(), word =>
        {
            var query = _client.QuerySingle<string>("SELECT as_typed FROM typed_words WHERE words = json_array(@word)", new { word });
            return query == $"\"{ArabicText.Fold(word)}\"";
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_240_501, 7));
    }

    private List<int> Found(string view, params string[] words) =>
        [.. _client.Query<string>($"SELECT url FROM {view} WHERE words = @words ORDER BY url", new { words = System.Text.Json.JsonSerializer.Serialize(words) }).Select(x => x[^1] - '0')];
}
