using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

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

/// <summary>What an element's name says of it.</summary>
/// <param name="Name">Lower-case local name.</param>
/// <param name="Flags">How the HTML algorithm treats it.</param>
/// <param name="Role">How it stands in a page.</param>
internal sealed record ElementKind(string Name, NodeFlags Flags, ElementRole Role)
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string MathMl = "http://www.w3.org/1998/Math/MathML";

    private static readonly FrozenDictionary<string, ElementRole> Roles = new[]
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
        .SelectMany(x => Words(x.Item2), (x, name) => (Name: name, Role: x.Item1))
        .ToFrozenDictionary(x => x.Name, x => x.Role);

    /// <summary>The elements that the HTML algorithm has rules for, beside those above.</summary>
    private const string Structure =
        """
        html head body p li dd dt tr td th thead tbody tfoot table caption colgroup col ol ul dl div section article aside main nav header
        footer address blockquote center details dir fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hgroup hr isindex listing marquee menu
        menuitem noscript optgroup option output param plaintext pre progress rtc summary track area basefont bgsound br frame image keygen
        legend meter slot xmp selectedcontent
        """;

    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Html =
        Kinds(null, [.. Roles.Keys, .. Words(Structure)]);

    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Drawing =
        Kinds(Svg, ["svg", "title", "desc", "foreignObject", "style"]);

    private static readonly FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Formula =
        Kinds(MathMl, ["math", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"]);

    public static ElementKind OfHtml(ReadOnlyMemory<char> name) => Of(Html, name, NodeFlags.HtmlMember);

    public static ElementKind OfSvg(ReadOnlyMemory<char> name) => Of(Drawing, name, NodeFlags.SvgMember);

    public static ElementKind OfMath(ReadOnlyMemory<char> name) => Of(Formula, name, NodeFlags.MathMember);

    private static ElementKind Of(
        FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> kinds, ReadOnlyMemory<char> name, NodeFlags otherwise) =>
        kinds.TryGetValue(name.Span, out var kind) ? kind : Other(name.ToString(), otherwise);

    private static ElementKind Other(string name, NodeFlags flags) => new(name, flags, RoleOf(name));

    /// <summary>Names with a colon are what word processors leave behind (o:p), within a line.</summary>
    private static ElementRole RoleOf(string name) =>
        Roles.TryGetValue(name, out var role) ? role : name.Contains(':', StringComparison.Ordinal) ? ElementRole.Inline : ElementRole.Block;

    /// <summary>The flags are those that AngleSharp's own elements have.</summary>
    private static FrozenDictionary<string, ElementKind>.AlternateLookup<ReadOnlySpan<char>> Kinds(string? space, IEnumerable<string> names)
    {
        using var document = new HtmlParser().ParseDocument("");
        return names.Select(x => space is null ? document.CreateElement(x) : document.CreateElement(space, x))
            .ToFrozenDictionary(x => x.LocalName, x => new ElementKind(x.LocalName, x.Flags, RoleOf(x.LocalName)))
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static string[] Words(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
