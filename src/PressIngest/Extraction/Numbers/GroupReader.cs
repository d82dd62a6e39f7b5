namespace PressIngest.Extraction.Numbers;

/// <summary>
/// Reads what stands before a magnitude: digits, or words from 0 to 999 (مائتان وخمسة وأربعون). Also the small steps that other
/// readers share: the word at a place, and the و that joins.
/// </summary>
internal readonly struct GroupReader(Token[] tokens, NumberLexicon lexicon)
{
    /// <summary>A group as it was read: its value, where it ends, the particles on it.</summary>
    internal readonly record struct Group(decimal Value, int End, string Particles, NumberKind Kind, bool InDigits = false, bool Bare = false);

    /// <summary>The number word at a place with nothing but و or nothing on it; <c>joined</c> says which.</summary>
    public NumberWord? Plain(int at, bool joined)
    {
        if (at >= tokens.Length || lexicon.Find(tokens[at]) is not { } found) return null;
        if (joined && IsJoinedOne(at)) return found.Word;
        return (found.Particles is "و" or "وال") == joined && (joined || found.Particles.Length == 0) ? found.Word : null;
    }

    /// <summary>وأحد عشر, وأحد وعشرون: folded, و and أحد are the word for one.</summary>
    public bool IsJoinedOne(int at) => at < tokens.Length && tokens[at].Folded == "واحد"
        && (TeenAt(at + 1) || Joined(at + 1) is { Word.Kind: NumberWordKind.Tens });

    /// <summary>The number word behind a و, whether it is written onto it or apart (و عشرون), and the place after it.</summary>
    public (NumberWord Word, int End)? Joined(int at)
    {
        if (Plain(at, joined: true) is { } attached) return (attached, at + 1);
        if (at + 1 >= tokens.Length || tokens[at].Folded != "و") return null;
        return lexicon.Find(tokens[at + 1]) is { Particles: "" or "ال" } apart ? (apart.Word, at + 2) : null;
    }

    /// <summary>A scale at a place with no و before it (خمسة آلاف مليون), with the article after halves (نصف المليون).</summary>
    public NumberWord? Scale(int at, bool article = false)
    {
        if (at >= tokens.Length || lexicon.Find(tokens[at]) is not { Word.Kind: NumberWordKind.Scale } found) return null;
        return found.Particles.Length == 0 || (article && found.Particles == "ال") ? found.Word : null;
    }

    public Group? Read(int at) => Digits(at) ?? Words(at);

    private Group? Digits(int at)
    {
        var particles = "";
        if (tokens[at].IsWord && DigitReader.IsParticle(tokens[at].Folded) && at + 1 < tokens.Length && !tokens[at + 1].IsWord)
        {
            particles = tokens[at].Folded;
            at++;
        }

        // (700) شاب and "970" حالة: brackets and marks round the digits alone are no part of the number.
        var closing = at + 1 < tokens.Length ? Closing(tokens[at].Folded) : null;
        if (closing is not null) at++;
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.Number) return null;
        var self = this;
        var read = DigitReader.Read(tokens, at, lexicon, end => self.IsDecimalContext(end));
        var end = read.End;
        if (closing is not null)
        {
            if (end >= tokens.Length || tokens[end].Folded != closing) return null;
            end++;
        }

        var value = read.Value;
        if (read.Kind == NumberKind.Cardinal && Plain(end, joined: false) is { Kind: NumberWordKind.Hundred, Value: 100 })
        {
            value *= 100;
            end++;
            if (Joined(end) is { } more && Small(more.Word, more.End) is { } small) (value, end) = (value + small.Value, small.End);
            else if (JoinedDigits(end) is { Value: < 100, Kind: NumberKind.Cardinal } digits) (value, end) = (value + digits.Value, digits.End);
        }

        return new Group(value, end, particles, read.Kind, InDigits: true, Bare: read.Bare && closing is null && end == read.End);
    }

    private DigitReading? JoinedDigits(int at) => at + 1 < tokens.Length && tokens[at].Folded == "و" && tokens[at + 1].Kind == TokenKind.Number
        ? DigitReader.Read(tokens, at + 1, lexicon, _ => false)
        : null;

    private Group? Words(int at)
    {
        if (lexicon.Find(tokens[at]) is not { } first) return null;
        var particles = first.Particles;
        var end = at + 1;
        if (first.Word.Kind == NumberWordKind.Ordinal) return new Group(Ordinal(first.Word.Value, ref end), end, particles, NumberKind.Ordinal);
        decimal hundreds = 0;
        if (first.Word.Kind == NumberWordKind.Hundred)
        {
            hundreds = first.Word.Value;
        }
        else
        {
            if (Small(first.Word, end) is not { } small) return null;
            if (Plain(small.End, joined: false) is not { Kind: NumberWordKind.Hundred, Value: 100 }) return new Group(small.Value, small.End,
                particles, NumberKind.Cardinal);
            hundreds = small.Value * 100;
            end = small.End + 1;
        }

        if (Joined(end) is not { } next) return new Group(hundreds, end, particles, NumberKind.Cardinal);
        if (next.Word.Kind == NumberWordKind.Ordinal)
        {
            end = next.End;
            return new Group(hundreds + Ordinal(next.Word.Value, ref end), end, particles, NumberKind.Ordinal);
        }

        return Small(next.Word, next.End) is { Value: > 0 } rest
            ? new Group(hundreds + rest.Value, rest.End, particles, NumberKind.Cardinal)
            : new Group(hundreds, end, particles, NumberKind.Cardinal);
    }

    /// <summary>A number below 100 that begins with a word already read; null where the
    /// word begins none, or begins a fraction (ثلاثة أرباع).</summary>
    private (decimal Value, int End)? Small(NumberWord word, int end)
    {
        switch (word.Kind)
        {
            case NumberWordKind.Zero or NumberWordKind.Ten or NumberWordKind.Teen or NumberWordKind.Tens:
                return (word.Value, end);
            case NumberWordKind.Unit:
                if (TeenAt(end)) return (10 + word.Value, end + 1);
                if (Joined(end) is { Word.Kind: NumberWordKind.Tens } tens) return (word.Value + tens.Word.Value, tens.End);
                return Plain(end, joined: false) is { Kind: NumberWordKind.Fraction, Number: Grammatical.Many } ? null : (word.Value, end);
            default:
                return null;
        }
    }

    private decimal Ordinal(decimal value, ref int end)
    {
        if (TeenAt(end))
        {
            end++;
            return 10 + value;
        }

        if (Joined(end) is not { Word.Kind: NumberWordKind.Tens } tens) return value;
        end = tens.End;
        return value + tens.Word.Value;
    }

    private bool TeenAt(int at) => Plain(at, joined: false) is { Kind: NumberWordKind.Ten };

    /// <summary>1.234 is a decimal before a magnitude or a percent sign, and a thousand otherwise.</summary>
    private bool IsDecimalContext(int end) => Scale(end) is not null
        || (end < tokens.Length && (tokens[end].Folded is "%" or "٪" or "بالميه" or "بالمايه" || IsSmallSum(end)))
        || (end + 1 < tokens.Length && tokens[end].Folded == "في" && tokens[end + 1].Folded is "الميه" or "المايه");

    /// <summary>A dinar has a thousand parts: 5.844 دينار is five and some, 12.500 دينار is thousands.</summary>
    private bool IsSmallSum(int end) => lexicon.HasThousandParts(tokens[end].Folded) && tokens[end - 3].Folded.Length == 1
        && tokens[end - 1].Folded != "000";

    /// <summary>The mark that closes what a mark opens.</summary>
    public static string? Closing(string opening) => opening switch
    {
        "(" => ")",
        "\"" => "\"",
        "«" => "»",
        "“" => "”",
        "[" => "]",
        _ => null,
    };
}
