using PressIngest.Extraction.Tags;

namespace PressIngest.Extraction;

/// <summary>Cuts a text into tokens, once a document: linear, total, every character but
/// white space and invisible marks in exactly one token.</summary>
internal static class Tokenizer
{
    private enum Script { Arabic, Other }

    /// <param name="text">The text.</param>
    /// <param name="vocabulary">What its words are looked up in; without one every list of the vocabulary is asked about every word.</param>
    public static Token[] Tokenize(string text, Vocabulary? vocabulary = null)
    {
        var tokens = new List<Token>((text.Length / 4) + 8);
        var atoms = Atoms.Find(text);
        var atom = 0;
        var space = false;
        for (var i = 0; i < text.Length;)
        {
            if (atom < atoms.Count && atoms[atom].Span.Start == i)
            {
                var (kind, span) = atoms[atom++];
                Add(kind, span);
                i = span.End;
                continue;
            }

            var limit = atom < atoms.Count ? atoms[atom].Span.Start : text.Length;
            var c = text[i];
            if (IsBreak(c))
            {
                var end = i;
                for (var k = i; k < limit && (char.IsWhiteSpace(text[k]) || ArabicText.IsInvisible(text[k])); k++)
                    if (IsBreak(text[k])) end = k + 1;
                Add(TokenKind.Break, Span.Between(i, end));
                i = end;
            }
            else if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
            }
            else if (ArabicText.IsInvisible(c))
            {
                i++;
            }
            else if (char.IsLetter(c) || ArabicText.IsInsideWord(c))
            {
                i = Take(TokenKind.Word, i, EndOfWord(text, i, limit));
            }
            else if (char.IsDigit(c))
            {
                var end = i + 1;
                while (end < limit && char.IsDigit(text[end])) end++;
                i = Take(TokenKind.Number, i, end);
            }
            else
            {
                var pair = char.IsHighSurrogate(c) && i + 1 < limit && char.IsLowSurrogate(text[i + 1]);
                var letters = pair && char.IsLetter(text, i);
                i = letters ? Take(TokenKind.Word, i, EndOfWord(text, i, limit)) : Take(TokenKind.Punctuation, i, i + (pair ? 2 : 1));
            }
        }

        return [.. tokens];

        int Take(TokenKind kind, int start, int end)
        {
            Add(kind, Span.Between(start, end));
            return end;
        }

        void Add(TokenKind kind, Span span)
        {
            var folded = kind == TokenKind.Break ? "\n" : ArabicText.Fold(text.AsSpan(span.Start, span.Length));
            // A tatweel that stands alone serves as a dash (ـ قال ـ), and a mark without its letter is no word.
            if (folded.Length == 0) (kind, folded) = (TokenKind.Punctuation, text[span.Start..(span.Start + 1)]);
            tokens.Add(new Token(kind, span, folded, space, vocabulary?.ListsOf(folded) ?? uint.MaxValue));
            space = kind == TokenKind.Break;
        }
    }

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\v' or '\f';

    /// <summary>A word ends where the script changes (وTikTok is two words): prefixes and foreign names are told apart by it.</summary>
    private static int EndOfWord(string text, int start, int limit)
    {
        Script? script = null;
        var end = start;
        // Nearly every word is Arabic letters and then a space or a mark: no look-up of a category is needed.
        while (end < limit && text[end] is >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي') end++;
        if (end > start)
        {
            if (end == limit || text[end] < '\u0080') return end;
            script = Script.Arabic;
        }

        while (end < limit)
        {
            var c = text[end];
            if (ArabicText.IsInsideWord(c))
            {
                end++;
                continue;
            }

            // A bidi mark between letters stays in the word; at its end it is left outside.
            if (ArabicText.IsInvisible(c))
            {
                if (end + 1 < limit && char.IsLetter(text[end + 1]) && ScriptOf(text[end + 1]) == script) end++;
                else break;
                continue;
            }

            var pair = char.IsHighSurrogate(c) && end + 1 < limit && char.IsLetter(text, end);
            if (!pair && !char.IsLetter(c)) break;
            var own = pair ? Script.Other : ScriptOf(c);
            if (script is not null && own != script) break;
            script = own;
            end += pair ? 2 : 1;
        }

        return Math.Max(end, start + 1);
    }

    private static Script ScriptOf(char c) => ArabicText.IsArabicLetter(c) ? Script.Arabic : Script.Other;
}
