namespace PressIngest.Extraction.Tags;

/// <summary>
/// Finds what must not be cut into words: hashtags, handles, web and e-mail addresses, in one pass, in order, without overlap.
/// Bidirectional editors leave the sign of a Latin tag or handle behind it (<c>EndTheStigma#</c>); both sides are read.
/// </summary>
internal static class Atoms
{
    public static IReadOnlyList<(TokenKind Kind, Span Span)> Find(string text)
    {
        var found = new List<(TokenKind Kind, Span Span)>();
        var free = 0;
        for (var i = 0; i < text.Length;)
        {
            var next = i;
            var atom = text[i] switch
            {
                '#' or '＃' or '﹟' => HashtagSyntax.At(text, i, free, AfterHashtag(i)),
                '@' or '＠' => HandleSyntax.At(text, i),
                var c when IsLatinWord(c) => Latin(text, i, out next),
                _ => null,
            };
            if (atom is { } hit)
            {
                found.Add(hit);
                free = i = hit.Span.End;
            }
            else
            {
                i = Math.Max(next, i + 1);
            }
        }

        return found;

        bool AfterHashtag(int sign) => found.Count > 0 && found[^1].Kind == TokenKind.Hashtag && found[^1].Span.End == sign;
    }

    public static bool IsLatinWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || (c is > '\u00BF' and < '\u0250' && char.IsLetter(c));

    /// <summary>A run of Latin letters begins an address, or has its sign behind it; <paramref name="end"/> is where the run ends.</summary>
    private static (TokenKind Kind, Span Span)? Latin(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && (IsLatinWord(text[end]) || text[end] is '.' or '-' or '+' or '%')) end++;
        if (AddressSyntax.SchemeAt(text, start, end)) return (TokenKind.Address, Span.Between(start, AddressSyntax.EndOfUrl(text, end)));
        var sign = end < text.Length ? text[end] : '\0';
        if (sign is '@' or '＠')
        {
            if (AddressSyntax.EndOfHost(text, end + 1) is var host && host > end + 1) return (TokenKind.Address, Span.Between(start, host));
            return HandleSyntax.Before(text, start, end);
        }

        if (sign is '#' or '＃') return HashtagSyntax.Before(text, start, end);
        if (AddressSyntax.EndOfHost(text, start) is var domain
            && domain > start) return (TokenKind.Address, Span.Between(start, AddressSyntax.EndOfUrl(text, domain)));
        return null;
    }
}
