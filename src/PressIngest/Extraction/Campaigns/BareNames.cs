namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Names written right behind their noun with no marks at all. Nearly every such noun is generic (حملة للتوعية), so a name needs a
/// sign of its own: Latin letters, a hashtag in brackets, the same words as a hashtag or in marks elsewhere, a word that only slogans
/// begin with, a relative clause that says who launched it, or an official title (الحملة الوطنية لـ…).
/// </summary>
internal sealed class BareNames(Document document, CampaignLexicon lexicon, IReadOnlySet<string> seen)
{
    private const int Longest = 7;
    private const int LongestTitle = 3;
    private const int LaunchReach = 8;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);
    private readonly OfficialNames _official = new(document, lexicon);
    private readonly Slogans _slogans = new(document, lexicon);

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
            if (_official.Coloured(trigger, at, out next) is { } coloured) return (coloured, "colour");
            return trigger.Kind.Unmarked && _official.Titled(at, out next) is { } official ? (official, "official") : null;
        }

        if (BeforeBracketedTag(at + 1, out next) is { } tagged) return (tagged, "bracketed-tag");
        if ((Seen(at + 1, out next) ?? Seen(BehindOwner(at + 1), out next)) is { } seen) return (seen, "seen");
        if (trigger.Kind.Titled && Title(at + 1, out next) is { } title) return (title, "title");
        if (!trigger.Kind.Unmarked) return null;
        if (Numbered(at + 1, out next) is { } numbered) return (numbered, "numbered");
        if (_names.Latin(at + 1, out next) is { } latin) return (latin, "latin");
        if (BeforeLaunch(at + 1, out next) is { } launched) return (launched, "launched");
        if (BeforePurpose(at, out next) is { } titled) return (titled, "before-purpose");
        return _slogans.Open(at + 1) && _names.Bare(at + 1, out next) is { } slogan ? (slogan, "slogan") : null;
    }

    /// <summary>مبادرة لأن سلامتك تهمنا (#TikTokCares): the words between noun and bracketed tag.</summary>
    public FoundName? BeforeBracketedTag(int first, out int next)
    {
        next = first;
        while (next < _tokens.Length && next < first + Longest && _tokens[next].IsWord && !NameReader.IsRelative(_tokens[next])) next++;
        if (next == first || next + 1 >= _tokens.Length || !Marks.IsBracket(_tokens[next])
            || _tokens[next + 1].Kind != TokenKind.Hashtag) return null;
        return lexicon.TagNouns.Has(_tokens[next - 1])
            || lexicon.Introducers.Has(_tokens[next - 1]) ? null : _names.Name(new TokenRange(first, next), Longest);
    }

    /// <summary>حملة شتاء دافئ, where the article also has #شتاء_دافئ or «شتاء دافئ»: the longest such run of words.</summary>
    public FoundName? Seen(int first, out int next)
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
        // مبادرة اليد الخضراء التي أطلقتها …: two definite words, of which the first is no deed.
        if (IsDefinite(_tokens[first]) && (next != first + 2 || !IsDefinite(_tokens[first + 1]) || IsDeed(_tokens[first].Folded[2..]))) return null;
        return _slogans.IsDescribed(first) ? null : _names.Name(new TokenRange(first, next), Longest);
    }

    /// <summary>
    /// أطلقت الوزارة مبادرة جدة الخضراء لزراعة …, حملة دفء القلوب لتوزيع …: behind a verb of launching two or three words that end in a definite one,
    /// no adjectives and no purpose of their own, since what the effort is for follows them. Before في نسختها الثالثة no verb is needed.
    /// </summary>
    private FoundName? BeforePurpose(int at, out int next)
    {
        var first = next = at + 1;
        if (_slogans.IsDescribed(first) || IsDeed(Proclitics.WithoutArticle(_tokens[first].Folded))) return null;
        while (next < _tokens.Length && next < first + LongestTitle && MayBeTitle(_tokens[next])) next++;
        if (next < first + 2 || next >= _tokens.Length || !IsDefinite(_tokens[next - 1])) return null;
        if (!IsOfEdition(next) && !((BeginsPurpose(_tokens[next]) || IsOfYear(next)) && IsLaunched(at))) return null;
        return _names.Name(new TokenRange(first, next), Longest);
    }

    private bool IsDeed(string folded) => Slogans.IsVerbalNoun(folded) || lexicon.Deeds.Contains(folded);

    /// <summary>في نسختها, بنسختها: what has editions is called by a name.</summary>
    private bool IsOfEdition(int i)
    {
        var edition = _tokens[i].Is("في") && i + 1 < _tokens.Length ? _tokens[i + 1].Folded : _tokens[i].Folded.TrimStart('ب');
        return edition is "نسختها" or "نسخته" or "دورتها" or "دورته" or "موسمها" or "موسمه" or "طبعتها" or "طبعته";
    }

    /// <summary>حملة الشتاء الدافئ للعام الجاري: what comes every year is called by a name.</summary>
    private bool IsOfYear(int i) => _tokens[i].Folded is "للعام" or "للموسم" or "للسنه" && i + 1 < _tokens.Length && IsDefinite(_tokens[i + 1]);

    private bool MayBeTitle(Token token) => token.IsWord && !_names.EndsName(token) && !BeginsPurpose(token);

    private bool BeginsPurpose(Token token) => token.Is("بهدف") || (token.Folded is ['ل', _, _, _, ..]
        && (lexicon.Purposes.Has(token) || Slogans.IsVerbalNoun(token.Folded[1..])));

    private bool IsLaunched(int at)
    {
        for (var i = Math.Max(document.Sentences[document.SentenceOf[at]].Start, at - LaunchReach); i < at; i++)
            if (lexicon.LaunchVerbs.Read(_tokens[i]) != LaunchForm.None) return true;
        return false;
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

    public static bool IsMagnitude(string folded) => folded is "الف" or "الاف" or "مليون" or "ملايين" or "مليار" or "مليارات"
        or "المليون" or "المليار" or "الالف";

    /// <summary>مسابقة القدس للقصة القصيرة: one to three words that are no purpose and no owner, and the field they are for.</summary>
    private FoundName? Title(int first, out int next)
    {
        next = first;
        if (_slogans.IsDescribed(first)) return null;
        while (next < _tokens.Length && next < first + 3 && _tokens[next].IsWord && !IsField(_tokens[next])
            && !_names.EndsName(_tokens[next])) next++;
        if (next == first || next >= _tokens.Length || !IsField(_tokens[next])) return null;
        do next++;
        while (next < _tokens.Length && IsDefinite(_tokens[next]) && !_names.EndsName(_tokens[next]) && lexicon.Head(_tokens[next]) == HeadNoun.None);
        return _names.Name(new TokenRange(first, next), Longest);
    }

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

    public static bool IsDefinite(Token token) => token.IsWord && !NameReader.IsRelative(token) && token.Folded is ['ا', 'ل', _, _, ..];
}
