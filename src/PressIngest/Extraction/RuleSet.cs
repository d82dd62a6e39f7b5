namespace PressIngest.Extraction;

/// <summary>The version of the grammar in this program. Raise it whenever a rule changes what is found.</summary>
internal static class RuleSet
{
    public const string Version = "4";
}
