namespace PressIngest.Extraction.Campaigns;

/// <summary>Who launched a campaign, where its sentence says so: أطلقت وزارة الصحة حملة …، حملة «…» التي أطلقتها الوزارة، حملة جمعية النور «…».</summary>
internal sealed class LaunchingBody(Document document, CampaignLexicon lexicon)
{
    private const int Longest = 7;
    private const int Before = 25;
    private const int After = 12;

    private readonly Token[] _tokens = document.Tokens;

    public string? Of(Frame frame)
    {
        var sentence = document.Sentences[document.SentenceOf[frame.At]];
        return Behind(frame, sentence.End) ?? Verb(frame.At, sentence.Start);
    }

    private string? Behind(Frame frame, int end)
    {
        for (var i = frame.At + 1; i < Math.Min(end, frame.End + After); i++)
        {
            if (i == frame.At + 1 && Body(i) is { } owner) return owner;
            if (i + 1 < end && lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.OnCampaign && Body(i + 1) is { } launcher) return launcher;
            if (i + 1 < end && _tokens[i].Folded is "التابعه" or "التابع" && Body(i + 1) is { } parent) return parent;
            if (i > frame.At + 1 && i >= frame.End && lexicon.Trigger(_tokens[i]) is not null) return null;
        }

        return null;
    }

    private string? Verb(int at, int start)
    {
        for (var i = at - 1; i >= Math.Max(start, at - Before); i--)
        {
            if (lexicon.LaunchVerbs.Read(_tokens[i]) != LaunchForm.Active) continue;
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
        if (i >= _tokens.Length || lexicon.Head(_tokens[i]) is not (HeadNoun.Body or HeadNoun.Medium)) return null;
        var end = i + 1;
        while (end < _tokens.Length && end - i < Longest && Continues(end)) end++;
        // مجموعة من الطلاب is nobody's name.
        if (end == i + 1 && end < _tokens.Length && _tokens[end].Is("من")) return null;
        if (end == i + 1 && end < _tokens.Length && Marks.IsQuote(_tokens[end]) && Marks.Content(_tokens, end, Longest) is { } marked) end = marked.End + 1;
        var name = document.SpanOf(new TokenRange(i, end)).In(document.Text);
        return HasParticle(_tokens[i]) ? name[1..] : Inflection.Cited(name);
    }

    /// <summary>أطلقت تيك توك، المنصة …: a name with no head noun, which the apposition behind the comma shows to be a body's.</summary>
    private string? Brand(int i)
    {
        var end = i;
        while (end < _tokens.Length && end - i < 4 && Continues(end)) end++;
        if (end == i || end + 1 >= _tokens.Length || _tokens[end].Kind != TokenKind.Punctuation || Marks.IsMark(_tokens[end])) return null;
        return lexicon.Head(_tokens[end + 1]) is HeadNoun.Body or HeadNoun.Medium ? document.SpanOf(new TokenRange(i, end)).In(document.Text) : null;
    }

    private bool Continues(int i) => _tokens[i].IsWord && !lexicon.NameEnds.Has(_tokens[i]) && !NameReader.IsRelative(_tokens[i]) && lexicon.Trigger(_tokens[i]) is null
        && lexicon.LaunchVerbs.Read(_tokens[i]) == LaunchForm.None && _tokens[i].Folded is not ("عن" or "الي" or "مع" or "موخرا" or "رسميا" or "حديثا");

    /// <summary>لوزارة: the preposition is not the body's.</summary>
    private bool HasParticle(Token token) =>
        token.Folded is ['ل' or 'ب' or 'و', not 'ل', ..] && lexicon.Head(token with { Folded = token.Folded[1..] }) != HeadNoun.None && !lexicon.IsHead(token.Folded);
}
