using PressIngest.Extraction.Copies;

namespace PressIngest.Tests.Extraction.Copies;

public class LikenessTests
{
    private const string Release =
        "أطلقت جمعية سنابل الخير صباح اليوم حملة «سطح أخضر» لزراعة أسطح المدارس في المدينة القديمة، "
        + "وبلغ عدد المدارس المشاركة 24 مدرسة موزعة على الأحياء كلها. "
        + "وقالت مديرة المشروع إن البذور ستصل إلى كل صف قبل نهاية الشهر، وإن التلاميذ سيتولون السقاية بأنفسهم وفق جدول معلق عند مدخل المدرسة. "
        + "وأضافت أن الدفعة الأولى كلفت 1,200 دينار جمعها الأهالي في أسبوعين، وأن الباب مفتوح أمام من يريد المشاركة في المرحلة التالية.";

    private const string AnotherReport =
        "زار وزير التربية ثلاث مدارس في الحي الشرقي واطلع على حدائقها الجديدة بحضور أولياء الأمور، ثم افتتح معرضا لرسوم الأطفال عن الطيور والأشجار.";

    private static readonly string[] Sentences = Release.Split(". ");

    public static TheoryData<string, string, bool> Texts { get; } = new()
    {
        { "the same", Release, true },
        { "another spelling, digits and marks", Changed(("أ", "ا"), ("ة ", "ه "), ("1,200", "١٢٠٠"), ("«", "\""), ("»", "\"")), true },
        { "cut short", $"{Sentences[0]}. {Sentences[1]}.", true },
        { "behind a lead", "كتب مراسلنا من المدينة القديمة أن الأجواء كانت احتفالية رغم حرارة الطقس وازدحام المداخل بالزوار. " + Release, true },
        { "sentences in another order", $"{Sentences[2]} {Sentences[1]}. {Sentences[0]}.", true },
        { "other words here and there", Changed(("صباح اليوم", "أمس"), ("وأضافت", "وتابعت"), ("في أسبوعين", "خلال أسبوعين")), true },
        { "the same words around other numbers", Changed(("24", "31"), ("1,200", "1,750")), false },
        { "one quote in another report", $"{AnotherReport} {Sentences[1]}.", false },
        { "nothing", "", false },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Tells_copies_of_a_release_from_what_only_quotes_it(string what, string other, bool expected)
    {
        var (first, second) = (Wording.Of(Release), Wording.Of(other));
        var there = Likeness.Between(first, second);
        var back = Likeness.Between(second, first);
        Assert.Equal((what, expected), (what, there.IsCopy));
        Assert.Equal((there.OfFirst, there.OfSecond, there.IsCopy), (back.OfSecond, back.OfFirst, back.IsCopy));
    }

    [Fact]
    public void Says_how_much_of_each_stands_in_the_other()
    {
        var half = Likeness.Between(Wording.Of("واحد اثنان ثلاثة أربعة"), Wording.Of("واحد اثنان ثلاثة خمسة ستة سبعة ثمانية تسعة"));
        Assert.Equal((0.75, 0.375), (half.OfFirst, half.OfSecond));
    }

    [Fact]
    public void A_part_has_marks_of_the_whole() =>
        Assert.NotEmpty(Wording.Of(Release).Marks.Intersect(Wording.Of($"{Sentences[0]}. {Sentences[1]}.").Marks));

    [Fact]
    public void A_text_of_a_few_words_has_no_marks() => Assert.Empty(Wording.Of("الصفحة التي تبحث عنها غير موجودة").Marks);

    // Stored in databases: these may only change together with the version.
    [Fact]
    public void Marks_are_the_same_everywhere_and_for_good() =>
        Assert.Equal((1, 0x57A04FF3u), (Wording.Version, Wording.Of(Release).Marks.Aggregate(0u, (hash, mark) => (hash * 31) + mark)));

    private static string Changed(params (string From, string To)[] changes) =>
        changes.Aggregate(Release, (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal));
}
