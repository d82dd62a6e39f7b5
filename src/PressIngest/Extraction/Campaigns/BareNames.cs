namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Names written right behind their noun with no marks at all. Nearly every such noun is generic (حملة للتوعية), so a name needs a
/// sign of its own: Latin letters, a hashtag in brackets, the same words as a hashtag or in marks elsewhere, a word that only slogans
/// begin with, a relative clause that says who launched it, or an official title (الحملة الوطنية لـ…).
/// </summary>
internal sealed class BareNames(Document document, CampaignLexicon lexicon, IReadOnlySet<string> seen)
{
    private const int Longest = 7;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);

    /// <summary>The name behind the noun at <paramref name="at"/>; <paramref name="next"/> is the token behind it.</summary>
    public (FoundName Name, string Rule)? Behind(Trigger trigger, int at, out int next)
    {
        next = at + 1;
        if (next < _tokens.Length && _tokens[next].Kind == TokenKind.Number && !trigger.Definite && trigger.Kind.Unmarked)
            return Numbered(next, out next) is { } number ? (number, "numbered") : null;
        if (next >= _tokens.Length || !_tokens[next].IsWord) return null;
        if (trigger.Definite)
        {
            if (Seen(AfterAdjectives(at), out next) is { } repeated) return (repeated, "seen");
            return trigger.Kind.Unmarked && Official(at, out next) is { } official ? (official, "official") : null;
        }

        if (BeforeBracketedTag(at + 1, out next) is { } tagged) return (tagged, "bracketed-tag");
        if ((Seen(at + 1, out next) ?? Seen(BehindOwner(at + 1), out next)) is { } seen) return (seen, "seen");
        if (trigger.Kind.Titled && Title(at + 1, out next) is { } title) return (title, "title");
        if (!trigger.Kind.Unmarked) return null;
        if (Numbered(at + 1, out next) is { } numbered) return (numbered, "numbered");
        if (_names.Latin(at + 1, out next) is { } latin) return (latin, "latin");
        if (BeforeLaunch(at + 1, out next) is { } launched) return (launched, "launched");
        return OpensSlogan(at + 1) && _names.Bare(at + 1, out next) is { } slogan ? (slogan, "slogan") : null;
    }

    /// <summary>مبادرة لأن سلامتك تهمنا (#TikTokCares): the words between noun and bracketed tag.</summary>
    public FoundName? BeforeBracketedTag(int first, out int next)
    {
        next = first;
        while (next < _tokens.Length && next < first + Longest && _tokens[next].IsWord && !NameReader.IsRelative(_tokens[next])) next++;
        if (next == first || next + 1 >= _tokens.Length || !Marks.IsBracket(_tokens[next]) || _tokens[next + 1].Kind != TokenKind.Hashtag) return null;
        return lexicon.TagNouns.Has(_tokens[next - 1]) || lexicon.Introducers.Has(_tokens[next - 1]) ? null : _names.Name(new TokenRange(first, next), Longest);
    }

    /// <summary>حملة شتاء دافئ, where the article also has #شتاء_دافئ or «شتاء دافئ»: the longest such run of words.</summary>
    private FoundName? Seen(int first, out int next)
    {
        var (key, end) = ("", first);
        var onlyKnown = false;
        if (first < _tokens.Length
            && (lexicon.Purposes.Has(_tokens[first]) || lexicon.Head(_tokens[first]) is HeadNoun.Body or HeadNoun.Person or HeadNoun.Place))
            onlyKnown = true;
        for (var i = first; i < _tokens.Length && i < first + Longest && _tokens[i].Kind is TokenKind.Word or TokenKind.Number;)
        {
            key += _tokens[i++].Folded;
            if (onlyKnown ? lexicon.WellKnown.Contains(key) : seen.Contains(key)) end = i;
        }

        next = end;
        return end > first ? _names.Name(new TokenRange(first, end), Longest) : null;
    }

    /// <summary>
    /// مبادرة أكرم العامل التي أطلقتها الوزارة: التي wants a definite noun before it, and an indefinite one is definite only with a name
    /// behind it, unless that is an owner or what the campaign is for.
    /// </summary>
    private FoundName? BeforeLaunch(int first, out int next)
    {
        next = first;
        while (next < _tokens.Length && next < first + Longest && _tokens[next].IsWord && !_names.EndsName(_tokens[next])) next++;
        if (next - first < 2 || next + 1 >= _tokens.Length || !NameReader.IsRelative(_tokens[next])
            || lexicon.LaunchVerbs.Read(_tokens[next + 1]) != LaunchForm.OnCampaign)
            return null;
        return IsDefinite(_tokens[first]) || IsDescribed(first) ? null : _names.Name(new TokenRange(first, next), Longest);
    }

    /// <summary>حملة 100 مليون وجبة، مبادرة مليون شجرة: a great round number with what it counts.</summary>
    private FoundName? Numbered(int first, out int next)
    {
        next = first;
        while (next < _tokens.Length && next < first + 2 && (_tokens[next].Kind == TokenKind.Number || IsMagnitude(_tokens[next].Folded))) next++;
        if (next == first || !IsMagnitude(_tokens[next - 1].Folded) || next >= _tokens.Length || !_tokens[next].IsWord
            || _names.EndsName(_tokens[next]) || IsDefinite(_tokens[next]))
            return null;
        if (_tokens[next].Folded[0] is 'و' or 'ل' or 'ب' && _tokens[next].Folded.Length > 4
            || lexicon.Head(_tokens[next]) is not (HeadNoun.None or HeadNoun.Work))
            return null;
        next++;
        return _names.Name(new TokenRange(first, next), Longest);
    }

    private static bool IsMagnitude(string folded) => folded is "الف" or "الاف" or "مليون" or "ملايين" or "مليار" or "مليارات" or "المليون" or "المليار" or "الالف";

    /// <summary>مسابقة القدس للقصة القصيرة: one to three words that are no purpose and no owner, and the field they are for.</summary>
    private FoundName? Title(int first, out int next)
    {
        next = first;
        if (IsDescribed(first)) return null;
        while (next < _tokens.Length && next < first + 3 && _tokens[next].IsWord && !IsField(_tokens[next]) && !_names.EndsName(_tokens[next])) next++;
        if (next == first || next >= _tokens.Length || !IsField(_tokens[next])) return null;
        do next++;
        while (next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next]) && lexicon.Head(_tokens[next]) == HeadNoun.None);
        return _names.Name(new TokenRange(first, next), Longest);
    }

    private bool IsDescribed(int i) => lexicon.Purposes.Has(_tokens[i]) || lexicon.Hostile.Has(_tokens[i]) || lexicon.Head(_tokens[i]) != HeadNoun.None
        || lexicon.Trigger(_tokens[i]) is not null || _tokens[i].Folded is [.., 'ي', 'ه'] or [_, _, _, .., 'ي'] or ['ل', 'ل', ..];

    private static bool IsField(Token token) => token.IsWord && token.Folded is ['ل', 'ل', _, _, ..];

    /// <summary>مبادرة الرئيس «…»، مبادرة رئيس الجمهورية «…»: behind whose initiative it is.</summary>
    private int BehindOwner(int i)
    {
        if (lexicon.Head(_tokens[i]) is not (HeadNoun.Person or HeadNoun.Body)) return i;
        var end = i + 1;
        while (end < _tokens.Length && end < i + 3 && IsDefinite(_tokens[end])) end++;
        return end;
    }

    private int AfterAdjectives(int at)
    {
        var i = at + 1;
        while (i < _tokens.Length && i < at + 4 && IsDefinite(_tokens[i])) i++;
        return i;
    }

    /// <summary>الحملة الوطنية السعودية لنصرة الأشقاء في سورية: the title with its purpose, its object, and one phrase of place or target.</summary>
    private FoundName? Official(int at, out int next)
    {
        next = at + 1;
        if (!lexicon.Official.Has(_tokens[next]) || !IsDefinite(_tokens[next])) return null;
        do next++;
        while (next < _tokens.Length && (IsDefinite(_tokens[next]) || IsTens(_tokens[next])));
        if (next >= _tokens.Length || !_tokens[next].IsWord || _tokens[next].Folded is not ['ل', _, _, _, ..]) return null;
        var purpose = next++;
        // لدعم أسر الشهداء: a chain of nouns; لإزالة ما … has no object that could end a name.
        if (_tokens[purpose].Folded[1] != 'ل')
        {
            next = EndOfLinks(next);
            if (next >= _tokens.Length || !IsDefinite(_tokens[next])) return null;
        }

        for (var objects = 0; objects < 3 && next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next]); objects++) next++;
        // للتوعية بسرطان …، للكشف عن سرطان …: what it is of, with the preposition of the purpose.
        if (next + 1 < _tokens.Length
            && ((_tokens[next].Folded is "عن" && _tokens[purpose].Folded is "للكشف" or "للبحث")
            || (_tokens[next].Folded is ['ب', _, _, _, ..] && !_names.EndsName(_tokens[next]))))
        {
            next += _tokens[next].Folded is "عن" ? 2 : 1;
            if (!IsDefinite(_tokens[next - 1]) && IsLink(next) && next + 1 < _tokens.Length && IsDefinite(_tokens[next + 1])) next++;
            while (next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next])) next++;
        }
        else if (next + 1 < _tokens.Length && _tokens[next].Folded is "في" or "ضد" or "من" or "حول"
            && _tokens[next + 1].IsWord && !_names.EndsName(_tokens[next + 1]))
        {
            next += 2;
            // ضد مرض شلل الأطفال: a chain of nouns goes on to its definite end.
            next = EndOfLinks(next);
            while (next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next])) next++;
        }
        else if (next < _tokens.Length && _tokens[next].Kind == TokenKind.Number && _tokens[next].Folded.Length == 4) next++;
        // … بأهمية الفحص المبكر لسرطان الثدي: what the last noun is of.
        if (next < _tokens.Length && IsDefinite(_tokens[next - 1]) && _tokens[next].Folded is ['ل', not 'ل', _, _, ..]
            && !_names.EndsName(_tokens[next]))
            do next++;
            while (next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next]));
        while (IsJoinedObject(next)) next++;
        return _names.Name(new TokenRange(at, next), 2 * Longest) is { } name ? name with { Text = Inflection.Cited(name.Text) } : null;
    }

    /// <summary>للوقاية من السمنة والسكري; but not … والقائمين عليها, والحملة …, والوزارة ….</summary>
    private bool IsJoinedObject(int i) =>
        i < _tokens.Length && IsDefinite(_tokens[i - 1]) && _tokens[i].IsWord && _tokens[i].Folded is ['و', 'ا', 'ل', _, _, ..]
        && !_names.EndsName(_tokens[i]) && lexicon.Trigger(_tokens[i]) is null && lexicon.Head(_tokens[i]) == HeadNoun.None
        && !(i + 1 < _tokens.Length && _tokens[i + 1].Folded is [.., 'ه'] or [.., 'ه', 'ا'] && _tokens[i + 1].Folded.Length <= 5);

    /// <summary>الحملة الوطنية الثانية والعشرين.</summary>
    private static bool IsTens(Token token) => token.Folded is ['و', 'ا', 'ل', _, _, .., 'ي' or 'و', 'ن'];

    /// <summary>The definite end of a chain of at most two nouns before it, or where it would begin.</summary>
    private int EndOfLinks(int i)
    {
        for (var links = 0; links < 2 && i + 1 < _tokens.Length && IsLink(i); links++)
        {
            if (!IsDefinite(_tokens[i + 1]) && !(links == 0 && IsLink(i + 1))) break;
            i++;
        }

        return i;
    }

    private bool IsLink(int i) =>
        _tokens[i].IsWord && _tokens[i].Folded.Length > 2 && !IsDefinite(_tokens[i]) && !IsDefinite(_tokens[i - 1]) && !_names.EndsName(_tokens[i])
        && _tokens[i].Folded[0] != 'و';

    /// <summary>شوارعنا أنظف, تراثنا هويتنا, بيئتنا أمانة: what is ours with what is said of it; حزبنا and رئيسنا speak for themselves.</summary>
    private bool IsOursWithPredicate(int i) =>
        i + 1 < _tokens.Length && _tokens[i].Folded is [_, _, _, .., 'ن', 'ا'] && _tokens[i + 1].IsWord && !IsDefinite(_tokens[i + 1])
        && _tokens[i + 1].Folded is [_, _, .., 'ن', 'ا'] or ['ا', _, _, _] or [not ('ل' or 'ب' or 'و'), _, _, .., 'ه']
        // زملائنا ناجحة, جيراننا كبيرة: an adjective is of the campaign.
        && _tokens[i + 1].Folded is not ([_, 'ا', _, _, 'ه'] or [_, _, 'ي', _, 'ه'])
        && !_names.EndsName(_tokens[i + 1]) && lexicon.Head(_tokens[i]) == HeadNoun.None
        && lexicon.Head(_tokens[i].As(_tokens[i].Folded[..^2])) == HeadNoun.None && lexicon.Trigger(_tokens[i]) is null;

    private bool OpensSlogan(int i) => IsOursWithPredicate(i) || lexicon.SloganOpeners.Contains(_tokens[i].Folded) || IsAddressed(_tokens[i])
        || (_tokens[i].Folded is "لا" or "نعم" && i + 1 < _tokens.Length && _tokens[i + 1].IsWord && _tokens[i + 1].Folded.StartsWith('ل'));

    /// <summary>مبادرة مدينتي أجمل، حملة صحتك أمانة: what is mine, yours or ours is no description; شركتنا owns the campaign.</summary>
    private bool IsAddressed(Token token) => token.Folded
        is [_, _, .., 'ت', 'ي' or 'ك'] or [_, _, .., not 'ا', 'ت', 'ن', 'ا'] or [_, _, .., 'ت', 'ك', 'م']
        && lexicon.Head(token) == HeadNoun.None && lexicon.Head(token.As(Owned(token.Folded))) is not (HeadNoun.Body or HeadNoun.Person)
        && lexicon.Trigger(token) is null;

    /// <summary>شركة of شركتنا.</summary>
    private static string Owned(string folded) => folded[..(folded.LastIndexOf('ت'))] + "ه";

    private static bool IsDefinite(Token token) => token.IsWord && !NameReader.IsRelative(token) && token.Folded is ['ا', 'ل', _, _, ..];
}
