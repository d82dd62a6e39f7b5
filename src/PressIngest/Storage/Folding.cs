using Dapper;
using Microsoft.Data.Sqlite;
using PressIngest.Extraction;

namespace PressIngest.Storage;

/// <summary>
/// The table <c>folding</c>: what <see cref="ArabicText"/> makes of each letter that a
/// query may be typed with, so that the views that search fold in SQL
/// alone, in any client. Written anew where the folding of this program is another.
/// </summary>
internal static class Folding
{
    /// <summary>Latin with its accents, combining marks, Arabic and its supplements and
    /// presentation forms, invisible marks, full-width forms.</summary>
    private static readonly (int First, int Last)[] Blocks =
        [(0x00C0, 0x024F), (0x0300, 0x036F), (0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0x1E00, 0x1EFF), (0x200B, 0x200F),
            (0x202A, 0x202E), (0x2060, 0x2069), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0xFF01, 0xFF5E)];

    private static readonly IReadOnlyList<(string Letter, string Folded)> Letters =
    [
        .. Blocks.SelectMany(x => Enumerable.Range(x.First, x.Last - x.First + 1)).Select(x => ((char)x).ToString()).Select(x =>
            (x, ArabicText.Fold(x))).Where(x => x.Item1 != x.Item2),
    ];

    public static void Write(SqliteConnection connection)
    {
        var stored = connection.Query<(string, string)>("SELECT letter, folded FROM folding").ToHashSet();
        if (stored.SetEquals(Letters)) return;
        Immediate.Run(connection, transaction =>
        {
            connection.Execute("DELETE FROM folding", transaction: transaction);
            return connection.Execute("INSERT INTO folding (letter, folded) VALUES (@Letter, @Folded)",
                Letters.Select(x => new { x.Letter, x.Folded }), transaction);
        });
    }
}
