using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Undoes UTF-8 that was once taken for a one-byte encoding and encoded again: "Ø§Ù„" (taken for windows-1252) and "ط§ظ„" (for
/// windows-1256) are both "ال". Right text beside it stays: each run is turned back by itself, and only where that gives Arabic.
/// </summary>
internal static class DoubleEncoding
{
    /// <summary>Below so many pairs of lead and trail bytes a page is taken as it is.</summary>
    private const int FewestPairs = 12;

    public static string Repair(string text)
    {
        foreach (var (encoding, leads) in Mistaken())
            if (Pairs(text, leads, encoding) is var (pairs, others) && pairs >= FewestPairs && pairs > others)
                return Turned(text, encoding);
        return text;
    }

    /// <summary>The bytes D8 to DB lead every Arabic letter in UTF-8; this is what they look like in the encoding it was taken for.</summary>
    private static IEnumerable<(Encoding Encoding, string Leads)> Mistaken() =>
        [(CharsetDetector.ByName("windows-1252")!, "ØÙÚÛ"), (CharsetDetector.ByName("windows-1256")!, "طظعغ")];

    private static (int Pairs, int Others) Pairs(string text, string leads, Encoding encoding)
    {
        var bytes = new Dictionary<char, byte>();
        for (var b = 0x80; b < 0x100; b++) bytes.TryAdd(encoding.GetString([(byte)b])[0], (byte)b);
        int pairs = 0, others = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] < 0x80 || !leads.Contains(text[i], StringComparison.Ordinal)) continue;
            if (ByteOf(text[i + 1], bytes) is >= 0x80 and < 0xC0) pairs++;
            else others++;
        }

        return (pairs, others);
    }

    private static string Turned(string text, Encoding encoding)
    {
        var bytes = new Dictionary<char, byte>();
        for (var b = 0x80; b < 0x100; b++) bytes.TryAdd(encoding.GetString([(byte)b])[0], (byte)b);
        var result = new StringBuilder(text.Length);
        var run = new List<byte>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var value = i < text.Length && text[i] >= 0x80 ? ByteOf(text[i], bytes) : null;
            if (value is { } b)
            {
                if (run.Count == 0) start = i;
                run.Add(b);
                continue;
            }

            if (run.Count > 0) result.Append(Arabic([.. run]) ?? text[start..i]);
            run.Clear();
            if (i < text.Length) result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>C1 controls are what decoders leave where windows-1252 has no letter: the byte itself.</summary>
    private static byte? ByteOf(char c, Dictionary<char, byte> bytes) =>
        bytes.TryGetValue(c, out var b) ? b : c is >= '\u0080' and <= '\u009F' ? (byte)c : null;

    private static string? Arabic(byte[] run)
    {
        if (!System.Text.Unicode.Utf8.IsValid(run)) return null;
        var text = Encoding.UTF8.GetString(run);
        return text.Any(ArabicText.IsArabicLetter) || text.All(char.IsPunctuation) ? text : null;
    }
}
