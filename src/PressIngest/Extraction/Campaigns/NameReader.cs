using System.Text;
using PressIngest.Extraction.Tags;

namespace PressIngest.Extraction.Campaigns;

/// <summary>A name found in the text: its words, and whether they are a hashtag's.</summary>
internal readonly record struct FoundName(string Text, Span Span, bool IsTag);

/// <summary>Reads the names that begin at a token: in marks, in brackets, as hashtags, or a run of words.</summary>
internal sealed class NameReader(Document document, CampaignLexicon lexicon)
{
    private const int LongestMarked = 12;
    private const int LongestUnmarked = 6;

    private readonly Token[] _tokens = document.Tokens;

    /// <summary>The name in the marks that open at <paramref name="i"/>; <paramref name="next"/> is the token behind the closing mark.</summary>
    public FoundName? Marked(int i, out int next)
    {
        next = i + 1;
        if (Marks.Content(_tokens, i, LongestMarked * 2) is not { } content) return null;
        next = content.End + 1;
        if (content.Length == 1 && _tokens[content.Start].Kind == TokenKind.Hashtag) return Tag(content.Start);
        return Name(WithoutNoun(content), LongestMarked);
    }

    /// <summary>Hashtags from here on, as one campaign lists them: #أ #ب، #أ و#ب; none where no hashtag stands here.</summary>
    public List<FoundName> Tags(int i, out int next)
    {
        var names = new List<FoundName>();
        next = i;
        while (i < _tokens.Length && _tokens[i].Kind == TokenKind.Hashtag)
        {
            names.Add(Tag(i));
            next = ++i;
            while (i < _tokens.Length && (_tokens[i].Is("و") || _tokens[i].Is("،") || _tokens[i].Is(",") || _tokens[i].Is("/") || _tokens[i].Is("-"))) i++;
        }

        return names;
    }

    /// <summary>A slogan or a Latin name written with no marks right behind its noun; it ends where the sentence goes on.</summary>
    public FoundName? Unmarked(int i, out int next)
    {
        var end = i;
        while (end < _tokens.Length && end - i <= LongestUnmarked && IsPlainWord(_tokens[end]) && !EndsName(end)) end++;
        next = end;
        return end == i || end - i > LongestUnmarked ? null : Name(new TokenRange(i, end), LongestUnmarked);
    }

    /// <summary>Latin words from here on, as a name in an Arabic sentence.</summary>
    public FoundName? Latin(int i, out int next)
    {
        var end = i;
        while (end < _tokens.Length && end - i < LongestUnmarked && _tokens[end].IsWord && _tokens[end].Folded.Length > 0 && char.IsAsciiLetter(_tokens[end].Folded[0])) end++;
        next = end;
        return end == i ? null : Name(new TokenRange(i, end), LongestUnmarked);
    }

    public FoundName Tag(int i) => new(HashtagFinder.Tag(_tokens[i].Span.In(document.Text)), _tokens[i].Span, IsTag: true);

    /// <summary>The tokens as a name, or null where they can be none: too long, without a letter, or the name of something else.</summary>
    public FoundName? Name(TokenRange range, int longest)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && _tokens[start].Kind == TokenKind.Punctuation) start++;
        while (end > start && _tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        var words = 0;
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Number) words++;
            else if (_tokens[i].Kind is not TokenKind.Punctuation) return null;
            if (_tokens[i].Is(":") || _tokens[i].Is("%") || _tokens[i].Is("٪")) return null;
        }

        if (words == 0 || words > longest) return null;
        var span = document.SpanOf(new TokenRange(start, end));
        var text = span.In(document.Text);
        if (!HasTwoLetters(text) || lexicon.NotNames.Contains(Folded(start, end)) || (words == 1 && lexicon.Read(_tokens[start].Folded) is not null)) return null;
        return new FoundName(text, span, IsTag: false);
    }

    public bool EndsName(int i) => CampaignLexicon.Has(lexicon.NameEnds, _tokens[i].Folded) || IsRelative(_tokens[i]) || lexicon.TagNouns.Contains(_tokens[i].Folded);

    public static bool IsRelative(Token token) => token.Folded is "التي" or "الذي" or "والتي" or "والذي" or "اللذين" or "اللتين";

    private static bool IsPlainWord(Token token) => token.Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>«مبادرة نبني معا»: the noun inside the marks is not part of the name.</summary>
    private TokenRange WithoutNoun(TokenRange content) =>
        content.Length > 1 && lexicon.Read(_tokens[content.Start].Folded) is { Plural: false } ? content with { Start = content.Start + 1 } : content;

    private string Folded(int start, int end)
    {
        var folded = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (i > start && _tokens[i].SpaceBefore) folded.Append(' ');
            folded.Append(_tokens[i].Folded);
        }

        return folded.ToString();
    }

    private static bool HasTwoLetters(string text) => text.Where(char.IsLetter).Skip(1).Any();
}
