using System.Text;

namespace PressIngest.Reading;

/// <summary>Blocks → the stored text: paragraphs separated by one blank line, items of a list and rows of a table by a line break.</summary>
internal static class TextRenderer
{
    private const string BetweenCells = " | ";

    public static List<ArticleLine> Lines(PageTree tree, bool[] removed, IReadOnlyList<TextBlock> blocks)
    {
        var lines = new List<ArticleLine>(blocks.Count);
        var line = new TextLine();
        foreach (var block in blocks)
            if (TextOf(tree, removed, block, line) is { Length: > 0 } text) lines.Add(new ArticleLine(block, text));
        return lines;
    }

    private static string TextOf(PageTree tree, bool[] removed, in TextBlock block, TextLine line)
    {
        line.Clear();
        for (var i = block.First; i < block.End; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (removed[i])
            {
                i = node.End - 1;
                continue;
            }

            if (node.Text is { } text) line.Append(text.Data);
            else if (node.Name is "td" or "th" && line.Length > 0) line.Append(BetweenCells);
        }

        return line.ToString();
    }

    public static string Join(IReadOnlyList<ArticleLine> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(Together(lines[i - 1].Block, lines[i].Block) ? "\n" : "\n\n");
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    private static bool Together(in TextBlock before, in TextBlock after) =>
        before.Kind == after.Kind && after.Kind is BlockKind.ListItem or BlockKind.TableRow;
}
