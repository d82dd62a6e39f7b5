using System.Buffers;

namespace PressIngest.Reading;

/// <summary>
/// Walks over the tags of markup, one after another, without making a tree: comments, quoted values and the contents of script,
/// style and the like are passed over. Linear, and it copies nothing.
/// </summary>
internal ref struct TagScanner(string html)
{
    private const int LongestName = 64;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    private readonly string _html = html;
    private int _at;

    public readonly int Length => _html.Length;

    public int Start { get; private set; }

    public int End { get; private set; }

    public bool Closing { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    public bool Next()
    {
        while (_at + 1 < _html.Length)
        {
            var next = _html.AsSpan(_at).IndexOf('<');
            if (next < 0) return false;
            Start = _at + next;
            if (_html.AsSpan(Start).StartsWith("<!--"))
            {
                _at = After(Start + 4, "-->");
                continue;
            }

            Closing = Start + 1 < _html.Length && _html[Start + 1] == '/';
            var name = _html.AsSpan(Math.Min(_html.Length, Start + (Closing ? 2 : 1)));
            _at = Start + 1;
            if (name.IsEmpty || !char.IsAsciiLetter(name[0])) continue;
            name = name[..Math.Min(name.Length, LongestName)];
            var length = name.IndexOfAny(NameEnd);
            Name = length < 0 ? name : name[..length];
            End = EndOfTag(Start + (Closing ? 2 : 1) + Name.Length);
            _at = !Closing && HoldsRawText(Name) ? EndOfRawText(End, Name) : End;
            return true;
        }

        return false;
    }

    private static bool HoldsRawText(ReadOnlySpan<char> name)
    {
        if ((name[0] | 0x20) is not ('s' or 't' or 'x' or 'i' or 'n')) return false;
        foreach (var raw in (ReadOnlySpan<string>)["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
            if (name.Equals(raw, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private readonly int EndOfTag(int at)
    {
        while (at < _html.Length)
        {
            var next = _html.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) return _html.Length;
            at += next;
            if (_html[at] == '>') return at + 1;
            // A quote opens a value only behind an equals sign; elsewhere it is a slip that the parser passes over too.
            var before = at - 1;
            while (char.IsWhiteSpace(_html[before])) before--;
            if (_html[before] != '=')
            {
                at++;
                continue;
            }

            var close = _html.AsSpan(at + 1).IndexOf(_html[at]);
            if (close < 0) return _html.Length;
            at += close + 2;
        }

        return _html.Length;
    }

    private readonly int EndOfRawText(int at, ReadOnlySpan<char> name)
    {
        while (at < _html.Length)
        {
            at = After(at, "</");
            if (_html.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return at - 2;
        }

        return _html.Length;
    }

    private readonly int After(int at, string mark)
    {
        var next = at < _html.Length ? _html.AsSpan(at).IndexOf(mark) : -1;
        return next < 0 ? _html.Length : at + next + mark.Length;
    }
}
