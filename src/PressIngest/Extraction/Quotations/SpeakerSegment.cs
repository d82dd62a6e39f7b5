namespace PressIngest.Extraction.Quotations;

/// <summary>Reads what stands between two commas as a speaker or a part of one.</summary>
internal static partial class SpeakerSegment
{
    public static SpeakerPhrase Read(Passage passage, int at, int end, SpeakerPlace place, bool apposed)
    {
        var honored = Honorifics(passage, at, end);
        var p = honored.End;
        while (p < end && QuotationMarks.IsMark(passage.Tokens[p])) p++;
        // السيدة الفلسطينية أم محمد: where she comes from stands between her title and her name.
        if (p == at + 1 && honored.Any && p + 1 < end && Origin.IsNisba(passage, p) && passage.Names.Role(passage.Tokens[at].Folded) is not null
            && passage.Names.IsNationality(passage.Tokens[p].Folded)) return PostThenName(passage, at, at, end, place);
        if (honored.Any && p + 1 < end && Origin.IsNisba(passage, p) && NameEvidence.HasEvidence(passage, p + 1, end)) p++;
        // الأستاذ المتقاعد سامي …: a participle of his.
        else if (honored.Any && p + 2 < end && passage.Tokens[p].Folded.StartsWith("المت", StringComparison.Ordinal)
            && !passage.Names.IsGiven(passage.Tokens[p].Folded)
            && passage.Names.Role(passage.Tokens[p].Folded) is null && NameEvidence.HasEvidence(passage, p + 1, end)) p++;
        if (p >= end) return honored.Any ? Honor(at, honored.End, honored.Gender) : default;
        var token = passage.Tokens[p];
        // المهندس بالمعهد الوطني فلان: with a body behind it the title is his post.
        if (p == at + 1 && honored.Any && place != SpeakerPlace.Anywhere && token.IsWord && token.Folded.StartsWith("بال", StringComparison.Ordinal)
            && WordShape.HasArticle(passage, at) && !passage.Names.IsGiven(token.Folded))
            return PostThenName(passage, at, at, end, place);
        if (token.Kind == TokenKind.Number) return SpeakerPhrase.Of(SpeakerKind.Unnamed, p, end);
        if (!token.IsWord) return default;
        if (passage.Names.StandIn(token.Folded) is { } standIn) return SpeakerPhrase.Of(SpeakerKind.StandIn, at, p + 1, standIn);
        if (!honored.Any && passage.Names.Described(token.Folded) is { } described && !NameEvidence.HasEvidence(passage, p + 1, end))
            return SpeakerPhrase.Of(SpeakerKind.StandIn, at, PastAdjectives(passage, p + 1, end), described);
        // ذات المتحدث، نفس المسؤول.
        if (token.Folded is "ذات" or "نفس" && p + 1 < end && WordShape.HasArticle(passage, p + 1))
            return SpeakerPhrase.Of(SpeakerKind.StandIn, at, p + 2, NameLexicon.GenderOfRole(passage.Tokens[p + 1].Folded) == Gender.Feminine
                ? Gender.Feminine : Gender.Unknown);
        if (IsSame(passage, p + 1, end))
            return SpeakerPhrase.Of(SpeakerKind.StandIn, at, p + 2, NameLexicon.GenderOfRole(token.Folded) == Gender.Feminine ? Gender.Feminine
                : Gender.Unknown);
        if (!honored.Any && passage.Names.IsUnnamed(passage.Tokens, p, end)) return SpeakerPhrase.Of(SpeakerKind.Unnamed, p,
            TitleExtent.End(passage, p, end));
        // أمير سعيد إيرواني: a post that governs nothing is a first name.
        var prince = token.Folded is "امير" or "امين" && p + 2 < end && passage.Names.IsGiven(passage.Tokens[p + 1])
            && !passage.Names.IsBody(passage.Tokens[p + 1].Folded);
        prince |= token.Folded is "امير" or "امين" && apposed && end - p == 2 && AreNames(passage, p + 1, end);
        var name = prince || (NameEvidence.HasEvidence(passage, p, end) && !IsPost(passage, p, end));
        var plain = honored.Any && apposed && place != SpeakerPlace.Anywhere && end - p is 2 or 3 && IsPlainWords(passage, p, end);
        // مؤسسة is a foundation, but for مؤسسة الحملة فلانة.
        if (!name && !plain && IsFoundation(passage, p, end)) return SpeakerPhrase.Of(SpeakerKind.Body, p, TitleExtent.End(passage, p, end));
        if (!name && !plain && (passage.Names.Role(token.Folded) is not null
            || ((place == SpeakerPlace.Anywhere || apposed) && passage.Names.IsJoinedRole(token.Folded))))
            return PostThenName(passage, at, p, end, place);
        if (!name && !honored.Any)
        {
            if (passage.Names.IsOrganization(passage.Tokens, p, end) || passage.Names.Body(passage.Tokens, p, end) > 0)
                return SpeakerPhrase.Of(SpeakerKind.Body, p, TitleExtent.End(passage, p, end));
            if (WordShape.HasArticle(passage, p)) return DefiniteThenName(passage, p, end, place, apposed);
        }

        // الدكتورة سيدة مشرف، المدير العام: between an honorific and the comma before a post all words are the name, posts though they may be.
        if (plain)
            return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(at, end), new TokenRange(p, end), default, honored.Gender, Sure: true);
        // كبير المفاوضين الفلسطينيين صائب …: a post that no list knows.
        if (!name && !honored.Any && place == SpeakerPlace.BeforeWords && p + 2 < end && !passage.Names.EndsName(passage.Tokens[p + 1].Folded)
            && passage.Tokens[p + 1].IsWord && WordShape.HasArticle(passage.Tokens[p + 1].Folded)
            && NameInTitle.Find(passage, p, end, place) is { Length: > 1 } held
                && NameEvidence.HasEvidence(passage, held.Start, end)) return PostThenName(passage, at, p, end, place);
        // متوسط ميدان الترجي الرياضي خالد …: so with its body, before a name that shows itself.
        if (!name && !honored.Any && place == SpeakerPlace.BeforeWords && p + 3 < end && NameEvidence.IsUnknownIndefinite(passage, p, end)
            && NameInTitle.Find(passage, p, end, place) is { Length: > 1 } player && player.Start > p + 2 && player.End == end
            && NameEvidence.HasEvidence(passage, player.Start, end)
            && WordShape.HasArticle(passage, player.Start - 1)) return PostThenName(passage, at, p, end, place);
        return NameThenPost(passage, at, p, end, honored.Any, honored.Gender, name, place, apposed);
    }

    private static bool IsFoundation(Passage passage, int at, int end)
    {
        if (!(passage.Tokens[at].Is("موسسه") || passage.Tokens[at].Is("الموسسه"))) return false;
        if (at + 1 >= end || !passage.Tokens[at + 1].IsWord) return true;
        var next = passage.Tokens[at + 1].Folded;
        return !(passage.Names.IsOrganization(passage.Tokens, at + 1, end) || passage.Names.IsJoinedRole(next) || next is "ومديره" or "ورييسه");
    }

    /// <summary>الأم المكلومة: definite words go on with a definite noun.</summary>
    private static int PastAdjectives(Passage passage, int at, int end)
    {
        while (at < end && passage.Tokens[at].IsWord && WordShape.HasArticle(passage, at)
            && !passage.Names.NeverName(passage.Tokens[at].Folded)) at++;
        return at;
    }

    private static bool IsPlainWords(Passage passage, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var token = passage.Tokens[i];
            if (!token.IsWord || passage.Names.NeverName(token.Folded)
                || (passage.Names.IsTitle(token.Folded)
                && !(i == from && passage.Names.IsEverydayTitle(token.Folded) && !WordShape.HasArticle(passage, i)))
                || passage.Names.IsOrganization(passage.Tokens, i, to) || WordShape.HasParticleAndArticle(token.Folded))
                return false;
        }

        return !WordShape.HasArticle(passage, from);
    }

    /// <summary>The honorifics at a token: where they end, and whom they are said of.</summary>
    public static (int End, bool Any, Gender Gender) Honorifics(Passage passage, int at, int end)
    {
        var gender = Gender.Unknown;
        var p = at;
        while (p < end)
        {
            var (length, of) = passage.Names.Honorific(passage.Tokens, p, end);
            if (length == 0) break;
            // الدكتورة سيدة مشرف: behind a title with its article one without is a name.
            if (p > at && passage.Names.IsEverydayTitle(passage.Tokens[p].Folded) && !WordShape.HasArticle(passage, p)
                && WordShape.HasArticle(passage, p - 1)) break;
            if (p + length + 1 < end && passage.Tokens[p + length].Folded is "/" or "\\" && passage.Tokens[p + length + 1].IsWord) length++;
            // الفريق، الشاب، الشهيد are nouns of everyday as well: titles only where a name follows, or a stroke that sets it off.
            if (p == at && passage.Tokens[p + length - 1].IsWord && IsEveryday(passage, p) && !NameFollows(passage, p + length, end)) break;
            if (of != Gender.Unknown && gender == Gender.Unknown) gender = of;
            p += length;
        }

        return (p, p > at, gender);
    }

    private static bool IsEveryday(Passage passage, int at) => passage.Tokens[at].Folded is var folded
        && (passage.Names.IsEverydayTitle(folded) || (folded is ['و' or 'ل' or 'ب', _, _, _, _, ..] && passage.Names.IsEverydayTitle(folded[1..])));

    /// <summary>المتحدث ذاته، المصدر نفسه: whoever was speaking.</summary>
    private static bool IsSame(Passage passage, int at, int end) => at < end && WordShape.HasArticle(passage.Tokens[at - 1].Folded)
        && passage.Tokens[at].Folded is "ذاته" or "نفسه" or "ذاتها" or "نفسها" or "عينه" or "اياه";

    /// <summary>The name in marks as well: الشهيد "فلان".</summary>
    private static bool NameFollows(Passage passage, int at, int end) => PlainNameFollows(passage, at, end)
        || (at + 1 < end && QuotationMarks.IsMark(passage.Tokens[at]) && NameEvidence.HasEvidence(passage, at + 1, end));

    private static bool PlainNameFollows(Passage passage, int at, int end) =>
        at < end && (NameEvidence.HasEvidence(passage, at, end) || passage.Names.Honorific(passage.Tokens, at, end).Length > 0
        || (passage.Tokens[at].IsWord
            && (passage.Names.Role(passage.Tokens[at].Folded) is null && NameEvidence.IsUnknownIndefinite(passage, at, end)
            || (WordShape.HasArticle(passage.Tokens[at].Folded) && passage.Recurs(at) && !passage.Names.IsBody(passage.Tokens[at].Folded)))
            && NameRecognizer.IsOver(passage, at + 1, end))
        // ونوهت السيدة سلتوم نجه بأهمية …: two such words and no more.
        || (at + 1 < end && NameEvidence.IsUnknownIndefinite(passage, at, end) && NameEvidence.IsUnknownIndefinite(passage, at + 1, end)
            && NameRecognizer.IsOver(passage, at + 2, end))
        // يقول الشاب ذيزن الحداد: an unknown first name and a surname, right behind the cue.
        || (at > 1 && passage.CueAt(at - 2) is not null && passage.Names.Role(passage.Tokens[at].Folded) is null
            && NameEvidence.IsUnknownIndefinite(passage, at, end) && at + 1 < end && WordShape.HasArticle(passage, at + 1)
            && (NameRecognizer.IsOver(passage, at + 2, end) || passage.Tokens[at + 2].Folded == "ل")));

    private static SpeakerPhrase Honor(int at, int end, Gender gender) =>
        new(SpeakerKind.Title, new TokenRange(at, end), default, new TokenRange(at, end), gender, Sure: false);

    /// <summary>A word that is both a name and a post (أمين، عميد، رائد) is the post where more of a title follows.</summary>
    private static bool IsPost(Passage passage, int p, int end)
    {
        if (passage.Names.Role(passage.Tokens[p].Folded) is null || p + 1 >= end || !passage.Tokens[p + 1].IsWord) return false;
        var next = passage.Tokens[p + 1].Folded;
        // قال رائد صاحب بقالية: a post governs no other post.
        if (passage.Names.IsGiven(passage.Tokens[p]) && !WordShape.HasArticle(passage, p + 1)
            && passage.Names.Role(next) is "صاحب" or "مدير" or "رييس" or "عضو" or "موظف" or "طالب" or "عامل" or "تاجر") return false;
        return !passage.Names.IsBinding(next) && !passage.Names.EndsName(next)
            && (passage.Names.IsOrganization(passage.Tokens, p + 1, end) || next is "عام" or "العام" || p + 2 < end);
    }

    private static SpeakerPhrase PostThenName(Passage passage, int at, int p, int end, SpeakerPlace place)
    {
        var gender = NameLexicon.GenderOfRole(passage.Tokens[p].Folded);
        var close = TitleExtent.End(passage, p, end);
        var name = NameInTitle.Find(passage, p, close, place);
        if (name.Length == 0) return new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, close), default, new TokenRange(p, close), gender,
            Sure: false);
        // والدة الطفل منى: what could be an honorific is whose mother she is.
        var roleEnd = passage.Names.IsKin(passage.Tokens[p].Folded) ? name.Start : NameInTitle.BackOverHonorifics(passage, p, name.Start);
        var given = passage.Names.GenderOfGiven(passage.Tokens[name.Start].Folded);
        if (gender == Gender.Masculine && given == Gender.Feminine) gender = given;
        var after = name.End;
        while (after < end && QuotationMarks.IsMark(passage.Tokens[after])) after++;
        var trailing = place == SpeakerPlace.BeforeWords && PostAt(passage, after, end) ? TitleExtent.End(passage, after, end) : name.End;
        // والد الطفل أحمد …: the name is the child's, and nobody speaks by it.
        if (IsOfRelative(passage, p, roleEnd, name, gender))
            return new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, close), name, new TokenRange(p, close), gender, Sure: false);
        var role = Origin.Is(passage, p, roleEnd) ? default : TitleExtent.WithoutLife(passage, new TokenRange(p, roleEnd));
        if (trailing - after > role.Length) role = new TokenRange(after, trailing);
        return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(at, Math.Max(name.End, trailing)), name, role, gender, Sure: true);
    }

    public static bool PostAt(Passage passage, int at, int end) => at < end && passage.Tokens[at].IsWord
        && passage.Names.Role(passage.Tokens[at].Folded) is not null
        && !TitleExtent.IsInFrontOf(passage, at);

    /// <summary>والد سامي، نجل الفنان سامي: the name is another's, unless of the relative's gender and not that of the title before it.</summary>
    private static bool IsOfRelative(Passage passage, int post, int end, TokenRange name, Gender gender)
    {
        if (!passage.Names.IsKin(passage.Tokens[post].Folded) || WordShape.HasPronoun(passage, post)) return false;
        var next = post + 1;
        if (next >= name.Start || QuotationMarks.IsMark(passage.Tokens[next])) return true;
        var titled = next < name.Start && WordShape.HasArticle(passage, next)
            && (passage.Names.IsTitle(passage.Tokens[next].Folded) || passage.Names.Role(passage.Tokens[next].Folded) is not null);
        // والدة الطفل منى: a woman, and no boy's name.
        return titled && !(gender == Gender.Feminine && passage.Names.GenderOfGiven(passage.Tokens[name.Start].Folded) == Gender.Feminine
            && NameLexicon.GenderOfRole(passage.Tokens[next].Folded) == Gender.Masculine);
    }
}
