namespace PressIngest.Extraction.Quotations;

/// <summary>Names that the speaking verb gives in part, or that are all the name there is.</summary>
internal sealed partial class SpeakerResolver
{
    /// <summary>
    /// الملك سلمان، تقول ندى: with an honorific, right behind a speaking verb or over and over, a single name is all the name there is.
    /// </summary>
    private RegisteredPerson? SingleName(SpeakerPhrase phrase)
    {
        if (phrase.Name.Length != 1 || passage.Names.EndsName(Tokens[phrase.Name.Start].Folded)) return null;
        var at = phrase.Name.Start;
        var before = at - 1;
        while (before > 0 && QuotationMarks.IsMark(Tokens[before])) before--;
        var speaks = (phrase.Range.Start > 0 && passage.CueAt(phrase.Range.Start - 1) is not null) || (before >= 0
            && passage.CueAt(before) is not null);
        var goesOn = before >= 0 && passage.CueAt(before) is { Form.Verb.Lemma: "أضاف" or "تابع" or "أردف" or "استطرد" or "اختتم" };
        if (speaks && (goesOn || !passage.Names.IsGiven(Tokens[at].Folded)) && register.FindMisspelt(Tokens[at].Folded) is { } meant) return meant;
        // قال الشيخ ردا على …: what follows a title alone is its holder's name where nothing but the words follows it.
        if (phrase.Sure && speaks && (passage.Names.IsGiven(Tokens[at].Folded) || passage.Recurs(at)
            || NameRecognizer.IsOver(passage, at + 1, Tokens.Length)
            || WordShape.HasArticle(passage, at))) return register.Find(PersonRegister.NameWords(Tokens, phrase.Name),
            Gender.Unknown) ?? register.Enter(phrase);
        // الرئيس المصري السيسي: a surname that stands behind a post somewhere is a name wherever it speaks.
        if (speaks && WordShape.HasArticle(Tokens[at].Folded) && PostBefore(at) is { Length: 2 } post)
        {
            var person = register.Enter(phrase);
            person.Describe(post);
            return person;
        }

        // عاشت الطفلة الفلسطينية نور …. وتقول نور: a word that a title was given to is a name.
        if (speaks && passage.Occurrences(at).Any(x => x != at && IsHonored(x))) return register.Enter(phrase);
        // وقال نيمار: …، وأضاف نيمار: who comes back without an article is no common noun.
        if (speaks && (NameEvidence.SpeaksElsewhere(passage, at) || Follows(at, ":"))
            && passage.Last(at) != 'ة' && NameEvidence.IsUnknownIndefinite(passage, at, Tokens.Length)
            && passage.NeverDefinite(at)) return register.Enter(phrase);
        // وأضاف سالم: who goes on is nobody new, whatever the page calls him.
        if (speaks && goesOn && !passage.Occurrences(at).Skip(1).Any()
            && _discourse.Latest(Gender.Unknown, plural: false) is { Person: { Quotes: > 0 } going }) return going;
        // وقال العريفي «…»: somebody known by his family alone.
        if (speaks && IsFamily(at)) return register.Enter(phrase);
        return passage.Names.IsGiven(Tokens[at].Folded) && (speaks || passage.Occurrences(at).Skip(1).Any()) ? register.Enter(phrase) : null;
    }

    /// <summary>العريفي: a definite word with the ending of a family's name that no list has for anything else.</summary>
    private bool IsFamily(int at) => Tokens[at].Folded is ['ا', 'ل', not 'م', _, _, .., 'ي'] && WordShape.HasArticle(passage, at)
        && SpeakerSegment.AreNames(passage, at, at + 1) && !passage.Names.IsCommon(Tokens[at].Folded) && at + 1 < Tokens.Length
        && (ComplementMarkers.IsClause(Tokens[at + 1].Folded) || Tokens[at + 1].Folded == ":" || passage.MarkedFrom(at + 1) is { IsLong: true });

    private bool Follows(int at, string mark) => at + 1 < Tokens.Length && Tokens[at + 1].Folded == mark;

    private bool IsHonored(int name)
    {
        for (var i = name - 1; i >= Math.Max(0, name - 2) && Tokens[i].IsWord && WordShape.HasArticle(Tokens[i].Folded); i--)
            if (passage.Names.IsTitle(Tokens[i].Folded)) return true;
        return false;
    }

    /// <summary>المغنية الإسرائيلية: whose name stands behind the same words elsewhere.</summary>
    private RegisteredPerson? NextTo(TokenRange title, Gender gender)
    {
        if (title.Length is < 2 or > 4) return null;
        foreach (var place in passage.Occurrences(title.Start))
        {
            var end = place + title.Length;
            if (place == title.Start || end >= Tokens.Length || !Tokens[end].IsWord) continue;
            var same = true;
            for (var k = 1; k < title.Length && same; k++) same = Tokens[place + k].Folded == Tokens[title.Start + k].Folded;
            if (same && register.Find([Tokens[end].Folded], gender) is { } person) return person;
        }

        return null;
    }

    /// <summary>Enters the full name of a surname or first name that speaks anywhere, before anybody is resolved.</summary>
    public void Complete(SpeakerPhrase phrase, Gender gender)
    {
        if (phrase.Kind == SpeakerKind.Mention && register.Find(PersonRegister.NameWords(Tokens, phrase.Name), gender) is null
            && FullName(phrase, gender) is { Role.Length: 0 } person && PostBefore(phrase.Name.Start) is { } post)
            person.Describe(post);
    }

    /// <summary>المغنية الإسرائيلية before نيتا at another place.</summary>
    private TokenRange? PostBefore(int name)
    {
        foreach (var place in passage.Occurrences(name))
            for (var start = place - 1; start >= Math.Max(0, place - 2) && Tokens[start].IsWord
                && WordShape.HasArticle(Tokens[start].Folded); start--)
                if (passage.Names.Role(Proclitics.WithoutArticle(Tokens[start].Folded)) is not null
                    || passage.Names.Role(Tokens[start].Folded) is not null)
                    return new TokenRange(start, place);
        return null;
    }

    /// <summary>A surname that speaks was named in full somewhere: the word before it there is the first name.</summary>
    private RegisteredPerson? FullName(SpeakerPhrase phrase, Gender gender)
    {
        var surname = phrase.Name.End - 1;
        if (passage.Names.NeverName(Tokens[surname].Folded)) return null;
        foreach (var place in passage.Occurrences(surname))
        {
            var first = place - 1;
            if (place == surname || first < 0 || passage.CueAt(first) is not null) continue;
            var joined = StartOfJoined(first);
            if (joined >= 0) passage.Detach(first = joined);
            var given = joined >= 0 || NameEvidence.HasEvidence(passage, first, Tokens.Length);
            if (given && Tokens[first].IsWord)
                return register.Enter(new SpeakerPhrase(SpeakerKind.Person, new TokenRange(first, place + 1), new TokenRange(first, place + 1),
                    default, gender, Sure: true));
            // نيتا بارزيلاي: the word that speaks is the first name.
            if (NameEvidence.IsUnknownIndefinite(passage, place + 1, Tokens.Length)
                && !NameRecognizer.IsPredicate(passage, place + 1, Tokens.Length, SpeakerPlace.Anywhere)
                && NameRecognizer.IsOver(passage, place + 2, Tokens.Length))
                return register.Enter(new SpeakerPhrase(SpeakerKind.Person, new TokenRange(place, place + 2), new TokenRange(place, place + 2),
                    default, gender, Sure: true));
            // بغداد بونجاح مهاجم المنتخب: spelled like a place, with a post behind it.
            var behind = place + (Follows(place, "،") ? 2 : 1);
            var post = passage.Names.IsBody(Tokens[first].Folded) && SpeakerSegment.PostAt(passage, behind, Tokens.Length);
            if (!given && !post && (passage.Last(first) is 'ة' or 'ت' || passage.Names.IsGiven(Tokens[surname].Folded)
                || WordShape.HasArticle(Tokens[surname].Folded) || !NameEvidence.IsUnknownIndefinite(passage, first, place)))
                continue;
            var title = post ? new TokenRange(behind,
                TitleExtent.End(passage, behind, Circumstances.EndOfPhrase(passage, behind, passage.SentenceAt(place).End))) : default;
            return register.Enter(new SpeakerPhrase(SpeakerKind.Person, new TokenRange(first, place + 1), new TokenRange(first, place + 1), title,
                gender, Sure: true));
        }

        return null;
    }

    /// <summary>سامي الحداد وزياد المكاري: where the given names begin of which the first is joined to a list; -1 where none is.</summary>
    private int StartOfJoined(int last)
    {
        var i = last;
        while (i > 0 && i > last - MostGiven && passage.Names.IsGiven(Tokens[i].Folded)) i--;
        return Tokens[i].Folded is ['و', _, _, _, ..] joined && passage.Names.IsGiven(joined[1..]) && !passage.Names.IsGiven(joined) ? i : -1;
    }
}
