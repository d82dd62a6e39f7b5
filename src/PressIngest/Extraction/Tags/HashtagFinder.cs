using System.Text;

namespace PressIngest.Extraction.Tags;

/// <summary>The hashtags of a document, each once, in the order of their first mention; then those that only the page's links carry.</summary>
internal static class HashtagFinder
{
    public static IReadOnlyList<Hashtag> Find(Document document, Lexicon lexicon, ExtractionContext context)
    {
        var tags = new OrderedDictionary<string, Hashtag>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Hashtag) Add(document.Tokens[i].Span, "sign");
            else if (UnsignedTag.After(document.Tokens, i, lexicon.Campaigns) is { } unsigned) Add(document.SpanOf(unsigned), "named");
        }

        foreach (var tag in context.PageHashtags ?? [])
            if (Key(tag) is { Length: > 0 } key) tags.TryAdd(key, new Hashtag(tag, [], "page-link"));
        return [.. tags.Values];

        void Add(Span span, string rule)
        {
            var tag = Tag(span.In(document.Text));
            var mention = new Mention(span);
            if (tags.TryGetValue(Key(tag), out var known)) ((List<Mention>)known.Mentions).Add(mention);
            else tags.Add(Key(tag), new Hashtag(tag, new List<Mention> { mention }, rule));
        }
    }

    /// <summary>The tag itself: without its sign, the blanks round its underscores and what is invisible, ZWNJ apart, which is spelling.</summary>
    public static string Tag(string written)
    {
        var tag = new StringBuilder(written.Length);
        foreach (var c in written)
            if (c is not ('#' or '＃' or '﹟') && !char.IsWhiteSpace(c) && (c is '\u200C' or '\u200D' || !ArabicText.IsInvisible(c))) tag.Append(c);
        return tag.ToString();
    }

    /// <summary>Equal keys are the same tag.</summary>
    public static string Key(string tag) => ArabicText.Fold(tag);
}
