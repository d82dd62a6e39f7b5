using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace PressIngest.Reading;

/// <summary>A page as a tree, good until it is disposed of: what is read of it by then are strings of their own.</summary>
internal sealed class MarkupDocument(TextSource source) : MarkupNode(NodeFlags.None), IConstructableDocument, IDisposable
{
    private readonly Stack<MarkupFactory.Table> _tables = new();

    public override StringOrMemory NodeName => "#document";

    public TextSource Source { get; } = source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    /// <summary>There is nothing to wait for: no script runs and nothing is fetched.</summary>
    public bool IsLoading => false;

    public MarkupElement? Root => FirstOf(this, null);

    public MarkupElement? Body => Root is { } root ? FirstOf(root, "body") ?? FirstOf(root, "frameset") : null;

    /// <summary>All elements in document order.</summary>
    public IEnumerable<MarkupElement> Elements
    {
        get
        {
            var open = new Stack<MarkupNode>([this]);
            while (open.TryPop(out var node))
            {
                if (node is MarkupElement element) yield return element;
                for (var i = node.Children.Length - 1; i >= 0; i--) open.Push(node.Children[i]);
            }
        }
    }

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    IConstructableElement IConstructableDocument.Head => (Root is { } root ? FirstOf(root, "head") : null)!;

    /// <summary>
    /// What may not stand in a table belongs before it. For elements the parser (1.10) knows a table by AngleSharp's own type alone, and takes the
    /// document for the place where none is open: so the document puts them where they belong.
    /// </summary>
    public override void AddNode(IConstructableNode node)
    {
        while (_tables.TryPeek(out var closed) && closed.IsClosed) _tables.Pop();
        if (node is MarkupElement && _tables.TryPeek(out var table) && table.Parent is MarkupNode place)
            place.InsertNode(place.Children.LastIndexOf(table), node);
        else
            base.AddNode(node);
    }

    public MarkupElement Opened(MarkupFactory.Table table)
    {
        _tables.Push(table);
        return table;
    }

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Dispose()
    {
        Builder?.Dispose();
        Source.Dispose();
    }

    private static MarkupElement? FirstOf(MarkupNode parent, string? name)
    {
        foreach (var child in parent.Children)
            if (child is MarkupElement element && (name is null || element.Kind.Name == name)) return element;
        return null;
    }
}
