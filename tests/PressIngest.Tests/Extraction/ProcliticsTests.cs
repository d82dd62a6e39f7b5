using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class ProcliticsTests
{
    [Theory]
    [InlineData("حمله", "+حمله")]
    [InlineData("الحمله", "+الحمله ال+حمله")]
    [InlineData("وبالحمله", "+وبالحمله و+بالحمله وب+الحمله وبال+حمله")]
    [InlineData("للحمله", "+للحمله لال+حمله ل+لحمله")]
    [InlineData("وللحمله", "+وللحمله و+للحمله ولال+حمله ول+لحمله")]
    [InlineData("بحمله", "+بحمله ب+حمله")]
    [InlineData("كمبادره", "+كمبادره ك+مبادره")]
    [InlineData("في", "+في")]
    [InlineData("وسم", "+وسم")]
    public void Reads_every_way_of_taking_particles_off(string word, string readings) =>
        Assert.Equal(readings, string.Join(' ', Proclitics.Readings(word).Select(x => $"{x.Particles}+{x.Stem}")));

    [Theory]
    [InlineData("المدينه", "مدينه")]
    [InlineData("مدينه", "مدينه")]
    [InlineData("الم", "الم")]
    public void Takes_the_article_off(string word, string without) => Assert.Equal(without, Proclitics.WithoutArticle(word));

    [Fact]
    public void A_stem_is_never_shorter_than_two_letters() => AnyText.Satisfies(text =>
        Assert.All(Proclitics.Readings(ArabicText.Fold(text)).Skip(1), x => Assert.True(x.Stem.Length >= 2)));
}
