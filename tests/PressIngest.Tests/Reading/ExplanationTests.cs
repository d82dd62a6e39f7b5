using System.Text;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

public class ExplanationTests
{
    [Fact]
    public void Says_which_block_won_and_what_was_left_out()
    {
        var page = PageCase.Load("mid-text-furniture");
        var explanation = PageReader.Explain(page.Bytes, page.Context).Explanation;
        Assert.Contains("words of prose", explanation.MainText, StringComparison.Ordinal);
        Assert.Contains("other articles: اقرأ أيضا: الحكومة تؤجل مناقصة استيراد القمح", explanation.Removed);
        Assert.Contains("advertisement: إعلان", explanation.Removed);
    }

    [Fact]
    public void Says_what_each_rule_matched()
    {
        var page = PageCase.Load("site-rules-drifted");
        Assert.Equal(["body: div.old-design matches 0", "body: div[[ is no selector"], PageReader.Explain(page.Bytes, page.Context).Explanation.Rules);
    }

    [Fact]
    public void Names_the_block_by_where_it_stands_and_those_that_came_next()
    {
        var paragraph = string.Concat(Enumerable.Repeat("افتتح أمس السوق الجديد في وسط المدينة، وبدأ التجار بنقل بضائعهم إليه. ", 20));
        var page = $"<html><body><div id=story><div><p>{paragraph}</p><p>{paragraph}</p><p>{paragraph}</p></div></div><div class=notes><p>{paragraph[..75]}</p></div></body></html>";
        var explanation = PageReader.Explain(Encoding.UTF8.GetBytes(page)).Explanation;
        Assert.StartsWith("div#story > div has", explanation.MainText, StringComparison.Ordinal);
        Assert.StartsWith("div.notes: ", Assert.Single(explanation.Rivals), StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_the_text_that_a_feed_carries()
    {
        var article = PageReader.ReadFragment("<p>افتتح أمس السوق الجديد في وسط المدينة، وبدأ التجار بنقل بضائعهم إليه.</p><p>تابعنا على فيسبوك</p><script>track()</script>");
        Assert.Equal("افتتح أمس السوق الجديد في وسط المدينة، وبدأ التجار بنقل بضائعهم إليه.", article.Text);
    }

    [Fact]
    public void Empty_bytes_are_an_empty_page() => Assert.Equal(PageKind.Empty, PageReader.Read(Encoding.UTF8.GetBytes("")).Kind);
}
