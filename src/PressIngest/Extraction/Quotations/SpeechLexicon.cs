using PressIngest.Configuration;

namespace PressIngest.Extraction.Quotations;

/// <summary>Speech cues and what follows them (<c>speech.yaml</c>).</summary>
internal sealed class SpeechLexicon
{
    public const string FileName = "speech.yaml";

    public static SpeechLexicon Parse(ConfigNode root) => new();
}
