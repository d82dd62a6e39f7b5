using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public class AttachedFormsTests
{
    private static readonly Dictionary<string, int> Words = new() { ["مدرسه"] = 1, ["لجنه"] = 2, ["وزير"] = 3, ["الف"] = 4, ["بلد"] = 5 };

    private static readonly AttachedForms<int> Forms = new(Words);

    [Theory]
    [InlineData("مدرسه", 1, "")]
    [InlineData("والمدرسه", 1, "وال")]
    [InlineData("بالمدرسه", 1, "بال")]
    [InlineData("للمدرسه", 1, "لال")]
    [InlineData("وللجنه", 2, "ول")]
    [InlineData("لجنه", 2, "")]
    [InlineData("وزير", 3, "")]
    [InlineData("فوزير", 3, "ف")]
    [InlineData("الف", 4, "")]
    [InlineData("بالف", 4, "ب")]
    [InlineData("ببلد", 5, "ب")]
    public void A_word_is_found_under_its_particles(string form, int value, string particles) => Assert.Equal((value, particles), Forms.Find(form));

    [Theory]
    [InlineData("مدرستنا")]
    [InlineData("سمدرسه")]
    [InlineData("")]
    public void Any_other_word_is_not(string form) => Assert.Null(Forms.Find(form));

    /// <summary>What is looked up once must say the same as trying one reading after another.</summary>
    [Fact]
    public void Every_form_has_its_first_reading()
    {
        foreach (var form in Words.Keys.SelectMany(Proclitics.Forms))
        {
            var first = Proclitics.Readings(form).First(x => Words.ContainsKey(x.Stem));
            Assert.Equal((Words[first.Stem], first.Particles), Forms.Find(form));
        }
    }
}
