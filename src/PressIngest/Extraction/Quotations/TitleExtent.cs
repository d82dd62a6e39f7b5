namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Where a title ends that neither name nor comma ends: before its circumstances, before what its verb has behind its subject, before
/// what happened to its holder or who came with him.
/// </summary>
internal static class TitleExtent
{
    /// <summary>A title without a name runs to its circumstances (… في تصريح، … أمس) or the end of its phrase.</summary>
    public static int End(Passage passage, int p, int end)
    {
        var stop = Stop(passage, p, end);
        while (stop > p + 1 && Dangles(passage, stop - 1)) stop--;
        return stop;
    }

    /// <summary>المخرج الشاب المقيم في باريس: where a man lives and how old he is are no part of his title.</summary>
    public static TokenRange WithoutLife(Passage passage, TokenRange title)
    {
        for (var i = title.Start + 1; i < title.End; i++)
            if ((passage.Names.IsLife(passage.Tokens[i].Folded) && !IsResident(passage, i)) || (passage.Tokens[i].Folded == "من" && i + 1 < title.End
                && passage.Names.IsPlace(passage.Tokens[i + 1].Folded))) return title with { End = i };
        return title;
    }

    /// <summary>الممثل المقيم، المنسقة المقيمة: a post, where no place follows.</summary>
    private static bool IsResident(Passage passage, int at) => passage.Tokens[at].Folded is "المقيم" or "المقيمه"
        && passage.Names.Role(passage.Tokens[at - 1].Folded) is "ممثل" or "منسق"
        && !(at + 1 < passage.Tokens.Length && passage.Tokens[at + 1].Folded == "في");

    /// <summary>أمام زواره: in front of, written as إمام is once folded.</summary>
    public static bool IsInFrontOf(Passage passage, int at) => passage.Tokens[at].Folded == "امام" && passage.First(at) == 'أ';

    /// <summary>At a word that no title holds: the clause of the verb, a circumstance, the outlet it was said to.</summary>
    public static bool IsOver(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        return passage.Speech.EndsTitle.Contains(folded) || ComplementMarkers.IsSo(passage, at) || IsInFrontOf(passage, at)
            || ComplementMarkers.IsClause(folded)
            || (folded is "في" or "من" or "علي" or "الي" or "ل" && at + 1 < passage.Tokens.Length
                && (passage.Speech.Occasions.Contains(passage.Tokens[at + 1].Folded)
                || (folded is "في" && passage.Speech.Occasions.Contains(Proclitics.WithoutArticle(passage.Tokens[at + 1].Folded)))
                || (passage.MarkedFrom(at + 1) is not null && folded is "ل")));
    }

    private static int Stop(Passage passage, int p, int end)
    {
        for (var i = p + 1; i < end; i++)
        {
            var folded = passage.Tokens[i].Folded;
            // رئيس «المجلس الوطني لرفع المظالم عن لبنان»: a name in marks is whole.
            if (passage.MarkedAt[i] >= 0 && passage.Marked[passage.MarkedAt[i]] is { Closed: true, IsLong: true } marked && marked.Open > p) continue;
            if (IsOver(passage, i)) return i;
            // النائب عن، هيئة الدفاع عن go on; elsewhere عن is the verb's (أعرب المدير عن …).
            if (folded == "عن" && passage.Names.Role(passage.Tokens[i - 1].Folded) is null && !TakesPreposition(passage, p, i)) return i;
            // أكد المحافظ على أهمية …؛ المشرف العام على …: only of some posts is the preposition their own.
            if (folded is "علي" or "الي" && passage.Last(i) != 'ي' && !TakesPreposition(passage, p, i)) return i;
            // والد الطالب المعتدى عليه: what was done to him, and by whom.
            // الوزير مع الممثل: another one; مسؤول العلاقات مع الجامعات goes on.
            if (folded == "مع" && !TakesPreposition(passage, p, i)) return i;
            if (IsItsPronoun(folded) && passage.Names.Role(passage.Tokens[i - 1].Folded) is null) return i > p + 1
                && IsParticiple(passage, i - 1) ? i - 1 : i;
            // وهاجم رئيس الهلال الاتحاد العربي: a second body is the verb's object.
            if (i > p + 1 && WordShape.HasArticle(passage, i) && WordShape.HasArticle(passage, i - 1) && passage.MarkedAt[i] < 0
                && passage.Names.IsOrganization(passage.Tokens, i, end)
                && !passage.Names.IsOrganization(passage.Tokens[i - 1].Folded) && passage.Names.Role(passage.Tokens[i - 1].Folded) is null
                && passage.Tokens[i].Folded is "الاتحاد" or "الحكومه" or "اللجنه" or "النادي" or "الجمعيه" or "الشركه" or "الوزاره") return i;
            // مدير الهيئة ومحمد الحاج مدير الفرع: another man.
            if (i > p + 1 && folded is ['و', _, _, _, ..] && !passage.Names.IsGiven(folded) && passage.Names.IsGiven(folded[1..])
                && passage.Names.Role(folded[1..]) is null) return i;
            if (JoinsOthers(passage, i, end)) return i;
            // غرفة دمشق وريفها: the place around it.
            if (folded is ['و', _, _, _, _, ..] && folded.EndsWith("ها", StringComparison.Ordinal) && passage.Names.IsPlace(folded[1..^2])) continue;
            // نجم ليفربول دعمه للحملة: a title's own pronoun stands on its first words, or on those of a second post (وكبير إدارييها).
            if (i > p + 1 && passage.Tokens[i - 1].Folded is not ("كبير" or "وكبير") && passage.Tokens[i].IsWord && passage.Tokens[i - 1].IsWord
                && passage.Names.Role(passage.Tokens[i - 1].Folded) is null && !passage.Names.IsPlace(passage.Tokens[i - 1].Folded)
                && !passage.Names.IsGiven(folded) && WordShape.HasPronoun(passage, i)
                && passage.Names.Role(folded[..^1]) is null && !passage.Names.IsOrganization(passage.Tokens, i - 1, end)) return i;
            if (i > p + 1 && (BeginsObject(passage, i) || IsAccusative(passage, i))) return i;
            if (NameInTitle.IsCalled(folded) && NameEvidence.HasEvidence(passage, i + 1, end)) continue;
            if (passage.CueAt(i) is { } cue && !(cue.Form.Participle && passage.Names.IsJoinedRole(folded))
                && (cue.Prefix > 0 || cue.Form.Participle || !cue.Form.Verb.Strict)
                && !NameEvidence.HasEvidence(passage, i, end) && !NameEvidence.HasEvidence(passage, i - 1, end))
                return i;
            if (folded.Length > 4 && folded[0] == 'ل'
                && IsOutlet(passage, folded[1..])) return i;
            // صرح رئيس الجمعية المتوسطية للجريدة: the outlet that the title's body is none of.
            if (i > p + 2 && folded.StartsWith("لل", StringComparison.Ordinal) && IsOutlet(passage, folded[2..])) return i;
        }

        return end;
    }

    /// <summary>المشرف على، رئيس جمعية التربية على: a post or a deed with its preposition within the title.</summary>
    private static bool TakesPreposition(Passage passage, int post, int at)
    {
        // عضو البرلمان عن القائمة الموحدة: whom a deputy stands for.
        var head = passage.Tokens[post].Folded;
        if (passage.Tokens[at].Folded == "عن" && at + 1 < passage.Tokens.Length
            && passage.Names.StandsFor(passage.Names.Role(passage.Names.IsJoinedRole(head) ? head[1..] : head),
            passage.Tokens[at + 1].Folded)) return true;
        for (var i = Math.Max(post, at - 2); i < at; i++)
            if (passage.Names.GoesOnWith(passage.Tokens[at].Folded, passage.Tokens[i].Folded)) return true;
        return false;
    }

    private static bool IsItsPronoun(string folded) => folded is "عليه" or "عليها" or "منه" or "منها" or "له" or "لها" or "فيه" or "فيها" or "به"
        or "بها" or "لهم"
        or "معه" or "معها" or "اليه" or "اليها" or "بحقه" or "بحقها";

    private static bool IsParticiple(Passage passage, int at) => passage.Tokens[at].Folded.StartsWith("الم", StringComparison.Ordinal)
        && passage.Names.Role(passage.Tokens[at].Folded) is null;

    /// <summary>وممثلو الوزارة، والوفد المرافق: who came with the holder of the post.</summary>
    private static bool JoinsOthers(Passage passage, int i, int end) => passage.Tokens[i].Folded is ['و', _, _, _, ..]
        && ((passage.Names.AreUnnamed(passage.Tokens, i, end) && !passage.Tokens[i - 1].Folded.StartsWith("لل", StringComparison.Ordinal))
        || (i + 1 < end && passage.Tokens[i + 1].Folded is "المرافق" or "المرافقه" or "المرافقون" or "المرافقين"));

    /// <summary>رئيس الاتحاد والمهندس: a preposition or another man's honorific, cut off from what it belongs to.</summary>
    private static bool Dangles(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        return folded is "في" or "من" or "مع" or "الي" or "عن" or "و" || (folded == "علي" && passage.Last(at) != 'ي')
            || (folded[0] == 'و' && passage.Names.Honorific(passage.Tokens, at, at + 1).Length == 1);
    }

    /// <summary>قدمت رئيسة المبادرة عرضا: in the accusative only an object stands behind a definite word.</summary>
    private static bool IsAccusative(Passage passage, int i) => passage.Tokens[i].Folded is [.., 'ا'] folded && passage.MarkedAt[i] < 0
        && !passage.Names.IsGiven(folded) && (WordShape.HasTanween(passage, i) || passage.Names.IsCommon(folded));

    /// <summary>أشاد الوزير بإطلاق …، بجهود …: a verbal noun or a deed with ب is what the verb is about, and in no title.</summary>
    private static bool BeginsObject(Passage passage, int i)
    {
        if (passage.Tokens[i].Folded is not ['ب', _, _, _, ..] || passage.Names.IsGiven(passage.Tokens[i].Folded)) return false;
        var rest = passage.Tokens[i].Folded[1..];
        return rest is ['ا', _, _, 'ا', _] && passage.Document.Text[passage.Tokens[i].Start + 1] == 'إ' || rest is ['ت', _, _, 'ي', _]
            || passage.Speech.Deeds.Contains(rest);
    }

    /// <summary>صحيفة، القناة: where one speaks to the press.</summary>
    public static bool IsOutlet(Passage passage, string folded) => passage.Speech.Outlets.Contains(Proclitics.WithoutArticle(folded));
}
