namespace PressIngest.Reading;

/// <summary>Why a page was read as it was: what <c>extract --explain</c> prints, so that an operator can write a site rule.</summary>
/// <param name="MainText">Which block won, and by what.</param>
/// <param name="Rivals">The elements that came next, with their weights.</param>
/// <param name="Rules">Each site rule that was given, and what it matched.</param>
/// <param name="Removed">What was left out of the chosen block, line by line, and why.</param>
public sealed record Explanation(string MainText, IReadOnlyList<string> Rivals, IReadOnlyList<string> Rules, IReadOnlyList<string> Removed);
