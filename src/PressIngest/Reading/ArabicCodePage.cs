using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Which one-byte encoding bytes are in. windows-1256 and iso-8859-6 agree on alef to dad and part after it, so that text read in the
/// wrong one keeps half its letters: what tells is whether the others come out as the letters that Arabic text is full of.
/// </summary>
internal static class ArabicCodePage
{
    /// <summary>About nine of ten letters of running Arabic.</summary>
    private const string Frequent = "اليمونرتبةعدسفهكقأحجى";

    /// <summary>A declaration is followed unless another reading is clearly better.</summary>
    private const double DeclaredPrior = 0.05;

    private const int Sample = 200_000;

    public static Encoding Guess(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        Span<byte> high = new byte[Math.Min(bytes.Length, Sample)];
        var count = 0;
        foreach (var b in bytes)
        {
            if (b < 0x80) continue;
            if (count == high.Length) break;
            high[count++] = b;
        }

        high = high[..count];
        var windows = CharsetDetector.ByName("windows-1256")!;
        var iso = CharsetDetector.ByName("iso-8859-6")!;
        var best = windows;
        var score = Plausibility(windows, high, declared);
        foreach (var candidate in declared is { IsSingleByte: true } && !IsArabic(declared) ? [iso, declared] : new[] { iso })
        {
            var other = Plausibility(candidate, high, declared);
            if (other <= score) continue;
            best = candidate;
            score = other;
        }

        return best;
    }

    private static bool IsArabic(Encoding encoding) => encoding.CodePage is 1256 or 28596 or 708 or 720 or 864;

    private static double Plausibility(Encoding encoding, ReadOnlySpan<byte> high, Encoding? declared)
    {
        var prior = encoding.CodePage == declared?.CodePage ? DeclaredPrior : 0;
        if (high.IsEmpty) return prior;
        // A Latin page is told by its letters being few and apart; Arabic bytes read as Latin are runs of capitals and symbols.
        int good = 0, bad = 0;
        foreach (var c in encoding.GetString(high))
        {
            if (Frequent.Contains(c, StringComparison.Ordinal) || c is 'é' or 'è' or 'à' or 'ç' or 'ê' or 'ü' or 'ö' or 'ä') good++;
            else if (!ArabicText.IsArabicLetter(c) && !char.IsPunctuation(c) && c is not '\u00A0') bad++;
        }

        return prior + ((good - bad) / (double)high.Length);
    }
}
