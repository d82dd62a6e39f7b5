using PressIngest.Extraction;
using PressIngest.Storage;

namespace PressIngest.Tests.Storage;

public class FactComparisonTests
{
    [Fact]
    public void A_fact_understood_differently_where_it_stands_has_changed()
    {
        var change = Assert.Single(Compare([Stored("quote", 10, 5, "سلمى\u001Fمديرة")], [Row("quote", 10, 5, "سلمى\u001Fرئيسة")]));
        Assert.Equal((FactChangeKind.Changed, "سلمى | مديرة", "سلمى | رئيسة"), (change.Kind, change.SaidBefore, change.Said));
    }

    [Theory]
    [InlineData("quote", 10, 9, FactChangeKind.Changed)]
    [InlineData("quote", 14, 3, FactChangeKind.Changed)]
    [InlineData("quote", 15, 3, FactChangeKind.Added)]
    [InlineData("quote", 8, 2, FactChangeKind.Added)]
    [InlineData("figure", 10, 5, FactChangeKind.Added)]
    public void Overlap_tells_a_changed_fact_from_a_new_one(string type, int start, int length, FactChangeKind expected) =>
        Assert.Equal(expected, Compare([Stored("quote", 10, 5, "أ")], [Row(type, start, length, "ب")])[0].Kind);

    [Fact]
    public void The_same_start_goes_before_another_overlap()
    {
        var changes = Compare([Stored("quote", 5, 20, "محيط"), Stored("quote", 10, 5, "داخل")], [Row("quote", 10, 6, "ب")]);
        Assert.Equal(["داخل"], changes.Where(x => x.Kind == FactChangeKind.Changed).Select(x => x.SaidBefore));
        Assert.Equal(["محيط"], changes.Where(x => x.Kind == FactChangeKind.Removed).Select(x => x.Said));
    }

    private static IReadOnlyList<FactChange> Compare(IReadOnlyList<StoredFact> gone, IReadOnlyList<FactRow> added) => FactComparison.Of(gone, added, []);

    private static StoredFact Stored(string type, int start, int length, string identity) => new(1, type, identity, "text", start, length, "نص", "rule");

    private static FactRow Row(string type, int start, int length, string identity) =>
        new(type, new Hashtag("وسم", [], "rule"), new StoredPlace("mention", "text", start, length), "نص", "rule", identity, []);
}
