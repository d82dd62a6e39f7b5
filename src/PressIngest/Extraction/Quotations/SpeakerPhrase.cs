namespace PressIngest.Extraction.Quotations;

internal enum SpeakerKind
{
    /// <summary>No subject: whoever was speaking.</summary>
    Nobody,

    /// <summary>A personal name, with or without a post.</summary>
    Person,

    /// <summary>One definite or unknown word: a surname, if the article knows such a person (وأضاف الغامدي).</summary>
    Mention,

    /// <summary>A post without a name (وقال الوزير).</summary>
    Title,

    /// <summary>A word that stands for the name (سموه).</summary>
    StandIn,

    /// <summary>A body, an outlet, a report, a state.</summary>
    Body,

    /// <summary>People without names (مصدر أمني، شهود عيان).</summary>
    Unnamed,
}

/// <summary>
/// A speaker as written at one place: the whole phrase, and in it the name and the post. <c>Sure</c> tells that more than its place
/// speaks for the name: an honorific, a known given name, a post beside it.
/// </summary>
internal readonly record struct SpeakerPhrase(SpeakerKind Kind, TokenRange Range, TokenRange Name, TokenRange Role, Gender Gender, bool Sure)
{
    public bool HasName => Name.Length > 0;

    /// <summary>The name is the speaker's own; that of a title is a relative's (والدة فلان).</summary>
    public bool IsNamed => HasName && Kind != SpeakerKind.Title;

    public static SpeakerPhrase Of(SpeakerKind kind, int start, int end, Gender gender = Gender.Unknown) =>
        new(kind, new TokenRange(start, end), default, default, gender, Sure: false);
}
