namespace PressIngest.Reading;

/// <summary>
/// The language of a text by its letters: Persian, Urdu and Kurdish write in Arabic script with letters of their own, and Arabic alone
/// ends words in ة. What the page declares counts only where the text is too short to tell.
/// </summary>
internal static class LanguageReader
{
    private const int Enough = 60;

    public static Sourced<string>? Read(string text, string? declared)
    {
        int arabic = 0, latin = 0, teh = 0, persian = 0, urdu = 0, kurdish = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case 'ة' or 'ي' or 'ى' or 'ك' or 'أ' or 'إ':
                    teh++;
                    break;
                case 'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ں' or 'ہ' or 'ھ':
                    urdu++;
                    break;
                case 'ێ' or 'ۆ' or 'ڵ' or 'ڕ' or 'ە':
                    kurdish++;
                    break;
                case 'پ' or 'چ' or 'ژ' or 'گ' or 'ی' or 'ک':
                    persian++;
                    break;
            }

            if (char.IsAsciiLetter(c)) latin++;
            else if (Extraction.ArabicText.IsArabicLetter(c)) arabic++;
        }

        if (arabic + latin < Enough) return Declared(declared);
        if (latin > arabic) return Declared(declared) is { Value: not ("ar" or "fa" or "ur" or "ckb") } stated ? stated : null;
        if (urdu > arabic * 0.03) return new Sourced<string>("ur", "text");
        if (kurdish > arabic * 0.03) return new Sourced<string>("ckb", "text");
        return new Sourced<string>(persian > teh ? "fa" : "ar", "text");
    }

    private static Sourced<string>? Declared(string? declared) =>
        declared?.Trim() is { Length: >= 2 } value ? new Sourced<string>(value.Split('-', '_')[0].ToLowerInvariant(), "lang") : null;
}
