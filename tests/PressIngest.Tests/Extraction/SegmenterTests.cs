using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("جملة أولى. جملة ثانية.", "جملة أولى.|جملة ثانية.")]
    [InlineData("هل انتهى؟ نعم! انتهى…", "هل انتهى؟|نعم!|انتهى…")]
    [InlineData("ملصقة.وأضاف المدير", "ملصقة.|وأضاف المدير")]
    [InlineData("بلغ 28.3 مليون. ثم زاد", "بلغ 28.3 مليون.|ثم زاد")]
    [InlineData("قال د. أحمد إن م. سارة حضرت. ثم خرج", "قال د. أحمد إن م. سارة حضرت.|ثم خرج")]
    [InlineData("زاروا example.com أمس. ثم عادوا", "زاروا example.com أمس.|ثم عادوا")]
    [InlineData("قال «نعم.» ثم خرج", "قال «نعم.»|ثم خرج")]
    [InlineData("انتظر... ثم خرج", "انتظر...|ثم خرج")]
    [InlineData("عنوان بلا نقطة\nجملة.", "عنوان بلا نقطة|جملة.")]
    public void Cuts_sentences_at_final_punctuation(string text, string sentences)
    {
        var document = Document.Create(text);

        Assert.Equal(sentences, string.Join('|', document.Sentences.Select(x => document.SpanOf(x).In(text).Trim())));
    }

    [Fact]
    public void A_line_break_ends_a_paragraph()
    {
        var document = Document.Create("أول\nثان\n\n\nثالث");

        Assert.Equal(["أول", "ثان", "ثالث"], document.Paragraphs.Select(x => document.SpanOf(x).In(document.Text).Trim()));
    }

    [Fact]
    public void Every_token_is_in_one_sentence_of_one_paragraph() => AnyText.Satisfies(text =>
    {
        var document = Document.Create(text);
        Cover(document.Paragraphs, document.Tokens.Length);
        Cover(document.Sentences, document.Tokens.Length);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var sentence = document.Sentences[document.SentenceOf[i]];
            Assert.InRange(i, sentence.Start, sentence.End - 1);
            Assert.Single(document.Paragraphs, x => x.Start <= sentence.Start && sentence.End <= x.End);
        }
    });

    private static void Cover(TokenRange[] ranges, int tokens)
    {
        var end = 0;
        foreach (var range in ranges)
        {
            Assert.Equal(end, range.Start);
            Assert.True(range.Length > 0);
            end = range.End;
        }

        Assert.Equal(tokens, end);
    }
}
