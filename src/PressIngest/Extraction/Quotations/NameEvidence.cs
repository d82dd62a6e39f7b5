namespace PressIngest.Extraction.Quotations;

/// <summary>What a word by itself and the rest of the article say for its being a name.</summary>
internal static class NameEvidence
{
    /// <summary>True where a known given name or a particle that only names have stands at a token.</summary>
    public static bool HasEvidence(Passage passage, int at, int limit)
    {
        if (at >= limit || !passage.Tokens[at].IsWord || IsPreposition(passage, at, limit)) return false;
        var folded = passage.Tokens[at].Folded;
        // الله، الدين end names and begin none.
        if (WordShape.HasArticle(folded) && passage.Names.EndsName(folded)) return false;
        // سيدي بوزيد: a place that begins like a name.
        if (passage.Names.IsGiven(passage.Tokens[at])) return !IsByName(passage, at) && passage.Names.Body(passage.Tokens, at, limit) < 2;
        if (IsEverydayName(passage, at)) return true;
        // أبوالنصر، أبوعلي: written as one word.
        if (folded is ['ا', 'ب', 'و', _, _, _, ..] && (passage.Names.IsGiven(folded[3..]) || folded.AsSpan(3).StartsWith("ال"))) return true;
        if (at + 1 >= limit || !passage.Tokens[at + 1].IsWord) return false;
        var next = passage.Tokens[at + 1].Folded;
        // أما حمو كريم فقد بين: a word that is nothing else, and a given name.
        if (at > 0 && passage.Tokens[at - 1].Folded is "اما" or "واما" && passage.Names.IsGiven(passage.Tokens[at + 1])
            && IsUnknownIndefinite(passage, at, limit)) return true;
        // نافعة بنت ناشر: a word whose father is named is a name.
        if (next is "بن" or "بنت" && passage.Names.Role(folded) is null && !passage.Names.NeverName(folded) && !passage.Names.IsTitle(folded)
            && !passage.Names.IsCommon(folded) && !passage.Names.IsBinding(folded) && !passage.Names.IsBody(folded)
            && !passage.Names.IsOrganization(passage.Tokens, at, limit)
            && passage.CueAt(at) is null && !(at > 0 && WordShape.LooksVerbal(folded)))
            return true;
        // كامل أبوعلي: before a kunya in one word, a word that is nothing else.
        if (next is ['ا', 'ب', 'و', _, _, _, ..] && IsUnknownIndefinite(passage, at, limit) && HasEvidence(passage, at + 1, limit)) return true;
        // حسب الرسول، عوض الكريم.
        if (passage.Names.EndsName(next) && passage.Names.GivenPhrase(passage.Tokens, at, limit) > 1) return true;
        return folded switch
        {
            "ابو" or "عبد" or "فون" => true,
            // أم الشهداء is what she is called after, أم الخير her name.
            "ام" when passage.Names.IsTitle(next) || passage.Names.IsUnnamed(passage.Tokens, at + 1, limit) => false,
            "ام" => passage.Names.IsGiven(next) || (at > 0 && QuotationMarks.IsMark(passage.Tokens[at - 1]))
                || (at > 0 && passage.CueAt(at - 1) is not null),
            "ابن" or "ولد" => passage.Names.IsGiven(next)
                || (folded == "ابن" && at > 0 && passage.CueAt(at - 1) is not null && IsUnknownIndefinite(passage, at + 1, limit)),
            "ال" => passage.Tokens[at].Span.Length == 2 && !WordShape.HasArticle(next),
            _ => false,
        };
    }

    /// <summary>An indefinite word that no list knows and that nothing is attached to: a name, where syntax asks for one.</summary>
    public static bool IsUnknownIndefinite(Passage passage, int at, int limit)
    {
        if (at >= limit || !passage.Tokens[at].IsWord) return false;
        var folded = passage.Tokens[at].Folded;
        if (folded.Length < 2 || WordShape.HasArticle(passage, at) || WordShape.IsLatin(passage.Tokens[at]) || IsByName(passage, at)) return false;
        if (passage.Names.NeverName(folded) || passage.Names.Role(folded) is not null || passage.Names.IsOrganization(passage.Tokens, at, limit)
            || ComplementMarkers.IsSo(passage, at) || passage.Names.IsCommon(folded) || passage.Names.IsUnnamed(passage.Tokens, at, limit))
            return false;
        if (passage.Names.IsBody(folded) || passage.Speech.Circumstances.Contains(folded) || passage.CueAt(at) is not null) return false;
        return !WordShape.HasParticle(passage, at) && !WordShape.HasTanween(passage, at) && !WordShape.HasPronoun(passage, at)
            && !WordShape.HasPluralEnding(passage, folded);
    }

    /// <summary>
    /// تسنيم عليان، طبيبة أسنان: unknown words that a sentence begins with, set off from a woman's post by a comma; a verb would end in ت.
    /// </summary>
    public static bool IsApposed(Passage passage, int at)
    {
        if (passage.SentenceAt(at).Start != at || passage.Last(at) == 'ت' || HasEvidence(passage, at + 1, passage.Tokens.Length)
            || !IsUnknownIndefinite(passage, at, passage.Tokens.Length)) return false;
        for (var i = at + 1; i < Math.Min(passage.Tokens.Length - 1, at + 4); i++)
        {
            if (passage.Tokens[i].Folded is "،" or ",") return i > at + 1 && SpeakerSegment.PostAt(passage, i + 1, passage.Tokens.Length)
                && passage.Last(i + 1) == 'ة';
            if (!(WordShape.HasArticle(passage, i) && !passage.Names.NeverName(passage.Tokens[i].Folded))
                && !IsUnknownIndefinite(passage, i, passage.Tokens.Length)
                && !passage.Names.IsBinding(passage.Tokens[i].Folded)) return false;
        }

        return false;
    }

    /// <summary>Two unknown words, the second of which the article comes back to: first name and surname.</summary>
    public static bool IsRecurring(Passage passage, int at, int limit) => IsUnknownIndefinite(passage, at, limit)
        && IsUnknownIndefinite(passage, at + 1, limit)
        && passage.Tokens[at].Folded[0] is not ('ي' or 'ت') && passage.Recurs(at + 1);

    /// <summary>The word stands right behind a speaking verb at another place: it is somebody's name there, and here.</summary>
    public static bool SpeaksElsewhere(Passage passage, int at)
    {
        foreach (var other in passage.Occurrences(at))
            if (other != at && other > 0 && (passage.CueAt(other - 1) is { Form: { Participle: false, Verb.Tier: CueTier.Reporting or CueTier.Act } }
                || (other > 1 && passage.CueAt(other - 2) is { Form.Participle: false }
                && passage.Names.Honorific(passage.Tokens, other - 1, other).Length == 1)))
                return true;
        return false;
    }

    /// <summary>The word stands right behind a given name at another place.</summary>
    public static bool IsSurnameElsewhere(Passage passage, int at)
    {
        foreach (var other in passage.Occurrences(at))
            if (other != at && other > 0 && passage.Tokens[other - 1].IsWord && passage.Names.IsGiven(passage.Tokens[other - 1].Folded)) return true;
        return false;
    }

    /// <summary>الشيخ صباح الأحمد، الناشطة نور العمري، وقالت أمل الحداد إن: a noun of everyday is a name behind a definite title or post, which
    /// governs no noun, and behind a speaking verb where a surname and the words follow.</summary>
    public static bool IsEverydayName(Passage passage, int at)
    {
        if (at == 0 || !passage.Names.IsEverydayName(passage.Tokens[at].Folded) || !passage.Tokens[at - 1].IsWord) return false;
        // كاتبة الدولة سيدة الونيسي. وقالت الونيسي: a surname that speaks.
        if (at + 1 < passage.Tokens.Length && WordShape.HasArticle(passage, at + 1) && SpeaksElsewhere(passage, at + 1)) return true;
        var before = passage.Tokens[at - 1].Folded;
        // وأكد صباح اليوم أن: a time.
        var surname = at + 1 < passage.Tokens.Length && passage.Tokens[at + 1].IsWord && !passage.Speech.Days.Contains(passage.Tokens[at + 1].Folded)
            && (WordShape.HasArticle(passage, at + 1) || passage.Names.IsGiven(passage.Tokens[at + 1]));
        var given = surname && passage.Names.IsGiven(passage.Tokens[at + 1]);
        var whole = surname || NameRecognizer.IsOver(passage, at + 1, passage.Tokens.Length);
        if (passage.Names.IsTitle(before)) return whole;
        var introduced = at + 1 < passage.Tokens.Length && (passage.Tokens[at + 1].Folded == ":"
            || ComplementMarkers.IsClause(passage.Tokens[at + 1].Folded) || SpeakerSegment.PostAt(passage, at + 1, passage.Tokens.Length));
        // وقال كريم صباح رئيس الحملة: a surname, since nothing that the noun would govern follows.
        if (passage.Names.IsGiven(before)) return at > 1 && ((surname && passage.Names.IsTitle(passage.Tokens[at - 2].Folded))
            || (introduced && passage.CueAt(at - 2) is { Form: { Participle: false, Verb.Tier: CueTier.Reporting } }));
        // وأكد صباح أن: the surname alone.
        if (introduced && passage.CueAt(at - 1) is { Form: { Participle: false, Verb.Tier: CueTier.Reporting } }
            && IsSurnameElsewhere(passage, at)) return true;
        if (WordShape.HasArticle(passage, at - 1) && (passage.Names.Role(before) is not null || passage.Names.IsNationality(before))) return whole;
        return surname && passage.CueAt(at - 1) is { Form: { Participle: false, Verb.Tier: CueTier.Reporting } }
            && at + 2 < passage.Tokens.Length && (given || passage.Tokens[at + 2].Folded == ":"
            || ComplementMarkers.IsClause(passage.Tokens[at + 2].Folded)
                || SpeakerSegment.PostAt(passage, at + 2, passage.Tokens.Length));
    }

    /// <summary>باسم in المتحدث باسم، الناطق الرسمي باسم is a preposition, though Basim is a name.</summary>
    public static bool IsByName(Passage passage, int k)
    {
        if (!passage.Tokens[k].Is("باسم")) return false;
        // تحدث باسم المعتصمين: for many, or for a body.
        if (k > 0 && k + 1 < passage.Tokens.Length && (passage.CueAt(k - 1) is not null || passage.Tokens[k - 1].Is("كلمه"))
            && (passage.Tokens[k + 1].Folded is var whose
            && (passage.Names.IsOrganization(whose) || passage.Names.IsUnnamed(passage.Tokens, k + 1, passage.Tokens.Length)
                || (WordShape.HasArticle(whose)
                && (whose.EndsWith("ين", StringComparison.Ordinal) || whose.EndsWith("ات", StringComparison.Ordinal))))))
            return true;
        for (var i = Math.Max(0, k - 3); i < k; i++)
            if (passage.Tokens[i].IsWord && passage.Names.Role(passage.Tokens[i].Folded) is "متحدث" or "ناطق") return true;
        return false;
    }

    /// <summary>على folds to the name علي; print that writes every ي as ى leaves the company of other names to tell them apart.</summary>
    public static bool IsPreposition(Passage passage, int at, int limit)
    {
        if (passage.Tokens[at].Folded != "علي") return false;
        var behindName = at > 0 && passage.Tokens[at - 1].Folded == "بن";
        var beforeName = at + 1 < limit && (passage.Tokens[at + 1].Folded == "بن" || passage.Names.IsGiven(passage.Tokens[at + 1].Folded)
            || (passage.Tokens[at + 1].Folded == "عبد" && at > 0 && passage.Names.IsTitle(passage.Tokens[at - 1].Folded)));
        if (behindName || beforeName) return false;
        // علي الإطلاق، علي الأقل: in print that writes على with dots.
        if (at + 1 < limit && WordShape.HasArticle(passage.Tokens[at + 1].Folded)
            && passage.Names.NeverName(passage.Tokens[at + 1].Folded)) return true;
        // Where the page writes إلي for إلى, علي is على as well, but for what names stand beside.
        return passage.Last(at) != 'ي' || (passage.DotsEveryYa && !(at > 0 && (passage.Names.IsTitle(passage.Tokens[at - 1].Folded)
            || passage.Names.IsGiven(passage.Tokens[at - 1].Folded) || passage.CueAt(at - 1) is { Form: { Participle: false, Verb: var verb } }
                && !verb.Before.Contains("علي"))));
    }
}
