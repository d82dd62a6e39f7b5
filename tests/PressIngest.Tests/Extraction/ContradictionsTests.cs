using PressIngest.Configuration;
using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public class ContradictionsTests
{
    [Theory]
    [InlineData("people.yaml", "given_names:\n  m: [سامر، نور]\n  f: [ريم، نور]", 3, "'نور' stands under 'm' already")]
    [InlineData("dates.yaml", "months:\n  3: [مارس]\n  4: [أبريل, مارس]", 3, "'مارس' stands under '3' already")]
    [InlineData("dates.yaml", "next: [المقبل]\npast: [الماضي, المقبل]", 2, "'المقبل' stands under 'next' already")]
    [InlineData("numbers.yaml", "units:\n  3: [ثلاث]\n  4: [أربع, ثلاث]", 3, "'ثلاث' stands under '3' already")]
    [InlineData("figures.yaml", "before:\n  about: [نحو]\n  more_than: [أكثر من, نحو]", 3, "under 'more_than' it contradicts that")]
    [InlineData("speech.yaml", "verbs:\n  reporting:\n    أكد: {present: يؤكد}\n  views:\n    اكد: {present: يؤكد}", 5, "'اكد' stands under 'reporting' already")]
    public void A_word_in_two_places_that_exclude_each_other_is_told_at_the_second(string file, string text, int line, string message)
    {
        var problems = new List<Problem>();
        Lexicon.Check(new ConfigFile(file, text), problems);
        var problem = Assert.Single(problems, x => x.Message.Contains("stands under", StringComparison.Ordinal));
        Assert.Equal((line, true), (problem.Line, problem.IsNote));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("people.yaml", "honorifics:\n  f: [سيدة]\n  everyday: [سيدة]")]
    [InlineData("numbers.yaml", "units:\n  5: [خمس]\nfractions:\n  5: {one: خمس}")]
    [InlineData("campaigns.yaml", "kinds: []\nother_heads:\n  works: [كتاب, كتاب]")]
    public void What_does_not_exclude_each_other_is_no_contradiction(string file, string text)
    {
        var problems = new List<Problem>();
        Lexicon.Check(new ConfigFile(file, text), problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void The_vocabulary_as_it_ships_contradicts_itself_nowhere_and_uses_no_old_names()
    {
        var problems = new List<Problem>();
        Lexicon.Parse(new ConfigFolder(Path.Combine(AppContext.BaseDirectory, "config")).ReadLexicon(problems), problems);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_key_with_its_old_name_still_works_and_the_new_one_is_told()
    {
        var problems = new List<Problem>();
        Lexicon.Check(new ConfigFile("nouns.yaml", "version: 1\nends-in-alef: [كاميرا]"), problems);
        var note = Assert.Single(problems);
        Assert.Equal("nouns.yaml:2:1: note: 'ends-in-alef' is called 'ends_in_alef' now; the old name still works", note.ToString());
        Lexicon.Check(new ConfigFile("nouns.yaml", "ends-in-alef: [كاميرا]\nends_in_alef: [فيلا]"), problems);
        Assert.Contains(problems, x => !x.IsNote && x.Message.Contains("is the old name of 'ends_in_alef', which is given too", StringComparison.Ordinal));
    }
}
