namespace PressIngest.Reading;

/// <summary>Tells tables of data from those that lay out a page, as old sites do.</summary>
internal static class DataTable
{
    private const int WordsInCell = 25;

    /// <summary>Whether the row belongs to a table of data: several columns and rows of short cells, and no table within.</summary>
    public static bool Holds(PageTree tree, int row)
    {
        var table = row;
        while (table > 0 && tree.Nodes[table].Name != "table") table = tree.Nodes[table].Parent;
        ref readonly var node = ref tree.Nodes[table];
        return node.Name == "table" && node.Tables == 1 && node.Headings == 0
            && node.Rows >= 2 && node.Cells >= (2 * node.Rows) - 1 && node.LongestCell <= WordsInCell;
    }
}
