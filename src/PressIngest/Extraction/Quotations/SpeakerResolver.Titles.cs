namespace PressIngest.Extraction.Quotations;

/// <summary>Whom a title without a name means, where no name in the article has it.</summary>
internal sealed partial class SpeakerResolver
{
    /// <summary>وأتم لاعب ليفربول: another description of the one who speaks, by a post that he was given (لاعب المنتخب).</summary>
    private Voice? SamePost(TokenRange title, Gender gender)
    {
        if (passage.Names.Role(Tokens[title.Start].Folded) is not { } post || !passage.Names.IsGenericRole(post)
            || _discourse.Latest(gender, plural: false) is not { Person.Role: { Length: > 0 } role } speaking)
            return null;
        for (var i = role.Start; i < role.End; i++)
            if (Tokens[i].IsWord && passage.Names.Role(Tokens[i].Folded) == post) return speaking with { Said = title };
        return null;
    }

    /// <summary>وأكد المختص في الشأن الاجتماعي: a profession with its article, where one person alone has spoken so far.</summary>
    private bool IsOnlySpeaker(TokenRange title, Gender gender)
    {
        if (!WordShape.HasArticle(Tokens[title.Start].Folded) || passage.Names.Role(Tokens[title.Start].Folded) is not { } post
            || !passage.Names.IsGenericRole(post) || IsAnotherSide(title.Start)
            || _discourse.Latest(gender, plural: false)?.Person is not { Quotes: > 0 } speaking)
            return false;
        foreach (var person in register.People)
            if (person.Quotes > 0 && person != speaking) return false;
        return true;
    }

    /// <summary>من جانبه، بدوره: the sentence turns to somebody who has not spoken.</summary>
    private bool IsAnotherSide(int at)
    {
        for (var i = passage.SentenceAt(at).Start; i < at; i++)
            if (Tokens[i].Folded is "جانبه" or "جانبها" or "جهته" or "جهتها" or "ناحيته" or "ناحيتها" or "بدوره" or "بدورها") return true;
        return false;
    }

    /// <summary>وقال زعيم الحزب إن: a definite title of nobody's is that of the only one who has spoken, where no other title was given
    /// him.</summary>
    private RegisteredPerson? OnlyUntitled(TokenRange title, Gender gender)
    {
        if (title.Length > LongestTitle || !IsOffice(title.Start) || !IsDefinite(title)
            || _discourse.Latest(gender, plural: false)?.Person is not { Quotes: > 0, Role.Length: 0 } speaking)
            return null;
        foreach (var person in register.People)
            if (person.Quotes > 0 && person != speaking) return null;
        return speaking;
    }

    private bool IsOffice(int at) => passage.Names.Role(Tokens[at].Folded) is { } post
        && (passage.Names.IsOffice(post) || (passage.Names.IsGenericRole(post) && !passage.Names.IsKin(post)));

    /// <summary>المسؤول الأممي، اللاعب الشاب: definite words that describe whoever has been named; of الرئيس الروسي there may be another.</summary>
    private bool IsAnaphoric(TokenRange title)
    {
        for (var i = title.Start; i < title.End; i++)
            if (!Tokens[i].IsWord || !WordShape.HasArticle(Tokens[i].Folded)) return false;
        return title.Length <= 3 && passage.Names.Role(Tokens[title.Start].Folded) is { } post && passage.Names.IsGenericRole(post);
    }
}
