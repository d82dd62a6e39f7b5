using PressIngest.Configuration;

namespace PressIngest.Extraction.Quotations;

/// <summary>What a speaker is made of: names, particles, honorifics, roles, heads of organisations (<c>people.yaml</c>).</summary>
internal sealed class NameLexicon
{
    public const string FileName = "people.yaml";

    /// <summary>A style of two letters and its pronoun.</summary>
    private const int LeastStandIn = 4;

    private readonly PhraseSet _masculineTitles;
    private readonly PhraseSet _feminineTitles;
    private readonly PhraseSet _neutralTitles;
    private readonly KnownWords _everydayTitles;
    private readonly KnownWords _regnal;
    private readonly KnownWords _masculineStandIns;
    private readonly KnownWords _feminineStandIns;
    private readonly KnownWords<Gender> _described;
    private readonly PhraseSet _masculineNames;
    private readonly PhraseSet _feminineNames;
    private readonly KnownWords _names;
    private readonly KnownWords _everydayNames;
    private readonly KnownWords<string> _styles;
    private readonly WordForms _titleBeginnings;
    private readonly KnownWords _binding;
    private readonly KnownWords _ending;
    private readonly KnownWords<string> _roles;
    private readonly KnownWords _genericRoles;
    private readonly WordForms _posts;
    private readonly WordForms _joinedPosts;
    private readonly WordForms _given;
    private readonly WordForms _standIns;
    private readonly WordForms _heads;
    private readonly PhraseSet _unnamed;
    private readonly PhraseSet _organizations;
    private readonly PhraseSet _bodies;
    private readonly PhraseSet _neverNames;
    private readonly KnownWords _common;
    private readonly KnownWords _kin;
    private readonly KnownWords _life;
    private readonly KnownWords _places;
    private readonly KnownWords _takeOn;
    private readonly KnownWords _takeTo;
    private readonly KnownWords _takeOf;
    private readonly KnownWords _takeWith;
    private readonly KnownWords _acting;
    private readonly KnownWords _offices;
    private readonly KnownWords _soleOffices;
    private readonly KnownWords _deputies;
    private readonly KnownWords _constituencies;

    private NameLexicon(ConfigNode root)
    {
        var titles = root.Map("honorifics", "m", "f", "any", "everyday", "regnal");
        _masculineTitles = new PhraseSet(titles?.Texts("m") ?? []);
        _feminineTitles = new PhraseSet(titles?.Texts("f") ?? []);
        _neutralTitles = new PhraseSet(titles?.Texts("any") ?? []);
        _everydayTitles = new KnownWords(new PhraseSet(titles?.Texts("everyday") ?? []).Words);
        _regnal = new KnownWords(new PhraseSet(titles?.Texts("regnal") ?? []).Words);
        var standIns = root.Map("stand_for_name", "m", "f");
        _masculineStandIns = new KnownWords(new PhraseSet(standIns?.Texts("m") ?? []).Words);
        _feminineStandIns = new KnownWords(new PhraseSet(standIns?.Texts("f") ?? []).Words);
        _styles = Styles(_masculineStandIns.Concat(_feminineStandIns));
        _standIns = new WordForms(_masculineStandIns.Concat(_feminineStandIns));
        var described = root.Map("describe_person", "m", "f");
        _described = new KnownWords<Gender>([
            .. new PhraseSet(described?.Texts("m") ?? []).Words.Select(x => KeyValuePair.Create(x, Gender.Masculine)),
            .. new PhraseSet(described?.Texts("f") ?? []).Words.Select(x => KeyValuePair.Create(x, Gender.Feminine))]);
        var names = root.Map("given_names", "m", "f", "everyday");
        _masculineNames = new PhraseSet(names?.Texts("m") ?? []);
        _feminineNames = new PhraseSet(names?.Texts("f") ?? []);
        Homographs = [.. root.Texts("homographs").Select(x => ArabicText.Fold(x).Split(' ',
            StringSplitOptions.RemoveEmptyEntries)).Where(x => x.Length > 1)];
        _names = new KnownWords(_masculineNames.Words.Concat(_feminineNames.Words).Concat(Homographs.Select(Quotations.Homographs.Joined)));
        _given = new WordForms(_names);
        _everydayNames = new KnownWords(new PhraseSet(names?.Texts("everyday") ?? []).Words);
        _titleBeginnings = TitleBeginnings([.. _masculineTitles.Forms, .. _feminineTitles.Forms, .. _neutralTitles.Forms]);
        var particles = root.Map("particles", "binding", "ending");
        _binding = new KnownWords(new PhraseSet(particles?.Texts("binding") ?? []).Words);
        _ending = new KnownWords(new PhraseSet(particles?.Texts("ending") ?? []).Words);
        _bodies = new PhraseSet(root.Texts("bodies"));
        _roles = RoleForms([.. new PhraseSet(root.Texts("roles")).Words], _bodies);
        _genericRoles = new KnownWords(new PhraseSet(root.Texts("generic_roles")).Words);
        _posts = new WordForms(_roles.Keys);
        _joinedPosts = new WordForms(_roles.Keys.Select(x => "و" + x));
        _unnamed = new PhraseSet(root.Texts("unnamed"));
        _organizations = new PhraseSet(root.Texts("organizations"));
        _heads = new WordForms(_organizations.Forms.SelectMany(x => (string[])[x, "ال" + x]));
        _neverNames = new PhraseSet(root.Texts("never_names"));
        _common = new KnownWords(new PhraseSet(root.Texts("common_words")).Words);
        _kin = new KnownWords(new PhraseSet(root.Texts("kin")).Words);
        _life = new KnownWords(new PhraseSet(root.Texts("life")).Words);
        _places = new KnownWords(new PhraseSet(root.Texts("places")).Words);
        var taking = root.Map("take_preposition", "على", "إلى", "عن", "مع");
        _takeOn = new KnownWords(new PhraseSet(taking?.Texts("على") ?? []).Words);
        _takeTo = new KnownWords(new PhraseSet(taking?.Texts("إلى") ?? []).Words);
        _takeOf = new KnownWords(new PhraseSet(taking?.Texts("عن") ?? []).Words);
        _takeWith = new KnownWords(new PhraseSet(taking?.Texts("مع") ?? []).Words);
        _acting = new KnownWords(new PhraseSet(root.Texts("acting")).Words);
        _offices = new KnownWords(new PhraseSet(root.Texts("offices")).Words);
        _soleOffices = new KnownWords(new PhraseSet(root.Texts("sole_offices")).Words);
        var deputies = root.Map("deputies", "posts", "of");
        _deputies = new KnownWords(new PhraseSet(deputies?.Texts("posts") ?? []).Words);
        _constituencies = new KnownWords(new PhraseSet(deputies?.Texts("of") ?? []).Words);
    }

    /// <summary>Whole names whose first word is one of grammar, as their folded words.</summary>
    public IReadOnlyList<string[]> Homographs { get; }

    public static NameLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown("version", "honorifics", "stand_for_name", "describe_person", "roles", "generic_roles", "kin", "life", "acting", "unnamed",
            "organizations", "bodies", "particles", "never_names", "common_words", "places", "take_preposition", "offices",
            "sole_offices", "deputies",
            "homographs", "given_names");
        return new NameLexicon(root);
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists => [_titleBeginnings, _posts, _joinedPosts, _given, _standIns, _heads, _bodies];

    /// <summary>How many tokens the honorific at a token takes, and whom it is said of.</summary>
    public (int Length, Gender Gender) Honorific(Token[] tokens, int at, int limit)
    {
        if (at >= limit || !_titleBeginnings.MayHave(tokens[at])) return default;
        var word = tokens[at].Folded;
        var abbreviation = _neutralTitles.Match(tokens, at, limit);
        if (abbreviation > 0)
        {
            var stop = at + abbreviation;
            return stop < limit && tokens[stop].Folded is "." or "/" or "\\" ? (abbreviation + 1, Gender.Unknown) : default;
        }

        if (_feminineTitles.Match(tokens, at, limit) is > 0 and var f) return (f, Gender.Feminine);
        if (_masculineTitles.Match(tokens, at, limit) is > 0 and var m) return (m, Gender.Masculine);
        if (word.Length > 4 && word[0] is 'و' or 'ل' or 'ب')
        {
            var rest = word[0] == 'ل' && word[1] == 'ل' ? "ا" + word[1..] : word[1..];
            if (_feminineTitles.Match(tokens, at, limit, rest) is > 0 and var f2) return (f2, Gender.Feminine);
            if (_masculineTitles.Match(tokens, at, limit, rest) is > 0 and var m2) return (m2, Gender.Masculine);
        }

        return default;
    }

    /// <summary>سموه، معاليه: whose name has been given.</summary>
    public Gender? StandIn(Token token) => _standIns.MayHave(token) ? StandIn(token.Folded) : null;

    public Gender? StandIn(string folded) => _masculineStandIns.Contains(folded) ? Gender.Masculine : _feminineStandIns.Contains(folded)
        ? Gender.Feminine : null;

    /// <summary>سمو of السمو and سموه: the style that a word of a title gives, and the one that a stand-in speaks of.</summary>
    public string? Style(string folded) => _styles.GetValueOrDefault(folded);

    /// <summary>الأم، الرجل: with its article whoever has been named, by what everybody may be.</summary>
    public Gender? Described(string folded) => _described.TryGetValue(folded, out var gender) ? gender : null;

    public bool IsGiven(Token token) => (_given.MayHave(token) && _names.Contains(token.Folded)) || IsServantOf(token.Folded);

    public bool IsGiven(string folded) => _names.Contains(folded) || IsServantOf(folded);

    /// <summary>البابا: part of how somebody is called who has no more than one name.</summary>
    public bool IsRegnal(string folded) => _regnal.Contains(folded);

    /// <summary>صباح، أمل، نور: a noun of everyday that people are called as well.</summary>
    public bool IsEverydayName(string folded) => _everydayNames.Contains(folded);

    public Gender GenderOfGiven(string folded) =>
        _feminineNames.Contains(folded) ? Gender.Feminine : IsGiven(folded) ? Gender.Masculine : Gender.Unknown;

    public bool IsBinding(string folded) => _binding.Contains(folded);

    public bool EndsName(string folded) => _ending.Contains(folded);

    public bool NeverName(string folded) => _neverNames.Contains(folded);

    /// <summary>وضع، الوضع، جاء: an everyday word, which no name goes on with where nothing tells that it is one.</summary>
    public bool IsCommon(string folded) => _common.Contains(folded)
        || (WordShape.HasArticle(folded) && _common.Contains(folded.AsSpan(2)))
        || (folded.Length > 3 && folded[^1] == 'ا' && _common.Contains(folded.AsSpan(0, folded.Length - 1)));

    /// <summary>المقيم، البالغ: begins what is told of somebody's life, which is in no name and no title.</summary>
    public bool IsLife(string folded) => _life.Contains(folded);

    /// <summary>بالإنابة، بالنيابة: how a post is held.</summary>
    public bool IsActing(string folded) => _acting.Contains(folded);

    /// <summary>نجل، والدة: somebody's relative.</summary>
    public bool IsKin(string folded) => _kin.Contains(folded);

    /// <summary>المصري، التونسي: of a state or capital that the vocabulary has.</summary>
    public bool IsNationality(string folded)
    {
        var stem = Proclitics.WithoutArticle(folded);
        stem = stem.EndsWith("يه", StringComparison.Ordinal) ? stem[..^2] : stem[^1] == 'ي' ? stem[..^1] : "";
        // النمساوي، الفرنساوي.
        if (stem.Length > 3 && stem[^1] == 'و' && (_bodies.Contains(stem[..^1]) || _bodies.Contains("ال" + stem[..^1]))) return true;
        return stem.Length > 2
            && (_bodies.Contains(stem) || _bodies.Contains("ال" + stem) || _bodies.Contains(stem + "ا") || _bodies.Contains(stem + "ه")
            || _bodies.Contains(stem + "يا"));
    }

    /// <summary>مدينة، بلدة: the place that somebody comes from begins with it.</summary>
    public bool IsPlace(string folded) => _places.Contains(Proclitics.WithoutArticle(folded));

    /// <summary>المشرف على، المبعوث إلى، للدفاع عن: whether the preposition is the word's own, whatever is written onto it.</summary>
    public bool GoesOnWith(string preposition, string folded)
    {
        var taking = preposition switch { "علي" => _takeOn, "عن" => _takeOf, "مع" => _takeWith, _ => _takeTo };
        foreach (var (_, stem) in Proclitics.Readings(folded))
            if (taking.Contains(stem) || (stem[^1] == 'ه' && taking.Contains(stem[..^1]))
                || (stem.EndsWith("ها", StringComparison.Ordinal) && taking.Contains(stem[..^2]))) return true;
        return false;
    }

    /// <summary>وعدد من …، لمصادر …: the unnamed behind a particle of one letter, not made definite.</summary>
    public bool AreUnnamed(Token[] tokens, int at, int limit) => _unnamed.Match(tokens, at, limit, tokens[at].Folded[1..]) > 0;

    /// <summary>As <see cref="Role(string)"/>, of a word of the text.</summary>
    public string? Role(Token token) => _posts.MayHave(token) ? Role(token.Folded) : null;

    /// <summary>The post that a word is the head of, masculine and without article; null where it is none.</summary>
    public string? Role(string folded) => _roles.GetValueOrDefault(folded);

    /// <summary>A post that many hold: with its article and adjectives it means whoever has been named (المسؤول الأممي).</summary>
    public bool IsGenericRole(string post) => _genericRoles.Contains(post);

    /// <summary>رئيس، وزير: a post by which somebody is meant wherever the article gives it.</summary>
    public bool IsOffice(string post) => _offices.Contains(post);

    /// <summary>رئيس: with a loose adjective it is the same one (الرئيس المنتخب), not another as of المدير المالي.</summary>
    public bool IsSoleOffice(string post) => _soleOffices.Contains(post);

    /// <summary>عضو المجلس عن دائرة، النائب عن كتلة: whether a post speaks for what the word behind عن begins.</summary>
    public bool StandsFor(string? post, string folded) =>
        post is not null && _deputies.Contains(post) && (_bodies.Contains(folded) || _constituencies.Contains(Proclitics.WithoutArticle(folded)));

    /// <summary>حسب الرسول، عوض الكريم: a given name of several words; how many.</summary>
    public int GivenPhrase(Token[] tokens, int at, int limit) => Math.Max(_masculineNames.Match(tokens, at, limit),
        _feminineNames.Match(tokens, at, limit));

    /// <summary>ووالي، ومدير: a post that another one is joined to.</summary>
    public bool IsJoinedRole(Token token) => _joinedPosts.MayHave(token) && IsJoinedRole(token.Folded);

    public bool IsJoinedRole(string folded) => folded is ['و', _, _, _, ..] && Role(folded) is null && Role(folded[1..]) is not null;

    public static Gender GenderOfRole(string folded) => folded[^1] == 'ه' && folded is not ("داعيه" or "عمده") ? Gender.Feminine : Gender.Masculine;

    public bool IsUnnamed(Token[] tokens, int at, int limit) => Matches(_unnamed, tokens, at, limit) > 0;

    public bool IsOrganization(Token[] tokens, int at, int limit) =>
        at < limit && _heads.MayHave(tokens[at]) && Matches(_organizations, tokens, at, limit) > 0;

    public int Body(Token[] tokens, int at, int limit) => _bodies.Match(tokens, at, limit);

    /// <summary>A body whose first word is written as <paramref name="first"/> behind a particle (لبي بي سي).</summary>
    public int Body(Token[] tokens, int at, int limit, string first) => _bodies.Match(tokens, at, limit, first);

    public bool IsTitle(string folded) => _masculineTitles.Contains(folded) || _feminineTitles.Contains(folded);

    public bool IsBody(Token token) => _bodies.MayHave(token) && IsBody(token.Folded);

    public bool IsBody(string folded) => _bodies.Contains(folded);

    public bool IsBody(ReadOnlySpan<char> folded) => _bodies.Contains(folded);

    /// <summary>A title that is an everyday noun as well (الفريق، الشاب).</summary>
    public bool IsEverydayTitle(string folded) => _everydayTitles.Contains(folded);

    public bool IsOrganization(string folded) => _organizations.Contains(Proclitics.WithoutArticle(folded));

    /// <summary>عبدالرحمن and its like, written as one word.</summary>
    private static bool IsServantOf(string folded) => folded.Length > 6 && folded.StartsWith("عبدال", StringComparison.Ordinal);

    /// <summary>Each style by its stand-ins (سموه، سموها), by itself and with the article.</summary>
    private static KnownWords<string> Styles(IEnumerable<string> standIns)
    {
        var styles = new Dictionary<string, string>();
        foreach (var standIn in standIns)
        {
            if (standIn.Length < LeastStandIn) continue;
            var stem = standIn[^1] == 'ه' ? standIn[..^1] : standIn[..^2];
            var style = stem[^1] == 'ت' ? stem[..^1] + "ه" : stem;
            foreach (var form in (string[])[standIn, style, "ال" + style]) styles.TryAdd(form, style);
        }

        return new KnownWords<string>(styles);
    }

    /// <summary>What an honorific may begin with: its first word, with what <see cref="Honorific"/> takes off it.</summary>
    private static WordForms TitleBeginnings(IEnumerable<string> words) =>
        new(words.SelectMany(x => (IEnumerable<string>)[x, "و" + x, "ب" + x, "ل" + x, "ل" + x[1..]]));

    /// <summary>Each post with the article and with the feminine ending, made once for all texts.</summary>
    private static KnownWords<string> RoleForms(HashSet<string> roles, PhraseSet bodies)
    {
        var forms = new Dictionary<string, string>();
        // مديرها، رئيستهم: with its owner too, but for ه, which is the feminine ending; أبها is a town.
        foreach (var role in roles)
            foreach (var owned in (string[])[role + "ها", role + "هم", role + "تها", role + "تهم"])
                if (!bodies.Contains(owned)) forms.TryAdd(owned, role);
        foreach (var form in roles.SelectMany(x => (IEnumerable<string>)[x, "ال" + x, x + "ه", "ال" + x + "ه"]))
        {
            var word = Proclitics.WithoutArticle(form);
            if (roles.Contains(word)) forms.TryAdd(form, word);
            else if (word.Length > 3 && word[^1] == 'ه' && roles.Contains(word[..^1])) forms.TryAdd(form, word[..^1]);
        }

        return new KnownWords<string>(forms);
    }

    private static int Matches(PhraseSet phrases, Token[] tokens, int at, int limit)
    {
        if (at >= limit) return 0;
        if (phrases.Match(tokens, at, limit) is > 0 and var length) return length;
        return WordShape.HasArticle(tokens[at].Folded) ? phrases.Match(tokens, at, limit, Proclitics.WithoutArticle(tokens[at].Folded)) : 0;
    }
}
