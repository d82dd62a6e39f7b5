namespace PressIngest.Extraction.Quotations;

/// <summary>A person of the article: the fullest form of the name, the fullest title, and every place of the name.</summary>
internal sealed class RegisteredPerson(TokenRange name, string[] words)
{
    public TokenRange Name { get; private set; } = name;

    /// <summary>The words of the name as they are compared: without بن, with عبد and أبو joined to what they bind.</summary>
    public string[] Words { get; private set; } = words;

    public Gender Gender { get; set; }

    public TokenRange Role { get; private set; }

    public List<TokenRange> Mentions { get; } = [name];

    /// <summary>How often the person is quoted.</summary>
    public int Quotes { get; set; }

    public void Add(SpeakerPhrase phrase, string[] words)
    {
        Mentions.Add(phrase.Name);
        if (words.Length > Words.Length) (Name, Words) = (phrase.Name, words);
        Describe(phrase);
    }

    public void Describe(SpeakerPhrase phrase)
    {
        if (Gender == Gender.Unknown) Gender = phrase.Gender;
        if (phrase.Role.Length > Role.Length && Role.Length < 3) Role = phrase.Role;
    }
}
