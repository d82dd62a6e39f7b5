using PressIngest.Extraction;
using PressIngest.Extraction.Campaigns;

namespace PressIngest.Tests.Extraction;

public sealed class CampaignTests
{
    /// <summary>Each campaign as everything it is called, its name first, hashtags with their sign.</summary>
    public sealed record Spec(string Case, string Text, string[][] Campaigns)
    {
        public override string ToString() => Case;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() =>
        SpecFile.Read<Spec>("campaigns.json").Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_the_campaigns_of_the_text_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var found = Extractor.Extract(null, spec.Text, TestLexicon.Shipped).Campaigns;

        Assert.Equal(spec.Campaigns.Select(x => string.Join(" | ", x)), found.Select(Called));
    }

    [Theory]
    [InlineData("أطلقت وزارة الصحة حملة «نبضك يهمنا» أمس.", "وزارة الصحة")]
    [InlineData("أعلنت منصة «ورق» عن إطلاق تحدي «صفحة كل يوم» أمس.", "منصة «ورق»")]
    [InlineData("تستمر حملة «نبضك يهمنا» التي أطلقتها وزارة الصحة منذ عام.", "وزارة الصحة")]
    [InlineData("تنشط حملة «رفق» التابعة للجمعية الوطنية في القرى.", "الجمعية الوطنية")]
    [InlineData("لاقت مبادرة بلدية الميناء «رصيفنا نظيف» ترحيبا.", "بلدية الميناء")]
    [InlineData("شركة ينابيع تطلق حملة «كل قطرة»", "شركة ينابيع")]
    [InlineData("أطلقت ورق بوك، المنصة العربية للكتب، مبادرة «رفوف» أمس.", "ورق بوك")]
    [InlineData("اجتمعت هيئة السياحة البحرية أمس. وأطلقت الهيئة مبادرة «رفوف».", "هيئة السياحة البحرية")]
    [InlineData("أطلقت البلدية سوقا للزهور تزامنا مع مبادرة «رفوف» أمس.", null)]
    [InlineData("أطلقت اللجنة الأولمبية مبادرة «رفوف» أمس.", "اللجنة الأولمبية")]
    [InlineData("أطلقت مجموعة من الطلاب مبادرة «رفوف» أمس.", null)]
    [InlineData("زار الوزير معرض حملة «نبضك يهمنا» أمس.", null)]
    public void Says_who_launched_a_campaign_where_the_sentence_does(string text, string? organization) =>
        Assert.Equal(organization, Assert.Single(Extractor.Extract(null, text, TestLexicon.Shipped).Campaigns).Organization);

    [Fact]
    public void Mentions_are_every_place_of_a_name_and_hold_it_to_the_letter()
    {
        const string Text = "انطلقت حملة «شتاءٌ دافئ» (#WarmWinter). ووصلت شتاء دافئ إلى القرى، وشكر الأهالي حملة شتاء على #warmwinter.";
        var campaign = Assert.Single(Extractor.Extract(null, Text, TestLexicon.Shipped).Campaigns);

        Assert.Equal(["شتاءٌ دافئ", "#WarmWinter", "شتاء دافئ", "شتاء", "#warmwinter"], campaign.Mentions.Select(x => x.Span.In(Text)));
    }

    [Fact]
    public void A_campaign_of_the_headline_is_that_of_the_text()
    {
        var campaign = Assert.Single(Extractor.Extract("«شتاء دافئ» تعود", "أطلقت الجمعية حملة «شتاء دافئ» أمس.", TestLexicon.Shipped).Campaigns);

        Assert.Equal([(Place.Title, 1), (Place.Text, 20)], campaign.Mentions.Select(x => (x.Place, x.Span.Start)));
    }

    [Fact]
    public void Keeps_the_noun_it_is_called_by() =>
        Assert.Equal("مبادرة", Assert.Single(Extractor.Extract(null, "شاركوا بمبادرتهم «رفوف» أمس.", TestLexicon.Shipped).Campaigns).Kind);

    [Fact]
    public void Mentions_lie_in_the_text_and_hold_letters_of_a_name_whatever_the_text() => AnyText.Satisfies(text =>
    {
        foreach (var campaign in Extractor.Extract(null, text, TestLexicon.Shipped).Campaigns)
        {
            var names = campaign.Aliases.Concat(campaign.Hashtags).Append(campaign.Name).Select(CampaignRoll.Key).ToList();
            Assert.All(names, x => Assert.NotEqual("", x));
            Assert.NotEmpty(campaign.Mentions);
            Assert.All(campaign.Mentions, x => Assert.Contains(names, name => name.StartsWith(CampaignRoll.Key(x.Span.In(text)), StringComparison.Ordinal)));
        }
    });

    private static string Called(Campaign campaign) =>
        string.Join(" | ", new[] { campaign.Name }.Where(x => !campaign.Hashtags.Contains(x)).Concat(campaign.Aliases).Concat(campaign.Hashtags.Select(x => "#" + x)));
}
