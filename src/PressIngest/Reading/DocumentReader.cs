namespace PressIngest.Reading;

/// <summary>Bytes → article, whatever they are: a web page, or a text file by its name.</summary>
public static class DocumentReader
{
    public static Article Read(byte[] bytes, string? fileName, PageContext context) =>
        ".txt".Equals(Path.GetExtension(fileName), StringComparison.OrdinalIgnoreCase) ? PlainTextReader.Read(bytes, context)
            : PageReader.Read(bytes, context);
}
