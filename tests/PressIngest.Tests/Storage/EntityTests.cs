using Dapper;
using PressIngest.Configuration;
using PressIngest.Extraction;
using PressIngest.Extraction.Entities;
using PressIngest.Extraction.Quotations;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

/// <summary>Names across articles: what becomes one, what does not, why, and how the configuration overrules it.</summary>
public sealed class EntityTests : IDisposable
{
    private const string Names = "given_names: {m: [محمد, علي]}\nroles: [وزير, لاعب, حارس, مدير]";
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("press-entities-").FullName;
    private readonly Database _database;
    private readonly WriterConnection _writer;
    private readonly long _source;
    private int _articles;

    public EntityTests()
    {
        _database = new Database(Path.Combine(_folder, "press.db"));
        _writer = new WriterConnection(_database);
        _source = new RunStore(_writer).Start("samples", "Samples", "EG", Now).SourceId;
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Spellings_of_one_name_are_one()
    {
        Save(Person("هاني كامل", "مدير"));
        Save(Person("هانى كامل", "وزير الصحة"));
        Assert.Equal(1, Count("SELECT COUNT(DISTINCT person_id) FROM people"));
        Assert.Equal(["هاني كامل letters", "هانى كامل letters"], Query("SELECT spelling || ' ' || rule FROM spellings WHERE kind = 'person' ORDER BY article_id"));
    }

    [Fact]
    public void Titles_that_change_are_kept_with_their_dates()
    {
        Save(Now.AddDays(-30), Person("سلمى الراوي", "مدير الصحة"));
        Save(Now, Person("سلمى الراوي", "وزير الصحة"));
        Assert.Equal(
            ["مدير الصحة 2026-02-02T10:00:00Z 2026-02-02T10:00:00Z", "وزير الصحة 2026-03-04T10:00:00Z 2026-03-04T10:00:00Z"],
            Query("SELECT role || ' ' || first_seen || ' ' || last_seen FROM people ORDER BY first_seen"));
    }

    [Fact]
    public void Bearers_of_a_name_that_many_bear_are_told_by_their_titles()
    {
        Save(Person("محمد علي", "لاعب الزمالك"));
        Save(Person("محمد علي", "وزير الصحة"));
        Save(Person("محمد على", "حارس الزمالك"));
        Save(Person("محمد علي", "وزير الصحة والسكان"));
        Assert.Equal(
            ["لاعب الزمالك+حارس الزمالك", "وزير الصحة+وزير الصحة والسكان"],
            Query("SELECT group_concat(role, '+') FROM (SELECT * FROM people ORDER BY role = 'حارس الزمالك', role) GROUP BY person_id ORDER BY person_id"));
    }

    [Fact]
    public void A_campaign_is_known_by_the_hashtag_that_another_article_gives_it()
    {
        Save(Campaign("لا تنسوا الكمامة", "MaskUp"));
        Save(Campaign("Mask Up"));
        Save(Campaign("لاتنسواالكمامة"));
        Assert.Equal(1, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
        Assert.Equal(["MaskUp hashtag", "Mask Up letters"], Query("SELECT spelling || ' ' || rule FROM spellings WHERE spelling LIKE 'Mask%' ORDER BY article_id"));
    }

    [Fact]
    public void Two_campaigns_become_one_when_an_article_gives_both_names_and_facts_follow()
    {
        Save(Campaign("شتاء دافئ"));
        var second = Save(Campaign("دفء") with { Figures = [new Figure { Value = 5, Unit = FigureUnit.Count, Mention = At, Campaign = 0, Rule = "digits" }] });
        Assert.Equal(2, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
        Save(Campaign("شتاء دافئ", "دفء"));
        Assert.Equal(1, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
        Assert.Equal(1, Count($"SELECT COUNT(*) FROM figures f JOIN campaigns c USING (campaign_id, article_id) WHERE f.article_id = {second}"));
        Assert.Equal(1, Count("SELECT COUNT(*) FROM campaign"));
        Assert.Empty(Query("SELECT * FROM pragma_foreign_key_check"));
    }

    [Fact]
    public void A_tag_of_several_campaigns_makes_them_not_one()
    {
        Save(Campaign("شتاء دافئ", "كورونا"));
        Save(Campaign("صيف بارد", "كورونا"));
        Save(Campaign("كورونا"));
        Assert.Equal(3, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
    }

    [Fact]
    public void Two_campaigns_of_one_article_stay_two()
    {
        Save(Campaign("بيتي يوفر"));
        Save(new Facts { Campaigns = [One("كل قطرة", "بيتي_يوفر"), One("بيتي يوفر")] });
        Assert.Equal(2, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
    }

    [Fact]
    public void Organisations_are_one_across_scripts_where_the_file_says_so()
    {
        var rules = Rules("organizations: {same: [[اليونيسف, UNICEF]]}");
        Save(Person("سلمى الراوي", "مدير", "يونيسف"), rules);
        Save(Person("هاني كامل", "مدير", "UNICEF"), rules);
        Assert.Equal(["اليونيسف UNICEF", "اليونيسف يونيسف"], Query("SELECT name || ' ' || spelling FROM organizations ORDER BY spelling"));
        Assert.Equal(["entities.yaml"], Query("SELECT DISTINCT rule FROM spellings WHERE kind = 'organization'"));
    }

    [Fact]
    public void What_was_made_one_is_two_again_when_the_file_says_so_and_numbers_stay()
    {
        var (first, second) = (Campaign("شتاء دافئ", "دفء"), Campaign("دفء"));
        var articles = new[] { Save(first), Save(second) };
        var before = Query("SELECT campaign_id FROM campaigns WHERE article_id = 1");
        var rules = Rules("campaigns: {different: [[شتاء دافئ, دفء]]}");
        for (var round = 0; round < 2; round++)
        {
            Replace(articles[0], first, rules);
            Replace(articles[1], second, rules);
            Assert.Equal(2, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
            Assert.Equal(before, Query("SELECT campaign_id FROM campaigns WHERE article_id = 1"));
        }

        Replace(articles[0], first, Rules(""));
        Replace(articles[1], second, Rules(""));
        Assert.Equal(1, Count("SELECT COUNT(DISTINCT campaign_id) FROM campaigns"));
        Assert.Equal(1, Count("SELECT COUNT(*) FROM campaign"));
    }

    [Fact]
    public void A_second_extraction_gives_the_same_numbers()
    {
        var facts = Person("محمد علي", "وزير الصحة");
        var article = Save(facts);
        var before = Query("SELECT person_id FROM people");
        Replace(article, facts, Rules(""));
        Assert.Equal(before, Query("SELECT person_id FROM people"));
        Replace(article, new Facts(), Rules(""));
        Assert.Equal(0, Count("SELECT COUNT(*) FROM person"));
    }

    [Fact]
    public void A_spelling_that_no_article_has_any_more_is_nobodys_name()
    {
        var article = Save(Person("هاني كامل", "مدير"));
        Save(Person("هانى كامل", "مدير"));
        Assert.Equal(["هاني كامل"], Query("SELECT DISTINCT name FROM people"));
        Replace(article, new Facts(), Rules(""));
        Assert.Equal(["هانى كامل"], Query("SELECT DISTINCT name FROM people"));
    }

    private static readonly Mention At = new(new Span(0, 6));

    private static Facts Person(string name, string role, string? organization = null) =>
        new() { People = [new Person { Name = name, Role = role, Organization = organization, Mentions = [At] }] };

    private static Facts Campaign(string name, params string[] hashtags) => new() { Campaigns = [One(name, hashtags)] };

    private static Campaign One(string name, params string[] hashtags) => new() { Name = name, Kind = "حملة", Hashtags = hashtags, Mentions = [At], Rule = "marked" };

    private static EntityRules Rules(string text) =>
        EntityRules.Parse(text.Length == 0 ? null : ConfigNode.Parse("entities.yaml", text, []), NameLexicon.Parse(ConfigNode.Parse("people.yaml", Names, [])!));

    private long Save(Facts facts, EntityRules? rules = null) => Save(Now, facts, rules);

    private long Save(DateTimeOffset published, Facts facts, EntityRules? rules = null)
    {
        var article = StoredArticles.Create($"https://a.example/{++_articles}", text: "الحملة بدأت.") with { Facts = facts, PublishedAt = published, Entities = rules ?? Rules("") };
        new ArticleStore(_writer).Save(article, new LinkRecord { Url = article.Url, SourceId = _source, Outcome = LinkOutcomes.Stored, FirstSeenAt = Now, CheckedAt = Now });
        return _articles;
    }

    private void Replace(long article, Facts facts, EntityRules rules)
    {
        var stored = new StoredTexts(_database).All(new StoredSelection(null, null, new Dictionary<string, string>())).Single(x => x.Id == article);
        new ArticleStore(_writer).Renew(stored, new RenewedArticle(facts, "2+test", null, null, null) { Entities = rules }, isRehearsal: false);
    }

    private int Count(string sql) => Connect(x => x.ExecuteScalar<int>(sql));

    private List<string> Query(string sql) => Connect(x => x.Query<string>(sql).ToList());

    private T Connect<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, T> work)
    {
        using var connection = _database.OpenForReading();
        return work(connection);
    }
}
