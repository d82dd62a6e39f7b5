using PressIngest.Configuration;

namespace PressIngest.Extraction.Figures;

/// <summary>Number words, magnitudes, units, currencies, qualifiers and counted nouns (<c>figures.yaml</c>).</summary>
internal sealed class FigureLexicon
{
    public const string FileName = "figures.yaml";

    public static FigureLexicon Parse(ConfigNode root) => new();
}
