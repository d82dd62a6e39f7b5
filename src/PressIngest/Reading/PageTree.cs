using System.Collections.Frozen;
using AngleSharp.Dom;

namespace PressIngest.Reading;

/// <summary>
/// A document as one array in document order, so that everything after parsing is a loop: a node's subtree is the nodes from
/// its own index up to <see cref="PageNode.End"/>, whatever its depth.
/// </summary>
internal sealed class PageTree
{
    private static readonly FrozenSet<string> NeverText =
    [
        "style", "template", "svg", "math", "object", "embed", "applet", "canvas", "map", "iframe", "frameset", "noembed", "noframes", "textarea",
        "select", "datalist", "audio", "video", "dialog",
    ];

    private static readonly FrozenSet<string> Data = ["meta", "link", "title", "script", "base"];

    /// <summary>What <see cref="TextOf"/> writes into, one text after another.</summary>
    private readonly TextLine _line = new();

    private PageTree(PageNode[] nodes, IReadOnlyList<IElement> statements)
    {
        Nodes = nodes;
        Statements = statements;
    }

    public PageNode[] Nodes { get; }

    /// <summary>What the page says to machines, wherever it stands: meta, link, title, base and script elements.</summary>
    public IReadOnlyList<IElement> Statements { get; }

    public static PageTree Build(INode root)
    {
        var nodes = new List<PageNode>();
        var statements = new List<IElement>();
        var open = new Stack<(INodeList Children, int Next, int Index)>();
        var hints = new ElementHints();
        Add(root, -1);
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Children.Length) continue;
            open.Push((top.Children, top.Next + 1, top.Index));
            Add(top.Children[top.Next], top.Index);
        }

        var tree = new PageTree([.. nodes], statements);
        tree.Measure();
        return tree;

        void Add(INode node, int parent)
        {
            if (node is IText text)
            {
                var linked = parent >= 0 && nodes[parent].InLink;
                nodes.Add(PageNode.OfText(text.Data, parent, linked));
            }
            else if (node is IElement stated && Data.Contains(stated.LocalName))
            {
                statements.Add(stated);
            }
            else if (node is IElement element && !NeverText.Contains(element.LocalName))
            {
                var link = parent >= 0 && nodes[parent].InLink || element.LocalName == "a" && IsAddress(element.GetAttribute("href"));
                open.Push((element.ChildNodes, 0, nodes.Count));
                nodes.Add(PageNode.OfElement(element, parent, link, hints.Of(element)));
            }
        }
    }

    /// <summary>True where the node is, or stands in, an element of one of these names below <paramref name="within"/>.</summary>
    public bool IsInside(int node, int within, params ReadOnlySpan<string> names)
    {
        for (; node > within; node = Nodes[node].Parent)
            if (Nodes[node].Element is not null && names.Contains(Nodes[node].Name)) return true;
        return false;
    }

    public bool Contains(int ancestor, int node) => node >= ancestor && node < Nodes[ancestor].End;

    /// <summary>The text of the subtree in one line.</summary>
    /// <param name="node">Its root.</param>
    /// <param name="spaced">Whether elements within a line are words of their own, as the parts of a date or a byline are that styles set apart.</param>
    public string TextOf(int node, bool spaced = false)
    {
        _line.Clear();
        for (var i = node; i < Nodes[node].End; i++)
        {
            if (spaced || (Nodes[i].Text is null && !PageNode.IsInline(Nodes[i].Name))) _line.Append(" ");
            if (Nodes[i].Text is { } piece) _line.Append(piece);
        }

        return _line.ToString();
    }

    /// <summary>An address that leads elsewhere: `#` and scripts make buttons of links.</summary>
    private static bool IsAddress(string? href) => !string.IsNullOrWhiteSpace(href);

    /// <summary>Sums up from the leaves; children always stand behind their parent.</summary>
    private void Measure()
    {
        for (var i = Nodes.Length - 1; i > 0; i--)
        {
            ref var node = ref Nodes[i];
            if (node.End == 0) node.End = i + 1;
            ref var parent = ref Nodes[node.Parent];
            parent.End = Math.Max(parent.End, node.End);
            parent.Words += node.Words;
            parent.LinkedWords += node.LinkedWords;
            parent.Stops += node.Stops;
            parent.Links += node.Links;
            parent.Rows += node.Rows;
            parent.Cells += node.Cells;
            parent.Tables += node.Tables;
            parent.Headings += node.Headings;
            parent.LongestCell = Math.Max(parent.LongestCell, node.Name is "td" or "th" ? node.Words : node.LongestCell);
        }

        if (Nodes.Length > 0 && Nodes[0].End == 0) Nodes[0].End = 1;
    }
}

/// <summary>An element or a text of a page, with what its subtree holds.</summary>
internal struct PageNode
{
    private static readonly FrozenSet<string> Inline =
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label",
        "mark", "nobr",
        "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input",
        "button", "picture", "source", "amp-img",
    ];

    /// <summary>Lower-case local name; empty for text.</summary>
    public required string Name { get; init; }

    public IElement? Element { get; init; }

    public string? Text { get; init; }

    public required int Parent { get; init; }

    /// <summary>What the element's names say that it holds.</summary>
    public ElementHint Hint { get; init; }

    /// <summary>The element is a link or stands in one.</summary>
    public bool InLink { get; init; }

    /// <summary>The end of the subtree, half-open.</summary>
    public int End;

    public int Words;
    public int LinkedWords;
    public int Stops;
    public int Links;
    public int Rows;
    public int Cells;
    public int Tables;
    public int Headings;

    /// <summary>The words of the longest table cell.</summary>
    public int LongestCell;

    /// <summary>Words outside links.</summary>
    public readonly int PlainWords => Words - LinkedWords;

    public readonly double LinkDensity => Words == 0 ? 0 : LinkedWords / (double)Words;

    /// <summary>True for elements that stand within a line, those that word processors leave behind (o:p) among them.</summary>
    public static bool IsInline(string name) => Inline.Contains(name) || name.Contains(':', StringComparison.Ordinal);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    public static PageNode OfText(string text, int parent, bool linked)
    {
        var (words, stops) = TextLine.Count(text);
        return new PageNode { Name = "", Text = text, Parent = parent, Words = words, LinkedWords = linked ? words : 0, Stops = stops };
    }

    public static PageNode OfElement(IElement element, int parent, bool inLink, ElementHint hint) => new()
    {
        Name = element.LocalName,
        Element = element,
        Parent = parent,
        InLink = inLink,
        Hint = hint,
        Links = element.LocalName == "a" ? 1 : 0,
        Rows = element.LocalName == "tr" ? 1 : 0,
        Cells = element.LocalName is "td" or "th" ? 1 : 0,
        Tables = element.LocalName == "table" ? 1 : 0,
        Headings = IsHeading(element.LocalName) ? 1 : 0,
    };
}
