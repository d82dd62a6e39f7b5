namespace PressIngest.Extraction.Campaigns;

/// <summary>Reads a plural noun's names, each a campaign of its own: حملتي «أ» و«ب»، مبادرات عدة منها «أ» (#أ) و«ب»، تحديات مثل #أ.</summary>
internal sealed class ListReader(Document document, CampaignLexicon lexicon, IReadOnlySet<string> seen)
{
    private const int Reach = 30;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);
    private readonly BareNames _bare = new(document, lexicon, seen);

    public List<Frame> Read(Trigger trigger, int at)
    {
        var end = Math.Min(document.Sentences[document.SentenceOf[at]].End, at + Reach + 1);
        var found = new List<Frame>();
        var open = false;
        for (var i = at + 1; i < end;)
        {
            var token = _tokens[i];
            if (i <= at + 2 && lexicon.Hostile.Has(token)) return [];
            if (open || found.Count > 0 || i == at + 1)
            {
                if (Item(trigger, at, i, open) is { } item)
                {
                    found.Add(item);
                    i = item.End;
                    continue;
                }

                // A list goes on over conjunctions and repeated nouns (حملة «أ» ومبادرة «ب»), and ends at anything else.
                if (found.Count > 0 && !(token.Folded is "و" or "،" or ",") && lexicon.Trigger(token) is null) break;
            }

            if (lexicon.Examples.Has(token)) open = true;
            else if (Marks.IsQuote(token) && _names.Marked(i, out var next) is not null) i = next - 1;
            i++;
        }

        return found;
    }

    private Frame? Item(Trigger trigger, int at, int i, bool open)
    {
        if (_tokens[i].Kind == TokenKind.Hashtag) return Tags(trigger, at, i);
        if (Marks.IsMark(_tokens[i]))
        {
            // تحديات مثل أيام الحي (Hayy Days): brackets behind a word hold that word over again.
            if (Marks.IsBracket(_tokens[i]) && i > at + 1 && _tokens[i - 1].IsWord && !lexicon.Examples.Has(_tokens[i - 1])
                && !_tokens[i - 1].Is("و"))
                return null;
            if (_names.Marked(i, out var next) is not { } name) return null;
            var more = _names.InBrackets(next, name);
            return new Frame(trigger, at, [name, .. more], "list", more.Count > 0 && Marks.Content(_tokens, next, Reach) is { } content ? content.End + 1 : next);
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
