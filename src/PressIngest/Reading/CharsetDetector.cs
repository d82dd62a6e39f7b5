using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PressIngest.Reading;

/// <summary>A page's bytes as text, and the name of the encoding they were read in.</summary>
internal readonly record struct DecodedPage(string Text, string Encoding);

/// <summary>
/// Bytes → text. A byte order mark is believed; a declaration (HTTP header, then meta or XML) is believed as far as the bytes bear it
/// out, since Arabic sites declare UTF-8 over windows-1256 and the other way round: bytes that are valid UTF-8 beyond ASCII are UTF-8,
/// because no Arabic text in a one-byte encoding is so by accident.
/// </summary>
internal static class CharsetDetector
{
    /// <summary>Browsers look for a declaration in the first kilobyte; real heads put scripts before it.</summary>
    private const int DeclarationWindow = 8192;

    private static readonly SearchValues<char> LabelEnd = SearchValues.Create(" \"';>/\t\r\n?");

    static CharsetDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static DecodedPage Decode(ReadOnlySpan<byte> bytes, string? contentType, Encoding? known)
    {
        if (known is not null) return Named(known, bytes);
        if (bytes.StartsWith("\uFEFF"u8)) return FromUtf8(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return Named(Encoding.Unicode, bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Named(Encoding.BigEndianUnicode, bytes[2..]);
        if (WideOrder(bytes) is { } wide) return Named(wide, bytes);
        if (Utf8Text(bytes) is { } text) return new DecodedPage(DoubleEncoding.Repair(text), "utf-8");
        if (Utf8Share(bytes) >= 0.5) return new DecodedPage(MixedEncodings.Decode(bytes), "utf-8");
        return Named(ArabicCodePage.Guess(bytes, Declared(bytes, contentType)), bytes);

        static DecodedPage FromUtf8(ReadOnlySpan<byte> text) => new(DoubleEncoding.Repair(Encoding.UTF8.GetString(text)), "utf-8");
    }

    /// <summary>The encoding of that name, as the web understands it; null where there is none.</summary>
    public static Encoding? ByName(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        // Labels of the Encoding Standard that .NET does not know, or reads otherwise.
        label = label switch
        {
            "cp1256" or "x-cp1256" or "win-1256" or "windows1256" or "arabic-windows" => "windows-1256",
            "arabic" or "csisolatinarabic" or "ecma-114" or "asmo-708" or "iso8859-6" or "iso_8859-6" => "iso-8859-6",
            "utf8" or "unicode-1-1-utf-8" => "utf-8",
            "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => "windows-1252",
            _ => label,
        };
        if (string.IsNullOrEmpty(label)) return null;
        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text of well-formed UTF-8, checked and read in one pass; null for anything else.</summary>
    private static string? Utf8Text(ReadOnlySpan<byte> bytes)
    {
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, letters, out _, out var length, replaceInvalidSequences: false);
            return status == OperationStatus.Done ? new string(letters, 0, length) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static DecodedPage Named(Encoding encoding, ReadOnlySpan<byte> bytes) => new(encoding.GetString(bytes), encoding.WebName);

    private static Encoding? Declared(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (ByName(After(contentType, "charset=")) is { } fromHeader) return fromHeader;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        return ByName(After(head, "charset=")) ?? ByName(After(head, "encoding="));
    }

    private static string? After(string? text, string key)
    {
        var at = text?.IndexOf(key, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var rest = text.AsSpan(at + key.Length).TrimStart(" \"'");
        var end = rest.IndexOfAny(LabelEnd);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>UTF-16 without a mark: markup is ASCII, so every other byte is zero.</summary>
    private static Encoding? WideOrder(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 1024) & ~1)];
        if (sample.Length < 16 || !sample.Contains((byte)0)) return null;
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        return odd > sample.Length / 8 && even == 0 ? Encoding.Unicode : even > sample.Length / 8 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>The share of bytes beyond ASCII that stand in well-formed UTF-8 sequences.</summary>
    private static double Utf8Share(ReadOnlySpan<byte> bytes)
    {
        int formed = 0, stray = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done && length > 1) formed += length;
            else if (status != OperationStatus.Done) stray += length;
            bytes = bytes[length..];
        }

        return formed / (double)Math.Max(1, formed + stray);
    }
}
