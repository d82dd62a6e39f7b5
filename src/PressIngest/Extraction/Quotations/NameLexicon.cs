using PressIngest.Configuration;

namespace PressIngest.Extraction.Quotations;

/// <summary>What a speaker is made of: names, particles, honorifics, roles, heads of organisations (<c>people.yaml</c>).</summary>
internal sealed class NameLexicon
{
    public const string FileName = "people.yaml";

    public static NameLexicon Parse(ConfigNode root) => new();
}
