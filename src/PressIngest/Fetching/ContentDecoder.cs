using System.IO.Compression;

namespace PressIngest.Fetching;

/// <summary>Undoes a body's compression, never past a limit: a small body may unpack to gigabytes. Pure.</summary>
internal static class ContentDecoder
{
    public const string Accepted = "gzip, deflate, br";

    private const int MaxLayers = 3;

    /// <summary>The plain bytes, or why there are none.</summary>
    /// <param name="body">The body, as it came.</param>
    /// <param name="encodings">The Content-Encoding header's names, in the order they were applied.</param>
    /// <param name="maxBytes">The most that may come out, of each layer.</param>
    /// <param name="mayBeCut">What goes beyond that is cut off; else it is a failure.</param>
    public static (byte[]? Bytes, FetchFailure Failure, string Message) Decode(byte[] body, IReadOnlyList<string> encodings,
        long maxBytes, bool mayBeCut = false)
    {
        if (encodings.Count > MaxLayers) return (null, FetchFailure.Malformed, $"the body is compressed {encodings.Count} times over");
        foreach (var encoding in encodings.Reverse())
        {
            if (body.Length == 0) break;
            try
            {
                using var decoder = Open(encoding.Trim().ToLowerInvariant(), body);
                if (decoder is null) return (null, FetchFailure.Malformed, $"the body is compressed as '{encoding}', which was not asked for");
                if (BoundedRead(decoder, maxBytes, mayBeCut) is not { } plain) return (null, FetchFailure.TooLarge, $"the body unpacks to more than {maxBytes:N0} bytes");
                body = plain;
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
            {
                return (null, FetchFailure.Malformed, $"the body's compression ({encoding}) is broken");
            }
        }

        return (body, default, "");
    }

    /// <summary>True where the bytes are a gzip file, whatever they are called.</summary>
    public static bool IsGzip(byte[] bytes) => bytes is [0x1F, 0x8B, ..];

    private static Stream? Open(string encoding, byte[] body) => encoding switch
    {
        // Servers announce gzip and then send the page as it is.
        "gzip" or "x-gzip" => IsGzip(body) ? new GZipStream(new MemoryStream(body), CompressionMode.Decompress) : new MemoryStream(body),
        "deflate" when HasZlibHeader(body) => new ZLibStream(new MemoryStream(body), CompressionMode.Decompress),
        "deflate" => new DeflateStream(new MemoryStream(body), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
        "identity" or "none" or "" or "utf-8" => new MemoryStream(body),
        _ => null,
    };

    // "deflate" means zlib (RFC 9110), and some servers leave its header out.
    private static bool HasZlibHeader(byte[] body) => body.Length > 1 && (body[0] & 0x0F) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static byte[]? BoundedRead(Stream stream, long maxBytes, bool mayBeCut)
    {
        using var plain = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (plain.Length + read > maxBytes)
            {
                if (!mayBeCut) return null;
                plain.Write(buffer, 0, (int)(maxBytes - plain.Length));
                break;
            }

            plain.Write(buffer, 0, read);
        }

        return plain.ToArray();
    }
}
