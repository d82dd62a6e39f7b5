using PressIngest.Extraction;
using PressIngest.Extraction.Numbers;

namespace PressIngest.Tests.Extraction;

public sealed class NumberTests
{
    private const int SampleSize = 25_000;
    private const long Limit = 1_000_000_000_000;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_number_spelled_in_words_reads_back_exactly(bool feminine, bool oblique)
    {
        var speller = new NumberSpeller(feminine, oblique);
        foreach (var number in Sample(feminine, oblique))
        {
            var words = speller.Spell(number);
            var tokens = Tokenizer.Tokenize(words);
            var read = NumberReader.Read(tokens, 0, TestLexicon.Shipped.Numbers);

            Assert.True(read?.Value == number && read.Value.Range.End == tokens.Length, $"{number} is spelled {words} and reads as {read}");
        }
    }

    [Theory]
    [InlineData("1,234,567", 1234567)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("١٢٫٥", 12.5)]
    [InlineData("12،5", 12.5)]
    [InlineData("12،500", 12500)]
    [InlineData("5ر12", 12.5)]
    [InlineData("000ر22", 22000)]
    [InlineData("1 250 000", 1250000)]
    [InlineData("28.3 مليون", 28300000)]
    [InlineData("1.375 مليار", 1375000000)]
    [InlineData("۳۰ ألفا", 30000)]
    [InlineData("(3) ملايين و(200) ألف", 3200000)]
    [InlineData("14 مليونا و250 ألفا و300", 14250300)]
    [InlineData("90ألف", 90000)]
    [InlineData("7M", 7000000)]
    [InlineData("مليون ونصف", 1500000)]
    [InlineData("ثلاثة ملايين ونصف المليون", 3500000)]
    [InlineData("3 ونصف مليون", 3500000)]
    [InlineData("نصف مليون", 500000)]
    [InlineData("ثلاثة أرباع المليون", 750000)]
    [InlineData("ألفين", 2000)]
    [InlineData("مليونا دولار", 2000000)]
    [InlineData("خمسة آلاف مليون", 5000000000)]
    [InlineData("ألف ومائتي مليون", 1200000000)]
    [InlineData("ثلاث مئة و خمسة و عشرين", 325)]
    [InlineData("بأربعمائة وخمسين", 450)]
    [InlineData("الاثني عشر", 12)]
    [InlineData("سالب خمسة", -5)]
    [InlineData("3/4", 0.75)]
    [InlineData("واحد من عشرين", 0.05)]
    [InlineData("ثلاثة أخماس", 0.6)]
    public void Reads_a_number_as_the_press_writes_it(string text, double value)
    {
        var read = NumberReader.Read(Tokenizer.Tokenize(text), 0, TestLexicon.Shipped.Numbers);

        Assert.Equal((decimal)value, read?.Value);
    }

    [Theory]
    [InlineData("ملايين المشاهدين", "Vague")]
    [InlineData("آلاف الزوار", "Vague")]
    [InlineData("الثالث عشر", "Ordinal")]
    [InlineData("المئة والخامسة والعشرون", "Ordinal")]
    [InlineData("10:30", "Code")]
    [InlineData("192.168.1.2", "Code")]
    [InlineData("2014/2015", "Code")]
    [InlineData("5G", "Code")]
    [InlineData("نصف المشاركين", "Fraction")]
    [InlineData("خمس السكان", "Fraction")]
    public void Tells_what_does_not_count(string text, string kind) =>
        Assert.Equal(kind, NumberReader.Read(Tokenizer.Tokenize(text), 0, TestLexicon.Shipped.Numbers)?.Kind.ToString());

    /// <summary>Every number of digits equally often, the small ones and the round ones too.</summary>
    private static IEnumerable<long> Sample(bool feminine, bool oblique)
    {
        for (var i = 0; i <= 1100; i++) yield return i;
        var random = new Random(7 + (feminine ? 1 : 0) + (oblique ? 2 : 0));
        for (var i = 0; i < SampleSize; i++)
        {
            var below = (long)Math.Pow(10, random.Next(1, 13));
            var number = random.NextInt64(below);
            yield return i % 3 == 0 ? number / 1000 * 1000 % Limit : number;
        }
    }
}
