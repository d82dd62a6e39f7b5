namespace PressIngest.Extraction.Quotations;

/// <summary>
/// The people of one article. A first pass takes in every name that shows itself as one (by post, honorific, given name, or as the
/// subject of a speaking verb), so that a surname in the headline or in a later sentence finds its full form wherever that stands.
/// </summary>
internal sealed class PersonRegister
{
    private const int MaxNamesakes = 12;
    private const int MaxPhrase = 40;

    private readonly Document _document;
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, List<RegisteredPerson>> _byWord = [];
    private readonly Dictionary<string, List<RegisteredPerson>> _byPost = [];
    private readonly List<RegisteredPerson> _people = [];

    private PersonRegister(Document document, Lexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
    }

    public IReadOnlyList<RegisteredPerson> People => _people;

    /// <summary>For each token where a person's phrase (post and honorifics included) begins: that person.</summary>
    public Dictionary<int, (RegisteredPerson Person, TokenRange Range)> Phrases { get; } = [];

    public static PersonRegister Build(Document document, IReadOnlyList<Cue> cues, IReadOnlyList<MarkedSpan> marked, int[] markedAt, Lexicon lexicon)
    {
        var register = new PersonRegister(document, lexicon);
        var tokens = document.Tokens;
        var next = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (next < cues.Count && cues[next].Token < i) next++;
            if (!tokens[i].IsWord || !StartsPerson(tokens, i, next < cues.Count && cues[next].Token == i - 1, lexicon)) continue;
            var limit = Math.Min(document.Sentences[document.SentenceOf[i]].End, i + MaxPhrase);
            var phrase = SpeakerGrammar.Parse(tokens, i, Gap(tokens, i, limit, lexicon), markedAt, marked, lexicon);
            if (phrase.Kind != SpeakerKind.Person || !phrase.HasName || !(phrase.Honored || phrase.Role.Length > 0)) continue;
            if (phrase.Range.Start != i) continue;
            var person = register.Enter(phrase);
            register.Phrases[i] = (person, phrase.Range);
            i = Math.Max(i, phrase.Name.Length > 0 && phrase.Name.Start >= i ? phrase.Name.End - 1 : i);
        }

        return register;
    }

    /// <summary>The person of a phrase with a name, entered if new; the phrase's title is noted.</summary>
    public RegisteredPerson Enter(SpeakerPhrase phrase)
    {
        var words = NameWords(_document.Tokens, phrase.Name);
        var known = Find(words, phrase.Gender);
        if (known is not null)
        {
            known.Add(phrase, words);
        }
        else
        {
            known = new RegisteredPerson(phrase.Name, words);
            known.Describe(phrase);
            _people.Add(known);
        }

        foreach (var word in words) Index(_byWord, word, known);
        if (phrase.Role.Length > 0)
            for (var i = phrase.Role.Start; i < phrase.Role.End; i++)
                if (_document.Tokens[i].IsWord && _lexicon.Names.Role(Bare(_document.Tokens[i].Folded)) is { } post) Index(_byPost, post, known);
        return known;
    }

    /// <summary>The person a name denotes: equal, or one with words left out; the latest of several.</summary>
    public RegisteredPerson? Find(string[] words, Gender gender)
    {
        if (words.Length == 0) return null;
        RegisteredPerson? best = null;
        var score = 0;
        foreach (var word in words)
        {
            if (!_byWord.TryGetValue(word, out var candidates)) continue;
            for (var c = candidates.Count - 1; c >= 0; c--)
            {
                var candidate = candidates[c];
                if (gender != Gender.Unknown && candidate.Gender != Gender.Unknown && gender != candidate.Gender) continue;
                var fit = Fit(words, candidate.Words);
                if (fit <= score) continue;
                (best, score) = (candidate, fit);
            }
        }

        return best;
    }

    /// <summary>The person with this post: the one whose title shares the most words with it, then the latest.</summary>
    public RegisteredPerson? FindByTitle(TokenRange title, Gender gender)
    {
        var tokens = _document.Tokens;
        RegisteredPerson? best = null;
        var most = 0;
        for (var i = title.Start; i < title.End; i++)
        {
            if (!tokens[i].IsWord || _lexicon.Names.Role(Bare(tokens[i].Folded)) is not { } post || !_byPost.TryGetValue(post, out var candidates)) continue;
            for (var c = candidates.Count - 1; c >= 0; c--)
            {
                var candidate = candidates[c];
                if (gender != Gender.Unknown && candidate.Gender != Gender.Unknown && candidate.Gender != gender) continue;
                var shared = Shared(title, candidate.Role);
                if (shared > most) (best, most) = (candidate, shared);
            }

            break;
        }

        return best;
    }

    /// <summary>The words of a name as they are compared.</summary>
    public static string[] NameWords(Token[] tokens, TokenRange name)
    {
        var words = new List<string>();
        var prefix = "";
        for (var i = name.Start; i < name.End; i++)
        {
            if (!tokens[i].IsWord) continue;
            var folded = tokens[i].Folded;
            if (folded is "بن" or "ابن" or "بنت") continue;
            if (folded is "عبد" or "ابو" or "ابي" or "ابا" or "ام" || (folded == "ال" && tokens[i].Span.Length <= 2))
            {
                prefix = folded is "ابي" or "ابا" ? "ابو" : folded;
                continue;
            }

            words.Add(prefix + folded);
            prefix = "";
        }

        if (prefix.Length > 0) words.Add(prefix);
        return [.. words];
    }

    /// <summary>Where a phrase that may hold a person ends at the latest: before the clause that it speaks.</summary>
    private static int Gap(Token[] tokens, int from, int limit, Lexicon lexicon)
    {
        for (var i = from; i < limit; i++)
        {
            if (!tokens[i].IsWord) continue;
            if (ComplementMarkers.IsClause(tokens[i].Folded)) return i;
            if (i > from && lexicon.Speech.Match(tokens[i].Folded) is { } cue && (cue.Prefix > 0 || cue.Form.Participle || (!cue.Form.Verb.Strict && cue.Form.Verb.Tier == CueTier.Reporting))) return i;
        }

        return limit;
    }

    private static bool StartsPerson(Token[] tokens, int i, bool behindCue, Lexicon lexicon) => behindCue
        || lexicon.Names.Honorific(tokens, i, tokens.Length).Length > 0
        || lexicon.Names.Role(tokens[i].Folded) is not null
        || NameRecognizer.HasEvidence(tokens, i, tokens.Length, lexicon)
        || (tokens[i].Folded.StartsWith("ال", StringComparison.Ordinal) && i + 1 < tokens.Length && NameRecognizer.HasEvidence(tokens, i + 1, tokens.Length, lexicon));

    private static int Fit(string[] given, string[] known)
    {
        var (shorter, longer) = given.Length <= known.Length ? (given, known) : (known, given);
        var k = 0;
        foreach (var word in longer)
            if (k < shorter.Length && word == shorter[k]) k++;
        if (k < shorter.Length) return 0;
        if (shorter.Length == longer.Length) return 100;
        if (shorter.Length == 1) return longer[^1] == shorter[0] ? 60 : longer[0] == shorter[0] ? 50 : 40;
        return shorter[0] == longer[0] ? 80 : 70;
    }

    private int Shared(TokenRange a, TokenRange b)
    {
        var words = new HashSet<string>();
        for (var i = b.Start; i < b.End; i++) words.Add(Bare(_document.Tokens[i].Folded));
        var shared = 0;
        for (var i = a.Start; i < a.End; i++)
            if (words.Contains(Bare(_document.Tokens[i].Folded))) shared++;
        return shared + 1;
    }

    private static string Bare(string folded) => Proclitics.WithoutArticle(folded.Length > 4 && folded[0] == 'و' ? folded[1..] : folded);

    private static void Index(Dictionary<string, List<RegisteredPerson>> index, string key, RegisteredPerson person)
    {
        if (!index.TryGetValue(key, out var people)) index[key] = people = [];
        people.Remove(person);
        people.Add(person);
        if (people.Count > MaxNamesakes) people.RemoveAt(0);
    }
}
