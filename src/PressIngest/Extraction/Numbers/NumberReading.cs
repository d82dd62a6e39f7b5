namespace PressIngest.Extraction.Numbers;

internal enum NumberKind
{
    Cardinal,

    /// <summary>A magnitude in the plural with no number before it: ملايين، آلاف.</summary>
    Vague,

    /// <summary>A part of one: نصف، ثلاثة أرباع، 3/4، واحد من مئة.</summary>
    Fraction,

    /// <summary>A rank: الثالث عشر.</summary>
    Ordinal,

    /// <summary>Digits that name and do not count: phone numbers, dates, times, versions, model names.</summary>
    Code,
}

/// <summary>A number as it was read.</summary>
/// <param name="Value">What it says: 28300000 for 28.3 مليون.</param>
/// <param name="Range">The tokens that say it, with brackets and particles written apart (الـ 40).</param>
/// <param name="Kind">Whether it counts.</param>
internal readonly record struct NumberReading(decimal Value, TokenRange Range, NumberKind Kind)
{
    /// <summary>The particles written onto its front: و ب ل ك ف ال.</summary>
    public string Particles { get; init; } = "";

    /// <summary>Its smallest magnitude word, 1 where there is none: what ونصف is half of, what a range's lower end borrows.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>True where the first thing in it is a digit.</summary>
    public bool InDigits { get; init; }

    /// <summary>True for digits with nothing in or around them: 2015, but not 2,015 nor 2 ألف.</summary>
    public bool BareDigits { get; init; }

    public bool Definite => Particles.EndsWith("ال", StringComparison.Ordinal);

    /// <summary>One and two in words only stress the singular or the dual that they stand by (حالة واحدة, مواطنين اثنين).</summary>
    public bool OnlyStresses => Value is 1 or 2 && !InDigits && Scale == 1;

    /// <summary>True of numbers that end in three to ten: their noun is a plural.</summary>
    public bool IsFew => Scale == 1 && decimal.IsInteger(Value) && Value % 100 is >= 3 and <= 10;
}
