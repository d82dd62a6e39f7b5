using PressIngest.Configuration;

namespace PressIngest.Extraction.Quotations;

/// <summary>How much it takes for a verb to report speech.</summary>
internal enum CueTier
{
    /// <summary>Whatever it introduces was said (قال، أكد).</summary>
    Reporting,

    /// <summary>Tells what was done with words (طالب، وصف): only a clause or the words themselves.</summary>
    Act,

    /// <summary>Tells what somebody holds (اعتقد): only of a person.</summary>
    View,
}

/// <summary>A verb of speaking, and what may follow.</summary>
/// <param name="Lemma">Its past with "he".</param>
/// <param name="Tier">How much it takes to report speech.</param>
/// <param name="Before">What may stand before its أن, folded (إلى، على).</param>
/// <param name="Bare">The words may follow with neither أن, colon nor marks.</param>
/// <param name="Relays">Its subject passes on what somebody else said (نقلت الوكالة عن فلان أن).</param>
/// <param name="Strict">Means something else as well: only right before a clause or a named person.</param>
internal sealed record CueVerb(string Lemma, CueTier Tier, IReadOnlyList<string> Before, bool Bare, bool Strict, bool Relays);

/// <summary>One form of a cue verb, found by its folded spelling.</summary>
internal readonly record struct CueForm(CueVerb Verb, Gender Gender, bool Plural, bool Present, bool Participle);

/// <summary>Speech cues and what follows them (<c>speech.yaml</c>).</summary>
internal sealed class SpeechLexicon
{
    public const string FileName = "speech.yaml";

    private readonly KnownWords<CueForm> _forms;
    private readonly WordForms _verbs;
    private readonly WordForms _nouns;
    private readonly WordForms _sources;
    private readonly KnownWords _sourceAdverbs;

    private SpeechLexicon(Dictionary<string, CueForm> forms, ConfigNode root)
    {
        _forms = new KnownWords<CueForm>(forms);
        _verbs = new WordForms(forms.Keys.SelectMany(x => (string[])[x, "و" + x, "ف" + x]));
        SpeechNouns = Words(root.Texts("speech_nouns"));
        _nouns = new WordForms(SpeechNouns);
        Narrator = new PhraseSet(root.Texts("narrator"));
        NotBehind = Words(root.Texts("not_behind"));
        Briefings = Words(root.Texts("briefings"));
        BareOpeners = Words(root.Texts("bare_openers"));
        Beliefs = new KnownWords(Words(root.Texts("beliefs")).SelectMany(Owned));
        ClauseGovernors = new PhraseSet(root.Texts("clause_governors"));
        Circumstances = Words(root.Texts("circumstances"));
        Occasions = Words(root.Texts("occasions"));
        Occasioned = Words(root.Texts("occasioned"));
        Deeds = Words(root.Texts("deeds"));
        EndsTitle = Words(root.Texts("ends_title"));
        Openers = Words(root.Texts("openers"));
        SubjectOpeners = Words(root.Texts("subject_openers"));
        CalledSo = Words(root.Texts("called_so"));
        Outlets = Words(root.Texts("outlets"));
        Days = Words(root.Texts("days"));
        Interviews = Words(root.Texts("interviews"));
        Bylines = Words(root.Texts("bylines"));
        FirstPerson = Words(root.Texts("first_person"));
        var presents = forms.Where(x => x.Value is { Present: true, Plural: false, Gender: Gender.Masculine } && x.Key[0] == 'ي').Select(x => x.Key);
        FirstPersonVerbs = new KnownWords(
            Conjugation.FirstPerson([.. presents, .. Words(root.Texts("first_person_verbs"))]).Where(x => !forms.ContainsKey(x)));
        Scripture = new PhraseSet(root.Texts("scripture"));
        var attribution = root.Map("attribution", "before_source", "own_words");
        var sources = attribution?.Texts("before_source") ?? [];
        Sources = new PhraseSet(sources);
        _sourceAdverbs = new KnownWords(Words(sources).Where(x => x[^1] == 'ا').SelectMany(x => (string[])[x, "و" + x]));
        _sources = new WordForms(Sources.Forms.SelectMany(x => (string[])[x, "و" + x]));
        OwnWords = Words(attribution?.Texts("own_words") ?? []);
    }

    public KnownWords SpeechNouns { get; }

    public PhraseSet Narrator { get; }

    public KnownWords NotBehind { get; }

    /// <summary>شرح، عرض: what a guest hears from somebody.</summary>
    public KnownWords Briefings { get; }

    /// <summary>كان، هذا، لا: behind a verb of speaking they begin a clause.</summary>
    public KnownWords BareOpeners { get; }

    /// <summary>اعتقاده، قناعتها: what somebody thinks, with its owner.</summary>
    public KnownWords Beliefs { get; }

    public PhraseSet ClauseGovernors { get; }

    public KnownWords Circumstances { get; }

    public KnownWords Occasions { get; }

    public KnownWords EndsTitle { get; }

    public KnownWords Occasioned { get; }

    /// <summary>What a verb is about where it stands behind ب (أشاد بجهود …): no part of a title.</summary>
    public KnownWords Deeds { get; }

    public KnownWords Openers { get; }

    public KnownWords SubjectOpeners { get; }

    public KnownWords CalledSo { get; }

    /// <summary>صحيفة، قناة، مراسل: whom one speaks to, behind ل.</summary>
    public KnownWords Outlets { get; }

    /// <summary>أمس، الثلاثاء: between a source's verb and its subject.</summary>
    public KnownWords Days { get; }

    public KnownWords Interviews { get; }

    public KnownWords Bylines { get; }

    public KnownWords FirstPerson { get; }

    /// <summary>Verbs of نحن, and of أنا as they are folded: نأمل، سنعمل، أتمنى.</summary>
    public KnownWords FirstPersonVerbs { get; }

    public PhraseSet Scripture { get; }

    public PhraseSet Sources { get; }

    public KnownWords OwnWords { get; }

    public static SpeechLexicon Parse(ConfigNode root)
    {
        root.RejectUnknown(
            "version", "verbs", "speech_nouns", "attribution", "narrator", "not_behind", "beliefs", "bare_openers", "briefings", "clause_governors",
            "circumstances", "occasions",
                "ends_title", "occasioned", "deeds", "openers", "subject_openers",
            "called_so", "outlets", "days", "interviews", "bylines", "first_person", "first_person_verbs", "scripture");
        var forms = new Dictionary<string, CueForm>();
        if (root.Get("verbs") is { } verbs)
        {
            verbs.RejectUnknown("reporting", "acts", "views");
            Add(forms, verbs.Get("reporting"), CueTier.Reporting);
            Add(forms, verbs.Get("acts"), CueTier.Act);
            Add(forms, verbs.Get("views"), CueTier.View);
        }
        else
        {
            root.Report("'verbs' is missing");
        }

        return new SpeechLexicon(forms, root);
    }

    /// <summary>The lists that every word of a text is asked for.</summary>
    public IEnumerable<WordList> Lists => [_verbs, _nouns, _sources];

    /// <summary>True of a noun of speaking (بالقول، قوله).</summary>
    public bool IsSpeechNoun(Token token) => _nouns.MayHave(token) && SpeechNouns.Contains(token.Folded);

    /// <summary>False of a word that no phrase begins with that names a source.</summary>
    public bool MayNameSource(Token token) => _sources.MayHave(token);

    /// <summary>True of those that take ل (وفقا، طبقا), with or without و.</summary>
    public bool IsSourceAdverb(Token token) => _sources.MayHave(token) && _sourceAdverbs.Contains(token.Folded);

    /// <summary>The verb form that a token is, with or without و or ف in front; the length of that prefix.</summary>
    public (CueForm Form, int Prefix)? Match(Token token) => _verbs.MayHave(token) ? Match(token.Folded) : null;

    /// <summary>The verb form that a folded word is, with or without و or ف in front; the length of that prefix.</summary>
    public (CueForm Form, int Prefix)? Match(string folded)
    {
        if (_forms.TryGetValue(folded, out var form)) return (form, 0);
        if (folded.Length > 2 && folded[0] is 'و' or 'ف' && _forms.TryGetValue(folded.AsSpan(1), out form)) return (form, 1);
        return null;
    }

    private static IEnumerable<string> Owned(string noun)
    {
        var stem = noun[^1] == 'ه' ? noun[..^1] + "ت" : noun;
        return [stem + "ه", stem + "ها", stem + "هم"];
    }

    private static void Add(Dictionary<string, CueForm> forms, ConfigNode? group, CueTier tier)
    {
        if (group is null) return;
        foreach (var (lemma, entry) in group.Entries())
        {
            entry.RejectUnknown("past", "present", "participle", "before", "bare", "strict", "relays");
            var present = entry.Text("present");
            if (!IsWord(lemma) || present is null || !(present == "no" || IsWord(present)))
            {
                entry.Report($"'{lemma}' needs its present: {{present: يقول}}, or {{present: no}}");
                continue;
            }

            var verb = new CueVerb(lemma, tier, [.. entry.Texts("before").Select(x => ArabicText.Fold(x))], entry.Flag("bare"), entry.Flag("strict"),
                entry.Flag("relays"));
            var participles = entry.Get("participle") is null
                && present != "no" ? ["م" + present[1..^1] + (present[^1] == 'ى' ? 'ي' : present[^1])] : entry.Texts("participle");
            if (entry.Text("past") != "no") AddForms(Conjugation.Past(lemma), isParticiple: false);
            if (present != "no") AddForms(Conjugation.Present(present), isParticiple: false);
            foreach (var participle in participles)
            {
                if (IsWord(participle)) AddForms(Conjugation.Participle(participle), isParticiple: true);
                else if (participle != "no") entry.Get("participle")!.Report($"'{participle}' is no Arabic word");
            }

            void AddForms(IEnumerable<VerbForm> spelled, bool isParticiple)
            {
                foreach (var form in spelled)
                    forms.TryAdd(ArabicText.Fold(form.Spelling), new CueForm(verb, form.Gender, form.Plural, form.Present, isParticiple));
            }
        }
    }

    // The rules need a stem and an ending.
    private static bool IsWord(string text) => text.Length >= 2 && !text.Any(char.IsAscii);

    private static KnownWords Words(IEnumerable<string> words) => new(words.Select(x => ArabicText.Fold(x)));
}
