using System.Collections.Frozen;
using System.Text;

namespace PressIngest.Reading;

/// <summary>
/// Keeps hostile markup within what the parser handles in linear time. The HTML algorithm looks through its stack of open elements on
/// most tags and opens unclosed formatting elements anew in every paragraph, so that 100 000 nested tags cost minutes. Tags nested
/// too deeply are left out (their text stays), and the markup ends where the tree would become too large; no page made
/// for people comes near either bound. Templates are left out with what they hold.
/// </summary>
internal static class MarkupBounds
{
    public const int Depth = 400;

    /// <summary>Unclosed &lt;b&gt; and the like, each of which the parser repeats in every later paragraph.</summary>
    private const int OpenFormatting = 24;

    private const int Characters = 8_000_000;
    private const int Nodes = 300_000;

    private enum Nesting
    {
        Plain,
        Void,
        Formatting,

        /// <summary>Closed by the next of its kind within the same container.</summary>
        Optional,
        Container,
    }

    /// <summary>By the hash of the name: a tag of another name with the same hash costs a misjudged depth, nothing else.</summary>
    private static readonly FrozenDictionary<int, Nesting> Kinds = new[]
        {
            (Nesting.Void, "area base br col embed hr img input link meta param source track wbr html head body"),
            (Nesting.Formatting, "b big code em font i nobr s small strike strong tt u"),
            (Nesting.Optional, "a p li dt dd tr td th thead tbody tfoot colgroup option"),
            (Nesting.Container, "table ul ol dl div select blockquote section article main aside center form fieldset"),
        }
        .SelectMany(x => x.Item2.Split(' '), (x, name) => (Name: name, Kind: x.Item1))
        .ToFrozenDictionary(x => Hash(x.Name), x => x.Kind);

    public static string Limit(string html)
    {
        if (html.Length > Characters) html = html[..Characters];
        var open = new Stack(stackalloc int[Depth], stackalloc bool[Depth]);
        Dictionary<int, int>? unclosed = null;
        var tags = new TagScanner(html);
        StringBuilder? kept = null;
        int copied = 0, nodes = 0, formatting = 0;
        while (tags.Next())
        {
            if (!tags.Closing && tags.Name.Equals("template", StringComparison.OrdinalIgnoreCase))
            {
                (kept ??= new StringBuilder(html.Length)).Append(html, copied, tags.Start - copied);
                copied = EndOfTemplate(ref tags);
                continue;
            }

            nodes += 1 + formatting;
            if (nodes > Nodes) return (kept ?? new StringBuilder(tags.Start)).Append(html, copied, tags.Start - copied).ToString();
            var name = Hash(tags.Name);
            var kind = Kinds.GetValueOrDefault(name);
            if (kind == Nesting.Void) continue;
            if (tags.Closing)
            {
                open.Close(name);
                if (kind != Nesting.Formatting || unclosed is null || unclosed.GetValueOrDefault(name) == 0) continue;
                unclosed[name]--;
                formatting--;
                continue;
            }

            if (kind == Nesting.Optional) open.CloseSibling(name);
            if (open.Count < Depth && (kind != Nesting.Formatting || formatting < OpenFormatting))
            {
                open.Push(name, kind == Nesting.Container);
                if (kind != Nesting.Formatting) continue;
                unclosed ??= [];
                unclosed[name] = unclosed.GetValueOrDefault(name) + 1;
                formatting++;
                continue;
            }

            (kept ??= new StringBuilder(html.Length)).Append(html, copied, tags.Start - copied).Append(' ');
            copied = tags.End;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>What a template holds is no part of the page; where it is not closed, it goes on to the end.</summary>
    private static int EndOfTemplate(ref TagScanner tags)
    {
        var open = 1;
        while (open > 0 && tags.Next())
            if (tags.Name.Equals("template", StringComparison.OrdinalIgnoreCase)) open += tags.Closing ? -1 : 1;
        return open == 0 ? tags.End : tags.Length;
    }

    private static int Hash(ReadOnlySpan<char> name)
    {
        var hash = 0;
        foreach (var c in name) hash = (31 * hash) + (c | 0x20);
        return hash;
    }

    /// <summary>The open elements, by the hash of their names: a collision costs a misjudged depth, nothing else.</summary>
    private ref struct Stack(Span<int> names, Span<bool> containers)
    {
        private readonly Span<int> _names = names;
        private readonly Span<bool> _containers = containers;

        public int Count { get; private set; }

        public void Push(int name, bool container) => (_names[Count], _containers[Count++]) = (name, container);

        public void Close(int name)
        {
            var at = _names[..Count].LastIndexOf(name);
            if (at >= 0) Count = at;
        }

        public void CloseSibling(int name)
        {
            for (var at = Count - 1; at >= 0 && !_containers[at]; at--)
            {
                if (_names[at] != name) continue;
                Count = at;
                return;
            }
        }
    }
}
