using PressIngest.Configuration;
using PressIngest.Extraction.Entities;
using PressIngest.Extraction.Quotations;

namespace PressIngest.Tests.Extraction;

public sealed class EntityRulesTests
{
    private const string People = """
        given_names: {m: [محمد, علي, أحمد, حسن], f: [سلمى]}
        roles: [وزير, مدير, لاعب, رئيس]
        organizations: [وزارة, نادي, جمعية]
        """;

    [Theory]
    [InlineData("هاني كامل", "هانى  كامل")]
    [InlineData("عبد الله الأحمد", "عبدالله الاحمد")]
    [InlineData("مُؤمنة", "مـؤمنه")]
    public void A_persons_name_is_its_letters(string name, string other) => Assert.Equal(Parse("").PersonOf(name, []).Key, Parse("").PersonOf(other, []).Key);

    [Theory]
    [InlineData("اليونيسف", "يونيسف")]
    [InlineData("وزارة الصحة", "وزاره الصحه")]
    [InlineData("الهيئة العامة", "هيئة عامة")]
    public void An_organisations_name_is_its_letters_without_the_article(string name, string other) =>
        Assert.Equal(Parse("").NameOf(EntityKind.Organization, name).Key, Parse("").NameOf(EntityKind.Organization, other).Key);

    [Theory]
    [InlineData("MaskUp", "Mask Up")]
    [InlineData("لا تنسوا الكمامة", "لاتنسواالكمامة")]
    [InlineData("لا_تنسوا_الكمامة", "لا تنسوا الكمامه")]
    public void A_campaign_is_its_hashtag(string name, string other) =>
        Assert.Equal(Parse("").NameOf(EntityKind.Campaign, name).Key, Parse("").NameOf(EntityKind.Campaign, other).Key);

    [Theory]
    [InlineData("محمد علي", true)]
    [InlineData("عبد الرحمن حسن", true)]
    [InlineData("محمد", true)]
    [InlineData("محمد علي حسن", false)]
    [InlineData("محمد الراوي", false)]
    [InlineData("سلمى غوتيريش", false)]
    public void A_name_of_given_names_alone_is_borne_by_many(string name, bool isShared) => Assert.Equal(isShared, Parse("").PersonOf(name, []).IsShared);

    [Theory]
    [InlineData("وزير الصحة", "صحه")]
    [InlineData("مدير عام الصحة والسكان", "صحه سكان")]
    [InlineData("الوزير السابق للصحة", "صحه")]
    [InlineData("لاعب نادي الزمالك", "زمالك")]
    [InlineData("رئيس الجمعية", "")]
    public void A_title_tells_people_apart_by_what_it_says_beyond_the_post(string title, string words) =>
        Assert.Equal(words, string.Join(' ', Parse("").PersonOf("محمد علي", [title]).Title));

    [Fact]
    public void What_the_file_says_comes_first()
    {
        var rules = Parse("organizations: {same: [[اليونيسف, UNICEF, منظمة الأمم المتحدة للطفولة]]}\ncampaigns: {different: [[قطرة, قطرة حياة]]}");
        var names = new[] { "يونيسف", "Unicef", "منظمه الأمم المتحدة للطفوله" }.Select(x => rules.NameOf(EntityKind.Organization, x)).ToList();
        Assert.Single(names.Select(x => x.Key).Distinct());
        Assert.All(names, x => Assert.Equal(EntityRules.Override, x.Rule));
        Assert.Equal("اليونيسف", rules.NameFor(EntityKind.Organization, names[0].Key));
        Assert.True(rules.AreDifferent(EntityKind.Campaign, "قطره", "قطرهحياه"));
        Assert.False(rules.AreDifferent(EntityKind.Campaign, "قطره", "شتاء"));
    }

    [Fact]
    public void The_file_tells_people_of_one_name_by_words_of_their_titles()
    {
        var rules = Parse("people: {different: [[محمد علي، الزمالك, محمد علي، الصحة]], same: [[محمد علي، الزمالك, كابتن مو]]}");
        var player = rules.PersonOf("محمد علي", ["لاعب", "نادي الزمالك"]);
        var minister = rules.PersonOf("محمد على", ["وزير الصحة"]);
        Assert.NotEqual(player.Key, minister.Key);
        Assert.Equal(player.Key, rules.PersonOf("كابتن مو", []).Key);
        Assert.Equal(EntityRules.Letters, rules.PersonOf("محمد علي", ["مدير البلدية"]).Rule);
        Assert.Equal("محمد علي", rules.NameFor(EntityKind.Person, player.Key));
    }

    [Theory]
    [InlineData("الوزارة", false)]
    [InlineData("جمعية", false)]
    [InlineData("وزارة الصحة", true)]
    public void A_body_without_a_name_is_nobody_in_particular(string organization, bool isNamed) => Assert.Equal(isNamed, Parse("").IsNamed(organization));

    [Theory]
    [InlineData("people: {same: [[أحمد]]}", 1, 17, "at least two names")]
    [InlineData("people: {different: [[أحمد]]}", 1, 22, "at least two names")]
    [InlineData("people: {same: [[أحمد, {a: b}, علي]]}", 1, 24, "single value")]
    [InlineData("people: {sam: []}", 1, 10, "did you mean 'same'?")]
    [InlineData("persons: {}", 1, 1, "unknown key 'persons'")]
    [InlineData("campaigns: {same: [[a, b], [c, A]]}", 1, 32, "'A' stands in two groups")]
    [InlineData("campaigns: {different: [[شتاء دافئ, شتاء_دافئ]]}", 1, 25, "are one name")]
    public void Says_what_is_wrong_and_where(string text, int line, int column, string message)
    {
        var problems = new List<Problem>();
        Parse(text, problems);
        var problem = Assert.Single(problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    private static EntityRules Parse(string text, List<Problem>? problems = null)
    {
        problems ??= [];
        var people = NameLexicon.Parse(ConfigNode.Parse("people.yaml", People, [])!);
        return EntityRules.Parse(ConfigNode.Parse(EntityRules.FileName, text.Length == 0 ? "ranks: [عام, سابق]" : text, problems), people);
    }
}
