namespace PressIngest.Extraction.Campaigns;

/// <summary>
/// A noun, the names that the sentence gives one campaign, the rule that read them, and the token behind the last of them. The noun
/// of an anaphoric frame points back: هذه الحملة.
/// </summary>
internal sealed record Frame(Trigger Trigger, int At, IReadOnlyList<FoundName> Names, string Rule, int End, bool IsAnaphoric = false);

/// <summary>
/// Reads on from a campaign noun to the name it announces. Directly behind the noun stand its adjectives and its owner; then, at a
/// distance, only an introducer (بعنوان، تحت شعار، عبر وسم) makes what is marked a name.
/// </summary>
internal sealed class FrameReader(Document document, CampaignLexicon lexicon, IReadOnlySet<string> seen)
{
    private const int DirectReach = 5;
    private const int IntroducedReach = 30;
    private const int AnnouncedReach = 15;
    private const int LongestBehindDefinite = 7;
    private const int LongestSpeech = 60;

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
    private readonly Introductions _introductions = new(document, lexicon);
    private readonly BareNames _bare = new(document, lexicon, seen);

    public Frame? Read(Trigger trigger, int at)
    {
        if (_bare.Behind(trigger, at, out var behind) is { } bare) return Complete(trigger, at, bare.Name, behind, bare.Rule);
        var end = Math.Min(document.Sentences[document.SentenceOf[at]].End, at + IntroducedReach + 1);
        var reach = Reach.Direct;
        for (var i = at + 1; i < end; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Hashtag) return FollowsPhrase(at, i, reach)
                || _introductions.LeadsToTag(at, i) ? Tagged(trigger, at, i) : null;
            if (Marks.IsMark(token) && ClosesEarlier(at, i))
            {
                reach = Reach.Far;
                continue;
            }

            if (Marks.IsMark(token))
            {
                var introduced = _introductions.Leads(at, i);
                if (_names.Marked(i, out var next, introduced) is { } name && (introduced || MayBeNamed(at, i, name, reach)))
                    return Complete(trigger, at, WithNumber(at, i, name), next, introduced ? "introduced" : "marked");
                i = Math.Max(i, next - 1);
                continue;
            }

            if (token.Kind is TokenKind.Punctuation or TokenKind.Break)
            {
                if (token.Kind == TokenKind.Break || token.Is(".")) return null;
                // وقال عن الحملة: «…» is speech; أفضل مبادرة: «…» names it.
                if ((!token.Is(":") || trigger.Definite || i > at + DirectReach) && !JoinsYears(i)) reach = Reach.Far;
                continue;
            }

            if (i <= at + 2 && lexicon.Hostile.Has(token)) return null;
            if (_introductions.Is(token) && IntroducedBare(trigger, at, i) is { } found) return found;
            if (lexicon.Trigger(token) is { Plural: false } && !_introductions.Is(token) && !(reach == Reach.Direct && IsJoined(at, i))) return null;
            reach = Next(reach, trigger, at, i);
        }

        return null;
    }

    /// <summary>حملة 10« ملايين شتلة »: bidirectional editing leaves the number outside the marks.</summary>
    private FoundName WithNumber(int at, int open, FoundName name)
    {
        if (open != at + 2 || _tokens[open - 1].Kind != TokenKind.Number || !BareNames.IsMagnitude(_tokens[open + 1].Folded)) return name;
        var number = _tokens[open - 1].Span;
        return name with { Text = number.In(document.Text) + " " + name.Text, Span = Span.Between(number.Start, name.Span.End) };
    }

    /// <summary>«… مشروعنا الخيري»، مؤكدا أنه «…»: the mark closes the speech that the noun stands in.</summary>
    private bool ClosesEarlier(int at, int i) =>
        !_tokens[i].SpaceBefore
            && (Marks.Closes(_tokens, i)
            || (i + 1 < _tokens.Length && _tokens[i + 1].Kind == TokenKind.Punctuation && !Marks.IsMark(_tokens[i + 1]))) && Marks.Opening(_tokens,
            i, LongestSpeech) is { } open && open < at && (open == 0 || _tokens[open].SpaceBefore
            || _tokens[open - 1].Kind != TokenKind.Word) && !_tokens[open + 1].SpaceBefore;

    /// <summary>What belongs to a name that was read: a second form in brackets, hashtags beside it or announced in the same sentence.</summary>
    public Frame Complete(Trigger trigger, int at, FoundName name, int next, string rule)
    {
        var names = new List<FoundName> { name };
        for (var i = at; i < next; i++)
            if (!name.IsTag && _tokens[i].Kind == TokenKind.Hashtag && _tokens[i].Start == name.Span.Start) names.Add(_names.Tag(i));
        if (OtherName(next, out next) is { } other) names.Add(other);
        names.AddRange(_names.Tags(next, out var end));
        names.AddRange(_names.InBrackets(end, name));
        names.AddRange(Announced(end, out end));
        return new Frame(trigger, at, names, rule, end, PointsBack(trigger, at));
    }

    /// <summary>مبادرة «حياة كريمة» و«100 مليون صحة»: what و joins to a marked name is another effort of the kind.</summary>
    public IEnumerable<Frame> AlsoNamed(Frame frame)
    {
        var i = frame.End;
        while (frame.Rule == "marked" && !frame.Trigger.Plural && i + 1 < _tokens.Length && _tokens[i].Is("و") && !_tokens[i + 1].SpaceBefore
            && Marks.IsQuote(_tokens[i + 1]) && _names.Marked(i + 1, out var next) is { } name)
        {
            yield return new Frame(frame.Trigger, frame.At, [name], "list", next);
            i = next;
        }
    }

    /// <summary>Whether an introducer stands right behind a token (وأخرى بعنوان «…»).</summary>
    public bool IsIntroduced(int at) => at + 1 < _tokens.Length && _introductions.Is(_tokens[at + 1]);

    /// <summary>«أنا أيضا» أو «مي تو»: the name over again.</summary>
    private FoundName? OtherName(int i, out int next)
    {
        next = i;
        if (i + 1 >= _tokens.Length || _tokens[i].Folded is not ("او" or "اي") || !Marks.IsQuote(_tokens[i + 1])
            || _names.Marked(i + 1, out var end) is not { } other)
            return null;
        next = end;
        return other;
    }

    /// <summary>هذه الحملة, or الحملة with nothing said of it but a relative clause: the noun speaks of a campaign that has been named.</summary>
    private bool PointsBack(Trigger trigger, int at) => trigger.Definite
        && ((at > 0 && _tokens[at - 1].Folded is "هذه" or "هذا" or "وهذه" or "وهذا" or "لهذه")
        || (at + 1 < _tokens.Length && NameReader.IsRelative(_tokens[at + 1])));

    /// <summary>A tag that a body launched with no other noun (أطلقت الوزارة هاشتاق #…); none where it trends.</summary>
    public Frame? ReadTag(Trigger trigger, int at)
    {
        var i = at + 1;
        while (i < _tokens.Length && i <= at + 3 && (Marks.IsMark(_tokens[i]) || _tokens[i].Folded is ":" or "خاص" or "جديد" or "باسم" or "بعنوان")) i++;
        var start = document.Sentences[document.SentenceOf[at]].Start;
        return i < _tokens.Length && _tokens[i].Kind == TokenKind.Hashtag && !_introductions.IsTrending(start, at) ? Tagged(trigger, at, i) : null;
    }

    /// <summary>#حملة_أنقذوا_الوادي: a tag that calls itself a campaign.</summary>
    public Frame? ReadSelfNamed(int at)
    {
        var words = Tokenizer.Tokenize(_names.Tag(at).Text.Replace('_', ' '));
        return words.Length > 1 && lexicon.Trigger(words[0]) is { Plural: false, Definite: false } trigger
            && !lexicon.Hostile.Has(words[1]) ? Tagged(trigger, at, at) : null;
    }

    private Frame Tagged(Trigger trigger, int at, int i) => new(trigger, at, _names.Tags(i, out var next), "tag", next);

    /// <summary>حملة #…, التحرك النسائي ضد التحرش #…: a tag behind the noun's whole phrase is its name; حملة ضد #… has a tag for an object.</summary>
    private bool FollowsPhrase(int at, int i, Reach reach) =>
        reach == Reach.Direct || (reach == Reach.Complement && i - 1 > at && IsDefinite(_tokens[i - 1]) && !IsPreposition(_tokens[i - 1]));

    private Reach Next(Reach reach, Trigger trigger, int at, int i)
    {
        var token = _tokens[i];
        if (reach == Reach.Far || NameReader.IsRelative(token) || i > at + 2 * DirectReach) return Reach.Far;
        if (reach == Reach.Complement || i > at + DirectReach || IsPreposition(token) || BeginsComplement(at, i)) return Reach.Complement;
        // الحملة اعتمدت …: behind a definite noun only definite words belong to it; anything else is the sentence going on.
        return trigger.Definite && token.Kind == TokenKind.Word && !IsDefinite(token) && !_introductions.Is(token)
            && token.Folded is not ("هي" or "هو") ? Reach.Far : Reach.Direct;
    }

    /// <summary>الحملة الخاصة بسلامة المشاة: behind a definite adjective a preposition written onto its noun.</summary>
    private bool BeginsComplement(int at, int i) => i > at + 1 && IsDefinite(_tokens[i - 1]) && _tokens[i].Folded is ['ب' or 'ل', _, _, _, ..];

    /// <summary>What the sentence of a name says further on: its tags (عبر وسم #…) and its slogan (تحت شعار «…»).</summary>
    private List<FoundName> Announced(int from, out int end)
    {
        end = from;
        var announced = new List<FoundName>();
        if (from >= _tokens.Length || from == 0) return announced;
        var last = Math.Min(document.Sentences[document.SentenceOf[from - 1]].End, from + AnnouncedReach);
        for (var i = from; i < last; i++)
        {
            if (lexicon.Trigger(_tokens[i]) is not null || _tokens[i].Folded is "اخري" or "واخري") break;
            var tag = _tokens[i].Kind == TokenKind.Hashtag;
            if (!tag && !Marks.IsQuote(_tokens[i]) && !(Marks.IsBracket(_tokens[i]) && _introductions.Leads(from - 1, i))) continue;
            if (tag ? !_introductions.LeadsToTag(from - 1, i) : !_introductions.Leads(from - 1, i)) break;
            if (tag) announced.AddRange(_names.Tags(i, out end));
            else if (_names.Marked(i, out end, introduced: true) is { } slogan) announced.Add(slogan);
            i = Math.Max(i, end - 1);
        }

        return announced;
    }

    /// <summary>بعنوان معا نحو بيئة أفضل، …: behind an introducer that stands by its noun a name may do without marks.</summary>
    private Frame? IntroducedBare(Trigger trigger, int at, int introducer)
    {
        var first = introducer + 1;
        if (first < _tokens.Length && _tokens[first].Is("الي")) first++;
        // بعنوان: قطرة دم تساوي حياة.
        var colon = first + 1 < _tokens.Length && _tokens[first].Is(":") && _tokens[first + 1].IsWord;
        if (colon) first++;
        if (first < _tokens.Length && _names.Address(first) is { } address) return Complete(trigger, at, address, first + 1, "introduced");
        if (!trigger.Kind.Unmarked || first >= _tokens.Length || !_tokens[first].IsWord || lexicon.TagNouns.Has(_tokens[introducer])
            || lexicon.Trigger(_tokens[first]) is not null)
            return null;
        if (_names.Slogan(introducer, out var behind) is { } slogan && !_introductions.NamesAnother(at, introducer))
            return Complete(trigger, at, slogan, behind, "introduced");
        if (_bare.Seen(first, out var known) is { } repeated && !_introductions.NamesAnother(at, introducer))
            return Complete(trigger, at, repeated, known, "introduced");
        if (_introductions.Is(_tokens[first]) || (introducer > at + DirectReach && !colon)) return null;
        if (_introductions.NamesAnother(at, introducer)) return null;
        if (_names.Latin(first, out var next) is { } latin) return Complete(trigger, at, latin, next, "introduced");
        var oneWord = trigger.Definite && !colon;
        return _names.Bare(first, out next) is { } name && (next - first > 1 || oneWord) ? Complete(trigger, at, name, next, "introduced") : null;
    }

    /// <summary>Whether marks at <paramref name="i"/> hold the name of the noun at
    /// <paramref name="at"/>: the word before them decides whose name it is.</summary>
    private bool MayBeNamed(int at, int i, FoundName name, Reach reach)
    {
        if (reach == Reach.Far) return false;
        var k = i - 1;
        while (k > at && (_tokens[k].Folded is ":" or "هي" or "هو" || IsOfYear(k))) k--;
        if (IsDescription(at, name)) return false;
        // برنامج توزيع السلال (القمح): what is given out.
        if (Marks.IsBracket(_tokens[i]) && Words(name) == 1 && IsDefinite(_tokens[i + 1]) && lexicon.Purposes.Has(_tokens[at + 1])) return false;
        for (var t = at + 1; t <= k; t++)
            if (IsForWork(_tokens[t])) return false;
        if (k == at) return true;
        var before = _tokens[k];
        if (!before.IsWord) return before.Kind == TokenKind.Number;
        if (IsPreposition(before) || before.Folded.Length < 2) return false;
        var words = Words(name);
        // حملة الشركة «كل قطرة»: a definite body owns the campaign; حملة شركة «زين»: the marks hold the body's own name.
        if (lexicon.Head(before) != HeadNoun.None && !(lexicon.Head(before) == HeadNoun.Place && IsDefinite(before)))
            return lexicon.Head(before) == HeadNoun.Body && k == at + 1 && IsDefinite(before) && words >= 2;
        var closes = IsDefinite(before) || before.Folded.EndsWith('ه') || before.Folded.EndsWith("يا", StringComparison.Ordinal);
        return reach == Reach.Direct ? closes || (words >= 3 && i <= at + DirectReach && !IsSaying(before)) : closes && words >= 2;
    }

    /// <summary>حملة تسويقية لهاتفها الجديد «…»، حملة للترويج لكتابه «…»: what the campaign is for has the name.</summary>
    private bool IsForWork(Token token) =>
        token.Folded is ['ل' or 'ب', _, _, _, ..] && (lexicon.Head(token) is HeadNoun.Medium or HeadNoun.Work
        || (token.Folded is [.., 'ه', 'ا'] && lexicon.Head(token.As(token.Folded[1..^2])) is HeadNoun.Medium or HeadNoun.Work)
        || (token.Folded is [.., 'ه'] && lexicon.Head(token.As(token.Folded[1..^1])) is HeadNoun.Medium or HeadNoun.Work));

    /// <summary>
    /// حملتها الإعلانية "المسيئة لنساء …": marks round an adjective that agrees with a definite noun hold somebody's verdict; a long
    /// text right behind it is speech, and so is what أن المبادرة «ستصل …» says of it.
    /// </summary>
    private bool IsDescription(int at, FoundName name)
    {
        if (lexicon.Trigger(_tokens[at]) is not { Definite: true }) return false;
        if (Words(name) > LongestBehindDefinite) return true;
        var words = Tokenizer.Tokenize(name.Text);
        var isSaid = at > 0 && _tokens[at - 1].Folded is "ان" or "بان" or "وان";
        if (isSaid && words.Length > 1 && words[0].Folded is ['س', 'ي' or 'ت', _, _, ..] or "لن" or "لم" or "سوف") return true;
        return words.Length > 1 && words[0].Folded is ['ا', 'ل', 'م', .., 'ه'] && words[1].Folded is ['ل' or 'ب', ..];
    }

    /// <summary>قائلا «…», وصفها بأنها «…»: the marks hold speech.</summary>
    private static bool IsSaying(Token token) =>
        token.Folded is "قايلا" or "قايله" or "موكدا" or "موكده" or "مضيفا" or "مضيفه" or "وصفها" or "وصفه" or "وصفته" or "وصفتها" or "بانها"
            or "بانه" or "انها" or "انه" or "قال" or "قالت";

    /// <summary>للعام الحالي 1443هـ - 2022م «…»: the year with its era says when, and does not come between a noun and its name.</summary>
    private bool IsOfYear(int k) =>
        _tokens[k].Kind == TokenKind.Number ? _tokens[k].Folded.Length == 4 : JoinsYears(k)
        || (_tokens[k].Folded is "م" or "ه" && _tokens[k - 1].Kind == TokenKind.Number);

    private bool JoinsYears(int i) =>
        i > 1 && i + 1 < _tokens.Length && _tokens[i].Folded is "-" or "–" or "ـ" or "/"
        && _tokens[i + 1] is { Kind: TokenKind.Number, Folded.Length: 4 }
        && (_tokens[i - 1].Kind == TokenKind.Number || _tokens[i - 2].Kind == TokenKind.Number);

    private static int Words(FoundName name) => name.Text.AsSpan().Count(' ') + 1;

    /// <summary>مبادرة وتحدي جديد: two nouns of one effort.</summary>
    private bool IsJoined(int at, int i) => i <= at + 2 && _tokens[i].Folded[0] == 'و';

    private static bool IsDefinite(Token token) => Proclitics.Readings(token.Folded).Any(x => x.Particles.EndsWith("ال", StringComparison.Ordinal));

    private static bool IsPreposition(Token token) =>
        token.Folded is "في" or "علي" or "من" or "الي" or "عن" or "مع" or "ضد" or "بين" or "ان" or "ب" or "ل" or "ك" or "عبر" or "حول" or "مثل"
            or "لدي" or "عند" or "تجاه" or "نحو"
        || (token.Folded.Length > 4 && (token.Folded.StartsWith("لل", StringComparison.Ordinal) || token.Folded.StartsWith("بال", StringComparison.Ordinal)));
}
