using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class ArabicTextTests
{
    [Theory]
    [InlineData("أإآٱا", "ااااا")]
    [InlineData("مدرسة", "مدرسه")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("مسؤول", "مسوول")]
    [InlineData("شاطئ", "شاطي")]
    [InlineData("ماء", "ماء")]
    [InlineData("کتاب ایران", "كتاب ايران")]
    [InlineData("ســـلام", "سلام")]
    [InlineData("مُحَمَّدٌ", "محمد")]
    [InlineData("هٰذا", "هذا")]
    [InlineData("می\u200Cخواهم", "ميخواهم")]
    [InlineData("\u200Fحملة\u200F", "حمله")]
    [InlineData("ﻣﺒﺎﺩﺭﺓ", "مبادره")]
    [InlineData("ﻻ", "لا")]
    [InlineData("ﻷ", "لا")]
    [InlineData("ﷺ", "صلي الله عليه وسلم")]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("۰۱۲۳۴۵۶۷۸۹", "0123456789")]
    [InlineData("TikTok ｔｏｋ", "tiktok tok")]
    [InlineData("Éçalité", "ecalite")]
    [InlineData("«شتاء»، (دافئ)؟", "«شتاء»، (دافي)؟")]
    [InlineData("\uFEFFنص\u00AD", "نص")]
    public void Folds_what_a_reader_takes_for_the_same_letters(string text, string folded) => Assert.Equal(folded, ArabicText.Fold(text));

    [Fact]
    public void The_letters_of_a_dotless_word_stay_apart() => Assert.NotEqual(ArabicText.Fold("بيت"), ArabicText.Fold("نبت"));

    [Theory]
    [InlineData("قال مُحَمَّدٌ أمس", "محمد", "مُحَمَّدٌ")]
    [InlineData("قال ســـلام أمس", "سلام", "ســـلام")]
    [InlineData("عبر \u200Fمبادرة\u200F أمس", "مبادره", "مبادرة\u200F")]
    [InlineData("في ﻣﺒﺎﺩﺭﺓ جديدة", "مبادره", "ﻣﺒﺎﺩﺭﺓ")]
    public void The_map_leads_back_to_what_was_written(string text, string folded, string written)
    {
        var map = ArabicText.FoldWithMap(text);

        Assert.Equal(written, map.Original(new Span(map.Text.IndexOf(folded, StringComparison.Ordinal), folded.Length)).In(text));
    }

    [Fact]
    public void A_ligature_is_the_original_of_each_of_its_letters()
    {
        var map = ArabicText.FoldWithMap("ﻻ نعم");

        Assert.Equal("لا نعم", map.Text);
        Assert.Equal([0, 0, 1, 2, 3, 4, 5], map.Map);
    }

    [Fact]
    public void Folding_is_total_and_settles_at_once() => AnyText.Satisfies(text =>
    {
        var folded = ArabicText.Fold(text);
        Assert.Equal(folded, ArabicText.Fold(folded));
        Assert.Equal(folded, ArabicText.FoldWithMap(text).Text);
    });

    [Fact]
    public void The_map_never_goes_back_and_ends_with_the_text() => AnyText.Satisfies(text =>
    {
        var map = ArabicText.FoldWithMap(text);
        Assert.Equal(map.Text.Length + 1, map.Map.Length);
        Assert.Equal(text.Length, map.Map[^1]);
        for (var i = 1; i < map.Map.Length; i++) Assert.InRange(map.Map[i], map.Map[i - 1], text.Length);
    });

    [Fact]
    public void Marks_joiners_and_direction_change_no_word() => AnyText.Satisfies(text =>
        Assert.Equal(ArabicText.Fold(text), ArabicText.Fold(string.Concat(text.Select(x => char.IsSurrogate(x) ? x.ToString() : x + "\u200F\u064E")))));
}
