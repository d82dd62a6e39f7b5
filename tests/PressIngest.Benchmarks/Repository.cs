using System.Reflection;
using PressIngest.Configuration;
using PressIngest.Extraction;

namespace PressIngest.Benchmarks;

/// <summary>Where the checkout and the built program are.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Metadata("Root"));

    public static string Program { get; } = Path.GetFullPath(Metadata("Program"));

    public static Lexicon Lexicon() => Settings.LoadLexicon(Path.Combine(Root, "config"));

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == key).Value!;
}
