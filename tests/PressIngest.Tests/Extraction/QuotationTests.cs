using PressIngest.Extraction;
using PressIngest.Extraction.Quotations;

namespace PressIngest.Tests.Extraction;

public sealed class QuotationTests
{
    /// <summary>
    /// A text and its quotations, each as kind, cue, speaker, title and words. A speaker in parentheses is one without a name; role and
    /// organisation of a title stand on the two sides of " @ ".
    /// </summary>
    public sealed record Spec(string Case, string Text, string[][] Quotes, string? Title = null)
    {
        public override string ToString() => Case;
    }

    public static IEnumerable<TheoryDataRow<Spec>> Specs() => SpecFile.Read<Spec>("quotations.json").Select(x => new TheoryDataRow<Spec>(x));

    [Theory]
    [MemberData(nameof(Specs))]
    public void Finds_who_said_what_and_nothing_else(Spec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var found = Extractor.Extract(spec.Title, spec.Text, TestLexicon.Shipped).Quotations;

        Assert.Equal(spec.Quotes.Select(x => string.Join(" | ", x)), found.Select(x => Written(x, spec)));
    }

    [Fact]
    public void Shows_where_each_piece_of_evidence_stands()
    {
        const string Text = "وقال مدير البرامج في جمعية النور الدكتور سامي الحداد: «الباب مفتوح لكل من يريد».";
        var quotation = Assert.Single(Extractor.Extract(null, Text, TestLexicon.Shipped).Quotations);

        Assert.Equal("قال", At(quotation.CueAt));
        Assert.Equal("سامي الحداد", At(quotation.SpeakerAt));
        Assert.Equal("مدير البرامج", At(quotation.RoleAt));
        Assert.Equal("جمعية النور", At(quotation.OrganizationAt));
        Assert.Equal("الباب مفتوح لكل من يريد", At(quotation.Mention));
        Assert.Equal("verb-name-colon", quotation.Rule);

        static string? At(Mention? mention) => mention?.Span.In(Text);
    }

    [Fact]
    public void Names_the_people_with_their_titles_and_places()
    {
        const string Text = "زار سامي الحداد، مدير المتحف، المدرسة أمس. وقال الحداد إن الأطفال مبدعون.";
        var person = Assert.Single(Extractor.Extract(null, Text, TestLexicon.Shipped).People);

        Assert.Equal("سامي الحداد", person.Name);
        Assert.Equal("مدير المتحف", person.Role);
        Assert.Equal(["سامي الحداد", "الحداد"], person.Mentions.Select(x => x.Span.In(Text)));
    }

    [Theory]
    [InlineData("قال", "قالت", "قالوا", "قلن")]
    [InlineData("دعا", "دعت", "دعوا", "دعين")]
    [InlineData("نفى", "نفت", "نفوا", "نفين")]
    [InlineData("أوضح", "أوضحت", "أوضحوا", "أوضحن")]
    public void Conjugates_the_past(string he, string she, string they, string women)
    {
        var forms = Conjugation.Past(he).Select(x => x.Spelling).ToList();

        Assert.Equal([he, she, they, women], new[] { forms[0], forms[1], forms[3], forms[^1] });
    }

    [Theory]
    [InlineData("يقول", "تقول", "يقولون")]
    [InlineData("يدعو", "تدعو", "يدعون")]
    [InlineData("ينفي", "تنفي", "ينفون")]
    [InlineData("يرى", "ترى", "يرون")]
    public void Conjugates_the_present(string he, string she, string they)
    {
        var forms = Conjugation.Present(he).Select(x => x.Spelling).ToList();

        Assert.Equal([he, she, they], forms.Take(3));
        Assert.Contains("س" + he, forms);
    }

    [Theory]
    [InlineData("مضيف", "مضيفا", "مضيفة", "مضيفين")]
    [InlineData("ناف", "نافيا", "نافية", "نافين")]
    public void Makes_participles(string stem, string he, string she, string they) =>
        Assert.Equal([he, she, they], Conjugation.Participle(stem).Select(x => x.Spelling).Take(3));

    private static string Written(Quotation quotation, Spec spec) => string.Join(
        " | ",
        FactNames.Of(quotation.Kind),
        quotation.Cue,
        quotation.Speaker ?? $"({quotation.Unnamed})",
        string.Join(" @ ", new[] { quotation.Role, quotation.Organization }.Where(x => x is not null)),
        quotation.Mention.Span.In(quotation.Mention.Place == Place.Title ? spec.Title! : spec.Text));
}
