namespace PressIngest.Extraction.Quotations;

/// <summary>Reads what stands between two commas as a speaker or a part of one.</summary>
internal static class SpeakerSegment
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
        else if (honored.Any && p + 2 < end && passage.Tokens[p].Folded.StartsWith("المت", StringComparison.Ordinal) && !passage.Names.IsGiven(passage.Tokens[p].Folded)
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
            return SpeakerPhrase.Of(SpeakerKind.StandIn, at, p + 2, NameLexicon.GenderOfRole(passage.Tokens[p + 1].Folded) == Gender.Feminine ? Gender.Feminine : Gender.Unknown);
        if (IsSame(passage, p + 1, end))
            return SpeakerPhrase.Of(SpeakerKind.StandIn, at, p + 2, NameLexicon.GenderOfRole(token.Folded) == Gender.Feminine ? Gender.Feminine
                : Gender.Unknown);
        if (!honored.Any && passage.Names.IsUnnamed(passage.Tokens, p, end)) return SpeakerPhrase.Of(SpeakerKind.Unnamed, p, TitleExtent.End(passage, p, end));
        // أمير سعيد إيرواني: a post that governs nothing is a first name.
        var prince = token.Folded is "امير" or "امين" && p + 2 < end && passage.Names.IsGiven(passage.Tokens[p + 1]) && !passage.Names.IsBody(passage.Tokens[p + 1].Folded);
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
            && NameEvidence.HasEvidence(passage, player.Start, end) && WordShape.HasArticle(passage, player.Start - 1)) return PostThenName(passage, at, p, end, place);
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
                || (passage.Names.IsTitle(token.Folded) && !(i == from && passage.Names.IsEverydayTitle(token.Folded) && !WordShape.HasArticle(passage, i)))
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
            if (p > at && passage.Names.IsEverydayTitle(passage.Tokens[p].Folded) && !WordShape.HasArticle(passage, p) && WordShape.HasArticle(passage, p - 1)) break;
            if (p + length + 1 < end && passage.Tokens[p + length].Folded is "/" or "\\" && passage.Tokens[p + length + 1].IsWord) length++;
            // الفريق، الشاب، الشهيد are nouns of everyday as well: titles only where a name follows.
            if (p == at && IsEveryday(passage, p) && !NameFollows(passage, p + length, end)) break;
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
        if (passage.Names.IsGiven(passage.Tokens[p]) && !WordShape.HasArticle(passage, p + 1) && passage.Names.Role(next) is "صاحب" or "مدير" or "رييس" or "عضو" or "موظف" or "طالب" or "عامل" or "تاجر") return false;
        return !passage.Names.IsBinding(next) && (passage.Names.IsOrganization(passage.Tokens, p + 1, end) || next is "عام" or "العام" || p + 2 < end);
    }

    private static SpeakerPhrase PostThenName(Passage passage, int at, int p, int end, SpeakerPlace place)
    {
        var gender = NameLexicon.GenderOfRole(passage.Tokens[p].Folded);
        var close = TitleExtent.End(passage, p, end);
        var name = NameInTitle.Find(passage, p, close, place);
        if (name.Length == 0) return new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, close), default, new TokenRange(p, close), gender, Sure: false);
        // والدة الطفل منى: what could be an honorific is whose mother she is.
        var roleEnd = passage.Names.IsKin(passage.Tokens[p].Folded) ? name.Start : NameInTitle.BackOverHonorifics(passage, p, name.Start);
        var given = passage.Names.GenderOfGiven(passage.Tokens[name.Start].Folded);
        if (gender == Gender.Masculine && given == Gender.Feminine) gender = given;
        var after = name.End;
        while (after < end && QuotationMarks.IsMark(passage.Tokens[after])) after++;
        var trailing = place == SpeakerPlace.BeforeWords && PostAt(passage, after, end) ? TitleExtent.End(passage, after, end) : name.End;
        // والد الطفل أحمد …: the name is the child's, and nobody speaks by it.
        if (IsOfRelative(passage, p, roleEnd, name, gender))
            return new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, name.End), name, new TokenRange(p, name.End), gender, Sure: false);
        var role = Origin.Is(passage, p, roleEnd) ? default : TitleExtent.WithoutLife(passage, new TokenRange(p, roleEnd));
        if (trailing - after > role.Length) role = new TokenRange(after, trailing);
        return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(at, Math.Max(name.End, trailing)), name, role, gender, Sure: true);
    }

    /// <summary>
    /// المغردة فاطمة …: a profession that no list knows, or where somebody comes from (الإيطالي روبرتو …), where a name follows it; alone,
    /// a surname or a body.
    /// </summary>
    private static SpeakerPhrase DefiniteThenName(Passage passage, int p, int end, SpeakerPlace place, bool apposed)
    {
        if (passage.Names.NeverName(passage.Tokens[p].Folded)) return default;
        var k = p;
        while (k < end && passage.Tokens[k].IsWord && WordShape.HasArticle(passage.Tokens[k].Folded) && !NameEvidence.HasEvidence(passage, k, end)) k++;
        // المتفقد العام للتربية لطفي …: what the post is for stands between it and a known name.
        if (k < end && place != SpeakerPlace.Anywhere && passage.Tokens[k].Folded.StartsWith("لل", StringComparison.Ordinal))
        {
            var of = k + 1;
            while (of < end && passage.Tokens[of].IsWord && WordShape.HasArticle(passage.Tokens[of].Folded) && !NameEvidence.HasEvidence(passage, of, end)) of++;
            if (of > k && NameEvidence.HasEvidence(passage, of, end)) k = of;
        }

        // قال الأسعد الأشعلي وزير الفلاحة: definite words right behind the verb, and an indefinite post.
        if (k - p is 2 or 3 && p > 0 && passage.CueAt(p - 1) is { Form.Participle: false } && PostAt(passage, k, end) && !WordShape.HasArticle(passage, k) && AreNames(passage, p, k))
        {
            var office = new TokenRange(k, TitleExtent.End(passage, k, end));
            return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(p, office.End), new TokenRange(p, k), office, NameLexicon.GenderOfRole(passage.Tokens[k].Folded), Sure: true);
        }

        if (IsSurnameFirst(passage, p, k, end))
        {
            var post = PostAt(passage, k + 1, end) ? new TokenRange(k + 1, TitleExtent.End(passage, k + 1, end)) : default;
            return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(p, Math.Max(k + 1, post.End)), new TokenRange(p, k + 1), post,
                passage.Names.GenderOfGiven(passage.Tokens[k].Folded), Sure: true);
        }

        // المجني عليها سعاد: the participle's own preposition.
        if (k < end && passage.Tokens[k].Folded is "عليه" or "عليها" && NameEvidence.HasEvidence(passage, k + 1, end)) k++;
        // اللاجئة في لبنان فاطمة …: where she is stands between what she is and her name.
        if (k + 2 < end && passage.Tokens[k].Folded == "في" && passage.Names.IsBody(passage.Tokens[k + 1].Folded)
            && NameEvidence.HasEvidence(passage, k + 2, end))
            k += 2;
        var honored = Honorifics(passage, k, end);
        var known = honored.Any || NameEvidence.HasEvidence(passage, k, end);
        var recurring = !known && NameEvidence.IsRecurring(passage, k, end);
        var nameEnd = known || recurring
            || (place != SpeakerPlace.Anywhere && NameEvidence.IsUnknownIndefinite(passage, k, end))
            ? NameRecognizer.EndOfName(passage, honored.End, end, place, behindPost: true) : k;
        if (nameEnd > honored.End
            && ((known && (honored.Any || place != SpeakerPlace.Anywhere || nameEnd - honored.End > 1)) || recurring
            || (nameEnd - honored.End > 1 && NameRecognizer.IsOver(passage, nameEnd, end)
            && (apposed || place == SpeakerPlace.BeforeWords || PostAt(passage, nameEnd, end)))))
        {
            var role = Origin.Is(passage, p, k) || NameEvidence.IsByName(passage, Math.Max(p - 1, 0)) ? default : new TokenRange(p, k);
            if (PostAt(passage, nameEnd, end)) role = new TokenRange(nameEnd, TitleExtent.End(passage, nameEnd, end));
            var range = new TokenRange(p, Math.Max(nameEnd, role.End));
            var given = passage.Names.GenderOfGiven(passage.Tokens[honored.End].Folded);
            return new SpeakerPhrase(SpeakerKind.Person, range, new TokenRange(honored.End, nameEnd), role,
                given == Gender.Unknown ? NameLexicon.GenderOfRole(passage.Tokens[p].Folded) : given, Sure: true);
        }

        // وافتتح الحداد اللقاء: a surname that the article gives elsewhere, and the object.
        var surname = k > p + 1 && NameEvidence.IsSurnameElsewhere(passage, p) && !NameEvidence.IsSurnameElsewhere(passage, p + 1);
        if (surname) k = p + 1;
        var alone = k == p + 1;
        var name = alone ? new TokenRange(p, p + 1) : default;
        return new SpeakerPhrase(alone ? SpeakerKind.Mention : SpeakerKind.Body, new TokenRange(p, k), name, default, Gender.Unknown, Sure: false);
    }

    /// <summary>Definite words that no list has for anything but names.</summary>
    public static bool AreNames(Passage passage, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var folded = passage.Tokens[i].Folded;
            if (!WordShape.HasArticle(passage, i) || passage.Names.Role(folded) is not null || passage.Names.IsOrganization(passage.Tokens, i, to)
                || passage.Names.IsBody(folded) || passage.Names.NeverName(folded) || passage.Names.IsUnnamed(passage.Tokens, i, to)
                || passage.Names.IsNationality(folded) || passage.Speech.Circumstances.Contains(folded))
                return false;
        }

        return true;
    }

    /// <summary>A word that no list knows as anything, whatever particle it seems to begin with.</summary>
    private static bool IsLoose(Passage passage, int at, int end)
    {
        var token = passage.Tokens[at];
        return token.IsWord && token.Folded.Length > 3 && !WordShape.HasArticle(passage, at) && !WordShape.HasParticleAndArticle(token.Folded) && !WordShape.HasTanween(passage, at)
            && passage.Names.Role(token.Folded) is null && passage.CueAt(at) is null && !passage.Names.NeverName(token.Folded) && !passage.Names.IsBody(token.Folded)
            && !passage.Names.IsOrganization(passage.Tokens, at, end) && !passage.Speech.Circumstances.Contains(token.Folded)
            && !(token.Folded[0] is 'ل' or 'ب' or 'و' && (passage.Names.IsOrganization(token.Folded[1..]) || passage.Names.IsBody(token.Folded[1..])
                || passage.Names.IsPlace(token.Folded[1..]) || passage.Names.Role(token.Folded[1..]) is not null));
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

    /// <summary>صرح العلوي عمر: a surname before a first name that has no other behind it; المصري عمر is where he comes from.</summary>
    private static bool IsSurnameFirst(Passage passage, int p, int k, int end) => k == p + 1 && p > 0 && passage.CueAt(p - 1) is not null
        && passage.Tokens[p].Folded[^1] == 'ي' && NameEvidence.HasEvidence(passage, k, end) && passage.Names.IsGiven(passage.Tokens[k])
        && !passage.Names.IsNationality(passage.Tokens[p].Folded)
        && (k + 1 >= end || !passage.Tokens[k + 1].IsWord || ComplementMarkers.IsClause(passage.Tokens[k + 1].Folded) || PostAt(passage, k + 1, end));

    /// <summary>فلان وزير الصحة ووالي الخرطوم الدكتور فلان: the second post is of the next person, where one follows it.</summary>
    private static int NextHolder(Passage passage, int post, int end)
    {
        const int longestPost = 6;
        for (var i = post + 1; i < end; i++)
        {
            if (passage.Tokens[i].Folded is not ['و', _, _, _, ..] || passage.Names.Role(passage.Tokens[i].Folded[1..]) is null) continue;
            for (var k = i + 1; k < Math.Min(end, i + longestPost); k++)
                if (passage.Names.Honorific(passage.Tokens, k, end).Length > 0 || NameEvidence.HasEvidence(passage, k, end)) return i;
        }

        return end;
    }

    private static SpeakerPhrase NameThenPost(Passage passage, int at, int p, int end, bool honored, Gender gender, bool known, SpeakerPlace place, bool apposed)
    {
        var token = passage.Tokens[p];
        var latin = WordShape.IsLatin(token);
        if (!known && !honored && place != SpeakerPlace.BeforeWords && !apposed)
        {
            // طالب كاردوفا الحكومة …: a surname that the article comes back to, before the object of a verb.
            return place == SpeakerPlace.BehindCue && p == at
                && (NameEvidence.IsSurnameElsewhere(passage, p) || (passage.Recurs(p) && NameEvidence.IsUnknownIndefinite(passage, p, end)))
                ? new SpeakerPhrase(SpeakerKind.Mention, new TokenRange(p, p + 1), new TokenRange(p, p + 1), default, Gender.Unknown, Sure: false) : default;
        }

        if (!known && !honored && !latin && !WordShape.HasArticle(passage, p) && !NameEvidence.IsUnknownIndefinite(passage, p, end)
            && !NameEvidence.IsSurnameElsewhere(passage, p))
            return default;
        var nameEnd = NameRecognizer.EndOfName(passage, p, end, place);
        if (nameEnd == p) return honored ? Honor(at, p, gender) : default;
        // قال سميح بدران رئيس الشعبة: between a name and a post stands the rest of the name, whatever it looks like.
        if (nameEnd - p == 1 && place != SpeakerPlace.Anywhere && nameEnd + 1 < end && PostAt(passage, nameEnd + 1, end) && !WordShape.HasArticle(passage, nameEnd + 1) && IsLoose(passage, nameEnd, end))
            nameEnd++;
        // Away from a cue an unknown name must fill the room between two commas beside its post.
        if (!known && !honored && place == SpeakerPlace.Anywhere && (nameEnd < end || nameEnd - p < 2)) return default;
        // كرم الرئيس التنفيذي سامي …: a verb spelled like a name, before its subject.
        if (known && !honored && nameEnd - p == 1 && PostAt(passage, nameEnd, end)
            && (WordShape.HasArticle(passage, nameEnd) || passage.SentenceAt(p).Start == p)
            && NameInTitle.Find(passage, nameEnd, end, place) is { Length: > 1 } holder && NameEvidence.HasEvidence(passage, holder.Start, end))
            return default;
        if (gender == Gender.Unknown) gender = passage.Names.GenderOfGiven(token.Folded);
        var next = nameEnd;
        while (next < end && QuotationMarks.IsMark(passage.Tokens[next])) next++;
        next = Origin.EndBehindName(passage, next, end);
        if (next + 1 < end && passage.Tokens[next].Folded is "وهو" or "وهي" && PostAt(passage, next + 1, end)) next++;
        var role = default(TokenRange);
        if (PostAt(passage, next, end))
        {
            role = TitleExtent.WithoutLife(passage,
                new TokenRange(next, TitleExtent.End(passage, next, NextHolder(passage, next, NameInTitle.EndBeforeObject(passage, next, end)))));
            if (NameLexicon.GenderOfRole(passage.Tokens[next].Folded) == Gender.Feminine) gender = Gender.Feminine;
        }

        var range = new TokenRange(at, role.Length > 0 ? role.End : next);
        var sure = honored || role.Length > 0
            || (known && nameEnd - p > 1 && (NameRecognizer.IsOver(passage, nameEnd, end) || passage.Recurs(nameEnd - 1)))
            || (apposed && nameEnd - p > 1);
        // فاطمة (30 عاما): a person by her first name only.
        if (known && nameEnd - p == 1 && nameEnd + 1 < passage.Tokens.Length && passage.Tokens[nameEnd].Folded == "(" && passage.Tokens[nameEnd + 1].Kind == TokenKind.Number)
            return new SpeakerPhrase(SpeakerKind.Person, range, new TokenRange(p, nameEnd), role, gender, Sure: true);
        if (nameEnd - p == 1 && role.Length == 0 && !apposed)
            return new SpeakerPhrase(latin
                && !honored ? SpeakerKind.Body : SpeakerKind.Mention, range, new TokenRange(p, nameEnd), default, gender, honored);
        // Words that no list knows are a person's where nothing but their end follows.
        if (!sure && !known && (latin || !NameRecognizer.IsOver(passage, nameEnd, end))) return SpeakerPhrase.Of(SpeakerKind.Body, p, nameEnd);
        return new SpeakerPhrase(SpeakerKind.Person, range, new TokenRange(p, nameEnd), role, gender, sure);
    }
}
