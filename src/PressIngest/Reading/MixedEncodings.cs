using System.Buffers;
using System.Text;

namespace PressIngest.Reading;

/// <summary>
/// UTF-8 with stretches of another encoding in it: a template in UTF-8 round a body from an old windows-1256 database, or a page cut
/// within a character. What is well-formed is read as UTF-8, runs of the rest as windows-1256, lone stray bytes are dropped.
/// </summary>
internal static class MixedEncodings
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var arabic = CharsetDetector.ByName("windows-1256")!;
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var well = WellFormed(bytes);
            text.Append(Encoding.UTF8.GetString(bytes[..well]));
            bytes = bytes[well..];
            var stray = Stray(bytes);
            // A word of one-byte Arabic is several high bytes in a row; one or two are the rest of a broken character.
            if (stray > 2) text.Append(arabic.GetString(bytes[..stray]));
            bytes = bytes[stray..];
        }

        return text.ToString();
    }

    private static int WellFormed(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Rune.DecodeFromUtf8(bytes[length..], out _, out var step) == OperationStatus.Done) length += step;
        return length;
    }

    /// <summary>
    /// From a byte that is no UTF-8 to the end of the run of words it stands in: high bytes, with single spaces between, up to where UTF-8
    /// sets in again.
    /// </summary>
    private static int Stray(ReadOnlySpan<byte> bytes)
    {
        var end = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i > 0 && IsUtf8Letters(bytes[i..])) break;
            if (bytes[i] >= 0x80) end = i + 1;
            else if (bytes[i] != ' ' || i > end) break;
        }

        return end;
    }

    // Two letters: a single one may be an accident of two bytes in windows-1256 (a letter and a comma).
    private static bool IsUtf8Letters(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeFromUtf8(bytes, out _, out var first) == OperationStatus.Done && first > 1
        && Rune.DecodeFromUtf8(bytes[first..], out _, out var second) == OperationStatus.Done && second > 1;
}
