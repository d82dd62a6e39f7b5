using PressIngest.Configuration;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

/// <summary>The vocabulary as it is shipped.</summary>
internal static class TestLexicon
{
    private static readonly Lazy<Lexicon> _shipped = new(Read);

    public static Lexicon Shipped => _shipped.Value;

    private static Lexicon Read()
    {
        var problems = new List<Problem>();
        var lexicon = Lexicon.Parse(new ConfigFolder(Path.Combine(AppContext.BaseDirectory, "config")).ReadLexicon(problems), problems);
        Assert.Empty(problems);
        return lexicon!;
    }
}
