using System.Text;
using PressIngest.Reading;

namespace PressIngest.Tests.Reading;

public class CharsetDetectorTests
{
    private const string Sentence = "قال الوزير إن المشروع سيبدأ في الربيع المقبل، وإن كلفته تبلغ ٣ ملايين دينار. ";

    static CharsetDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", null)]
    [InlineData("utf-8", "text/html; charset=windows-1256")]
    [InlineData("utf-8", "text/html; charset=ISO-8859-1")]
    [InlineData("windows-1256", null)]
    [InlineData("windows-1256", "text/html; charset=utf-8")]
    [InlineData("windows-1256", "text/html; charset=iso-8859-6")]
    [InlineData("windows-1256", "text/html; charset=iso-8859-1")]
    [InlineData("windows-1256", "text/html; charset=no-such-thing")]
    [InlineData("iso-8859-6", "text/html; charset=iso-8859-6")]
    [InlineData("iso-8859-6", "text/html; charset=windows-1256")]
    [InlineData("iso-8859-6", null)]
    [InlineData("utf-16", "text/html; charset=utf-8")]
    [InlineData("utf-16BE", null)]
    public void Believes_the_bytes_before_the_declaration(string encoding, string? declared)
    {
        // iso-8859-6 has no Arabic-Indic digits and no euro sign; the sentence is cut to what both have.
        var text = string.Concat(Enumerable.Repeat($"<p>{Sentence.Replace('٣', '3')}</p>", 5));
        var decoded = CharsetDetector.Decode(Encoding.GetEncoding(encoding).GetBytes(text), declared, null);
        Assert.Equal(text, decoded.Text);
        Assert.Equal(encoding, decoded.Encoding, ignoreCase: true);
    }

    [Fact]
    public void Follows_the_declaration_of_a_latin_page()
    {
        var text = "<meta charset=\"iso-8859-1\"><p>Le président a déclaré à la presse que la réforme était prête, a-t-il précisé.</p>";
        Assert.Equal(text, CharsetDetector.Decode(Encoding.Latin1.GetBytes(text), null, null).Text);
    }

    [Fact]
    public void Keeps_right_text_that_stands_beside_double_encoded_text()
    {
        var twice = string.Concat(Enumerable.Repeat(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Sentence)), 3));
        Assert.Equal($"<h1>عنوان سليم</h1>{string.Concat(Enumerable.Repeat(Sentence, 3))}", CharsetDetector.Decode(Encoding.UTF8.GetBytes($"<h1>عنوان سليم</h1>{twice}"), null, null).Text);
    }

    [Fact]
    public void Leaves_words_alone_that_only_look_double_encoded()
    {
        const string text = "ظ؛ ط، Ø and Ù are letters";
        Assert.Equal(text, CharsetDetector.Decode(Encoding.UTF8.GetBytes(text), null, null).Text);
    }

    [Fact]
    public void Drops_the_half_of_a_character_at_a_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(Sentence);
        Assert.Equal(Encoding.UTF8.GetString(bytes[..20]), CharsetDetector.Decode(bytes.AsSpan(0, 21), "text/html; charset=utf-8", null).Text);
    }

    [Fact]
    public void An_encoding_that_is_given_overrides_everything() =>
        Assert.Equal("سلام", CharsetDetector.Decode(Encoding.GetEncoding("windows-1256").GetBytes("سلام"), "text/html; charset=utf-8", Encoding.GetEncoding("windows-1256")).Text);
}
