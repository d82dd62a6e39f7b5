namespace PressIngest.Extraction.Quotations;

/// <summary>
/// The people of one article. A first pass takes in every name that shows itself as one (by post, honorific, given name, or as the
/// subject of a speaking verb), so that a surname in the headline or in a later sentence finds its full form wherever that stands.
/// </summary>
internal sealed partial class PersonRegister
{
    private const int MaxNamesakes = 12;
    private const int MaxPhrase = 40;

    /// <summary>Tokens of a name.</summary>
    private const int LongestName = 8;

    /// <summary>Shorter names that differ by a letter are different names; of people with a post one letter less will do.</summary>
    private const int LeastMisspelt = 5;

    /// <summary>A surname of so many letters may have two of them wrong.</summary>
    private const int LeastTwiceMisspelt = 6;

    private readonly Passage _passage;
    private readonly Dictionary<string, List<RegisteredPerson>> _byWord = [];
    private readonly Dictionary<string, List<RegisteredPerson>> _byPost = [];
    private readonly List<RegisteredPerson> _people = [];

    /// <summary>The latest title without a name, by its post.</summary>
    private readonly Dictionary<string, TokenRange> _nameless = [];

    private PersonRegister(Passage passage) => _passage = passage;

    public IReadOnlyList<RegisteredPerson> People => _people;

    public static PersonRegister Build(Passage passage, IReadOnlyList<Cue> cues)
    {
        var register = new PersonRegister(passage);
        var tokens = passage.Tokens;
        var next = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            while (next < cues.Count && cues[next].Token < i - 1) next++;
            var behindCue = next < cues.Count && cues[next].Token == i - 1;
            if (next < cues.Count && cues[next].Token == i || !tokens[i].IsWord || !StartsPerson(passage, i, behindCue)) continue;
            var limit = SpeakerGrammar.Limit(passage, i, Math.Min(passage.SentenceAt(i).End, i + MaxPhrase));
            var phrase = SpeakerGrammar.Parse(passage, i, limit, PlaceOf(passage, behindCue, limit));
            if (phrase is { Kind: SpeakerKind.Title, HasName: true })
                register.Enter(phrase with
                {
                    Kind = SpeakerKind.Person, Role = default, Gender = passage.Names.GenderOfGiven(tokens[phrase.Name.Start].Folded),
                });
            // الأسر النازحة: an adjective is no post.
            else if (phrase.Kind == SpeakerKind.Title
                && !(i > 0 && WordShape.HasArticle(tokens[i - 1].Folded) && WordShape.HasArticle(tokens[i].Folded))) register.Note(phrase.Role);
            if (phrase.Kind != SpeakerKind.Person || !phrase.Sure) continue;
            register.Enter(phrase);
            i = Math.Max(i, (phrase.Role.Start >= phrase.Name.End ? phrase.Role.End : phrase.Name.End) - 1);
        }

        return register;
    }

    /// <summary>أكد وزير النفط العراقي …؛ وصرح الوزير فلان: a title whose holder is named behind its head alone.</summary>
    private void Note(TokenRange title)
    {
        if (title.Length > 1 && _passage.Names.Role(_passage.Tokens[title.Start].Folded) is { } post && !_passage.Names.IsGenericRole(post)
            && FindByTitle(title, Gender.Unknown) is null)
            _nameless[post] = title;
    }

    private TokenRange FullTitle(TokenRange title) => title.Length == 1 && _passage.Names.Role(Bare(_passage.Tokens[title.Start].Folded)) is { } post
        && _nameless.Remove(post, out var full) ? full : title;

    /// <summary>The person of a phrase with a name, entered if new; the phrase's title is noted.</summary>
    public RegisteredPerson Enter(SpeakerPhrase phrase)
    {
        if (_nameless.Count > 0) phrase = phrase with { Role = FullTitle(phrase.Role) };
        if (IsFollowedByObject(phrase)) phrase = phrase with { Name = phrase.Name with { End = phrase.Name.Start + 1 } };
        var words = NameWords(_passage.Tokens, phrase.Name);
        var known = Find(words, phrase.Gender);
        if (known is null)
        {
            known = new RegisteredPerson(phrase.Name, words);
            _people.Add(known);
        }

        var bounded = IsBounded(phrase.Role, phrase.Name);
        known.Add(phrase, words, bounded, Extends(phrase.Role, known.Role) && (known.Role.Length <= 1 || !known.Bounded || bounded));
        for (var i = phrase.Range.Start; i < phrase.Name.Start; i++)
            if (_passage.Tokens[i].IsWord && _passage.Names.Style(_passage.Tokens[i].Folded) is { } style) known.Styles.Add(style);
        foreach (var word in words) Index(_byWord, word, known);
        for (var i = phrase.Role.Start; i < phrase.Role.End; i++)
            if (_passage.Tokens[i].IsWord && _passage.Names.Role(Bare(_passage.Tokens[i].Folded)) is { } post) Index(_byPost, post, known);
        return known;
    }

    /// <summary>وشرح زيدان السبب: the surname of somebody known by more, and what he explains.</summary>
    private bool IsFollowedByObject(SpeakerPhrase phrase) => phrase is { Name.Length: 2, Role.Length: 0 }
        && !_passage.Names.IsGiven(_passage.Tokens[phrase.Name.Start]) && WordShape.HasArticle(_passage, phrase.Name.Start + 1)
        && Find(NameWords(_passage.Tokens, phrase.Name), Gender.Unknown) is null
        && Find([_passage.Tokens[phrase.Name.Start].Folded], Gender.Unknown) is { Words: [_, .., var last] }
        && last == _passage.Tokens[phrase.Name.Start].Folded;

    /// <summary>A title before its name, or one that a mark or a clause ends, is whole and no more than that.</summary>
    private bool IsBounded(TokenRange title, TokenRange name) => title.End <= name.Start || title.End >= _passage.Tokens.Length
        || !_passage.Tokens[title.End].IsWord || TitleExtent.IsOver(_passage, title.End);

    /// <summary>The new title says all that the old one does, and more; the first title else stays.</summary>
    private bool Extends(TokenRange title, TokenRange known)
    {
        if (known.Length <= 1) return true;
        for (var k = known.Start; k < known.End; k++)
        {
            var found = false;
            for (var i = title.Start; i < title.End && !found; i++) found = Alike(Bare(_passage.Tokens[i].Folded), Bare(_passage.Tokens[k].Folded));
            if (!found) return false;
        }

        return true;
    }

    /// <summary>Whether a word is part of a name of the register.</summary>
    public bool Knows(string folded) => _byWord.ContainsKey(folded);

    /// <summary>Whose name ends right before a token, and where it stands there; null where no name does.</summary>
    public (RegisteredPerson Person, TokenRange Mention)? NamedBefore(int token)
    {
        if (!_byWord.TryGetValue(_passage.Tokens[token - 1].Folded, out var candidates)) return null;
        foreach (var candidate in candidates)
            for (var start = token - 1; start >= Math.Max(0, token - LongestName); start--)
                if (candidate.Mentions.Contains(new TokenRange(start, token))) return (candidate, new TokenRange(start, token));
        return null;
    }

    /// <summary>The person a name denotes: equal, or one with words left out; the latest of several.</summary>
    public RegisteredPerson? Find(string[] words, Gender gender)
    {
        RegisteredPerson? best = null;
        var score = 0;
        foreach (var word in words)
        {
            if (!_byWord.TryGetValue(word, out var candidates)) continue;
            for (var c = candidates.Count - 1; c >= 0; c--)
            {
                var candidate = candidates[c];
                var fit = Fit(words, candidate.Words);
                // A whole name is one person's, whatever its post made of the gender (قالت فلانة، نائب الرئيس).
                if (Differ(gender, candidate.Gender) && !(fit == 100 && words.Length > 1)) continue;
                // Of two who share a surname it is whoever speaks already, then whom the article names more.
                var tie = fit == score && best is not null
                    && (candidate.Quotes, candidate.Mentions.Count).CompareTo((best.Quotes, best.Mentions.Count)) > 0;
                if (fit < score || fit == 0 || (fit == score && !tie)) continue;
                (best, score) = (candidate, fit);
            }
        }

        // وأشار حسام: حسام الدين is called by half of his first name.
        if (best is null && words is [var half] && _byWord.TryGetValue(half + "الدين", out var whole)) best = whole[^1];
        return best ?? (words.Length == 2 ? FindAlike(words, gender) : null);
    }

    /// <summary>The words of a name as they are compared: without بن, with عبد and أبو joined to what they bind.</summary>
    public static string[] NameWords(Token[] tokens, TokenRange name)
    {
        var words = new List<string>();
        var prefix = "";
        for (var i = name.Start; i < name.End; i++)
        {
            if (!tokens[i].IsWord) continue;
            var folded = tokens[i].Folded;
            if (folded is "بن" or "ابن" or "بنت" or "ولد") continue;
            if (folded is "عبد" or "ابو" or "ابي" or "ابا" or "ام" || (folded == "ال" && tokens[i].Span.Length <= 2))
            {
                prefix = folded is "ابي" or "ابا" ? "ابو" : folded;
                continue;
            }

            if (folded.EndsWith("الرحمان", StringComparison.Ordinal)) folded = folded[..^3] + "من";
            // يار الله and يارالله are one.
            if (words.Count > 0 && prefix.Length == 0 && folded is "الله" or "الدين" or "الاسلام" or "الحق") words[^1] += folded;
            else words.Add(prefix + folded);
            prefix = "";
        }

        if (prefix.Length > 0) words.Add(prefix);
        return [.. words];
    }

    private static SpeakerPlace PlaceOf(Passage passage, bool behindCue, int limit) => !behindCue ? SpeakerPlace.Anywhere
        : limit < passage.Tokens.Length
        && ComplementMarkers.IsClause(passage.Tokens[limit].Folded) ? SpeakerPlace.BeforeWords : SpeakerPlace.BehindCue;

    private static bool StartsPerson(Passage passage, int i, bool behindCue) => behindCue
        || (passage.Names.Honorific(passage.Tokens, i, passage.Tokens.Length).Length > 0 && !NameInTitle.BelongsToBody(passage, i))
        || (passage.Names.Role(passage.Tokens[i]) is not null && !IsOfOccasion(passage, i)
            && !(passage.Names.IsTitle(passage.Tokens[i].Folded)
            && NameInTitle.BelongsToBody(passage, i))) || passage.Names.IsJoinedRole(passage.Tokens[i])
        || (NameEvidence.HasEvidence(passage, i, passage.Tokens.Length)
            && !(i > 0 && passage.Names.IsTitle(passage.Tokens[i - 1].Folded) && NameInTitle.BelongsToBody(passage, i - 1)))
        || (WordShape.HasArticle(passage.Tokens[i].Folded)
            && (NameEvidence.HasEvidence(passage, i + 1, passage.Tokens.Length)
                || NameEvidence.IsRecurring(passage, i + 1, passage.Tokens.Length))
            && !GoesOn(passage, i - 1))
        || NameEvidence.IsApposed(passage, i);

    /// <summary>مؤتمر صحفي: an adjective of what is held.</summary>
    private static bool IsOfOccasion(Passage passage, int i) => i > 0 && passage.Tokens[i].Folded is "صحفي" or "صحافي" or "اعلامي"
        && passage.Speech.Occasions.Contains(passage.Tokens[i - 1].Folded);

    /// <summary>فريق التواصل الحكومي عدنان …: an adjective of the words before it is no profession.</summary>
    private static bool GoesOn(Passage passage, int before) => before >= 0 && passage.Tokens[before].IsWord
        && (NameInTitle.IsVenue(passage, before) || WordShape.HasArticle(passage.Tokens[before].Folded)
            || WordShape.HasParticleAndArticle(passage.Tokens[before].Folded)
            || passage.Names.IsOrganization(passage.Tokens[before].Folded) || passage.Names.Role(passage.Tokens[before].Folded) is not null
            || (passage.Tokens[before].Folded is ['ب' or 'ل' or 'و', _, _, _, ..]
                && passage.Names.IsOrganization(passage.Tokens[before].Folded[1..])));

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

    private static bool Differ(Gender a, Gender b) => a != Gender.Unknown && b != Gender.Unknown && a != b;

    private static void Index(Dictionary<string, List<RegisteredPerson>> index, string key, RegisteredPerson person)
    {
        if (!index.TryGetValue(key, out var people)) index[key] = people = [];
        people.Remove(person);
        people.Add(person);
        if (people.Count > MaxNamesakes) people.RemoveAt(0);
    }
}
