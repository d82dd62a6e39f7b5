namespace PressIngest.Extraction.Campaigns;

/// <summary>Names that are a definite noun with its attributes: الحملة الوطنية لـ…, القافلة الوردية.</summary>
internal sealed class OfficialNames(Document document, CampaignLexicon lexicon)
{
    private const int Longest = 14;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);

    /// <summary>الحملة الوطنية السعودية لنصرة الأشقاء في سورية: the title with its purpose, its object, and one phrase of place or target.</summary>
    public FoundName? Titled(int at, out int next)
    {
        next = at + 1;
        if (!lexicon.Official.Has(_tokens[next]) || !BareNames.IsDefinite(_tokens[next])) return null;
        do next++;
        while (next < _tokens.Length && (BareNames.IsDefinite(_tokens[next]) || IsTens(_tokens[next])));
        // الحملة الشعبية الواسعة: how great it is says that it has no title.
        if (_tokens[next - 1].Folded is "الواسعه" or "الكبيره" or "العارمه" or "المكثفه" or "المستمره" or "المتواصله") return null;
        if (next >= _tokens.Length || !_tokens[next].IsWord || !IsPurpose(_tokens[next].Folded)) return null;
        var purpose = next++;
        // لدعم أسر الشهداء: a chain of nouns; لإزالة ما … has no object that could end a name.
        if (_tokens[purpose].Folded[1] != 'ل')
        {
            next = EndOfLinks(next);
            if (next >= _tokens.Length || !BareNames.IsDefinite(_tokens[next])) return null;
        }

        for (var objects = 0; objects < 3 && GoesOn(next); objects++) next++;
        // للتوعية بسرطان …، للكشف عن سرطان …، لفك الحصار عن …: what it is of, with the preposition of the purpose.
        if (next + 1 < _tokens.Length
            && ((_tokens[next].Folded is "عن" && lexicon.PurposesFrom.Has(_tokens[purpose])
                && _tokens[next + 1].IsWord && !_names.EndsName(_tokens[next + 1]))
            || (_tokens[next].Folded is ['ب', _, _, _, ..] && !_names.EndsName(_tokens[next]))))
        {
            next += _tokens[next].Folded is "عن" ? 2 : 1;
            if (!BareNames.IsDefinite(_tokens[next - 1]) && next + 1 < _tokens.Length && IsLink(next)
                && BareNames.IsDefinite(_tokens[next + 1])) next++;
            while (GoesOn(next)) next++;
        }
        else if (next + 1 < _tokens.Length
            && (_tokens[next].Folded is "في" or "ضد" or "من" or "حول" || (_tokens[next].Is("مع") && _tokens[purpose].Is("للتضامن")))
            && _tokens[next + 1].IsWord && !_names.EndsName(_tokens[next + 1]))
        {
            next += 2;
            // ضد مرض شلل الأطفال: a chain of nouns goes on to its definite end.
            next = EndOfLinks(next);
            while (GoesOn(next)) next++;
        }
        else if (next < _tokens.Length && _tokens[next].Kind == TokenKind.Number && _tokens[next].Folded.Length == 4) next++;
        // … بأهمية الفحص المبكر لسرطان الثدي: what the last noun is of.
        if (next < _tokens.Length && BareNames.IsDefinite(_tokens[next - 1]) && _tokens[next].Folded is ['ل', not 'ل', _, _, ..]
            && !_names.EndsName(_tokens[next]))
            do next++;
            while (GoesOn(next));
        while (IsJoinedObject(next)) next++;
        return _names.Name(new TokenRange(at, next), Longest) is { } name ? name with { Text = Inflection.Cited(name.Text) } : null;
    }

    private bool GoesOn(int i) => i < _tokens.Length && BareNames.IsDefinite(_tokens[i]) && !_names.EndsName(_tokens[i]);

    /// <summary>القافلة الوردية, المشروع الوطني الأخضر: a colour is what no effort is described by; a project by itself may be green.</summary>
    public FoundName? Coloured(Trigger trigger, int at, out int next)
    {
        next = at + 1;
        if (next < _tokens.Length && lexicon.Official.Has(_tokens[next]) && BareNames.IsDefinite(_tokens[next])) next++;
        if (next >= _tokens.Length || !BareNames.IsDefinite(_tokens[next]) || !lexicon.Colours.Has(_tokens[next])) return null;
        if (trigger.Kind.NeedsCivic && next == at + 1) return null;
        next++;
        if (next < _tokens.Length && BareNames.IsDefinite(_tokens[next])) return null;
        return _names.Name(new TokenRange(at, next), Longest) is { } name ? name with { Text = Inflection.Cited(name.Text) } : null;
    }

    /// <summary>لدعم, للتوعية; of three letters only verbal nouns of doubled verbs, since لكل and لنا say for whom.</summary>
    private static bool IsPurpose(string folded) =>
        folded is ['ل', _, _, _, ..] or "لفك" or "لصد" or "لسد" or "لحل" or "لرد" or "لمد" or "لضم" or "لشق";

    /// <summary>للوقاية من السمنة والسكري; but not … والقائمين عليها, والحملة …, والوزارة ….</summary>
    private bool IsJoinedObject(int i) =>
        i < _tokens.Length && BareNames.IsDefinite(_tokens[i - 1]) && _tokens[i].IsWord && _tokens[i].Folded is ['و', 'ا', 'ل', _, _, ..]
        && !_names.EndsName(_tokens[i]) && lexicon.Trigger(_tokens[i]) is null && lexicon.Head(_tokens[i]) == HeadNoun.None
        && !(i + 1 < _tokens.Length && _tokens[i + 1].Folded is [.., 'ه'] or [.., 'ه', 'ا'] && _tokens[i + 1].Folded.Length <= 5);

    /// <summary>الحملة الوطنية الثانية والعشرين.</summary>
    private static bool IsTens(Token token) => token.Folded is ['و', 'ا', 'ل', _, _, .., 'ي' or 'و', 'ن'];

    /// <summary>The definite end of a chain of at most two nouns before it, or where it would begin.</summary>
    private int EndOfLinks(int i)
    {
        for (var links = 0; links < 2 && i + 1 < _tokens.Length && IsLink(i); links++)
        {
            if (!BareNames.IsDefinite(_tokens[i + 1]) && !(links == 0 && IsLink(i + 1))) break;
            i++;
        }

        return i;
    }

    private bool IsLink(int i) =>
        _tokens[i].IsWord && _tokens[i].Folded.Length > 2 && !BareNames.IsDefinite(_tokens[i]) && !BareNames.IsDefinite(_tokens[i - 1])
            && !_names.EndsName(_tokens[i])
        && _tokens[i].Folded[0] != 'و';
}
