using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

/// <summary>What must hold of any text, however broken.</summary>
public sealed class FigurePropertyTests
{
    private static readonly string[] _pieces =
    [
        "5", "١٢", "۷", "000", "2015", "1436", "99999999999999999999", ".", ",", "،", "٫", "/", "-", "–", ":", "%", "٪", "$", "(", ")", "«", "»", "\"", " ", " ", " ", " ", "\n", "ـ", "\u200F", "\u064B",
        "و", "ال", "بـ", "ر", "م", "م2", "ألف", "ألفا", "مليون", "ملايين", "مليارات", "تريليون", "صفر", "واحد", "خمسة", "عشر", "عشرين", "مئة", "ثلاثمئة", "نصف", "أرباع", "سالب", "على", "من", "جزء", "بين", "إلى",
        "أكثر من", "تجاوز", "لا", "يقل", "عن", "نحو", "في المئة", "ريال", "دولارا", "كيلومترا", "مشارك", "أشخاص", "السنوات", "مايو", "رمضان", "محرم", "الخميس", "المقبل", "غدا", "من الشهر", "هـ", "كوفيد", "#وسم", "@me", "x.com/1", "K", "😀",
    ];

    private static readonly Gen<string> _texts = Gen.Elements(_pieces).ArrayOf().Select(string.Concat);

    [Fact]
    public void Every_fact_stands_at_its_span_and_nothing_throws() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1500).WithEndSize(120),
        Prop.ForAll(_texts.ToArbitrary(), text =>
        {
            var facts = Extractor.Extract(null, text, TestLexicon.Shipped, new ExtractionContext("SA", new DateOnly(2024, 5, 1)));
            return facts.Figures.Select(x => x.Mention.Span).Concat(facts.Dates.Select(x => x.Mention.Span))
                .All(x => x.Start >= 0 && x.Length > 0 && x.End <= text.Length) && facts.Figures.All(x => x.Upper is null || x.Upper > x.Value);
        }));

    [Fact]
    public void Figures_stand_in_the_order_of_the_text() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200),
        Prop.ForAll(_texts.ToArbitrary(), text =>
        {
            var starts = Extractor.Extract(null, text, TestLexicon.Shipped).Figures.Select(x => x.Mention.Span.Start).ToArray();
            return starts.SequenceEqual(starts.Order());
        }));

    [Theory]
    [InlineData("واحد على ")]
    [InlineData("سالب ")]
    [InlineData("ألف ")]
    [InlineData("5،")]
    [InlineData("5-")]
    [InlineData("مليون و")]
    [InlineData("تجاوز كثير ")]
    [InlineData("5 ريال ")]
    [InlineData("1/")]
    [InlineData("(5")]
    public void A_long_repetition_is_read_in_linear_time(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var text = new StringBuilder().Insert(0, piece, 200_000 / piece.Length).ToString();

        // A quadratic reader would need minutes, and a recursive one the whole stack.
        Assert.NotNull(Extractor.Extract(null, text, TestLexicon.Shipped));
    }
}
