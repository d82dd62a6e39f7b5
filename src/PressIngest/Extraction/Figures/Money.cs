namespace PressIngest.Extraction.Figures;

/// <summary>An amount's currency: its code, its name as spelled, and the tokens that say it.</summary>
internal readonly record struct Amount(string Code, string? Noun, int Start, int End);

/// <summary>Finds the money of a number and the country whose money a bare name is.</summary>
internal static class Money
{
    /// <summary>د.ك: two letters and the stop between them.</summary>
    private const int LettersLength = 3;

    public static Amount? Of(FigureText text, PlacesNamed places, string? country, int start, int end, bool few)
    {
        if (start > 0 && text.Figures.Currencies.Symbol(text.Tokens[start - 1].Folded) is { } before
            && !IsOfEarlier(text, start - 1)) return new Amount(before, text.Figures.Currencies.NameOf(before), start - 1, end);
        if (end >= text.Tokens.Length) return null;
        if (text.Figures.Currencies.Symbol(text.Tokens[end].Folded) is { } behind) return new Amount(behind,
            text.Figures.Currencies.NameOf(behind), start, end + 1);
        if (text.Figures.Currencies.Letters(text.Tokens, end) is { } letters) return new Amount(letters, text.Figures.Currencies.NameOf(letters),
            start, end + LettersLength);
        // The sign ﷼ is no letter, yet folds to the word.
        if (!text.IsArabicWord(end) && text.Tokens[end].Folded != "ريال") return null;
        var singular = Singular.Of(WithoutArticle(text.Plain(end)), few, masculine: null, text.Nouns);
        if (text.Figures.Currencies.Named(ArabicText.Fold(singular)) is not { } name) return null;
        if (text.Figures.Currencies.Adjective(text.Tokens, end + 1) is { } adjective && name.Codes.TryGetValue(adjective.Country, out var code))
            return new Amount(code, singular, start, adjective.End);
        return new Amount(Home(places, country, name, end), singular, start, end + 1);
    }

    /// <summary>20 $ و30 يورو, 7 ملايين $ و20 €: the sign belongs to the number before it.</summary>
    private static bool IsOfEarlier(FigureText text, int sign) =>
        sign > 0 && text.Tokens[sign + 1].SpaceBefore && (text.Tokens[sign - 1].Kind == TokenKind.Number
        || text.Tokens[sign - 1].Folded is "مليون" or "ملايين" or "مليار" or "مليارات" or "الف" or "الاف" or "تريليون");

    /// <summary>
    /// The code of a bare name: of the one country with such money that its own paragraph names, then of the source's country, then of
    /// the one that the article names most; else what the vocabulary falls back on.
    /// </summary>
    private static string Home(PlacesNamed places, string? country, CurrencyName name, int at)
    {
        if (name.Codes.Count == 0 || name.OnlyByAdjective) return name.Otherwise;
        var near = places.InParagraphOf(at).Keys.Where(name.Codes.ContainsKey).ToArray();
        if (near.Length == 1) return name.Codes[near[0]];
        if (country is not null && name.Codes.TryGetValue(country, out var code)) return code;
        var most = places.InDocument.Where(x => name.Codes.ContainsKey(x.Key)).DefaultIfEmpty().MaxBy(x => x.Value).Key;
        return most is null ? name.Otherwise : name.Codes[most];
    }

    private static string WithoutArticle(string word) => word.Length > 4 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
