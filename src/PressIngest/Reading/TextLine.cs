using System.Globalization;
using System.Text;
using PressIngest.Extraction;

namespace PressIngest.Reading;

/// <summary>
/// Text as it is stored, by one rule: white space of any kind and length is one space; directional marks, byte order marks, soft hyphens,
/// zero-width spaces and control characters go, since they are layout; joiners stay, since they are spelling; letters in presentation
/// forms become the letters they present. Nothing else is changed.
/// </summary>
internal sealed class TextLine
{
    private char[] _text = new char[256];
    private bool _space;

    public int Length { get; private set; }

    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var line = new TextLine();
        line.Append(text);
        return line.ToString();
    }

    public void Clear()
    {
        Length = 0;
        _space = false;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        // Each character is one at most, but for a space before the first and what a presentation form stands for.
        Reserve(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsPlain(c))
            {
                Add(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                _space = true;
            }
            else if (IsPresentationForm(c))
            {
                foreach (var letter in c.ToString().Normalize(NormalizationForm.FormKC))
                {
                    Reserve(text.Length - i + 1);
                    Add(letter);
                }
            }
            else if (!IsLayout(c))
            {
                Add(c);
            }
        }
    }

    /// <summary>Words as a reader of Arabic counts them, and the marks that running prose has and menus lack.</summary>
    public static (int Words, int Stops) Count(ReadOnlySpan<char> text)
    {
        int words = 0, stops = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي' || char.IsLetterOrDigit(c))
            {
                if (!inside) words++;
                inside = true;
            }
            else if (!inside || c < '\u0080' || !ArabicText.IsInsideWord(c))
            {
                inside = false;
                if (c is '.' or '،' or '؛' or '؟' or '!' or '?' or ':' or ',' or ';' or '…' or '۔' or '»' or '”') stops++;
            }
        }

        return (words, stops);
    }

    public override string ToString() => new(_text, 0, Length);

    private static bool IsPlain(char c) => c is > ' ' and < '\u007F' or >= '\u0621' and <= '\u06FF';

    /// <summary>Text that the rule changes nothing of: no copy of it is needed.</summary>
    private static bool IsClean(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (!IsPlain(c) && (c != ' ' || space)) return false;
            space = c == ' ';
        }

        return text.Length == 0 || !space;
    }

    private void Add(char c)
    {
        if (_space && Length > 0) _text[Length++] = ' ';
        _space = false;
        _text[Length++] = c;
    }

    private void Reserve(int more)
    {
        if (_text.Length < Length + more) Array.Resize(ref _text, Math.Max(2 * _text.Length, Length + more));
    }

    /// <summary>Letters only: ﷺ and ﷲ are signs of their own, and ornate brackets are brackets.</summary>
    private static bool IsPresentationForm(char c) => c is >= '\uFB50' and <= '\uFDEF' or >= '\uFE80' and <= '\uFEFC' && char.IsLetter(c);

    private static bool IsLayout(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFFFC' or '\uFFFD'
        || (c is not ('\u200C' or '\u200D') && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
        || c is '\u200E' or '\u200F';
}
