namespace PressIngest.Extraction.Campaigns;

/// <summary>Who launched a campaign, where its sentence says so: أطلقت وزارة الصحة حملة …،
/// حملة «…» التي أطلقتها الوزارة، حملة جمعية النور «…».</summary>
internal sealed class LaunchingBody
{
    private const int Longest = 7;
    private const int Before = 25;
    private const int ShortlyBefore = 8;
    private const int After = 12;

    private readonly Document _document;
    private readonly CampaignLexicon _lexicon;
    private readonly Token[] _tokens;

    /// <summary>The first full name of each body in the document, by its head noun: what الوزارة means further on.</summary>
    private readonly Lazy<Dictionary<string, string>> _fullNames;

    public LaunchingBody(Document document, CampaignLexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
        _tokens = document.Tokens;
        _fullNames = new Lazy<Dictionary<string, string>>(FullNames);
    }

    public string? Of(Frame frame)
    {
        var sentence = _document.Sentences[_document.SentenceOf[frame.At]];
        // تزامنا مع مبادرة …، ضمن حملة …: what the sentence launches is another one.
        var aside = frame.At > 0 && _tokens[frame.At - 1].Folded is "مع" or "ضمن" or "اطار";
        return Behind(frame, sentence.End) ?? (aside ? null : Verb(frame.At, sentence.Start, Before));
    }

    /// <summary>The subject of a launching verb shortly before <paramref name="at"/>, in its sentence.</summary>
    public string? JustBefore(int at) => Verb(at, _document.Sentences[_document.SentenceOf[at]].Start, ShortlyBefore);

    /// <summary>أطلق ناشطون وسم …: people without a name who launch it, in its sentence.</summary>
    public bool AreActivists(int at)
    {
        for (var i = at - 2; i >= Math.Max(_document.Sentences[_document.SentenceOf[at]].Start, at - After); i--)
            if (_tokens[i + 1].Folded is "ناشطون" or "نشطاء" or "ناشطات" or "متطوعون" or "شباب" or "طلاب" or "طلبه"
                && _lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.Active) return true;
        return false;
    }

    private string? Behind(Frame frame, int end)
    {
        for (var i = frame.At + 1; i < Math.Min(end, frame.End + After); i++)
        {
            if (i == frame.At + 1 && Body(i) is { } owner) return owner;
            if (i + 1 < end && _lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.OnCampaign && Body(i + 1) is { } launcher) return launcher;
            if (i + 1 < end && _tokens[i].Folded is "التابعه" or "التابع" && Body(i + 1) is { } parent) return parent;
            if (i > frame.At + 1 && i >= frame.End && _lexicon.Trigger(_tokens[i]) is not null) return null;
        }

        return null;
    }

    private string? Verb(int at, int start, int reach)
    {
        for (var i = at - 1; i >= Math.Max(start, at - reach); i--)
        {
            if (_lexicon.LaunchVerbs.Read(_tokens[i]) != LaunchForm.Active) continue;
            if (Body(i + 1) is { } subject) return subject;
            if (Brand(i + 1) is { } brand) return brand;
            // شركة ينابيع تطلق …: a headline puts the subject first.
            return i > start && i - start <= Longest && Body(start) is { } first ? first : null;
        }

        return null;
    }

    /// <summary>A body's name from its head noun on; a particle written onto the head is left out of it.</summary>
    private string? Body(int i)
    {
        if (i >= _tokens.Length || _lexicon.Head(_tokens[i]) is not (HeadNoun.Body or HeadNoun.Medium)) return null;
        var end = EndOfBody(i);
        // مجموعة من الطلاب is nobody's name.
        if (end == i + 1 && end < _tokens.Length && _tokens[end].Is("من")) return null;
        var name = Name(i, end);
        return end == i + 1 && _fullNames.Value.TryGetValue(Proclitics.WithoutArticle(ArabicText.Fold(name)), out var full) ? full : name;
    }

    private int EndOfBody(int i)
    {
        var end = i + 1;
        while (end < _tokens.Length && end - i < Longest && Continues(end)) end++;
        return end == i + 1 && end < _tokens.Length && Marks.IsQuote(_tokens[end])
            && Marks.Content(_tokens, end, Longest) is { } marked ? marked.End + 1 : end;
    }

    private string Name(int i, int end)
    {
        var name = _document.SpanOf(new TokenRange(i, end)).In(_document.Text);
        return HasParticle(_tokens[i]) ? name[1..] : Inflection.Cited(name);
    }

    private Dictionary<string, string> FullNames()
    {
        var names = new Dictionary<string, string>();
        for (var i = 0; i < _tokens.Length; i++)
        {
            if (_lexicon.Head(_tokens[i]) is not (HeadNoun.Body or HeadNoun.Medium)) continue;
            var end = EndOfBody(i);
            if (end > i + 1) names.TryAdd(Proclitics.WithoutArticle(ArabicText.Fold(Name(i, i + 1))), Name(i, end));
        }

        return names;
    }

    /// <summary>أطلقت تيك توك، المنصة …: a name with no head noun, which the apposition behind the comma shows to be a body's.</summary>
    private string? Brand(int i)
    {
        var end = i;
        while (end < _tokens.Length && end - i < 4 && Continues(end)) end++;
        if (end == i || end + 1 >= _tokens.Length || _tokens[end].Kind != TokenKind.Punctuation || Marks.IsMark(_tokens[end])) return null;
        return _lexicon.Head(_tokens[end + 1]) is HeadNoun.Body or HeadNoun.Medium
            ? _document.SpanOf(new TokenRange(i, end)).In(_document.Text) : null;
    }

    private bool Continues(int i) => _tokens[i].IsWord && !_lexicon.NameEnds.Has(_tokens[i]) && !NameReader.IsRelative(_tokens[i])
        && _lexicon.Trigger(_tokens[i]) is null
        && _lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.None
        && _tokens[i].Folded is not ("عن" or "الي" or "مع" or "موخرا" or "رسميا" or "حديثا");

    /// <summary>لوزارة: the preposition is not the body's.</summary>
    private bool HasParticle(Token token) =>
        token.Folded is ['ل' or 'ب' or 'و', not 'ل', ..] && _lexicon.Head(token.As(token.Folded[1..])) != HeadNoun.None
        && !_lexicon.IsHead(token.Folded);
}
