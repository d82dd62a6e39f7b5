using System.Globalization;

namespace PressIngest.Extraction.Numbers;

/// <summary>A number in digits: its value, where it ends, and whether it is a number at all.</summary>
internal readonly record struct DigitReading(decimal Value, int End, NumberKind Kind, bool Bare);

/// <summary>
/// Reads digits with their separators. What a separator means is told by its place: three digits behind a comma (Latin or Arabic)
/// are thousands, one or two a decimal; of two different ones the last is the decimal sign; news agencies write 12.5 as 5ر12.
/// </summary>
internal static class DigitReader
{
    private const int MaximumDigits = 18;

    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="at">A token of digits.</param>
    /// <param name="lexicon">Knows the Latin letters that may stand on digits and leave them a number (5M, 16GB).</param>
    /// <param name="decimalPoint">A dot before three digits is a decimal point (a magnitude or % follows there), else it separates thousands.</param>
    public static DigitReading Read(Token[] tokens, int at, NumberLexicon lexicon, Func<int, bool> decimalPoint)
    {
        if (SpacedThousands(tokens, at, lexicon) is { } spaced) return spaced;
        var parts = new List<string> { tokens[at].Folded };
        var separators = new List<string>();
        var end = at + 1;
        while (parts.Count < MaximumDigits && Separated(tokens, end, IsSeparator))
        {
            separators.Add(tokens[end].Folded);
            parts.Add(tokens[end + 1].Folded);
            end += 2;
        }

        if (separators.Count == 0 && SimpleFraction(tokens, at, lexicon) is { } fraction) return fraction;
        if (IsName(tokens, at, end, lexicon)) return new DigitReading(0, EndOfName(tokens, end), NumberKind.Code, Bare: false);
        // 235ر1 مليون: thousands of a magnitude are a fraction of it.
        var ofMagnitude = end < tokens.Length && lexicon.Find(tokens[end]) is { Word.Kind: NumberWordKind.Scale };
        var value = separators.Count == 0 ? Parse(parts[0]) : Value(parts, separators, ofMagnitude, () => decimalPoint(end));
        return value is { } v
            ? new DigitReading(v, end, NumberKind.Cardinal, separators.Count == 0)
            : new DigitReading(0, EndOfName(tokens, end), NumberKind.Code, Bare: false);
    }

    private static decimal? Value(List<string> parts, List<string> separators, bool ofMagnitude, Func<bool> decimalPoint)
    {
        if (separators[0] == "ر") return Reversed(parts, separators, ofMagnitude);
        var last = separators[^1];
        var groups = parts.Count > 1 && parts[0].Length is >= 1 and <= 3 && parts[0] != "0";
        for (var i = 1; i < parts.Count - 1; i++) groups &= parts[i].Length == 3;
        var same = separators.TrueForAll(x => x == last);
        if (separators.Count > 1)
        {
            if (same) return groups && parts[^1].Length == 3 ? Parse(string.Concat(parts)) : null;
            var others = separators.Take(separators.Count - 1).Distinct(StringComparer.Ordinal).ToArray();
            return groups && others.Length == 1 && others[0] != last ? Decimal(string.Concat(parts.Take(parts.Count - 1)), parts[^1]) : null;
        }

        var thousands = last switch
        {
            "٬" => true,
            "٫" => false,
            "." => groups && parts[1].Length == 3 && !decimalPoint(),
            _ => groups && parts[1].Length == 3,
        };
        return thousands ? Parse(string.Concat(parts)) : Decimal(parts[0], parts[1]);
    }

    /// <summary>5ر12 is typed from right to left: the fraction stands first, and so do the last three digits of thousands (000ر22).</summary>
    private static decimal? Reversed(List<string> parts, List<string> separators, bool ofMagnitude)
    {
        if (!separators.TrueForAll(x => x == "ر")) return null;
        parts.Reverse();
        if (parts.Count == 2 && (ofMagnitude || parts[1].Length != 3)) return Decimal(parts[0], parts[1]);
        return parts.Skip(1).All(x => x.Length == 3) ? Parse(string.Concat(parts)) : null;
    }

    /// <summary>1 234 567: spaces separate thousands where every group behind the first has three digits.</summary>
    private static DigitReading? SpacedThousands(Token[] tokens, int at, NumberLexicon lexicon)
    {
        if (tokens[at].Folded.Length > 3 || tokens[at].Folded[0] == '0') return null;
        var digits = tokens[at].Folded;
        var end = at + 1;
        while (end < tokens.Length && tokens[end] is { Kind: TokenKind.Number, SpaceBefore: true, Folded.Length: 3 } && digits.Length < MaximumDigits)
            digits += tokens[end++].Folded;
        if (end == at + 1 || IsName(tokens, at, end, lexicon) || Separated(tokens, end, IsSeparator)) return null;
        return Parse(digits) is { } value ? new DigitReading(value, end, NumberKind.Cardinal, Bare: false) : null;
    }

    /// <summary>3/4 and 1 3/4: a fraction has a smaller numerator; a day and a month cannot be told from it and count as little.</summary>
    private static DigitReading? SimpleFraction(Token[] tokens, int at, NumberLexicon lexicon)
    {
        var whole = 0m;
        var start = at;
        if (at + 3 < tokens.Length && tokens[at + 1] is { Kind: TokenKind.Number, SpaceBefore: true } && tokens[at].Folded.Length <= 2
            && Separated(tokens, at + 2, x => x == "/"))
        {
            whole = Parse(tokens[at].Folded) ?? 0;
            start = at + 1;
        }

        if (!Separated(tokens, start + 1, x => x == "/") || NamedInFront(tokens, at, lexicon)) return null;
        if (NamedBehind(tokens, start + 3, lexicon)) return null;
        if (Parse(tokens[start].Folded) is not { } above || Parse(tokens[start + 2].Folded) is not { } below) return null;
        if (above >= below || below > 10 || above == 0) return null;
        return new DigitReading(whole + (above / below), start + 3, NumberKind.Fraction, Bare: false);
    }

    /// <summary>A letter, a colon, a slash or one more hyphen on digits makes a name of them: F16, 5G, 10:30, 8/10/2015, كوفيد-19.</summary>
    private static bool IsName(Token[] tokens, int at, int end, NumberLexicon lexicon) => NamedInFront(tokens, at, lexicon)
        || NamedBehind(tokens, end, lexicon);

    private static bool NamedInFront(Token[] tokens, int at, NumberLexicon lexicon)
    {
        if (at == 0 || tokens[at].SpaceBefore) return false;
        var before = tokens[at - 1];
        // Names are short (إس6); a longer word has only lost its space (بلغ20).
        if (before.IsWord) return !IsParticle(before.Folded) && (IsLatin(before) || before.Folded.Length < 4)
            && !lexicon.StandsBeforeDigits(before.Folded);
        return at > 1 && !before.SpaceBefore && tokens[at - 2].IsWord
            && (before.Folded is "-" or "–" or "_" or "/" || (before.Folded is "." && IsLatin(tokens[at - 2])));
    }

    private static bool NamedBehind(Token[] tokens, int end, NumberLexicon lexicon)
    {
        if (end >= tokens.Length || tokens[end].SpaceBefore) return false;
        var next = tokens[end];
        if (next.IsWord) return IsLatin(next) && !lexicon.StandsOnDigits(next.Folded);
        return Separated(tokens, end, x => x is ":" or "/" or "_" or ".");
    }

    /// <summary>Everything glued to a name belongs to it, so that no part of it is read as a number.</summary>
    private static int EndOfName(Token[] tokens, int end)
    {
        while (end < tokens.Length && !tokens[end].SpaceBefore && (tokens[end].Kind == TokenKind.Number
            || IsLatin(tokens[end])
            || Separated(tokens, end, x => x is "." or "," or "/" or ":" or "-" or "_" or "–"))) end++;
        return end;
    }

    /// <summary>Nothing but particles and the article, written before digits: و، بـ، الـ، بالـ.</summary>
    public static bool IsParticle(string folded) =>
        folded is "و" or "ف" or "ب" or "ل" or "ك" or "ال" or "وال" or "بال" or "لل" or "كال" or "فال" or "وب" or "ول" or "وبال" or "ولل" or "لال";

    private static bool IsSeparator(string folded) => folded is "." or "," or "،" or "٬" or "٫" or "ر";

    private static bool Separated(Token[] tokens, int at, Func<string, bool> separator) => at + 1 < tokens.Length
        && !tokens[at].SpaceBefore && !tokens[at + 1].SpaceBefore && tokens[at + 1].Kind == TokenKind.Number && separator(tokens[at].Folded);

    private static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && token.Folded[0] is >= 'a' and <= 'z';

    private static decimal? Decimal(string whole, string fraction) =>
        Parse(whole) is { } w && fraction.Length + whole.Length <= MaximumDigits && Parse(fraction) is not null
            ? decimal.Parse($"{w}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;

    private static decimal? Parse(string digits) =>
        digits.Length <= MaximumDigits && decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
