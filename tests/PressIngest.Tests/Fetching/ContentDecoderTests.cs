using System.IO.Compression;
using PressIngest.Fetching;

namespace PressIngest.Tests.Fetching;

public sealed class ContentDecoderTests
{
    private const int Limit = 1_000_000;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw")]
    [InlineData("br")]
    public void Takes_no_half_of_a_body_for_the_whole(string encoding)
    {
        var plain = new byte[50_000];
        new Random(1).NextBytes(plain);
        var packed = Pack(plain, encoding);
        var name = encoding == "raw" ? "deflate" : encoding;
        Assert.Equal(plain, ContentDecoder.Decode(packed, [name], Limit).Bytes);
        foreach (var length in new[] { 3, 100, packed.Length / 2, packed.Length - 1 })
        {
            var (bytes, failure, _) = ContentDecoder.Decode(packed[..length], [name], Limit);
            Assert.Null(bytes);
            Assert.Equal(FetchFailure.Malformed, failure);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw")]
    public void Overlooks_what_a_server_appends(string encoding)
    {
        byte[] packed = [.. Pack("خبر"u8.ToArray(), encoding), .. "\r\n"u8];
        Assert.Equal("خبر"u8.ToArray(), ContentDecoder.Decode(packed, [encoding == "raw" ? "deflate" : encoding], Limit).Bytes);
    }

    private static byte[] Pack(byte[] plain, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal),
            _ => new DeflateStream(packed, CompressionLevel.Optimal),
        })
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }
}
