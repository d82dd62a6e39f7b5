namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Sentences that name their source beside the words: … ، بحسب الوزير فلان؛ ووفقا لفلان، فإن …؛ وفق ما أكده مصدر طبي. A source that is
/// nobody (a report, an outlet) leaves nothing.
/// </summary>
internal static class AttributionFinder
{
    private const int LeastWords = 4;
    private const int LongestSource = 30;

    public static void Find(Passage passage, PersonRegister register, List<Found> found)
    {
        var tokens = passage.Tokens;
        // The first token of every sentence that a quotation holds already: its cue, or none at all where the words go on.
        var taken = new int[passage.Document.Sentences.Length];
        Array.Fill(taken, int.MaxValue);
        foreach (var quotation in found)
        {
            var first = passage.Document.SentenceOf[quotation.Content.Start];
            for (var s = first; s <= passage.Document.SentenceOf[quotation.Content.End - 1]; s++)
                taken[s] = Math.Min(taken[s], s == first ? Math.Min(quotation.Cue.Start, quotation.Content.Start) : 0);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].IsWord || !passage.Speech.MayNameSource(tokens[i])) continue;
            if (passage.MarkedAt[i] >= 0 || passage.Names.GivenPhrase(tokens, i, tokens.Length) > 1
                || taken[passage.Document.SentenceOf[i]] <= i) continue;
            var (length, prefix) = Source(passage, i);
            if (length == 0) continue;
            var sentence = passage.SentenceAt(i);
            var limit = Math.Min(sentence.End, i + LongestSource);
            if (i + length < limit && tokens[i + length].Folded is { Length: > 1 } own
                && (passage.Speech.OwnWords.Contains(own) || (own[0] == 'ل' && passage.Speech.OwnWords.Contains(own[1..]))))
                length++;
            var phrase = Speaker(passage, i + length, limit);
            var said = phrase.IsNamed ? phrase.Name : phrase.Range;
            var person = phrase.Kind is SpeakerKind.Person or SpeakerKind.Mention or SpeakerKind.Title ? Person(phrase, register, tokens) : null;
            // وفقا للحداد: a surname with its article behind the preposition.
            if (person is null && i + length < limit && tokens[i + length].Folded is ['ل', 'ل', _, _, ..] surname
                && register.Find(["ال" + surname[2..]], Gender.Unknown) is { } named)
                (person, said) = (named, new TokenRange(i + length, i + length + 1));
            // وحسب نفس المتحدث: whoever was quoted last.
            if (person is null && phrase.Kind == SpeakerKind.StandIn) person = Latest(found, i);
            // بحسب مصدر أمني، وفقا لمدير المستشفى: somebody whom the article never names.
            if (person is null && phrase.Kind is not (SpeakerKind.Unnamed or SpeakerKind.Title)) continue;
            var behind = Math.Max(phrase.Range.End, said.End);
            // بحسب فلان، …، موضحا أن …: his next words have their own cue.
            var next = taken[passage.Document.SentenceOf[i]];
            if (next < behind) continue;
            var content = ContentExtent.Trim(passage, Content(tokens, sentence with { End = Math.Min(sentence.End, next) }, i, behind));
            if (Words(tokens, content) < LeastWords) continue;
            if (person is not null) person.Quotes++;
            taken[passage.Document.SentenceOf[i]] = 0;
            found.Add(new Found(QuotationKind.Indirect, new TokenRange(i, i + length), prefix,
                person is null ? Voice.Unnamed(said, phrase.Gender, plural: false) : Voice.Of(person, said), content, "attribution"));
        }

        found.Sort((a, b) => a.Content.Start.CompareTo(b.Content.Start));
    }

    private static (int Length, int Prefix) Source(Passage passage, int i)
    {
        var folded = passage.Tokens[i].Folded;
        var length = passage.Speech.Sources.Match(passage.Tokens, i, passage.Tokens.Length);
        if (length > 0) return (length, 0);
        return folded.Length > 3 && folded[0] == 'و' ? (passage.Speech.Sources.Match(passage.Tokens, i, passage.Tokens.Length, folded[1..]), 1)
            : default;
    }

    /// <summary>The source behind its preposition, or behind "ما" and a verb (ما أكده).</summary>
    private static SpeakerPhrase Speaker(Passage passage, int at, int limit)
    {
        var tokens = passage.Tokens;
        if (at < limit && tokens[at].Folded is "ما" or "لما") at += 2;
        while (at < limit && passage.Speech.Days.Contains(tokens[at].Folded)) at++;
        if (at < limit && tokens[at].Folded is "به" or "عنه" or "اليه" or "ل") at++;
        if (at >= limit) return default;
        var end = Circumstances.EndOfPhrase(passage, at, limit);
        // وفقا للدكتورة: the preposition is the source's own, and opens no circumstance.
        var phrase = tokens[at].Folded.StartsWith("لل", StringComparison.Ordinal)
            ? SpeakerSegment.Read(passage, at, end, SpeakerPlace.BehindCue, apposed: false)
            : SpeakerGrammar.Parse(passage, at, end, SpeakerPlace.BehindCue);
        return phrase.Range.Start == at ? phrase : default;
    }

    private static RegisteredPerson? Person(SpeakerPhrase phrase, PersonRegister register, Token[] tokens) => phrase.Kind switch
    {
        SpeakerKind.Person => phrase.Sure ? register.Enter(phrase) : null,
        SpeakerKind.Mention => register.Find(PersonRegister.NameWords(tokens, phrase.Name), Gender.Unknown),
        _ => register.FindByTitle(phrase.Role, phrase.Gender),
    };

    /// <summary>The sentence without its source: what is before it, or, where it opens the sentence, what is behind.</summary>
    private static TokenRange Content(Token[] tokens, TokenRange sentence, int source, int behind)
    {
        if (source - sentence.Start >= LeastWords && !GoesOnWithSo(tokens, behind, Math.Min(sentence.End, source + LongestSource)))
        {
            // تهدف المبادرة، بحسب فلان، إلى …: the clause goes on behind its source.
            var rest = behind;
            while (rest < sentence.End && tokens[rest].Kind == TokenKind.Punctuation) rest++;
            return rest > behind && rest < sentence.End - LeastWords
                && tokens[rest].Folded is "الي" or "علي" or "عن" or "في" or "من" or "ان"
                ? sentence with { Start = ClauseStart(tokens, sentence.Start, source) } : new TokenRange(sentence.Start, source);
        }

        for (var i = behind; i + 1 < Math.Min(sentence.End, source + LongestSource); i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && tokens[i + 1].Folded is "فان" or "فقد") behind = i + 1;
        }

        while (behind < sentence.End && (tokens[behind].Kind == TokenKind.Punctuation || tokens[behind].Folded is "فان" or "فقد" or "ان")) behind++;
        return new TokenRange(behind, sentence.End);
    }

    /// <summary>وفق فلان، مدير الأفرع، فإن …: what he says is behind him.</summary>
    private static bool GoesOnWithSo(Token[] tokens, int behind, int end)
    {
        for (var i = behind; i < end; i++)
            if (tokens[i].Folded is "فان" or "فانه" or "فانها" or "فقد" && (i == behind || tokens[i - 1].Kind == TokenKind.Punctuation)) return true;
        return false;
    }

    private static RegisteredPerson? Latest(List<Found> found, int at)
    {
        RegisteredPerson? person = null;
        foreach (var quotation in found)
            if (quotation.Content.Start < at && quotation.Voice.Person is { } speaker) person = speaker;
        return person;
    }

    /// <summary>Behind the last comma that leaves some words before the source.</summary>
    private static int ClauseStart(Token[] tokens, int start, int source)
    {
        for (var i = source - 3; i > start; i--)
            if (tokens[i].Folded is "،" or "؛") return i + 1;
        return start;
    }

    private static int Words(Token[] tokens, TokenRange range)
    {
        var words = 0;
        for (var i = range.Start; i < range.End; i++)
            if (tokens[i].IsWord) words++;
        return words;
    }
}
