using System.Buffers;
using System.Text;

namespace PressIngest.Discovery;

/// <summary>
/// Bytes of a feed, a sitemap or a listing → text. Declarations lie (a feed says windows-1256 and is UTF-8, or the reverse), so the bytes have
/// the first word: Arabic in any single-byte encoding is practically never valid UTF-8.
/// </summary>
internal static class DocumentText
{
    private const int DeclarationWindow = 1024;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' ;>?/\r\n");

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without its byte order mark. Octets that fit no encoding become U+FFFD.</summary>
    public static string Decode(byte[] bytes, string? contentType = null)
    {
        if (ByteOrderMark(bytes) is { } marked) return marked.Encoding.GetString(bytes, marked.Length, bytes.Length - marked.Length);
        if (ZerosAt(bytes) is { } wide) return wide.GetString(bytes);
        if (IsUtf8(bytes)) return Encoding.UTF8.GetString(bytes);
        var declared = Find(CharsetOf(contentType)) ?? Find(Declared(bytes));
        if (declared is not null and not UTF8Encoding and not UnicodeEncoding) return declared.GetString(bytes);
        return MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : Find("windows-1256")!.GetString(bytes);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // UTF-16 without a mark: its first character is '<' or '{', and every other octet of it is zero.
    private static Encoding? ZerosAt(byte[] bytes) => bytes switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            _ = StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // A stray or cut octet in UTF-8 spoils a character; text of another encoding spoils nearly all of them.
    private static bool MostlyUtf8(byte[] bytes)
    {
        var spoilt = Encoding.UTF8.GetString(bytes).Count(x => x == '\uFFFD');
        return spoilt * 10 < bytes.Count(x => x >= 0x80);
    }

    private static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? CharsetOf(string? contentType) => After(contentType, "charset=");

    private static string? Declared(byte[] bytes)
    {
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationWindow));
        return After(head, "encoding=") ?? After(head, "charset=");
    }

    private static string? After(string? text, string label)
    {
        var at = text?.IndexOf(label, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var rest = text.AsSpan(at + label.Length).TrimStart("\"' ");
        var end = rest.IndexOfAny(NameEnds);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
