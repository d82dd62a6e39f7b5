using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>A text file: all of it is the text; its first paragraph, where a blank line follows, is the headline too.</summary>
public static class PlainTextReader
{
    public static Article Read(byte[] bytes, PageContext context)
    {
        var encoding = context.Encoding ?? Encoding.UTF8;
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        if (bytes.AsSpan().Contains((byte)0) && encoding is UTF8Encoding)
            return new Article { Kind = PageKind.Error, Text = "", Encoding = encoding.WebName, Problem = "the file is not text: it holds zero bytes" };
        if (string.IsNullOrWhiteSpace(text)) return new Article { Kind = PageKind.Empty, Text = "", Encoding = encoding.WebName, Problem = "the file is empty" };
        var headline = HeadlineFrame.Headline(text);
        return new Article
        {
            Kind = PageKind.Article,
            Title = headline is { } span ? new Sourced<string>(span.In(text), "first paragraph") : null,
            TitleInText = true,
            Text = text,
            Encoding = encoding.WebName,
        };
    }
}
