namespace PressIngest.Extraction.Figures;

/// <summary>What a number measures, from which token to which the text says so, and by
/// which rule; <c>Half</c> is what ونصف behind the noun adds.</summary>
internal readonly record struct Meaning(FigureUnit Unit, string? Noun, string? Currency, string? Per, int Start, int End,
    string Rule, decimal Half = 0);
