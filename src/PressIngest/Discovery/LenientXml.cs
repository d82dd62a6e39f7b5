using System.Net;

namespace PressIngest.Discovery;

/// <summary>
/// Reads feeds and sitemaps as sites really serve them: unescaped ampersands, HTML
/// entities, control characters, tags that do not match, a document that
/// breaks off. A strict reader would lose the whole feed at the first of these. Document types are skipped unread, so that no entity is ever
/// expanded and nothing external is fetched. One pass, linear; depth and number of
/// elements are bounded: what lies deeper counts as part of the element
/// above it, what comes after too many is not read.
/// </summary>
internal sealed class LenientXml
{
    private const int MaxDepth = 64;
    private const int MaxElements = 1_000_000;

    private readonly string _source;
    private readonly LenientElement _document;
    private LenientElement _open;
    private int _position;
    private int _depth;
    private int _tooDeep;
    private int _elements;

    private LenientXml(string source)
    {
        _source = source;
        _document = _open = new LenientElement(source, null, "");
    }

    /// <summary>The document's elements, the root among the children of the element returned. Never throws.</summary>
    public static LenientElement Parse(string source)
    {
        var reader = new LenientXml(source);
        while (reader._position < source.Length && reader._elements < MaxElements) reader.Step();
        for (var open = reader._open; open is not null; open = open.Parent) open.ContentEnd = source.Length;
        return reader._document;
    }

    private void Step()
    {
        if (!IsMarkup(_position)) Text();
        else if (At("<!--")) SkipPast("-->");
        else if (At("<![CDATA[")) CData();
        else if (At("<?")) SkipPast("?>");
        else if (At("<!")) DocumentType();
        else if (At("</")) EndTag();
        else StartTag();
    }

    private void Text()
    {
        var end = _position;
        do end = end + 1 < _source.Length ? _source.IndexOf('<', end + 1) : -1;
        while (end >= 0 && !IsMarkup(end));
        _open.Append(Clean(WebUtility.HtmlDecode(Take(end))));
    }

    private void CData()
    {
        _position += "<![CDATA[".Length;
        var end = _source.IndexOf("]]>", _position, StringComparison.Ordinal);
        _open.Append(Clean(Take(end)));
        _position = Math.Min(_source.Length, _position + 3);
    }

    // An internal subset holds declarations with a '>' of their own.
    private void DocumentType()
    {
        var inSubset = false;
        for (; _position < _source.Length; _position++)
        {
            var c = _source[_position];
            if (c == '[') inSubset = true;
            else if (c == ']') inSubset = false;
            else if (c == '>' && !inSubset)
            {
                _position++;
                return;
            }
        }
    }

    private void EndTag()
    {
        var start = _position;
        _position += 2;
        var name = Name();
        SkipPast(">");
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        var match = _open;
        while (match is not null && match.RawName != name) match = match.Parent;
        if (match?.Parent is null) return;
        while (_open != match) Close(start);
        Close(start);
    }

    private void Close(int end)
    {
        _open.ContentEnd = end;
        _open = _open.Parent!;
        _depth--;
    }

    private void StartTag()
    {
        _position++;
        var element = new LenientElement(_source, _open, Name());
        var isEmpty = Attributes(element);
        element.ContentStart = element.ContentEnd = _position;
        if (_depth >= MaxDepth)
        {
            if (!isEmpty) _tooDeep++;
            return;
        }

        _elements++;
        Namespaces.Resolve(element);
        _open.Add(element);
        if (isEmpty) return;
        _open = element;
        _depth++;
    }

    // Reads to the end of the tag; true where the tag closes itself.
    private bool Attributes(LenientElement element)
    {
        while (_position < _source.Length)
        {
            var c = _source[_position];
            if (c == '>')
            {
                _position++;
                return false;
            }

            if (c == '/' && At("/>"))
            {
                _position += 2;
                return true;
            }

            if (c == '<') return false;
            if (IsNameStart(c)) Attribute(element);
            else _position++;
        }

        return false;
    }

    private void Attribute(LenientElement element)
    {
        var name = Name();
        SkipSpace();
        if (_position >= _source.Length || _source[_position] != '=') return;
        _position++;
        SkipSpace();
        if (_position >= _source.Length) return;
        string value;
        if (_source[_position] is '"' or '\'')
        {
            var quote = _source[_position++];
            value = Take(_source.IndexOf(quote, _position));
            _position = Math.Min(_source.Length, _position + 1);
        }
        else
        {
            value = Take(_source.AsSpan(_position).IndexOfAny(" \t\r\n>") is var end and >= 0 ? _position + end : -1);
        }

        element.Add(name, Clean(WebUtility.HtmlDecode(value)));
    }

    private string Name()
    {
        var start = _position;
        while (_position < _source.Length && (IsNameStart(_source[_position]) || char.IsAsciiDigit(_source[_position]) || _source[_position] is '-' or '.')) _position++;
        return _source[start.._position];
    }

    private string Take(int end)
    {
        var start = _position;
        _position = end < 0 ? _source.Length : end;
        return _source[start.._position];
    }

    private void SkipPast(string what)
    {
        var at = _source.IndexOf(what, _position, StringComparison.Ordinal);
        _position = at < 0 ? _source.Length : at + what.Length;
    }

    private void SkipSpace()
    {
        while (_position < _source.Length && char.IsWhiteSpace(_source[_position])) _position++;
    }

    // "5 < 6" is text.
    private bool IsMarkup(int at) => _source[at] == '<' && at + 1 < _source.Length
        && (IsNameStart(_source[at + 1]) || _source[at + 1] is '!' or '?' or '/');

    private bool At(string what) => string.CompareOrdinal(_source, _position, what, 0, what.Length) == 0;

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    private static string Clean(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0000', '\u001F') ? string.Concat(text.Where(x => x >= ' ' || x is '\t' or '\n' or '\r')) : text;
}
