namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Who speaks: a person of the register, or somebody the article never names. <c>Said</c> holds the tokens that name the speaker at
/// this place; it is empty where nothing does. <c>Called</c> holds what an unnamed speaker is called where first heard.
/// </summary>
internal sealed record Voice(RegisteredPerson? Person, TokenRange Said, TokenRange Called, Gender Gender, bool Plural)
{
    public static Voice Of(RegisteredPerson person, TokenRange said) => new(person, said, default, person.Gender, Plural: false);

    public static Voice Unnamed(TokenRange called, Gender gender, bool plural) => new(null, called, called, gender, plural);
}

/// <summary>Who may be meant by a verb without a subject: the latest subject that it agrees with, those of its own sentence first.</summary>
internal sealed class Discourse
{
    private const int Memory = 24;

    private readonly List<(Voice Voice, int Sentence, bool Spoke)> _subjects = [];

    /// <param name="voice">The subject.</param>
    /// <param name="sentence">The sentence it is of.</param>
    /// <param name="spoke">Subject of a speaking verb, or a person; what only acts speaks in no later sentence.</param>
    public void Hear(Voice voice, int sentence, bool spoke)
    {
        _subjects.Add((voice, sentence, spoke));
        if (_subjects.Count > Memory) _subjects.RemoveAt(0);
    }

    public Voice? Latest(Gender gender, bool plural)
    {
        for (var i = _subjects.Count - 1; i >= 0; i--)
            if (_subjects[i].Spoke && Agrees(_subjects[i].Voice, gender, plural)) return _subjects[i].Voice;
        return null;
    }

    /// <summary>Whoever spoke last of those whom a style is due (سموه: صاحب السمو …).</summary>
    public Voice? LatestStyled(string style, Gender gender)
    {
        for (var i = _subjects.Count - 1; i >= 0; i--)
            if (_subjects[i] is { Spoke: true, Voice.Person: { } person } && person.Styles.Contains(style)
                && Agrees(_subjects[i].Voice, gender, plural: false))
                return _subjects[i].Voice;
        return null;
    }

    /// <summary>Whoever spoke last or was a subject last, where that is no earlier than a sentence.</summary>
    public Voice? Since(int sentence)
    {
        for (var i = _subjects.Count - 1; i >= 0 && _subjects[i].Sentence >= sentence; i--)
            if (_subjects[i].Spoke) return _subjects[i].Voice;
        return null;
    }

    /// <summary>Whoever speaks in the sentence, before what only acts in it.</summary>
    public Voice? InSentence(int sentence, Gender gender, bool plural)
    {
        Voice? acting = null;
        for (var i = _subjects.Count - 1; i >= 0 && _subjects[i].Sentence >= sentence; i--)
        {
            if (!Agrees(_subjects[i].Voice, gender, plural)) continue;
            if (_subjects[i].Spoke) return _subjects[i].Voice;
            acting ??= _subjects[i].Voice;
        }

        return acting;
    }

    private static bool Agrees(Voice voice, Gender gender, bool plural) =>
        plural ? voice.Plural || voice.Person is null : !voice.Plural
            && (voice.Gender == gender || voice.Gender == Gender.Unknown || gender == Gender.Unknown);
}
