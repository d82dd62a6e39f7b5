namespace PressIngest.Extraction.Campaigns;

/// <summary>The words between a campaign noun and its name (بعنوان، تحت شعار، عبر وسم), and whose name it is that they lead to.</summary>
internal sealed class Introductions(Document document, CampaignLexicon lexicon)
{
    private readonly Token[] _tokens = document.Tokens;

    /// <summary>Words that only make sense with a name behind them; وسم is one too.</summary>
    public bool Is(Token token) => lexicon.Introducers.Has(token) || lexicon.TagNouns.Has(token);

    /// <summary>Whether an introducer stands right before <paramref name="i"/>, and is not another noun's (حملة … أقامت ندوة بعنوان «…»).</summary>
    public bool Leads(int at, int i)
    {
        for (var k = i - 1; k > at && k >= i - 4; k--)
        {
            if (Is(_tokens[k]) && lexicon.Chanting.Has(_tokens[k - 1])) return false;
            if (Is(_tokens[k])) return lexicon.TagNouns.Has(_tokens[k]) ? !IsTrending(at, k) : !NamesAnother(at, k);
            // وسم خاص «#…», هاشتاق: #…, "هاشتاج" #…, أطلق عليها اسم … «…»
            if (!Marks.IsMark(_tokens[k]) && _tokens[k].Folded is not (":" or "خاص" or "هو" or "جديد" or "هي")) return false;
        }

        return false;
    }

    /// <summary>As <see cref="Leads"/>, for a hashtag: some word must bring it in, since most hashtags are topics.</summary>
    public bool LeadsToTag(int at, int i)
    {
        if (Leads(at, i)) return true;
        var k = i - 1;
        while (k > at && (Marks.IsMark(_tokens[k]) || _tokens[k].Is(":"))) k--;
        return k > at && _tokens[k].Folded is "هي" or "هو" or "وهي" && !IsTrending(at, k);
    }

    /// <summary>
    /// A festival's slogan, a lecture's title; and, where the introducer is a clause of its own (مؤسسة أطلق عليها اسم «…»، جمعية تسمى «…»),
    /// the name of the body right before it.
    /// </summary>
    public bool NamesAnother(int at, int introducer)
    {
        // حملة بدأها شاب اسمه فلان: the pronoun is not the noun's.
        if (lexicon.Trigger(_tokens[at]) is { Plural: false } trigger
            && _tokens[introducer].Folded is ['ا', 'س', 'م', 'ه', ..] or ['ع', 'ن', 'و', 'ا', 'ن', 'ه', ..] or ['ش', 'ع', 'ا', 'ر', 'ه', ..]
            && trigger.Kind.Noun.EndsWith('ة') != _tokens[introducer].Folded.EndsWith("ها", StringComparison.Ordinal)) return true;
        var clause = _tokens[introducer - 1].Folded is "عليها" or "عليه" || _tokens[introducer].Folded is "تسمي" or "يسمي" or "تدعي" or "يدعي";
        for (var k = Math.Max(at + 1, introducer - 6); k < introducer; k++)
        {
            var head = lexicon.Head(_tokens[k]);
            if (head is HeadNoun.Work or HeadNoun.Event or HeadNoun.Medium || (head == HeadNoun.Person && k == introducer - 1)
                || (head == HeadNoun.Body && clause && k >= introducer - 4))
                return true;
        }

        return false;
    }

    /// <summary>تصدر وسم …: the tag at the noun is a topic of the day.</summary>
    public bool IsTrending(int at, int tagNoun)
    {
        for (var k = Math.Max(at + 1, tagNoun - 5); k < tagNoun; k++)
            if (lexicon.Trending.Has(_tokens[k])) return true;
        return false;
    }
}
