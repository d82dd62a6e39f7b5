namespace PressIngest.Extraction.Numbers;

/// <summary>
/// Reads the number that begins at a token: digits, words or both, with magnitudes, و-chains, halves and the particles written onto
/// it. Arabic says large numbers as groups with falling magnitudes joined by و (ثلاثة ملايين ومائتا ألف وخمسة); a magnitude with no
/// group before it is one of it, and one right behind another multiplies (ألف مليون).
/// </summary>
internal static class NumberReader
{
    private const decimal Limit = 1e18m;

    /// <summary>The number at a token, or null. Linear in the length of what is read.</summary>
    public static NumberReading? Read(Token[] tokens, int at, NumberLexicon lexicon)
    {
        if (at < 0 || at >= tokens.Length || !CanBegin(tokens[at], lexicon)) return null;
        // في المئة is a percent sign in words.
        if (at > 0 && tokens[at].Folded is "الميه" or "المايه" && tokens[at - 1].Folded == "في") return null;
        if (!Negative(tokens, at, lexicon)) return Positive(tokens, at, lexicon);
        return at + 1 < tokens.Length && Positive(tokens, at + 1, lexicon) is { Kind: NumberKind.Cardinal or NumberKind.Fraction } positive
            ? positive with { Value = -positive.Value, Range = new TokenRange(at, positive.Range.End), BareDigits = false }
            : null;
    }

    /// <summary>
    /// Few tokens begin a number: digits, a minus or an opening mark before them, number words, particles written apart from their digits,
    /// and جزء of a ratio.
    /// </summary>
    public static bool CanBegin(Token token, NumberLexicon lexicon) => token.Kind switch
    {
        TokenKind.Number => true,
        TokenKind.Punctuation => token.Folded is "-" or "−" || GroupReader.Closing(token.Folded) is not null,
        TokenKind.Word => token.Folded == "جزء" || DigitReader.IsParticle(token.Folded) || lexicon.Find(token) is not null,
        _ => false,
    };

    /// <summary>A number without what may make a fraction of it.</summary>
    public static NumberReading? Cardinal(Token[] tokens, int at, NumberLexicon lexicon) => new Chain(tokens, lexicon).Read(at);

    private static NumberReading? Positive(Token[] tokens, int at, NumberLexicon lexicon)
    {
        var number = Cardinal(tokens, at, lexicon) ?? FractionReader.Read(tokens, at, lexicon);
        if (number is not { Kind: NumberKind.Cardinal or NumberKind.Fraction } read) return number;
        read = FractionReader.Ratio(tokens, read, lexicon) ?? read;
        return read with { Value = Trim(read.Value) };
    }

    private static bool Negative(Token[] tokens, int at, NumberLexicon lexicon) => tokens[at].Kind == TokenKind.Punctuation
        ? tokens[at].Folded is "-" or "−" && at + 1 < tokens.Length && tokens[at + 1] is { Kind: TokenKind.Number, SpaceBefore: false }
        && (at == 0 || tokens[at].SpaceBefore)
        : lexicon.Find(tokens[at]) is { Word.Kind: NumberWordKind.Minus, Particles: "" };

    /// <summary>The groups of one number, from the first on.</summary>
    private readonly struct Chain(Token[] tokens, NumberLexicon lexicon)
    {
        private readonly GroupReader _groups = new(tokens, lexicon);

        public NumberReading? Read(int at)
        {
            if (Link(at) is not { } first) return null;
            var (total, scale, end) = (first.Value, first.Scale, first.End);
            if (first.Kind != NumberKind.Cardinal)
                return new NumberReading(first.Value, new TokenRange(at, end), first.Kind) { Particles = first.Particles,
                    InDigits = first.InDigits, Scale = scale };
            while (scale > 1 && Next(end) is { Kind: NumberKind.Cardinal } next)
            {
                if (next.Scale < scale && next.Value < scale) (total, scale) = (total + next.Value, next.Scale);
                // ألف ومائتا مليون: the magnitude behind counts for both.
                else if (scale == 1000 && next.Scale > scale && next.Value / next.Scale < scale
                    && Times(total + (next.Value / next.Scale), next.Scale) is { } both)
                    (total, scale) = (both, next.Scale);
                else break;
                end = next.End;
            }

            if (FractionReader.Added(tokens, end, scale, lexicon) is { } added)
            {
                (total, end) = (total + added.Value, added.End);
                if (scale == 1 && _groups.Scale(end) is { } behind
                    && Times(total, behind.Value) is { } scaled) (total, scale, end) = (scaled, behind.Value, end + 1);
            }

            return new NumberReading(total, new TokenRange(at, end), NumberKind.Cardinal)
            {
                Particles = first.Particles,
                InDigits = first.InDigits,
                Scale = scale,
                BareDigits = first.Bare && end == first.End,
            };
        }

        /// <summary>A group and the magnitudes behind it, or a magnitude alone.</summary>
        private (decimal Value, decimal Scale, int End, string Particles, NumberKind Kind, bool InDigits, bool Bare)? Link(int at)
        {
            if (_groups.Read(at) is { } group)
            {
                var scaled = group.Kind == NumberKind.Cardinal ? Scaled(group.Value, group.End) : (group.Value, Scale: 1m, group.End);
                return (scaled.Value, scaled.Scale, scaled.End, group.Particles, group.Kind, group.InDigits, group.Bare && scaled.End == group.End);
            }

            if (lexicon.Find(tokens[at]) is not { Word.Kind: NumberWordKind.Scale } found) return null;
            var own = found.Word.Number == Grammatical.Two || IsConstructDual(at) ? 2 * found.Word.Value : found.Word.Value;
            var more = Scaled(own, at + 1);
            var kind = found.Word.Number == Grammatical.Many ? NumberKind.Vague : NumberKind.Cardinal;
            return (more.Value, more.Scale == 1 ? found.Word.Value : more.Scale, more.End, found.Particles, kind, false, false);
        }

        private (decimal Value, decimal Scale, int End) Scaled(decimal value, int end)
        {
            var scale = 1m;
            if (end < tokens.Length && tokens[end] is { IsWord: true, SpaceBefore: false } && tokens[end - 1].Kind == TokenKind.Number
                && lexicon.Suffix(tokens[end].Folded) is { } suffix
                && Times(value, suffix) is { } written)
                return (written, suffix, end + 1);
            while (_groups.Scale(end) is { Number: not Grammatical.Two } next && Times(value, next.Value) is { } product)
            {
                value = product;
                scale = next.Value;
                end++;
            }

            return (value, scale, end);
        }

        /// <summary>What a و joins: written onto the word or onto digits, or standing apart.</summary>
        private (decimal Value, decimal Scale, int End, string Particles, NumberKind Kind, bool InDigits, bool Bare)? Next(int at)
        {
            if (at + 1 < tokens.Length && tokens[at].Folded == "و"
                && tokens[at + 1].IsWord) return Link(at + 1) is { Particles: "" or "ال" } apart ? apart : null;
            // 4 آلاف 3 مائة: digits need no و before a hundred.
            if (at + 1 < tokens.Length && tokens[at].Kind == TokenKind.Number
                && _groups.Plain(at + 1, joined: false) is { Kind: NumberWordKind.Hundred }) return Link(at);
            return at < tokens.Length && tokens[at].IsWord && Link(at) is { } next
                && (next.Particles is "و" or "وال" || _groups.IsJoinedOne(at)) ? next : null;
        }

        /// <summary>
        /// مليونا and ألفا are a dual before their noun (مليونا دولار) and an accusative everywhere else (واحدا وعشرين ألفا; ألفا وخمسة).
        /// </summary>
        private bool IsConstructDual(int at)
        {
            if (!tokens[at].Folded.EndsWith('ا') || tokens[at].Folded.Length < 4 || at + 1 >= tokens.Length) return false;
            var next = tokens[at + 1];
            return next.IsWord && ArabicText.IsArabicLetter(next.Folded[0]) && next.Folded[0] != 'و' && !next.Folded.EndsWith('ا')
                && lexicon.Find(next) is null;
        }
    }

    /// <summary>The product, or null where it says more than any article counts.</summary>
    private static decimal? Times(decimal value, decimal scale) => value <= Limit / scale ? value * scale : null;

    /// <summary>Without the zeros that a product of decimals drags behind it: 28300000, not 28300000.0.</summary>
    private static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;
}
