using PressIngest.Extraction;
using PressIngest.Extraction.Tags;

namespace PressIngest.Tests.Extraction;

public sealed class HashtagTests
{
    public sealed record Spec(string Case, string Text, string[] Hashtags, string[] Handles)
    {
        public override string ToString() => Case;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() =>
        SpecFile.Read<Spec>("hashtags.json").Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_the_tags_and_handles_of_the_text_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var facts = Extractor.Extract(null, spec.Text, TestLexicon.Shipped);

        Assert.Equal(spec.Hashtags, facts.Hashtags.Select(x => x.Tag));
        Assert.Equal(spec.Handles, facts.Handles.Select(x => x.Name));
    }

    [Fact]
    public void A_mention_holds_the_sign_on_whichever_side_it_stands()
    {
        const string Text = "عبر WarmWinter# و# شتاء_دافئ و(#كلنا_معا) مع nour.press@ و@samir.";
        var facts = Extractor.Extract(null, Text, TestLexicon.Shipped);

        Assert.Equal(["WarmWinter#", "# شتاء_دافئ", "#كلنا_معا"], facts.Hashtags.SelectMany(x => x.Mentions).Select(x => x.Span.In(Text)));
        Assert.Equal(["nour.press@", "@samir"], facts.Handles.SelectMany(x => x.Mentions).Select(x => x.Span.In(Text)));
    }

    [Fact]
    public void Every_mention_of_a_tag_is_kept_under_its_first_spelling()
    {
        var tag = Assert.Single(Extractor.Extract(null, "#WarmWinter هنا و#warmwinter هناك", TestLexicon.Shipped).Hashtags);

        Assert.Equal("WarmWinter", tag.Tag);
        Assert.Equal(2, tag.Mentions.Count);
    }

    [Fact]
    public void Tags_of_the_page_s_links_are_added_unless_the_text_has_them()
    {
        var context = new ExtractionContext(PageHashtags: ["شتاء_دافئ", "WarmWinter"]);
        var tags = Extractor.Extract(null, "عبر #شتاء_دافئ", TestLexicon.Shipped, context).Hashtags;

        Assert.Equal([("شتاء_دافئ", "sign", 1), ("WarmWinter", "page-link", 0)], tags.Select(x => (x.Tag, x.Rule, x.Mentions.Count)));
    }

    [Fact]
    public void A_tag_in_the_headline_is_placed_in_it()
    {
        var tag = Assert.Single(Extractor.Extract("عودة #شتاء_دافئ", "تعود #شتاء_دافئ غدا.", TestLexicon.Shipped).Hashtags);

        Assert.Equal([Place.Title, Place.Text], tag.Mentions.Select(x => x.Place));
        Assert.Equal([5, 5], tag.Mentions.Select(x => x.Span.Start));
    }

    [Fact]
    public void Mentions_hold_the_tag_or_the_handle_whatever_the_text() => AnyText.Satisfies(text =>
    {
        var facts = Extractor.Extract(null, text, TestLexicon.Shipped);
        Assert.All(facts.Hashtags, x => Assert.All(x.Mentions, m => Assert.Equal(HashtagFinder.Key(x.Tag), HashtagFinder.Key(HashtagFinder.Tag(m.Span.In(text))))));
        Assert.All(facts.Handles, x => Assert.All(x.Mentions, m => Assert.Equal(x.Name, m.Span.In(text).Trim('@', '＠'), ignoreCase: true)));
    });
}
