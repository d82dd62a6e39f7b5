using PressIngest.Extraction;
using PressIngest.Extraction.Campaigns;

namespace PressIngest.Tests.Extraction;

public sealed class CampaignLinkerTests
{
    /// <summary>A figure stands at the digits of each text; the campaign it belongs to is expected by name.</summary>
    [Theory]
    [InlineData("وصلت حملة «شتاء دافئ» إلى 900 أسرة.", "شتاء دافئ")]
    [InlineData("انطلقت حملة «شتاء دافئ» أمس. وتصل الحملة إلى 900 أسرة.", "شتاء دافئ")]
    [InlineData("انطلقت حملة «شتاء دافئ» أمس. ويبلغ سكان المدينة 900 ألف.", null)]
    [InlineData("زار الوزير 900 أسرة. ثم انطلقت حملة «شتاء دافئ» أمس.", null)]
    [InlineData("انطلقت حملة «شتاء دافئ» ومبادرة «رفوف» أمس. وتصل المبادرة إلى 900 قارئ.", "رفوف")]
    [InlineData("انطلقت حملة «شتاء دافئ» ومبادرة «رفوف» أمس. وتصل الحملة إلى 900 أسرة.", "شتاء دافئ")]
    [InlineData("بدأت حملة «شتاء دافئ»، فيما جمعت مبادرة «رفوف» نحو 900 كتاب.", "رفوف")]
    [InlineData("جمع 900 متطوع من حملة «شتاء دافئ» ما يكفي.", "شتاء دافئ")]
    [InlineData("انطلقت مبادرة «رفوف» أمس. وأنفقت الحملة الانتخابية 900 ألف.", null)]
    [InlineData("جمعت الحملة 900 كتاب.", null)]
    public void Links_a_figure_to_the_campaign_of_its_sentence(string text, string? campaign)
    {
        var document = Document.Create(text);
        var campaigns = CampaignFinder.Find(document, TestLexicon.Shipped, []);
        var figure = new Figure { Value = 900, Unit = FigureUnit.Count, Mention = new Mention(new Span(text.IndexOf("900", StringComparison.Ordinal), 3)), Rule = "given" };

        var linked = Assert.Single(CampaignLinker.Link(document, TestLexicon.Shipped, new Facts { Campaigns = campaigns, Figures = [figure] }).Figures);

        Assert.Equal(campaign, linked.Campaign is { } index ? campaigns[index].Name : null);
    }

    [Fact]
    public void Links_quotations_and_dates_too()
    {
        const string Text = "قالت المديرة إن حملة «شتاء دافئ» تبدأ في 20 نوفمبر.";
        var document = Document.Create(Text);
        var said = new Quotation { Kind = QuotationKind.Indirect, Mention = new Mention(new Span(16, 34)), Rule = "given" };
        var date = new Date { From = new DateOnly(2025, 11, 20), Mention = new Mention(new Span(41, 9)), Rule = "given" };

        var linked = CampaignLinker.Link(document, TestLexicon.Shipped, new Facts { Campaigns = CampaignFinder.Find(document, TestLexicon.Shipped, []), Quotations = [said], Dates = [date] });

        Assert.Equal(0, Assert.Single(linked.Quotations).Campaign);
        Assert.Equal(0, Assert.Single(linked.Dates).Campaign);
    }
}
