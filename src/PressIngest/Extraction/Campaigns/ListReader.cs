namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Reads a plural noun's names, each a campaign of its own: حملتي «أ» و«ب»، مبادرات عدة منها «أ» (#أ) و«ب»، تحديات مثل #أ، ثلاث حملات: «أ» و«ب»،
/// حملتين: الأولى «أ» …، والثانية «ب».
/// </summary>
internal sealed class ListReader(Document document, CampaignLexicon lexicon, IReadOnlySet<string> seen)
{
    private const int Reach = 30;
    private const int Announcing = 4;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);
    private readonly BareNames _bare = new(document, lexicon, seen);

    public List<Frame> Read(Trigger trigger, int at)
    {
        var end = Math.Min(document.Sentences[document.SentenceOf[at]].End, at + Reach + 1);
        var found = new List<Frame>();
        var (open, first, numbered) = (false, at + 1, false);
        for (var i = at + 1; i < end;)
        {
            var token = _tokens[i];
            if (i <= at + 2 && lexicon.Hostile.Has(token)) return [];
            if (IsOrdinal(i) && Item(trigger, at, AfterIntroducers(i + 1), open: false) is { } counted)
            {
                found.Add(counted);
                numbered = true;
                i = counted.End;
                continue;
            }

            if (open || found.Count > 0 || i == first)
            {
                if (Item(trigger, at, i, open) is { } item)
                {
                    found.Add(item);
                    i = item.End;
                    continue;
                }

                // A list goes on over conjunctions and repeated nouns (حملة «أ» ومبادرة «ب»), and ends at anything else.
                if (found.Count > 0 && !numbered && !(token.Folded is "و" or "،" or ",") && lexicon.Trigger(token) is null) break;
            }

            if (lexicon.Examples.Has(token) || IsLike(i)) open = true;
            // ثلاث حملات: «أ» و«ب»; وقال عن الحملات: «…» is speech.
            else if (token.Is(":") && !trigger.Definite && i <= at + Announcing) first = i + 1;
            else if (Marks.IsQuote(token) && _names.Marked(i, out var next) is not null) i = next - 1;
            i++;
        }

        return found;
    }

    /// <summary>: الأولى, والثانية: one of those counted before; في يومها الأول counts something else.</summary>
    private bool IsOrdinal(int i) => lexicon.IsOrdinal(_tokens[i])
        && (_tokens[i].Folded[0] == 'و' || _tokens[i - 1].Kind == TokenKind.Punctuation);

    /// <summary>والثانية تحت شعار «…», والثالثة حملة «…».</summary>
    private int AfterIntroducers(int i)
    {
        var limit = Math.Min(i + 3, _tokens.Length - 1);
        while (i < limit && (_tokens[i].Folded is "تحت" or ":" or "هي" or "هو" || lexicon.Introducers.Has(_tokens[i])
            || lexicon.Trigger(_tokens[i]) is { Plural: false })) i++;
        return Math.Min(i, limit);
    }

    /// <summary>كـ«أ» و«ب»: the particle alone before marks.</summary>
    private bool IsLike(int i) => _tokens[i].Is("ك") && i + 1 < _tokens.Length
        && (Marks.IsMark(_tokens[i + 1]) || _tokens[i + 1].Kind == TokenKind.Hashtag);

    private Frame? Item(Trigger trigger, int at, int i, bool open)
    {
        if (_tokens[i].Kind == TokenKind.Hashtag) return Tags(trigger, at, i);
        if (Marks.IsMark(_tokens[i]))
        {
            // تحديات مثل أيام الحي (Hayy Days): brackets behind a word hold that word over again.
            if (Marks.IsBracket(_tokens[i]) && i > at + 1 && _tokens[i - 1].IsWord && !lexicon.Examples.Has(_tokens[i - 1])
                && !_tokens[i - 1].Is("و") && !IsOrdinal(i - 1))
                return null;
            if (_names.Marked(i, out var next) is not { } name) return null;
            var more = _names.InBrackets(next, name);
            return new Frame(trigger, at, [name, .. more], "list", more.Count > 0
                && Marks.Content(_tokens, next, Reach) is { } content ? content.End + 1 : next);
        }

        if (!open || !_tokens[i].IsWord || _bare.BeforeBracketedTag(i, out var bracket) is not { } bare) return null;
        return new Frame(trigger, at, [bare, .. _names.InBrackets(bracket, bare)], "list", bracket + 3);
    }

    /// <summary>#عربي #Latin side by side is one campaign in two scripts; #أ و#ب are two.</summary>
    private Frame Tags(Trigger trigger, int at, int i)
    {
        var first = _names.Tag(i);
        if (i + 1 >= _tokens.Length || _tokens[i + 1].Kind != TokenKind.Hashtag) return new Frame(trigger, at, [first], "list", i + 1);
        var second = _names.Tag(i + 1);
        return NameReader.IsLatin(first) == NameReader.IsLatin(second) ? new Frame(trigger, at, [first], "list", i + 1)
            : new Frame(trigger, at, [first, second], "list", i + 2);
    }
}
