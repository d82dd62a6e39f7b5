using System.Text;
using PressIngest.Extraction.Tags;

namespace PressIngest.Extraction.Campaigns;

/// <summary>A name found in the text: its words, and whether they are a hashtag's.</summary>
internal readonly record struct FoundName(string Text, Span Span, bool IsTag);

/// <summary>Reads what stands at a token as names: in marks, in brackets, hashtags, a run of words.</summary>
internal sealed class NameReader(Document document, CampaignLexicon lexicon)
{
    private const int LongestMarked = 12;
    private const int LongestBare = 6;
    private const int LongestSlogan = 9;

    /// <summary>A longer row of hashtags is a footer, not the names of a campaign.</summary>
    private const int MostTags = 8;

    private readonly Token[] _tokens = document.Tokens;

    /// <summary>The name in the marks that open at <paramref name="i"/>; <paramref name="next"/> is the
    /// token behind the closing mark. An introduced slogan may have a colon.</summary>
    public FoundName? Marked(int i, out int next, bool introduced = false)
    {
        next = i + 1;
        if (Marks.Content(_tokens, i, LongestMarked * 2) is not { } content) return null;
        next = content.End + 1;
        if (content.Length == 1 && _tokens[content.Start].Kind == TokenKind.Hashtag) return Tag(content.Start);
        // «اغضب لأجل الأسرى #Rage4Prisoners»: the tag beside its name.
        if (content.Length > 2 && _tokens[content.End - 1].Kind == TokenKind.Hashtag) content = content with { End = content.End - 1 };
        // (3 نواب), (2030): brackets that begin with a number count or date.
        if (Marks.IsBracket(_tokens[i]) && _tokens[content.Start].Kind == TokenKind.Number) return null;
        return Name(WithoutNoun(content), LongestMarked, colon: introduced);
    }

    /// <summary>The hashtags from here on, as one campaign lists them: #أ #ب، #أ و#ب; none where no hashtag stands here.</summary>
    public List<FoundName> Tags(int i, out int next)
    {
        var names = new List<FoundName>();
        next = i;
        while (i < _tokens.Length && _tokens[i].Kind == TokenKind.Hashtag && names.Count < MostTags)
        {
            names.Add(Tag(i));
            next = ++i;
            while (i < _tokens.Length && _tokens[i].Folded is "و" or "،" or "," or "/" or "-" or "او" || IsAnotherTag(i)) i++;
        }

        return names;
    }

    /// <summary>وسم #أ ووسم #ب.</summary>
    private bool IsAnotherTag(int i) => i + 1 < _tokens.Length && _tokens[i].Folded.StartsWith('و') && _tokens[i].Folded is not "وسم"
        && lexicon.TagNouns.Has(_tokens[i]) && _tokens[i + 1].Kind == TokenKind.Hashtag;

    /// <summary>What brackets hold beside a name: its hashtags, or its name in the other script.</summary>
    public List<FoundName> InBrackets(int open, FoundName beside)
    {
        if (open >= _tokens.Length || !Marks.IsBracket(_tokens[open]) || Marks.Content(_tokens, open, LongestMarked) is not { } content) return [];
        var tags = new List<FoundName>();
        for (var i = content.Start; i < content.End; i++)
            if (_tokens[i].Kind == TokenKind.Hashtag) tags.Add(Tag(i));
        if (tags.Count > 0) return tags;
        if (!IsLatin(beside)) return Latin(content.Start, out var next) is { } latin && next == content.End ? [latin] : [];
        return ArabicText.IsArabicLetter(document.Text[_tokens[content.Start].Start]) && Name(content, LongestBare) is { } arabic ? [arabic] : [];
    }

    /// <summary>A run of words with no marks; it ends where the sentence goes on, and is none where that is too far.</summary>
    public FoundName? Bare(int i, out int next)
    {
        var end = i;
        while (end < _tokens.Length && end - i <= LongestBare && _tokens[end].Kind is TokenKind.Word or TokenKind.Number && !EndsName(_tokens[end])
            && !(end > i + 1 && (IsPurpose(_tokens[end]) || IsPurposeOfSlogan(end)))
            && !(end > i && IsOurs(_tokens[i]) && _tokens[end].Folded[0] == 'ل' && lexicon.Purposes.Has(_tokens[end])))
            end++;
        next = end;
        return end == i || end - i > LongestBare ? null : Name(new TokenRange(i, end), LongestBare);
    }

    /// <summary>تحت شعار من أجل مدينة بلا حوادث، …: a slogan that opens like one runs to the next mark, prepositions and all.</summary>
    public FoundName? Slogan(int introducer, out int next)
    {
        var first = next = introducer + 1;
        if (!_tokens[introducer].Folded.EndsWith("شعار", StringComparison.Ordinal) || first + 1 >= _tokens.Length) return null;
        var opens = _tokens[first].Is("نحو") || (_tokens[first].Is("من") && _tokens[first + 1].Is("اجل"))
            || lexicon.SloganOpeners.Contains(_tokens[first].Folded);
        if (!opens) return null;
        while (next < _tokens.Length && next - first <= LongestSlogan && _tokens[next].Kind is TokenKind.Word or TokenKind.Number) next++;
        return next - first > LongestSlogan || (next < _tokens.Length && _tokens[next].Kind is not (TokenKind.Punctuation or TokenKind.Break))
            ? null : Name(new TokenRange(first, next), LongestSlogan);
    }

    /// <summary>وطننا, بحرنا: a name in one word, so that what follows may be its purpose at once; كلنا is no name yet.</summary>
    private static bool IsOurs(Token token) => token.Folded is [_, _, _, .., 'ن', 'ا'] and not "كلنا";

    /// <summary>صحتك أمانة للتوعية بـ…: what the campaign is for is no part of its name.</summary>
    private bool IsPurpose(Token token) => token.Folded is ['ل', 'ل', _, _, ..] && lexicon.Purposes.Has(token);

    /// <summary>حارتي أحلى لتجميل الأزقة; but كلنا معا لتجميل المدينة, whose slogan is not over.</summary>
    private bool IsPurposeOfSlogan(int i) => !lexicon.SloganOpeners.Contains(_tokens[i - 1].Folded)
        && (_tokens[i].Folded is ['ل', 'ت', _, _, 'ي', _] || (_tokens[i].Folded is ['ل', _, _, _, ..]
            && lexicon.Deeds.Contains(_tokens[i].Folded[1..])));

    /// <summary>Latin words from here on, as a name in an Arabic sentence.</summary>
    public FoundName? Latin(int i, out int next)
    {
        var end = i;
        while (end < _tokens.Length && end - i < LongestBare && IsLatin(_tokens[end])) end++;
        next = end;
        if (end == i) return null;
        // حملة Nike names the owner; one word is a name only where it is two written together: MeToo.
        return end - i > 1 || _tokens[i].Span.In(document.Text).AsSpan(1).IndexOfAnyInRange('A', 'Z') > 0
            ? Name(new TokenRange(i, end), LongestBare) : null;
    }

    /// <summary>A web address that serves as a name: Internet.org.</summary>
    public FoundName? Address(int i) =>
        _tokens[i].Kind == TokenKind.Address && _tokens[i].Span.In(document.Text) is var address
            && address.AsSpan().IndexOfAny('/', '@') < 0 ? new FoundName(address, _tokens[i].Span, IsTag: false) : null;

    public FoundName Tag(int i) => new(HashtagFinder.Tag(_tokens[i].Span.In(document.Text)), _tokens[i].Span, IsTag: true);

    /// <summary>The tokens as a name, or null where they can be none: too long, without a
    /// letter, with a colon, or the name of something else.</summary>
    public FoundName? Name(TokenRange range, int longest, bool colon = false)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && _tokens[start].Kind == TokenKind.Punctuation) start++;
        while (end > start && _tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        var words = 0;
        for (var i = start; i < end; i++)
        {
            // "#لا للعنف": a tag ends at its first blank, the name goes on.
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Number || (_tokens[i].Kind == TokenKind.Hashtag && i == start)) words++;
            else if (_tokens[i].Kind is not TokenKind.Punctuation || _tokens[i].Folded is "%" or "٪" || (_tokens[i].Is(":") && !colon)) return null;
        }

        if (words == 0 || words > longest || lexicon.ClauseOpeners.Contains(_tokens[start].Folded) || (words == 1 && IsNoName(_tokens[start]))
            || IsBody(start, end) || (words == 2 && IsStage(start, end)))
            return null;
        var span = document.SpanOf(new TokenRange(start, end));
        var text = span.In(document.Text).TrimStart('#', '＃', ' ');
        return text.Where(char.IsLetter).Skip(1).Any()
            && !lexicon.NotNames.Contains(Folded(start, end)) ? new FoundName(text, span, IsTag: false) : null;
    }

    public static bool IsLatin(FoundName name) => name.Text.FirstOrDefault(char.IsLetter) is var letter && char.IsAscii(letter);

    public bool EndsName(Token token) => lexicon.NameEnds.Has(token) || IsRelative(token) || lexicon.TagNouns.Has(token);

    public static bool IsRelative(Token token) => token.Folded is "التي" or "الذي" or "والتي" or "والذي" or "اللذين" or "اللتين" or "الذين";

    /// <summary>«المركز العربي للأبحاث»: a definite body with its attributes is an organisation in marks.</summary>
    private bool IsBody(int start, int end) =>
        end > start + 2 && _tokens[start].Folded.StartsWith("ال", StringComparison.Ordinal) && lexicon.Head(_tokens[start]) == HeadNoun.Body;

    /// <summary>(المرحلة الثانية), (النوع الأول): which of them, not what it is called.</summary>
    private bool IsStage(int start, int end) =>
        end == start + 2 && _tokens[start].Folded.StartsWith("ال", StringComparison.Ordinal) && lexicon.IsOrdinal(_tokens[start + 1]);

    private static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && char.IsAsciiLetter(token.Folded[0]);

    /// <summary>«الحملة», «وسم»: the noun itself in marks is no name.</summary>
    private bool IsNoName(Token token) => lexicon.Trigger(token) is not null || lexicon.TagNouns.Has(token);

    /// <summary>«مبادرة نبني معا»: the noun inside the marks is no part of the name.</summary>
    private TokenRange WithoutNoun(TokenRange content) =>
        content.Length > 1 && !_tokens[content.Start + 1].Is("_")
            && lexicon.Trigger(_tokens[content.Start]) is { Plural: false } ? content with { Start = content.Start + 1 } : content;

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
}
