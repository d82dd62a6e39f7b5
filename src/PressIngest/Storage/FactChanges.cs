namespace PressIngest.Storage;

public enum FactChangeKind
{
    Kept,
    Added,
    Removed,

    /// <summary>What was found there is understood differently, or reaches further or less far.</summary>
    Changed,
}

/// <summary>What became of one fact of an article.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Type">The fact's type.</param>
/// <param name="Rule">The rule that finds it now; of a fact that went, the one that found it.</param>
/// <param name="Text">What stands at its place.</param>
/// <param name="Said">What it says, in one string.</param>
/// <param name="SaidBefore">What it said before; for one that changed only.</param>
public sealed record FactChange(FactChangeKind Kind, string Type, string Rule, string Text, string Said, string? SaidBefore = null);

/// <summary>Tells what changed from a fact that went and one that came. Pure.</summary>
internal static class FactComparison
{
    /// <summary>A fact that went and a fact of its type that came at an overlapping place are one that changed.</summary>
    public static IReadOnlyList<FactChange> Of(IReadOnlyList<StoredFact> gone, IReadOnlyList<FactRow> added, IReadOnlyList<FactRow> kept)
    {
        var changes = kept.Select(x => new FactChange(FactChangeKind.Kept, x.Type, x.Rule, x.Text, Said(x.Identity))).ToList();
        var left = gone.ToList();
        foreach (var row in added)
        {
            var before = left.Find(x => x.Type == row.Type && x.Place == row.At.Place
                && x.Start == row.At.Start) ?? left.Find(x => x.Type == row.Type && Overlaps(x, row.At));
            if (before is not null) left.Remove(before);
            changes.Add(before is null
                ? new FactChange(FactChangeKind.Added, row.Type, row.Rule, row.Text, Said(row.Identity))
                : new FactChange(FactChangeKind.Changed, row.Type, row.Rule, row.Text, Said(row.Identity), Said(before.Identity)));
        }

        changes.AddRange(left.Select(x => new FactChange(FactChangeKind.Removed, x.Type, x.Rule, x.Text, Said(x.Identity))));
        return changes;
    }

    private static bool Overlaps(StoredFact fact, StoredPlace at) => fact.Place == at.Place && fact.Start < at.Start + at.Length
        && at.Start < fact.Start + fact.Length;

    private static string Said(string identity) => string.Join(" | ", identity.Split(FactRow.Separator, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A fact as it is stored, as far as comparing needs it.</summary>
internal sealed record StoredFact(long Id, string Type, string Identity, string Place, long Start, long Length, string Text, string Rule);
