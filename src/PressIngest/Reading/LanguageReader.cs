using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// The language of a text by its letters: Persian, Urdu and Kurdish write in Arabic script with letters of their own, and Arabic alone
/// ends words in ة. What the page declares counts only where the text is too short to tell.
/// </summary>
internal static class LanguageReader
{
    private const int Enough = 60;

    /// <summary>Every character below U+0700, so that a long text costs one look a character.</summary>
    private static readonly Letter[] Letters = [.. Enumerable.Range(0, 0x700).Select(x => LetterOf((char)x))];

    private enum Letter : byte
    {
        None,
        Latin,
        Shared,
        Arabic,
        Persian,
        Urdu,
        Kurdish,
    }

    public static Sourced<string>? Read(string text, string? declared)
    {
        Span<int> counts = stackalloc int[(int)Letter.Kurdish + 1];
        foreach (var c in text) counts[(int)(c < Letters.Length ? Letters[c] : LetterOf(c))]++;
        int arabic = counts[(int)Letter.Arabic], persian = counts[(int)Letter.Persian], urdu = counts[(int)Letter.Urdu],
        kurdish = counts[(int)Letter.Kurdish];
        var latin = counts[(int)Letter.Latin];
        var all = counts[(int)Letter.Shared] + arabic + persian + urdu + kurdish;
        if (all + latin < Enough) return Declared(declared);
        if (latin > all) return Declared(declared) is { Value: not ("ar" or "fa" or "ur" or "ckb") } stated ? stated : null;
        if (urdu > all * 0.03) return new Sourced<string>("ur", "text");
        if (kurdish > all * 0.03) return new Sourced<string>("ckb", "text");
        return new Sourced<string>(persian > arabic ? "fa" : "ar", "text");
    }

    private static Letter LetterOf(char c) => c switch
    {
        'ة' or 'ي' or 'ى' or 'ك' or 'أ' or 'إ' => Letter.Arabic,
        'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ں' or 'ہ' or 'ھ' => Letter.Urdu,
        'ێ' or 'ۆ' or 'ڵ' or 'ڕ' or 'ە' => Letter.Kurdish,
        'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک' => Letter.Persian,
        _ => char.IsAsciiLetter(c) ? Letter.Latin : ArabicText.IsArabicLetter(c) ? Letter.Shared : Letter.None,
    };

    private static Sourced<string>? Declared(string? declared) =>
        declared?.Trim() is { Length: >= 2 } value ? new Sourced<string>(value.Split('-', '_')[0].ToLowerInvariant(), "lang") : null;
}
