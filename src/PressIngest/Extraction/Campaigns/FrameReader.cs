namespace PressIngest.Extraction.Campaigns;

/// <summary>A noun with the names that the sentence gives it. One campaign, or, of a plural, one for each name.</summary>
internal sealed record Frame(Trigger Trigger, int At, List<FoundName> Names, bool Several, string Rule);

/// <summary>
/// Reads on from a campaign noun to the name it announces. Directly behind the noun stand its adjectives and its owner; then, at a
/// distance, only an introducer (بعنوان، تحت شعار، عبر وسم) makes what is marked a name.
/// </summary>
internal sealed class FrameReader(Document document, CampaignLexicon lexicon)
{
    private const int DirectReach = 5;
    private const int IntroducedReach = 30;

    private enum Reach
    {
        /// <summary>Between the noun and here stand only its adjectives and owner.</summary>
        Direct,

        /// <summary>A preposition has begun a complement (حملة للتوعية بـ…).</summary>
        Complement,

        /// <summary>The sentence has gone on: only an introducer leads to the name.</summary>
        Far,
    }

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);

    public Frame? Read(Trigger trigger, int at)
    {
        if (trigger.Plural) return ReadSeveral(trigger, at);
        var end = document.Sentences[document.SentenceOf[at]].End;
        var reach = Reach.Direct;
        if (at + 1 < end && Unmarked(trigger, at) is { } unmarked) return unmarked;
        for (var i = at + 1; i < end && i <= at + IntroducedReach; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Hashtag)
                return reach == Reach.Direct || Introduced(i) ? Tagged(trigger, at, i, "tag") : null;
            if (Marks.IsMark(token))
            {
                var introduced = Introduced(i);
                if (_names.Marked(i, out var next) is { } name && (introduced || MayBeNamed(at, i, name, reach)))
                {
                    return Complete(trigger, at, name, next, introduced ? "introduced" : "marked");
                }

                i = Math.Max(i, next - 1);
                continue;
            }

            if (token.Kind is TokenKind.Punctuation or TokenKind.Break)
            {
                if (token.Is(":") && i <= at + DirectReach) continue;
                if (token.Is(".") || token.Kind == TokenKind.Break) return null;
                reach = Reach.Far;
                continue;
            }

            if (IsIntroducer(i) && i + 1 < end && UnmarkedIntroduced(trigger, at, i + 1) is { } found) return found;
            if (CampaignLexicon.Has(lexicon.Hostile, token.Folded) && i <= at + 2) return null;
            if (lexicon.Read(token.Folded) is { } other && !IsIntroducer(i) && (reach != Reach.Direct || !SameEffort(at, i)) && !other.Plural) return null;
            if (NameReader.IsRelative(token)) reach = Reach.Far;
            else if (reach == Reach.Direct && (i > at + DirectReach || IsPreposition(token))) reach = Reach.Complement;
            else if (reach == Reach.Complement && i > at + 2 * DirectReach) reach = Reach.Far;
        }

        return null;
    }

    /// <summary>حملتي «أ» و«ب»، مبادرات منها «أ» (#أ) و«ب»: each name is a campaign of its own.</summary>
    private Frame? ReadSeveral(Trigger trigger, int at)
    {
        var end = document.Sentences[document.SentenceOf[at]].End;
        var names = new List<FoundName>();
        var open = false;
        for (var i = at + 1; i < end && i <= at + IntroducedReach; i++)
        {
            var token = _tokens[i];
            if (CampaignLexicon.Has(lexicon.Hostile, token.Folded) && i <= at + 2) return null;
            if (token.Kind == TokenKind.Hashtag && (names.Count > 0 || open || i == at + 1))
            {
                names.AddRange(_names.Tags(i, out var next));
                i = next - 1;
            }
            else if (Marks.IsQuote(token) || (Marks.IsBracket(token) && i == at + 1))
            {
                var name = _names.Marked(i, out var next);
                if (name is not null && (names.Count > 0 || open || i == at + 1)) names.Add(name.Value);
                i = next - 1;
            }
            else if (CampaignLexicon.Has(lexicon.Examples, token.Folded))
            {
                open = true;
            }
            else if (names.Count > 0 && !(token.Is("و") || token.Is("،") || lexicon.Read(token.Folded) is not null))
            {
                break;
            }
            else if (lexicon.Read(token.Folded) is not null && !open)
            {
                return null;
            }
        }

        return names.Count > 0 ? new Frame(trigger, at, names, Several: true, "list") : null;
    }

    /// <summary>What belongs to a name that was read: a second form in brackets, a hashtag beside it.</summary>
    private Frame Complete(Trigger trigger, int at, FoundName name, int next, string rule)
    {
        var names = new List<FoundName> { name };
        if (next < _tokens.Length && _tokens[next].Kind == TokenKind.Hashtag) names.AddRange(_names.Tags(next, out _));
        else if (next < _tokens.Length && Marks.IsBracket(_tokens[next])) names.AddRange(InBrackets(next));
        return new Frame(trigger, at, names, Several: false, rule);
    }

    private List<FoundName> InBrackets(int open)
    {
        if (Marks.Content(_tokens, open, 12) is not { } content) return [];
        var tags = new List<FoundName>();
        for (var i = content.Start; i < content.End; i++)
            if (_tokens[i].Kind == TokenKind.Hashtag) tags.Add(_names.Tag(i));
        if (tags.Count > 0) return tags;
        return _names.Latin(content.Start, out var next) is { } latin && next == content.End ? [latin] : [];
    }

    private Frame Tagged(Trigger trigger, int at, int i, string rule) => new(trigger, at, _names.Tags(i, out _), Several: false, rule);

    /// <summary>Right behind the noun, without marks: a Latin name, a slogan, or words that a hashtag in brackets closes.</summary>
    private Frame? Unmarked(Trigger trigger, int at)
    {
        var first = at + 1;
        if (!_tokens[first].IsWord || trigger.Definite) return null;
        if (BeforeBracketedTag(first) is { } before) return Complete(trigger, at, before, NextAfter(before), "bracketed-tag");
        if (!trigger.Kind.Unmarked) return null;
        if (_names.Latin(first, out var next) is { } latin) return Complete(trigger, at, latin, next, "latin");
        if (!lexicon.SloganOpeners.Contains(_tokens[first].Folded)) return null;
        return _names.Unmarked(first, out next) is { } slogan ? Complete(trigger, at, slogan, next, "slogan") : null;
    }

    /// <summary>مبادرة لأن سلامتك تهمنا (#TikTokCares): the words between noun and bracketed tag are the name.</summary>
    private FoundName? BeforeBracketedTag(int first)
    {
        var i = first;
        while (i < _tokens.Length && i < first + 7 && _tokens[i].IsWord && !NameReader.IsRelative(_tokens[i])) i++;
        if (i == first || i + 1 >= _tokens.Length || !Marks.IsBracket(_tokens[i]) || _tokens[i + 1].Kind != TokenKind.Hashtag) return null;
        return lexicon.TagNouns.Contains(_tokens[i - 1].Folded) || IsIntroducer(i - 1) ? null : _names.Name(new TokenRange(first, i), 7);
    }

    private int NextAfter(FoundName name)
    {
        var i = Array.FindIndex(_tokens, x => x.Start >= name.Span.End);
        return i < 0 ? _tokens.Length : i;
    }

    /// <summary>بعنوان معا نحو بيئة أفضل، …: after an introducer a name may do without marks, to the next punctuation.</summary>
    private Frame? UnmarkedIntroduced(Trigger trigger, int at, int first)
    {
        if (!_tokens[first].IsWord || !trigger.Kind.Unmarked || IsIntroducer(first) || lexicon.Read(_tokens[first].Folded) is not null) return null;
        if (_names.Latin(first, out var next) is { } latin) return Complete(trigger, at, latin, next, "introduced");
        if (lexicon.TagNouns.Contains(_tokens[first - 1].Folded)) return null;
        return lexicon.SloganOpeners.Contains(_tokens[first].Folded) && _names.Unmarked(first, out next) is { } name ? Complete(trigger, at, name, next, "introduced") : null;
    }

    private bool Introduced(int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (IsIntroducer(k)) return true;
            // وسم خاص «#…», هاشتاق: #…, "هاشتاج" #…, أطلق عليها اسم … «…»
            if (!Marks.IsMark(_tokens[k]) && !_tokens[k].Is(":") && !(_tokens[k].IsWord && k == i - 1 && _tokens[k].Folded is "خاص" or "هو" or "جديد" or "هي")) return false;
        }

        return false;
    }

    private bool IsIntroducer(int i) =>
        _tokens[i].IsWord && (CampaignLexicon.Has(lexicon.Introducers, _tokens[i].Folded) || CampaignLexicon.Has(lexicon.TagNouns, _tokens[i].Folded));

    /// <summary>Whether marks at <paramref name="i"/> hold the name of the noun at <paramref name="at"/>: the word before them decides whose name it is.</summary>
    private bool MayBeNamed(int at, int i, FoundName name, Reach reach)
    {
        if (reach == Reach.Far) return false;
        var k = i - 1;
        while (k > at && (_tokens[k].Is(":") || _tokens[k].Folded is "هي" or "هو")) k--;
        if (k == at) return true;
        var before = _tokens[k];
        if (!before.IsWord) return before.Kind == TokenKind.Number;
        if (CampaignLexicon.Has(lexicon.OtherHeads, before.Folded) || IsPreposition(before) || before.Folded.Length < 2) return false;
        var words = name.Text.AsSpan().Count(' ') + 1;
        var closes = before.Folded.Contains("ال", StringComparison.Ordinal) || before.Folded.EndsWith('ه') || before.Folded.EndsWith("يا", StringComparison.Ordinal);
        if (reach == Reach.Direct) return closes || words >= 3;
        return closes && words >= 2;
    }

    /// <summary>مبادرة وتحدي جديد على التطبيق: two nouns of one effort.</summary>
    private bool SameEffort(int at, int i) => i <= at + 2 && _tokens[i].Folded[0] == 'و';

    private static bool IsPreposition(Token token) => token.Folded is "في" or "علي" or "من" or "الي" or "عن" or "مع" or "ضد" or "بين" or "ان" or "ب" or "ل" or "ك" or "بـ" or "عبر" or "حول" or "مثل" or "لدي" or "عند" or "تجاه" or "نحو"
        || (token.Folded.Length > 4 && token.Folded[0] is 'ل' or 'ب' && (token.Folded.StartsWith("لل", StringComparison.Ordinal) || token.Folded.StartsWith("بال", StringComparison.Ordinal)));
}
