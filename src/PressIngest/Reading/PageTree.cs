using System.Buffers;

namespace PressIngest.Reading;

/// <summary>
/// A document as one array in document order, so that everything after parsing is a loop: a node's subtree is the nodes from
/// its own index up to <see cref="PageNode.End"/>, whatever its depth. The array is a lent one, since that of a large page is as large as
/// makes every collection a full one: to be disposed of when all is read.
/// </summary>
internal sealed class PageTree : IDisposable
{
    /// <summary>The array begins with room for a page of the usual size.</summary>
    private const int FewNodes = 512;

    /// <summary>What <see cref="TextOf"/> writes into, one text after another.</summary>
    private readonly TextLine _line = new();

    private readonly ElementHints _hints = new();
    private readonly List<MarkupElement> _statements = [];
    private readonly List<int> _links = [];
    private PageNode[] _nodes = ArrayPool<PageNode>.Shared.Rent(FewNodes);
    private int _count;

    private PageTree()
    {
    }

    public Span<PageNode> Nodes => _nodes.AsSpan(0, _count);

    /// <summary>What the page says to machines, wherever it stands: meta, link, title, base and script elements.</summary>
    public IReadOnlyList<MarkupElement> Statements => _statements;

    /// <summary>Some element states a time for machines.</summary>
    public bool HasTimes { get; private set; }

    /// <summary>All elements named a, in their order.</summary>
    public IReadOnlyList<int> Links => _links;

    public static PageTree Build(MarkupNode root)
    {
        var tree = new PageTree();
        var open = new Stack<(MarkupNode Parent, int Next, int Index)>();
        tree.Add(root, -1, open);
        while (open.TryPop(out var top))
        {
            var children = top.Parent.Children;
            if (top.Next == children.Length) continue;
            open.Push((top.Parent, top.Next + 1, top.Index));
            tree.Add(children[top.Next], top.Index, open);
        }

        tree.Measure();
        return tree;
    }

    public void Dispose()
    {
        Return(_nodes, _count);
        (_nodes, _count) = ([], 0);
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
    /// <param name="spaced">Whether elements within a line are words of their own, as the
    /// parts of a date or a byline are that styles set apart.</param>
    public string TextOf(int node, bool spaced = false)
    {
        _line.Clear();
        var nodes = Nodes;
        for (var i = node; i < nodes[node].End; i++)
        {
            if (spaced || (nodes[i].Text is null && !nodes[i].IsInline)) _line.Append(" ");
            if (nodes[i].Text is { } piece) _line.Append(piece.Data);
        }

        return _line.ToString();
    }

    private void Add(MarkupNode node, int parent, Stack<(MarkupNode Parent, int Next, int Index)> open)
    {
        var inLink = parent >= 0 && _nodes[parent].InLink;
        if (node is MarkupText text) Add(PageNode.OfText(text, parent, inLink));
        if (node is not MarkupElement element) return;
        var role = element.Kind.Role;
        if (role == ElementRole.Data) _statements.Add(element);
        if (role is ElementRole.Data or ElementRole.NeverText) return;
        open.Push((element, 0, _count));
        var isLink = element.Kind.Name == "a";
        if (isLink) _links.Add(_count);
        HasTimes |= element.Kind.Name == "time";
        Add(PageNode.OfElement(element, parent, inLink || (isLink && !element.Href.IsWhiteSpace()), _hints.Of(element)));
    }

    private void Add(in PageNode node)
    {
        if (_count == _nodes.Length)
        {
            var (few, more) = (_nodes, ArrayPool<PageNode>.Shared.Rent(2 * _count));
            few.AsSpan().CopyTo(more);
            Return(few, _count);
            _nodes = more;
        }

        _nodes[_count++] = node;
    }

    /// <summary>What the nodes hold of the page is let go of.</summary>
    private static void Return(PageNode[] nodes, int count)
    {
        nodes.AsSpan(0, count).Clear();
        ArrayPool<PageNode>.Shared.Return(nodes);
    }

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

    public MarkupElement? Element { get; init; }

    public MarkupText? Text { get; init; }

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

    public static PageNode OfText(MarkupText text, int parent, bool linked)
    {
        var (words, stops) = TextLine.Count(text.Data);
        return new PageNode { Name = "", Text = text, Parent = parent, Words = words, LinkedWords = linked ? words : 0, Stops = stops };
    }

    public static PageNode OfElement(MarkupElement element, int parent, bool inLink, ElementHint hint) => new()
    {
        Name = element.Kind.Name,
        Element = element,
        IsInline = element.Kind.Role == ElementRole.Inline,
        Parent = parent,
        InLink = inLink,
        Hint = hint,
        Links = element.Kind.Name == "a" ? 1 : 0,
        Rows = element.Kind.Name == "tr" ? 1 : 0,
        Cells = element.Kind.Name is "td" or "th" ? 1 : 0,
        Tables = element.Kind.Name == "table" ? 1 : 0,
        Headings = IsHeading(element.Kind.Name) ? 1 : 0,
    };
}
