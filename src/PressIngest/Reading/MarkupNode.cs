using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace PressIngest.Reading;

/// <summary>
/// A node of the tree that AngleSharp's parser builds for reading: the HTML algorithm as it is, without the document object model that
/// scripts and style sheets need. Texts and values are slices of the parser's buffer, good until the document is disposed of.
/// A node is its own list of children: one object less for each.
/// </summary>
internal abstract class MarkupNode(NodeFlags flags) : IConstructableNode, IConstructableNodeList
{
    private const int FewChildren = 4;

    private MarkupNode[] _children = [];
    private int _first;
    private int _end;

    public abstract StringOrMemory NodeName { get; }

    public NodeFlags Flags { get; } = flags;

    public IConstructableNode? Parent { get; set; }

    public ReadOnlySpan<MarkupNode> Children => _children.AsSpan(_first, _end - _first);

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    int IConstructableNodeList.Length => _end - _first;

    IConstructableNode IConstructableNodeList.this[int index] => _children[_first + index];

    public virtual void AddNode(IConstructableNode node) => Insert(_end - _first, (MarkupNode)node);

    public void InsertNode(int index, IConstructableNode node) => Insert(index, (MarkupNode)node);

    public void RemoveNode(int index, IConstructableNode node)
    {
        node.Parent = null;
        // The parser moves children one by one from the front: a step of the beginning, and nothing is moved up.
        if (index == 0) _first++;
        else _children.AsSpan(_first + index + 1, _end-- - _first - index - 1).CopyTo(_children.AsSpan(_first + index));
    }

    public void RemoveChild(IConstructableNode node)
    {
        var index = Children.IndexOf((MarkupNode)node);
        if (index >= 0) RemoveNode(index, node);
    }

    public void RemoveFromParent() => Parent?.RemoveChild(this);

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (Children is [.., MarkupText last]) last.Append(text);
        else AddNode(new MarkupText(text));
    }

    public void InsertText(int index, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (index > 0 && Children[index - 1] is MarkupText before) before.Append(text);
        else if (index < Children.Length && Children[index] is MarkupText behind) behind.Prepend(text);
        else Insert(index, new MarkupText(text));
    }

    /// <summary>What it says is not kept; that it divides two texts is.</summary>
    public void AddComment(ref StructHtmlToken token) => AddNode(new MarkupMark("#comment"));

    public void Clear() => _first = _end = 0;

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() =>
        new ArraySegment<MarkupNode>(_children, _first, _end - _first).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IConstructableNode>)this).GetEnumerator();

    private void Insert(int index, MarkupNode node)
    {
        node.Parent = this;
        if (_end == _children.Length) Array.Resize(ref _children, Math.Max(FewChildren, 2 * _children.Length));
        if (_first + index < _end) _children.AsSpan(_first + index, _end - _first - index).CopyTo(_children.AsSpan(_first + index + 1));
        _children[_first + index] = node;
        _end++;
    }
}

/// <summary>A run of text.</summary>
internal sealed class MarkupText(ReadOnlyMemory<char> text) : MarkupNode(NodeFlags.None)
{
    private ReadOnlyMemory<char> _text = text;
    private System.Text.StringBuilder? _pieces;

    public override StringOrMemory NodeName => "#text";

    public ReadOnlySpan<char> Data
    {
        get
        {
            if (_pieces is not null) _text = _pieces.ToString().AsMemory();
            _pieces = null;
            return _text.Span;
        }
    }

    /// <summary>What a stray tag has cut in two is one text.</summary>
    public void Append(ReadOnlyMemory<char> more) => Pieces().Append(more);

    public void Prepend(ReadOnlyMemory<char> more) => Pieces().Insert(0, more.Span);

    private System.Text.StringBuilder Pieces() => _pieces ??= new System.Text.StringBuilder().Append(_text);
}

/// <summary>A comment or the document type: only that there is one.</summary>
internal sealed class MarkupMark(string name) : MarkupNode(NodeFlags.None)
{
    public override StringOrMemory NodeName => name;
}
