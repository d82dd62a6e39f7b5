using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>A text file: all of it is the text; its first paragraph, where a blank line follows, is the headline too.</summary>
public static class PlainTextReader
{
    /// <summary>Of a thousand characters of text, this many at the most are no characters of any text.</summary>
    private const int MostGarbagePerMille = 20;

    public static Article Read(byte[] bytes, PageContext context)
    {
        var (text, encoding) = CharsetDetector.Decode(bytes, context.ContentType, context.Encoding);
        text = text.TrimStart('\uFEFF');
        var empty = new Article { Kind = PageKind.Empty, Text = "", Encoding = encoding };
        if (string.IsNullOrWhiteSpace(text)) return empty with { Problem = "the file is empty" };
        if (text.Count(IsGarbage) * 1000L > text.Length * (long)MostGarbagePerMille) return empty with { Kind = PageKind.Error,
            Problem = "the file is not text" };
        var headline = HeadlineFrame.Headline(text);
        return new Article
        {
            Kind = PageKind.Article,
            Title = headline is { } span ? new Sourced<string>(span.In(text), "first paragraph") : null,
            TitleInText = true,
            Text = text,
            Language = LanguageReader.Read(text, null),
            Encoding = encoding,
        };
    }

    private static bool IsGarbage(char c) => c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'));
}
