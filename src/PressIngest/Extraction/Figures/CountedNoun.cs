namespace PressIngest.Extraction.Figures;

/// <summary>What a number counts: its singular as spelled, the same folded, and where it stands.</summary>
internal readonly record struct CountedNoun(string Noun, string Folded, TokenRange Range, bool IsMeasure = false);
