namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// Tells words that only a slogan begins with (معا, بحرنا نظيف, بغداد أجمل, اعرف حقك) from those that describe an effort: its purpose, its deed,
/// its adjectives.
/// </summary>
internal sealed class Slogans(Document document, CampaignLexicon lexicon)
{
    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);

    /// <summary>What an effort is for or like; no name begins so.</summary>
    public bool IsDescribed(int i) => lexicon.Purposes.Has(_tokens[i]) || lexicon.Hostile.Has(_tokens[i]) || lexicon.Head(_tokens[i]) != HeadNoun.None
        || lexicon.Trigger(_tokens[i]) is not null || _tokens[i].Folded is [.., 'ي', 'ه'] or [_, _, _, .., 'ي'] or ['ل', 'ل', ..]
        or [_, _, .., 'ا', 'ت'];

    /// <summary>شوارعنا أنظف, تراثنا هويتنا, بيئتنا أمانة: what is ours with what is said of it; حزبنا and رئيسنا speak for themselves.</summary>
    private bool IsOursWithPredicate(int i) =>
        i + 1 < _tokens.Length && _tokens[i].Folded is [_, _, _, .., 'ن', 'ا'] && _tokens[i + 1].IsWord && !BareNames.IsDefinite(_tokens[i + 1])
        && _tokens[i + 1].Folded is [_, _, .., 'ن', 'ا'] or ['ا', _, _, _] or [not ('ل' or 'ب' or 'و'), _, _, .., 'ه']
        // زملائنا ناجحة, جيراننا كبيرة: an adjective is of the campaign.
        && _tokens[i + 1].Folded is not ([_, 'ا', _, _, 'ه'] or [_, _, 'ي', _, 'ه'])
        && !_names.EndsName(_tokens[i + 1]) && lexicon.Head(_tokens[i]) == HeadNoun.None
        && lexicon.Head(_tokens[i].As(_tokens[i].Folded[..^2])) == HeadNoun.None && lexicon.Trigger(_tokens[i]) is null;

    /// <summary>بغداد أجمل, مدن أنظف: a subject with what it will be; حملة إعلامية أقوى and حملة توعية أفضل only compare campaigns.</summary>
    private bool IsSubjectOfSlogan(int i) => IsWithout(i) ||
        i + 1 < _tokens.Length && _tokens[i].IsWord && lexicon.SloganPredicates.Contains(_tokens[i + 1].Folded) && !IsDescribed(i)
        && !IsDeed(_tokens[i]);

    /// <summary>مدارس بلا تدخين, بحر بلا بلاستيك; but حملة صارمة بلا هوادة.</summary>
    private bool IsWithout(int i) =>
        i + 2 < _tokens.Length && _tokens[i].IsWord && _tokens[i + 1].Is("بلا") && _tokens[i + 2].IsWord && !BareNames.IsDefinite(_tokens[i])
        && !_names.EndsName(_tokens[i]) && lexicon.Trigger(_tokens[i]) is null
        && !lexicon.Purposes.Has(_tokens[i]) && !lexicon.Hostile.Has(_tokens[i])
        && (_tokens[i].Folded is not [.., 'ه'] || lexicon.Head(_tokens[i]) != HeadNoun.None);

    /// <summary>تجميل, تضامن, تطوع, إصلاح, مناصرة, احتفال, استبدال: the patterns of the derived verbs' nouns, which say what it does.</summary>
    public static bool IsVerbalNoun(string folded) => folded is ['ت', _, 'ا', _, _] or ['ت', _, _, _]
        or ['ت', _, _, 'ي', _] or ['ا', _, _, 'ا', _] or ['م', _, 'ا', _, _, 'ه'] or ['ا', _, 'ت', _, 'ا', _] or ['ا', 'ن', _, _, 'ا', _]
        or ['ا', 'س', 'ت', _, _, 'ا', _];

    /// <summary>إحياء is a deed, أحياء are quarters: the hamza tells them apart where it is written.</summary>
    private bool IsDeed(Token token) =>
        (IsVerbalNoun(token.Folded) && document.Text[token.Start] != 'أ') || lexicon.Deeds.Contains(token.Folded);

    /// <summary>اعرف حقك, صحح مفاهيمك: a short word and what is yours.</summary>
    private bool IsAppeal(int i) =>
        i + 1 < _tokens.Length && _tokens[i].IsWord && _tokens[i].Folded is ['ا', not 'ل', _, _] or [_, _, _]
        && !IsDescribed(i) && !IsDeed(_tokens[i])
        && _tokens[i + 1].IsWord && _tokens[i + 1].Folded is [not ('ا' or 'ب' or 'ل'), _, .., 'ك'] && !lexicon.NotYours.Has(_tokens[i + 1]);

    /// <summary>أغيثوا غزة, اكسروا الصمت; حملة أطلقوها, حملة أعلنوا عنها are clauses that speak of it.</summary>
    private bool IsAppealToAll(int i) =>
        i + 1 < _tokens.Length && _tokens[i].IsWord && _tokens[i].Folded is ['ا', not 'ل', _, _, 'و', 'ا']
        && lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.None && _tokens[i + 1].IsWord && !_names.EndsName(_tokens[i + 1])
        && _tokens[i + 1].Folded is not ("عن" or "مع" or [.., 'ه', 'ا'] or [.., 'ي', 'ه']);

    /// <summary>Whether only a slogan begins like the words from here on.</summary>
    public bool Open(int i) => IsOursWithPredicate(i) || IsSubjectOfSlogan(i) || IsAppeal(i) || IsAppealToAll(i) || IsAddressed(_tokens[i])
        || lexicon.SloganOpeners.Contains(_tokens[i].Folded)
        || (_tokens[i].Folded is "لا" or "نعم" && i + 1 < _tokens.Length && _tokens[i + 1].IsWord && _tokens[i + 1].Folded.StartsWith('ل'));

    /// <summary>مبادرة مدينتي أجمل، حملة صحتك أمانة: what is mine, yours or ours is no description; شركتنا owns the campaign.</summary>
    private bool IsAddressed(Token token) => token.Folded
        is [_, _, .., 'ت', 'ي' or 'ك'] or [_, _, .., not 'ا', 'ت', 'ن', 'ا'] or [_, _, .., 'ت', 'ك', 'م']
        && lexicon.Head(token) == HeadNoun.None && lexicon.Head(token.As(Owned(token.Folded))) is not (HeadNoun.Body or HeadNoun.Person)
        && lexicon.Trigger(token) is null;

    /// <summary>شركة of شركتنا.</summary>
    private static string Owned(string folded) => folded[..(folded.LastIndexOf('ت'))] + "ه";
}
