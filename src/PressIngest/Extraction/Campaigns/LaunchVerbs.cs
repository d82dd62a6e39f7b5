using PressIngest.Configuration;

namespace PressIngest.Extraction.Campaigns;

/// <summary>How a verb of launching stands in its sentence.</summary>
internal enum LaunchForm
{
    None,

    /// <summary>Its subject is beside it: أطلقت الوزارة، تطلق.</summary>
    Active,

    /// <summary>The campaign is its object and its subject follows: أطلقتها الوزارة.</summary>
    OnCampaign,

    /// <summary>The verbal noun: إطلاق.</summary>
    Masdar,
}

/// <summary>The forms of the verbs of launching, by rule: past in both genders and plural, present and future, with the object ها or ه.</summary>
internal sealed class LaunchVerbs
{
    private readonly Dictionary<string, LaunchForm> _words = [];
    private AttachedForms<LaunchForm> _forms = new(new Dictionary<string, LaunchForm>());

    public static LaunchVerbs Parse(ConfigNode? node)
    {
        var verbs = new LaunchVerbs();
        foreach (var verb in node?.Items() ?? [])
        {
            verb.RejectUnknown("past", "present", "masdar");
            verbs.AddPast(ArabicText.Fold(verb.Required("past")));
            verbs.AddPresent(ArabicText.Fold(verb.Required("present")));
            if (verb.Text("masdar") is { } masdar) verbs.Add(ArabicText.Fold(masdar), LaunchForm.Masdar);
        }

        verbs._forms = new AttachedForms<LaunchForm>(verbs._words);
        return verbs;
    }

    /// <summary>Its forms with the particles that may be written onto them.</summary>
    public WordList List => _forms;

    public LaunchForm Read(Token token) => token.IsWord && _forms.Find(token) is var (form, _) ? form : LaunchForm.None;

    private void AddPast(string past)
    {
        // تبنى: the weak last letter falls before the suffix (تبنت) and is an alef before an object (تبناها).
        var (feminine, stem) = past.EndsWith('ي') ? (past[..^1] + "ت", past[..^1] + "ا") : (past + "ت", past);
        foreach (var form in (string[])[past, feminine, stem + "وا"]) Add(form, LaunchForm.Active);
        foreach (var form in (string[])[stem, feminine]) AddObjects(form);
    }

    private void AddPresent(string present)
    {
        foreach (var prefix in (string[])["ي", "ت", "سي", "ست"])
        {
            Add(prefix + present, LaunchForm.Active);
            AddObjects(prefix + present);
        }
    }

    private void AddObjects(string form)
    {
        Add(form + "ها", LaunchForm.OnCampaign);
        Add(form + "ه", LaunchForm.OnCampaign);
    }

    private void Add(string form, LaunchForm kind) => _words.TryAdd(form, kind);
}
