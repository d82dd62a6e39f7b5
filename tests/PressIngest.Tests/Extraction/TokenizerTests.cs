using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class TokenizerTests
{
    /// <summary>Tokens as they are written, with a sign of their kind in front: w, n, p, b, h, @, a.</summary>
    [Theory]
    [InlineData("أطلقت الوزارة حملة.", "w:أطلقت w:الوزارة w:حملة p:.")]
    [InlineData("وTikTok", "w:و w:TikTok")]
    [InlineData("TikTokوغيرها", "w:TikTok w:وغيرها")]
    [InlineData("مُحَمَّدٌ، ســلام", "w:مُحَمَّدٌ p:، w:ســلام")]
    [InlineData("می\u200Cخواهم", "w:می\u200Cخواهم")]
    [InlineData("28.3 مليون", "n:28 p:. n:3 w:مليون")]
    [InlineData("٣٥ مقطعا", "n:٣٥ w:مقطعا")]
    [InlineData("30مبدعا", "n:30 w:مبدعا")]
    [InlineData("G20", "w:G n:20")]
    [InlineData("«نص»", "p:« w:نص p:»")]
    [InlineData("سطر\n\n سطر", "w:سطر b:\n\n w:سطر")]
    [InlineData("سطر\r\nسطر", "w:سطر b:\r\n w:سطر")]
    [InlineData("عبر #شتاء_دافئ، و@nour.press.", "w:عبر h:#شتاء_دافئ p:، w:و @:@nour.press p:.")]
    [InlineData("EndIt# و", "h:EndIt# w:و")]
    [InlineData("في https://example.com/a?b=ج، ثم", "w:في a:https://example.com/a?b=ج p:، w:ثم")]
    [InlineData("press@example.org", "a:press@example.org")]
    [InlineData("🎉 نعم", "p:🎉 w:نعم")]
    [InlineData("\u200Fنعم\u200F لا", "w:نعم w:لا")]
    [InlineData("كلـ\u200Fمة", "w:كلـ\u200Fمة")]
    [InlineData("漢字", "w:漢字")]
    [InlineData("قال ـ أمس ـ إنه", "w:قال p:ـ w:أمس p:ـ w:إنه")]
    [InlineData("", "")]
    public void Cuts_words_by_script_and_keeps_atoms_whole(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Tokenizer.Tokenize(text).Select(x => $"{Sign(x.Kind)}:{x.Span.In(text)}")));

    [Fact]
    public void Knows_where_white_space_stood()
    {
        var tokens = Tokenizer.Tokenize("قال:«نعم » \u200Fثم");

        Assert.Equal([false, false, false, false, true, true], tokens.Select(x => x.SpaceBefore));
    }

    [Fact]
    public void The_first_token_behind_a_break_has_white_space_before_it() => Assert.True(Tokenizer.Tokenize("سطر\nسطر")[2].SpaceBefore);

    [Fact]
    public void Every_visible_character_is_in_exactly_one_token() => AnyText.Satisfies(text =>
    {
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            Assert.True(token.Span.Length > 0);
            Assert.True(token.Start >= end);
            Assert.All(text[end..token.Start], x => Assert.True(char.IsWhiteSpace(x) || ArabicText.IsInvisible(x)));
            end = token.End;
        }

        Assert.All(text[end..], x => Assert.True(char.IsWhiteSpace(x) || ArabicText.IsInvisible(x)));
    });

    [Fact]
    public void A_token_carries_the_folding_of_what_stands_at_it_and_never_nothing() => AnyText.Satisfies(text =>
        Assert.All(Tokenizer.Tokenize(text), x =>
        {
            var folded = x.Kind == TokenKind.Break ? "\n" : ArabicText.Fold(x.Span.In(text));
            Assert.Equal(folded.Length > 0 ? folded : text.Substring(x.Start, 1), x.Folded);
        }));

    private static char Sign(TokenKind kind) => kind switch
    {
        TokenKind.Word => 'w',
        TokenKind.Number => 'n',
        TokenKind.Break => 'b',
        TokenKind.Hashtag => 'h',
        TokenKind.Handle => '@',
        TokenKind.Address => 'a',
        _ => 'p',
    };
}
