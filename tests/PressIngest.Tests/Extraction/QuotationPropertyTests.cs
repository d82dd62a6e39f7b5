using FsCheck;
using FsCheck.Fluent;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class QuotationPropertyTests
{
    /// <summary>What speech is reported with, and what breaks it: cues, names, titles, marks of every kind on the wrong side, stops, paragraphs.</summary>
    private static readonly string[] _pieces =
    [
        "قال", "وقالت", "وأضاف", "أكد", "مضيفا", "لافتة", "بالقول", "قوله", "بحسب", "ووفقا", "يذكر", "نقلت", "نسبت", "أعرب", "دعا", "الذي", "أما", "كما", "لكن", "وذلك", "يدعى", "إن", "أن", "أنه", "إلى أن", "بأن", "على", "عن", "لـ", "د.", "كتب",
        "سامي", "الحداد", "منى", "الزهراني", "عبد", "الله", "بن", "آل", "أبو", "أم", "غونتر", "Maria", "Lopez", "الدكتور", "معالي", "سموه", "وزير", "النقل", "مديرة", "المتحدث", "باسم", "وزارة",
        "مصدر", "أمني", "الجسر", "جاهز", "وافتتح", "المعرض", "نحن", "أمس", "في", "تصريح", "12", "%", "«", "»", "“", "”", "\"", "‘", "’", ":", "،", ".", "؟", "!", "(", ")", "-", "…",
        " ", " ", " ", " ", " ", " ", "\n", "\n\n", "\u200F", "ـ", "\u064B", "\uD83D",
    ];

    private static readonly Gen<string> _texts = Gen.Elements(_pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Every_piece_of_evidence_lies_in_the_text() => Satisfies(text =>
    {
        foreach (var quotation in Extractor.Extract(null, text, TestLexicon.Shipped).Quotations)
        {
            Mention?[] places = [quotation.Mention, quotation.CueAt, quotation.SpeakerAt, quotation.RoleAt, quotation.OrganizationAt];
            Assert.All(places.OfType<Mention>(), x => Assert.InRange(x.Span.End, x.Span.Start + 1, text.Length));
            Assert.Equal(quotation.Cue, quotation.CueAt!.Value.Span.In(text));
            Assert.True(quotation.Speaker is null || quotation.Unnamed is null);
        }
    });

    [Fact]
    public void No_two_direct_quotations_overlap_and_all_stand_in_order() => Satisfies(text =>
    {
        var quotations = Extractor.Extract(null, text, TestLexicon.Shipped).Quotations;
        var direct = quotations.Where(x => x.Kind == QuotationKind.Direct).Select(x => x.Mention.Span).ToList();

        Assert.All(direct.Zip(direct.Skip(1)), x => Assert.False(x.First.Overlaps(x.Second)));
        Assert.Equal(quotations.Select(x => x.Mention.Span.Start).Order(), quotations.Select(x => x.Mention.Span.Start));
    });

    [Fact]
    public void Names_stand_in_the_text() => Satisfies(text =>
    {
        foreach (var person in Extractor.Extract(null, text, TestLexicon.Shipped).People)
        {
            Assert.Contains(person.Name, text, StringComparison.Ordinal);
            Assert.All(person.Mentions, x => Assert.InRange(x.Span.End, 1, text.Length));
        }
    });

    private static void Satisfies(Action<string> claim) =>
        Prop.ForAll(Arb.From(_texts), claim).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(120).WithReplay(20_250_301, 11));
}
