using System.Collections.Frozen;

namespace PressIngest.Reading;

/// <summary>How an element stands in a page, by its name alone.</summary>
internal enum ElementRole
{
    Block,

    /// <summary>Within a line.</summary>
    Inline,

    /// <summary>Says something to machines.</summary>
    Data,

    /// <summary>Holds nothing that a reader reads as text.</summary>
    NeverText,
}

internal static class ElementRoles
{
    private static readonly FrozenDictionary<string, ElementRole> Known = new[]
        {
            (ElementRole.Data, "meta link title script base"),
            (ElementRole.NeverText,
                """
                style template svg math object embed applet canvas map iframe frameset noembed noframes textarea select datalist audio video
                dialog
                """),
            (ElementRole.Inline,
                """
                a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rt rp s samp small span
                strike strong sub sup time tt u var wbr input button picture source amp-img
                """),
        }
        .SelectMany(x => x.Item2.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), (x, name) => (Name: name, Role: x.Item1))
        .ToFrozenDictionary(x => x.Name, x => x.Role);

    /// <summary>Names with a colon are what word processors leave behind (o:p), within a line.</summary>
    public static ElementRole Of(string name) =>
        Known.TryGetValue(name, out var role) ? role : name.Contains(':', StringComparison.Ordinal) ? ElementRole.Inline : ElementRole.Block;
}
