namespace PressIngest.Extraction.Quotations;

/// <summary>A name and the post behind it, and definite words before a name.</summary>
internal static partial class SpeakerSegment
{
    /// <summary>
    /// المغردة فاطمة …: a profession that no list knows, or where somebody comes from (الإيطالي روبرتو …), where a name follows it; alone,
    /// a surname or a body.
    /// </summary>
    private static SpeakerPhrase DefiniteThenName(Passage passage, int p, int end, SpeakerPlace place, bool apposed)
    {
        if (passage.Names.NeverName(passage.Tokens[p].Folded)) return default;
        var k = p;
        while (k < end && passage.Tokens[k].IsWord && WordShape.HasArticle(passage.Tokens[k].Folded)
            && passage.Tokens[k].Folded is not ("الذي" or "التي" or "الذين") && !NameEvidence.HasEvidence(passage, k, end)) k++;
        // المتفقد العام للتربية لطفي …: what the post is for stands between it and a known name.
        if (k < end && place != SpeakerPlace.Anywhere && passage.Tokens[k].Folded.StartsWith("لل", StringComparison.Ordinal))
        {
            var of = k + 1;
            while (of < end && passage.Tokens[of].IsWord && WordShape.HasArticle(passage.Tokens[of].Folded)
                && !NameEvidence.HasEvidence(passage, of, end)) of++;
            if (of > k && NameEvidence.HasEvidence(passage, of, end)) k = of;
        }

        // قال الأسعد الأشعلي وزير الفلاحة: definite words right behind the verb, and an indefinite post.
        if (k - p is 2 or 3 && p > 0 && passage.CueAt(p - 1) is { Form.Participle: false } && PostAt(passage, k, end)
            && !WordShape.HasArticle(passage, k) && AreNames(passage, p, k))
        {
            var office = new TokenRange(k, TitleExtent.End(passage, k, end));
            return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(p, office.End), new TokenRange(p, k), office,
                NameLexicon.GenderOfRole(passage.Tokens[k].Folded), Sure: true);
        }

        // قال الكاتبن حارس مرمى المنتخب سامي الحبيلي إن: a misspelt honorific, and a post that its name ends.
        if (k == p + 1 && place == SpeakerPlace.BeforeWords && passage.Tokens[p].Folded[^1] != 'ي' && PostAt(passage, k, end)
            && !WordShape.HasArticle(passage, k) && !NameEvidence.IsSurnameElsewhere(passage, p)
            && PostThenName(passage, p, k, end, place) is { Kind: SpeakerKind.Person, Sure: true } holder && holder.Name.End == end) return holder;
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

    private static SpeakerPhrase NameThenPost(Passage passage, int at, int p, int end, bool honored, Gender gender, bool known, SpeakerPlace place,
        bool apposed)
    {
        var token = passage.Tokens[p];
        var latin = WordShape.IsLatin(token);
        if (!known && !honored && place != SpeakerPlace.BeforeWords && !apposed)
        {
            // وأعرب كاردوف أركان عن …: two words that the article comes back to.
            if (place == SpeakerPlace.BehindCue && p == at && p > 0 && passage.CueAt(p - 1) is { Form.Participle: false } && p + 1 < end
                && !passage.Names.IsTitle(passage.Tokens[p + 1].Folded) && passage.Recurs(p) && passage.Recurs(p + 1)
                && NameEvidence.IsUnknownIndefinite(passage, p, end) && NameEvidence.IsUnknownIndefinite(passage, p + 1, end)
                && NameRecognizer.IsOver(passage, p + 2, end))
                return new SpeakerPhrase(SpeakerKind.Person, new TokenRange(p, p + 2), new TokenRange(p, p + 2), default, Gender.Unknown, Sure: true);
            // طالب كاردوفا الحكومة …: a surname that the article comes back to, before the object of a verb.
            return place == SpeakerPlace.BehindCue && p == at
                && (NameEvidence.IsSurnameElsewhere(passage, p) || (passage.Recurs(p) && NameEvidence.IsUnknownIndefinite(passage, p, end)))
                ? new SpeakerPhrase(SpeakerKind.Mention, new TokenRange(p, p + 1), new TokenRange(p, p + 1), default, Gender.Unknown, Sure: false)
                : default;
        }

        if (!known && !honored && !latin && !WordShape.HasArticle(passage, p) && !NameEvidence.IsUnknownIndefinite(passage, p, end)
            && !NameEvidence.IsSurnameElsewhere(passage, p))
            return default;
        var nameEnd = NameRecognizer.EndOfName(passage, p, end, place);
        if (nameEnd == p) return honored ? Honor(at, p, gender) : default;
        // وقال مثلا إن، علنا، حرفيا: an adverb, unless the article comes back to it.
        if (!known && !honored && !apposed && nameEnd - p == 1 && nameEnd == end && token.Folded is [_, _, _, .., 'ا'] && !latin
            && !passage.Recurs(p)) return default;
        // قال سميح بدران رئيس الشعبة: between a name and a post stands the rest of the name, whatever it looks like.
        if (nameEnd - p == 1 && place != SpeakerPlace.Anywhere && nameEnd + 1 < end && PostAt(passage, nameEnd + 1, end)
            && !WordShape.HasArticle(passage, nameEnd + 1) && IsLoose(passage, nameEnd, end))
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
        if (known && nameEnd - p == 1 && nameEnd + 1 < passage.Tokens.Length && passage.Tokens[nameEnd].Folded == "("
            && passage.Tokens[nameEnd + 1].Kind == TokenKind.Number)
            return new SpeakerPhrase(SpeakerKind.Person, range, new TokenRange(p, nameEnd), role, gender, Sure: true);
        if (nameEnd - p == 1 && role.Length == 0 && !apposed)
            return new SpeakerPhrase(latin
                && !honored ? SpeakerKind.Body : SpeakerKind.Mention, range, new TokenRange(p, nameEnd), default, gender, honored);
        // Words that no list knows are a person's where nothing but their end follows.
        if (!sure && !known && (latin || !NameRecognizer.IsOver(passage, nameEnd, end))) return SpeakerPhrase.Of(SpeakerKind.Body, p, nameEnd);
        return new SpeakerPhrase(SpeakerKind.Person, range, new TokenRange(p, nameEnd), role, gender, sure);
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

    /// <summary>A word that no list knows as anything, whatever particle it seems to begin with.</summary>
    private static bool IsLoose(Passage passage, int at, int end)
    {
        var token = passage.Tokens[at];
        return token.IsWord && token.Folded.Length > 3 && !WordShape.HasArticle(passage, at) && !WordShape.HasParticleAndArticle(token.Folded)
            && !WordShape.HasTanween(passage, at)
            && passage.Names.Role(token.Folded) is null && passage.CueAt(at) is null && !passage.Names.NeverName(token.Folded)
            && !passage.Names.IsBody(token.Folded)
            && !passage.Names.IsOrganization(passage.Tokens, at, end) && !passage.Speech.Circumstances.Contains(token.Folded)
            && !(token.Folded[0] is 'ل' or 'ب' or 'و' && (passage.Names.IsOrganization(token.Folded[1..]) || passage.Names.IsBody(token.Folded[1..])
                || passage.Names.IsPlace(token.Folded[1..]) || passage.Names.Role(token.Folded[1..]) is not null));
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
}
