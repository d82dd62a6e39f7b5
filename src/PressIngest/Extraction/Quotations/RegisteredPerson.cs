namespace PressIngest.Extraction.Quotations;

/// <summary>A person of the article: the fullest form of the name, the fullest title, and every place of the name.</summary>
internal sealed class RegisteredPerson(TokenRange name, string[] words)
{
    public TokenRange Name { get; private set; } = name;

    /// <summary>The words of the name as they are compared.</summary>
    public string[] Words { get; private set; } = words;

    public Gender Gender { get; private set; }

    public TokenRange Role { get; private set; }

    /// <summary>The title ends where something else ends it, not where it seemed to.</summary>
    public bool Bounded { get; private set; }

    public HashSet<TokenRange> Mentions { get; } = [];

    /// <summary>The styles that the article gives the person: سمو، معالي.</summary>
    public HashSet<string> Styles { get; } = [];

    /// <summary>How often the person is quoted.</summary>
    public int Quotes { get; set; }

    public void Add(SpeakerPhrase phrase, string[] words, bool bounded, bool extends)
    {
        Mentions.Add(phrase.Name);
        if (words.Length > Words.Length) (Name, Words) = (phrase.Name, words);
        // A woman may hold a post in the masculine; the feminine is never said of a man.
        if (Gender == Gender.Unknown || phrase.Gender == Gender.Feminine) Gender = phrase.Gender;
        if (!extends || phrase.Role.Length <= Role.Length) return;
        Role = phrase.Role;
        Bounded = bounded;
    }

    /// <summary>The verb right before a name tells its bearer's gender, whatever the name and the post do (قال صفاء، قالت رئيس).</summary>
    public void SpeakAs(Gender gender) => Gender = gender;

    /// <summary>Notes a title that says more than the one known.</summary>
    public void Describe(TokenRange role)
    {
        if (role.Length > Role.Length) Role = role;
    }
}
