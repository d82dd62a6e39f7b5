using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace PressIngest.Reading;

/// <summary>
/// A document as one array in document order, so that everything after parsing is a loop: a node's subtree is the nodes from
/// its own index up to <see cref="PageNode.End"/>, whatever its depth.
/// </summary>
internal sealed class PageTree
{
    /// <summary>The list of nodes begins with room for a short page.</summary>
    private const int FewNodes = 64;

    /// <summary>What <see cref="TextOf"/> writes into, one text after another.</summary>
    private readonly TextLine _line = new();

    private readonly List<PageNode> _nodes;

    private PageTree(List<PageNode> nodes, IReadOnlyList<IElement> statements)
    {
        _nodes = nodes;
        Statements = statements;
    }

    public Span<PageNode> Nodes => CollectionsMarshal.AsSpan(_nodes);

    /// <summary>What the page says to machines, wherever it stands: meta, link, title, base and script elements.</summary>
    public IReadOnlyList<IElement> Statements { get; }

    public static PageTree Build(INode root)
    {
        var nodes = new List<PageNode>(FewNodes);
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

        var tree = new PageTree(nodes, statements);
        tree.Measure();
        return tree;

        void Add(INode node, int parent)
        {
            var inLink = parent >= 0 && nodes[parent].InLink;
            if (node is Element element) AddElement(element, parent, inLink);
            else if (node is IText text) nodes.Add(PageNode.OfText(text.Data, parent, inLink));
        }

        void AddElement(Element element, int parent, bool inLink)
        {
            var role = ElementRoles.Of(element.LocalName);
            if (role == ElementRole.Data) statements.Add(element);
            if (role is ElementRole.Data or ElementRole.NeverText) return;
            var link = inLink || element.LocalName == "a" && IsAddress(element.GetAttribute("href"));
            var names = ElementNames.Of(element);
            open.Push((((INode)element).ChildNodes, 0, nodes.Count));
            nodes.Add(PageNode.OfElement(element, role, names, parent, link, hints.Of(names)));
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
        var nodes = Nodes;
        for (var i = node; i < nodes[node].End; i++)
        {
            if (spaced || (nodes[i].Text is null && !nodes[i].IsInline)) _line.Append(" ");
            if (nodes[i].Text is { } piece) _line.Append(piece);
        }

        return _line.ToString();
    }

    /// <summary>An address that leads elsewhere: `#` and scripts make buttons of links.</summary>
    private static bool IsAddress(string? href) => !string.IsNullOrWhiteSpace(href);

    /// <summary>Sums up from the leaves; children always stand behind their parent.</summary>
    private void Measure()
    {
        var nodes = Nodes;
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            ref var node = ref nodes[i];
            if (node.End == 0) node.End = i + 1;
            ref var parent = ref nodes[node.Parent];
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

        if (nodes.Length > 0 && nodes[0].End == 0) nodes[0].End = 1;
    }
}

/// <summary>An element or a text of a page, with what its subtree holds.</summary>
internal struct PageNode
{
    /// <summary>Lower-case local name; empty for text.</summary>
    public required string Name { get; init; }

    public Element? Element { get; init; }

    /// <summary>What the element's attributes call it; null where it has none.</summary>
    public ElementNames? Names { get; init; }

    public string? Text { get; init; }

    public required int Parent { get; init; }

    /// <summary>What the element's names say that it holds.</summary>
    public ElementHint Hint { get; init; }

    /// <summary>The element stands within a line.</summary>
    public bool IsInline { get; init; }

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

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    public static PageNode OfText(string text, int parent, bool linked)
    {
        var (words, stops) = TextLine.Count(text);
        return new PageNode { Name = "", Text = text, Parent = parent, Words = words, LinkedWords = linked ? words : 0, Stops = stops };
    }

    public static PageNode OfElement(Element element, ElementRole role, ElementNames? names, int parent, bool inLink, ElementHint hint) => new()
    {
        Name = element.LocalName,
        Element = element,
        Names = names,
        IsInline = role == ElementRole.Inline,
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
