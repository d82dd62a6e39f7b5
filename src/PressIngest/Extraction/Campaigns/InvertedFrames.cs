namespace PressIngest.Extraction.Campaigns;

/// <summary>Names that stand before their noun («بكيفك».. حملة لترشيد الوقود) or in the same marks with it (أطلق "مشروع إيران").</summary>
internal sealed class InvertedFrames(Document document, CampaignLexicon lexicon, FrameReader frames)
{
    private const int LongestName = 8;
    private const int LaunchReach = 8;
    private const int TagReach = 6;
    private const int HeadReach = 12;
    private const int SloganReach = 60;

    private readonly Token[] _tokens = document.Tokens;
    private readonly NameReader _names = new(document, lexicon);
    private readonly Introductions _introductions = new(document, lexicon);
    private readonly Lazy<HashSet<(string First, string Second)>> _bodies = new(() => Bodies(document.Tokens, lexicon));

    public Frame? Read(Trigger trigger, int at)
    {
        if (trigger.Plural || at == 0) return null;
        return InsideMarks(trigger, at) ?? BeforeNoun(trigger, at);
    }

    /// <summary>تحت هاشتاق #… دعت الحملة: the tag of a definite noun that stands shortly before it.</summary>
    public Frame? TagBefore(Trigger trigger, int at)
    {
        if (!trigger.Definite || trigger.Plural) return null;
        var start = Math.Max(document.Sentences[document.SentenceOf[at]].Start, at - TagReach);
        for (var i = at - 1; i > start; i--)
        {
            if (_tokens[i].Kind != TokenKind.Hashtag) continue;
            var k = Marks.IsMark(_tokens[i - 1]) ? i - 2 : i - 1;
            return k >= start && lexicon.TagNouns.Has(_tokens[k]) && k > 0
                && _tokens[k - 1].Folded is "تحت" or "عبر" or "فتحت" or "وتحت" or "وعبر"
                ? new Frame(trigger, at, [_names.Tag(i)], "tag-before", at + 1) : null;
        }

        return null;
    }

    /// <summary>خرجة توعوية تحت شعار «…». وتهدف هذه الحملة إلى …: the noun comes later, and points back to what has a slogan only.</summary>
    public Frame? SloganBefore(Trigger trigger, int at)
    {
        if (!trigger.Definite || trigger.Plural || at < 2 || _tokens[at - 1].Folded is not ("هذه" or "هذا" or "وهذه" or "وهذا")) return null;
        var start = Math.Max(document.Sentences[Math.Max(document.SentenceOf[at] - 1, 0)].Start, at - SloganReach);
        for (var i = at - 2; i > start; i--)
        {
            if (!Marks.IsQuote(_tokens[i]) || !_tokens[i - 1].Folded.EndsWith("شعار", StringComparison.Ordinal)) continue;
            for (var k = i - 2; k >= start && k > i - HeadReach; k--)
                if (lexicon.Head(_tokens[k]) is HeadNoun.Event or HeadNoun.Work or HeadNoun.Medium || lexicon.Chanting.Has(_tokens[k])) return null;
            if (_names.Marked(i, out _, introduced: true) is not { } slogan) return null;
            return new Frame(trigger, at, [slogan], "slogan-before", at + 1, IsAnaphoric: true);
        }

        return null;
    }

    /// <summary>تحت شعار «…»، أطلقت الجمعية حملتها السنوية; بعنوان «…»، انطلقت حملة …: the sentence begins with what the noun is called.</summary>
    public Frame? SloganFirst(Trigger trigger, int at)
    {
        var start = document.Sentences[document.SentenceOf[at]].Start;
        if (trigger.Plural || at < start + 4) return null;
        var open = _tokens[start].Is("تحت") ? start + 2 : start + 1;
        if (open == start + 1 && _tokens[start].Folded is not ['ب', ..]) return null;
        if (!lexicon.Introducers.Has(_tokens[open - 1]) || !Marks.IsMark(_tokens[open])) return null;
        if (_names.Marked(open, out var behind, introduced: true) is not { } slogan || at < behind || at > behind + HeadReach) return null;
        for (var k = behind; k < at; k++)
            if (lexicon.Head(_tokens[k]) is HeadNoun.Event or HeadNoun.Work or HeadNoun.Medium) return null;
        return at + 1 < _tokens.Length && lexicon.Hostile.Has(_tokens[at + 1]) ? null : frames.Complete(trigger, at, slogan, behind, "name-first");
    }

    private Frame? InsideMarks(Trigger trigger, int at)
    {
        var open = at - 1;
        if (!Marks.IsMark(_tokens[open]) || Marks.Closes(_tokens, open)
            || Marks.Content(_tokens, open, LongestName) is not { Length: > 1 } content) return null;
        // "حملة ممنهجة": an adjective behind the noun, and the marks hold somebody's wording.
        if (_tokens[at + 1].Is("_") || lexicon.Hostile.Has(_tokens[at + 1])
            || (_tokens[at + 1].Folded.EndsWith('ه') && !_tokens[at + 1].Folded.StartsWith("ال", StringComparison.Ordinal))
            || _names.Name(content with { Start = at + 1 }, LongestName) is not { } name)
            return null;
        // In marks a noun with adjectives alone may be quoted for its wording: some other sign must say that it is a name.
        var named = _introductions.Is(_tokens[Math.Max(0, open - 1)]) || Launched(open)
            || lexicon.Trigger(_tokens[Math.Max(0, open - 1)]) is not null || _tokens[Math.Max(0, open - 1)].Folded is "هي" or "هو"
            // «القافلة الوردية» التي تنظمها الجمعية
            || (content.End + 2 < _tokens.Length && NameReader.IsRelative(_tokens[content.End + 1])
                && lexicon.LaunchVerbs.Read(_tokens[content.End + 2]) == LaunchForm.OnCampaign);
        return named ? frames.Complete(trigger, at, name, content.End + 1, "noun-in-marks") : null;
    }

    private Frame? BeforeNoun(Trigger trigger, int at)
    {
        var close = at - 1;
        while (close > 0 && at - close <= 3 && _tokens[close].Folded is "." or ".." or "…" or ":" or "-" or "–" or "،") close--;
        if (trigger.Definite || !Marks.IsQuote(_tokens[close]) || Marks.Opening(_tokens, close, LongestName + 2) is not { } open) return null;
        var sentence = document.Sentences[document.SentenceOf[open]];
        // «جمعية النور»: حملة …: a body takes the word, and names nothing.
        if (open != sentence.Start || (_tokens[close + 1].Is(":") && IsBody(open + 1))
            || (at + 1 < _tokens.Length && lexicon.Hostile.Has(_tokens[at + 1]))) return null;
        return _names.Name(new TokenRange(open + 1, close), LongestName) is { } name
            ? frames.Complete(trigger, at, name, close + 1, "name-first") : null;
    }

    private bool IsBody(int first) => lexicon.Head(_tokens[first]) == HeadNoun.Body
        || _bodies.Value.Contains((_tokens[first].Folded, _tokens[first + 1].Folded));

    /// <summary>What follows the noun of a body anywhere, in marks or not: the first two words of its name.</summary>
    private static HashSet<(string, string)> Bodies(Token[] tokens, CampaignLexicon lexicon)
    {
        var names = new HashSet<(string, string)>();
        for (var i = 0; i + 3 < tokens.Length; i++)
        {
            if (lexicon.Head(tokens[i]) != HeadNoun.Body) continue;
            var first = Marks.IsQuote(tokens[i + 1]) ? i + 2 : i + 1;
            names.Add((tokens[first].Folded, tokens[first + 1].Folded));
        }

        return names;
    }

    private bool Launched(int open)
    {
        var start = Math.Max(document.Sentences[document.SentenceOf[open]].Start, open - LaunchReach);
        for (var k = open - 1; k >= start; k--)
            if (lexicon.LaunchVerbs.Read(_tokens[k]) != LaunchForm.None) return true;
        return false;
    }
}
