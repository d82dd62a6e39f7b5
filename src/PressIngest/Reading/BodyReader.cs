namespace PressIngest.Reading;

/// <summary>The article's text as read from a tree, and how it was found.</summary>
/// <param name="Node">The element that holds it.</param>
/// <param name="Text">The stored text.</param>
/// <param name="Lines">The blocks it is made of.</param>
/// <param name="Dropped">The lines of the chosen block that are not the article's own.</param>
/// <param name="Why">Which block won, and by what.</param>
/// <param name="Rivals">The blocks that came next.</param>
internal sealed record Body(
    int Node, string Text, IReadOnlyList<ArticleLine> Lines, IReadOnlyList<string> Dropped, string Why, IReadOnlyList<string> Rivals)
{
    public int Words { get; } = Lines.Sum(x => x.Block.Words);
}

/// <summary>Tree → the article's text: what a site rule names, or else the main block without what is not its own.</summary>
internal static class BodyReader
{
    /// <summary>A site rule that finds less than this finds a leftover of an old design.</summary>
    private const int FewestWordsOfRule = 20;

    private const int FewestWordsOfArticle = 40;

    private static readonly string[] BlockTags = ["<p", "<br", "<div"];

    public static Body Read(PageTree tree, PageHead head, RuleMatches? rules, int headline, string? title)
    {
        var removed = Boilerplate.Mark(tree, headline);
        foreach (var node in rules?.Remove ?? []) removed[node] = true;
        if (rules?.Body is { Count: > 0 } chosen)
        {
            var blocks = chosen.SelectMany(x => BlockReader.Read(tree, removed, x)).ToList();
            var ruled = Of(tree, removed, blocks, title, new MainBlock(chosen[0], 0, "a rule names the block", []));
            if (ruled.Words >= FewestWordsOfRule) return ruled;
        }

        var body = OfBlocks(tree, removed, title, headline);
        if (body.Words < FewestWordsOfArticle)
        {
            var byShape = Boilerplate.Mark(tree, headline, byNames: false);
            if (!byShape.AsSpan().SequenceEqual(removed) && OfBlocks(tree, byShape, title, headline) is var unnamed && unnamed.Words > body.Words * 2)
                body = unnamed with { Why = unnamed.Why + ", with class names left out of account" };
        }

        return OtherText.Arbitrate(body, head.JsonLd, head.States, () => WithNoscript(tree, removed, title, headline), x => OfHtml(x, title));
    }

    private static Body OfBlocks(PageTree tree, bool[] removed, string? title, int headline)
    {
        var blocks = BlockReader.Read(tree, removed);
        var main = MainText.Find(tree, blocks, title);
        var text = blocks.Where(x => tree.Contains(main.Node, x.First));
        return Of(tree, removed, [.. Lead.Of(tree, removed, blocks, headline, main.Node), .. text], title, main);
    }

    /// <summary>What a browser without scripts shows; null where that is no more than what it shows anyway.</summary>
    private static Body? WithNoscript(PageTree tree, bool[] removed, string? title, int headline)
    {
        var kept = (bool[])removed.Clone();
        for (var i = 0; i < kept.Length; i++)
            if (kept[i] && tree.Nodes[i].Name == "noscript") kept[i] = false;
        return kept.AsSpan().SequenceEqual(removed) ? null : OfBlocks(tree, kept, title, headline);
    }

    /// <summary>A text of its own, with markup or without: line breaks divide paragraphs where no element does.</summary>
    private static Body OfHtml(string html, string? title)
    {
        var marked = BlockTags.Any(x => html.Contains(x, StringComparison.OrdinalIgnoreCase));
        using var document = PageParser.Parse(marked ? html : html.ReplaceLineEndings("<br>"));
        using var tree = PageTree.Build((MarkupNode?)document.Body ?? document);
        var removed = new bool[tree.Nodes.Length];
        return Of(tree, removed, BlockReader.Read(tree, removed), title, new MainBlock(0, 0, "", []));
    }

    private static Body Of(PageTree tree, bool[] removed, IReadOnlyList<TextBlock> blocks, string? title, MainBlock main)
    {
        var lines = TextRenderer.Lines(tree, removed, blocks);
        var dropped = new List<string>();
        var kept = ArticleTail.Cut(tree, removed, ArticleTrimmer.Trim(WrappedLines.Join(lines), title, dropped), dropped);
        return new Body(main.Node, TextRenderer.Join(kept), kept, dropped, main.Why, main.Rivals);
    }
}
