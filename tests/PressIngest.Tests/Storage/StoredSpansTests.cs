using System.Text.RegularExpressions;
using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public class StoredSpansTests
{
    [Theory]
    [InlineData("قال: نعم", 5, 3, 5, 3)]
    [InlineData("😀 قال", 3, 3, 2, 3)]
    [InlineData("😀", 0, 2, 0, 1)]
    [InlineData("a😀b😀c", 6, 1, 4, 1)]
    [InlineData("a😀b", 1, 3, 1, 2)]
    [InlineData("", 0, 0, 0, 0)]
    public void Counts_a_pair_of_surrogates_as_one_character(string text, int start, int length, int expectedStart, int expectedLength) =>
        Assert.Equal(new Span(expectedStart, expectedLength), new StoredSpans(text).ToCharacters(new Span(start, length)));

    // Escaped twice: an attribute's strings are UTF-8 and could not hold half a pair.
    [Theory]
    [InlineData("نص سليم 😀", "نص سليم 😀")]
    [InlineData(@"a\0b", "ab")]
    [InlineData(@"a\uD83Db", @"a\uFFFDb")]
    [InlineData(@"a\uDE00", @"a\uFFFD")]
    [InlineData(@"\uD83D", @"\uFFFD")]
    public void Cleans_what_SQLite_cannot_count(string text, string expected) => Assert.Equal(Regex.Unescape(expected), StoredSpans.Clean(Regex.Unescape(text)));
}
