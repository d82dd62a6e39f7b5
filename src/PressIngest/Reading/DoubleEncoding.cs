using System.Buffers;
using System.Text;
using System.Text.Unicode;
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

    private static readonly Mistake[] Mistakes = [Mistake.Of("windows-1252", "ØÙÚÛ"), Mistake.Of("windows-1256", "طظعغ")];

    public static string Repair(string text)
    {
        foreach (var mistake in Mistakes)
            if (mistake.IsIn(text)) return Turned(text, mistake);
        return text;
    }

    private static string Turned(string text, Mistake mistake)
    {
        var result = new StringBuilder(text.Length);
        var run = new List<byte>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && mistake.ByteOf(text[i]) is { } b)
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

    private static string? Arabic(byte[] run)
    {
        if (!Utf8.IsValid(run)) return null;
        var text = Encoding.UTF8.GetString(run);
        return text.All(x => ArabicText.IsArabicLetter(x) || ArabicText.IsInsideWord(x) || ArabicText.IsInvisible(x)
            || char.IsDigit(x) || char.IsPunctuation(x) || char.IsWhiteSpace(x)) ? text : null;
    }

    /// <summary>An encoding that UTF-8 is taken for, and what the bytes D8 to DB, which lead every Arabic letter in UTF-8, look like in it.</summary>
    private sealed class Mistake(SearchValues<char> leads, byte[] bytes)
    {
        /// <summary>™ is the last character of either encoding.</summary>
        private const int BeyondLetters = '™' + 1;

        public static Mistake Of(string name, string leads)
        {
            var encoding = CharsetDetector.ByName(name)!;
            var bytes = new byte[BeyondLetters];
            for (var b = 0xFF; b >= 0x80; b--) bytes[encoding.GetString([(byte)b])[0]] = (byte)b;
            // C1 controls are what decoders leave where the encoding has no letter: the byte itself.
            for (var b = 0x80; b < 0xA0; b++)
                if (bytes[b] == 0) bytes[b] = (byte)b;
            return new Mistake(SearchValues.Create(leads), bytes);
        }

        public byte? ByteOf(char c) => c < bytes.Length && bytes[c] is not 0 and var b ? b : null;

        public bool IsIn(string text)
        {
            int pairs = 0, others = 0;
            for (var i = text.AsSpan().IndexOfAny(leads); i >= 0 && i + 1 < text.Length;)
            {
                if (ByteOf(text[i + 1]) is < 0xC0) pairs++;
                else others++;
                var next = text.AsSpan(i + 1).IndexOfAny(leads);
                i = next < 0 ? -1 : i + 1 + next;
            }

            return pairs >= FewestPairs && pairs > others;
        }
    }
}
