namespace PressIngest.Reading;

/// <summary>Tree → blocks of text in document order, without what is removed.</summary>
internal static class BlockReader
{
    public static List<TextBlock> Read(PageTree tree, bool[] removed, int from = 0)
    {
        var nodes = tree.Nodes;
        var blocks = new List<TextBlock>();
        if (nodes.Length == 0) return blocks;
        var open = new Stack<int>();
        var run = new Run();
        for (var i = from; i < nodes[from].End; i++)
        {
            while (open.TryPeek(out var top) && nodes[top].End <= i) Close();
            if (removed[i])
            {
                if (nodes[i].Words > 0 && !nodes[i].IsInline) Finish(i);
                i = nodes[i].End - 1;
                continue;
            }

            ref readonly var node = ref nodes[i];
            if (node.Element is null) run.Add(i, node);
            else if (node.Name == "br") Break(i);
            else if (!node.IsInline && !IsCell(tree, i)) Open(i);
        }

        while (open.Count > 0) Close();
        Finish(nodes[from].End);
        return blocks;

        void Open(int i)
        {
            Finish(i);
            run.Breaks = 0;
            open.Push(i);
        }

        void Close()
        {
            Finish(tree.Nodes[open.Peek()].End);
            open.Pop();
            run.Breaks = 0;
        }

        void Break(int i)
        {
            if (run.Words > 0) Finish(i);
            run.Breaks++;
        }

        void Finish(int end)
        {
            if (run.Words > 0)
            {
                var container = open.TryPeek(out var top) ? top : from;
                var kind = KindOf(tree, container, from);
                blocks.Add(new TextBlock(
                    run.First, end, container, run.Breaks, kind, run.Words, run.LinkedWords, run.Stops,
                    InParagraph: tree.Nodes[container].Name == "p"));
                run.Breaks = 0;
            }

            run.Clear();
        }
    }

    /// <summary>Cells of a table of data stand in one line with their neighbours; those of a table that lays out a page are blocks.</summary>
    private static bool IsCell(PageTree tree, int index)
    {
        ref readonly var node = ref tree.Nodes[index];
        return node.Name is "td" or "th" && tree.Nodes[node.Parent].Name == "tr" && DataTable.Holds(tree, node.Parent);
    }

    private static BlockKind KindOf(PageTree tree, int container, int within)
    {
        var quoted = false;
        for (var i = container; i > within; i = tree.Nodes[i].Parent)
        {
            var name = tree.Nodes[i].Name;
            if (PageNode.IsHeading(name)) return BlockKind.Heading;
            if (name is "li" or "dd" or "dt") return BlockKind.ListItem;
            if (name == "pre") return BlockKind.Preformatted;
            if (name == "tr" && DataTable.Holds(tree, i)) return BlockKind.TableRow;
            quoted |= name == "blockquote";
        }

        return quoted ? BlockKind.Quotation : BlockKind.Paragraph;
    }

    private struct Run
    {
        public int First;
        public int Breaks;
        public int Words;
        public int LinkedWords;
        public int Stops;

        public void Add(int index, in PageNode text)
        {
            if (Words == 0) First = index;
            Words += text.Words;
            LinkedWords += text.LinkedWords;
            Stops += text.Stops;
        }

        public void Clear() => Words = LinkedWords = Stops = 0;
    }
}
