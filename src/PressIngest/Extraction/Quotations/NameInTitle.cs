namespace PressIngest.Extraction.Quotations;

/// <summary>The name at the end of a post: behind its last honorific, at a given name, or where syntax leaves room for nothing else.</summary>
internal static class NameInTitle
{
    /// <summary>The name within the title that begins at <paramref name="post"/>; empty where it holds none.</summary>
    public static TokenRange Find(Passage passage, int post, int end, SpeakerPlace place)
    {
        var found = default(TokenRange);
        var sure = false;
        for (var k = post + 1; k < end; k++)
        {
            if (!passage.Tokens[k].IsWord) continue;
            if (passage.Names.NeverName(passage.Tokens[k].Folded) && passage.Tokens[k].Folded is "هو" or "هي" or "الذي" or "التي" or "الذين") break;
            // منسق فريق «سامي حداد» للعمل الخيري: a short name in marks behind a body is the body's.
            if (passage.MarkedAt[k] >= 0 && passage.Marked[passage.MarkedAt[k]] is { IsLong: false, Closed: true } marked && marked.Next < end
                && passage.Tokens[marked.Next].IsWord && HasBody(passage, post + 1, marked.Open))
            {
                k = marked.Next - 1;
                continue;
            }

            // رئيس الجامعة “أبي الديوجي”: a few words in marks behind a definite title are its holder's name.
            if (!sure && place != SpeakerPlace.Anywhere && passage.MarkedAt[k] >= 0
                && passage.Marked[passage.MarkedAt[k]] is { Closed: true, Words: <= 4 } marks
                && (marks.Words > 1 || (place == SpeakerPlace.BeforeWords && NameEvidence.IsUnknownIndefinite(passage, k, marks.Next)))
                && marks.Content.Start == k && marks.Next >= end && IsDefinite(passage, marks.Open - 1) && !passage.IsCalledSo(marks.Open - 1)
                && AreLoose(passage, marks.Content))
            {
                (found, sure) = (marks.Content, true);
                break;
            }

            var honored = SpeakerSegment.Honorifics(passage, k, end);
            if (honored.Any && honored.End < end && passage.MarkedAt[k] < 0)
            {
                var called = honored.End;
                while (called < end && QuotationMarks.IsMark(passage.Tokens[called])) called++;
                var close = NameRecognizer.EndOfName(passage, called, end, place, behindPost: true);
                // لجنة السير سامي …: the honorific is the body's own word, the name is not.
                if (BelongsToBody(passage, k))
                {
                    if (!IsRuler(passage, k)) continue;
                }
                else if (close > called && StartsName(passage, called, end)) (found, sure) = (new TokenRange(called, close), true);
                k = Math.Max(k, close - 1);
                if (sure && !GoesOn(passage, found, end)) break;
                continue;
            }

            if (!sure && (IsForeignPair(passage, k, end, place) || IsSpeakingPair(passage, k, end) || IsMetPair(passage, post, k, end)))
            {
                (found, sure) = (new TokenRange(k, k + 2), true);
                break;
            }

            var evidence = NameEvidence.HasEvidence(passage, k, end) && !BelongsToBody(passage, k);
            if (!evidence && (sure || !Unknown(passage, k, end, place))) continue;
            var nameEnd = NameRecognizer.EndOfName(passage, k, end, place, behindPost: place != SpeakerPlace.Anywhere);
            if (nameEnd == k || (nameEnd - k < 2 && !(evidence && nameEnd == end)
                && !(place == SpeakerPlace.BeforeWords && nameEnd == end && k > post + 1) && !IsWholeName(passage, k)))
                continue;
            if (!evidence && found.Length > 0) continue;
            // الأمينة بنت أحمد: nobody's name begins with a particle that binds it to the word before.
            var bound = k > post + 1 && passage.Tokens[k].Folded is "بنت" or "ولد" && passage.Tokens[k - 1].IsWord
                && !passage.Names.IsBody(passage.Tokens[k - 1].Folded);
            // مندوب إيران لدى الأمم المتحدة أمير سعيد …: a post that governs nothing is the first name.
            bound |= evidence && k > post + 2 && passage.Tokens[k - 1].IsWord && passage.Names.Role(passage.Tokens[k - 1].Folded) is not null
                && !WordShape.HasArticle(passage, k - 1) && passage.Names.Honorific(passage.Tokens, k - 1, end).Length == 0
                && WordShape.HasArticle(passage.Tokens[k - 2].Folded) && !passage.Names.IsKin(passage.Tokens[k - 1].Folded);
            found = new TokenRange(bound ? k - 1 : k, nameEnd);
            sure |= evidence;
            k = nameEnd - 1;
            if (sure && !GoesOn(passage, found, end)) break;
        }

        return found;
    }

    /// <summary>أكد فلان رئيس شركة المنار سعي الشركة …: behind a definite word an indefinite one is no part of the title.</summary>
    public static int EndBeforeObject(Passage passage, int post, int end)
    {
        for (var k = post + 2; k < end; k++)
            if (passage.MarkedAt[k] < 0 && IsDefinite(passage, k - 1)
                && (NameEvidence.IsUnknownIndefinite(passage, k, end)
                || (passage.Names.IsCommon(passage.Tokens[k].Folded) && !WordShape.HasArticle(passage, k))
                || (passage.Names.NeverName(passage.Tokens[k].Folded) && passage.Last(k) == 'ة' && !WordShape.HasArticle(passage, k)))
                && !passage.Names.IsTitle(passage.Tokens[k - 1].Folded))
                return k;
        return end;
    }

    public static int BackOverHonorifics(Passage passage, int post, int name)
    {
        while (name > post + 1 && (passage.MarkedFrom(name - 1) is not null || IsCalled(passage.Tokens[name - 1].Folded))) name--;
        for (var k = Math.Max(post + 1, name - 8); k < name; k++)
            if (SpeakerSegment.Honorifics(passage, k, Math.Min(name + 1, passage.Tokens.Length)) is { Any: true } honored && honored.End == name
                && !BelongsToBody(passage, k))
                return k;
        return name;
    }

    /// <summary>رجل يدعى فلان: the word before a name that is given as one.</summary>
    public static bool IsCalled(string folded) => folded is "يدعي" or "تدعي" or "اسمه" or "اسمها";

    private static bool StartsName(Passage passage, int at, int end) => NameEvidence.HasEvidence(passage, at, end)
        || (passage.Names.Role(passage.Tokens[at].Folded) is null && !passage.Names.IsOrganization(passage.Tokens, at, end)
            && !passage.Names.NeverName(passage.Tokens[at].Folded));

    /// <summary>وزير التنمية الألماني غيرد …: an unknown indefinite word behind a definite one, and nothing else behind the name.</summary>
    private static bool Unknown(Passage passage, int k, int end, SpeakerPlace place)
    {
        if (passage.MarkedAt[k] >= 0) return false;
        if (!NameEvidence.IsUnknownIndefinite(passage, k, end)) return false;
        // محافظ بيت لحم كامل حميد: an everyday word and a given name, and nothing behind them.
        if (place == SpeakerPlace.BeforeWords && passage.Names.IsEverydayName(passage.Tokens[k].Folded) && k + 1 < end
            && passage.Names.IsGiven(passage.Tokens[k + 1]) && NameRecognizer.IsOver(passage, k + 2, end)) return true;
        if (!IsDefinite(passage, k - 1)) return place == SpeakerPlace.BeforeWords && IsBehindTown(passage, k, end);
        // كامل أبوعلي: a word that no list knows, before a name that shows itself as one.
        if (k + 1 < end && passage.Tokens[k + 1].Folded.StartsWith("ابو", StringComparison.Ordinal)
            && NameEvidence.HasEvidence(passage, k + 1, end)) return true;
        if (NameEvidence.IsRecurring(passage, k, end) || IsWholeName(passage, k)) return true;
        var over = NameRecognizer.EndOfName(passage, k, end, place);
        if (place != SpeakerPlace.Anywhere) return NameRecognizer.IsOver(passage, over, end);
        // مع الطالبة أسماء سلام التي قالت: of a person, not of a thing.
        return over == k + 2 && over < passage.Tokens.Length && (passage.Tokens[over].Folded is "التي" or "الذي"
            || passage.CueAt(over) is { Prefix: 0, Form: { Participle: false, Verb: { Tier: CueTier.Reporting, Strict: false } } });
    }

    /// <summary>مع الممثل المقيم لوران بوميرا، …: behind whom somebody met, two words that are no thing and its adjective.</summary>
    private static bool IsMetPair(Passage passage, int post, int k, int end) => post > 0 && k + 2 == end && end < passage.Tokens.Length
        && passage.Tokens[post - 1].Folded is "مع" or "من" or "الي" && passage.Tokens[end].Folded is "،" or "," && IsDefinite(passage, k - 1)
        && passage.Tokens[k].Folded.Length > 3 && passage.Tokens[k + 1].Folded.Length > 3
        && passage.Last(k) is not ('ة' or 'ا') && passage.Last(k + 1) != 'ة'
        && NameEvidence.IsUnknownIndefinite(passage, k, end) && NameEvidence.IsUnknownIndefinite(passage, k + 1, end);

    /// <summary>الكاتب العام لنقابة التعليم الأساسي المسروري القبودي. وأكد القبودي: two
    /// definite words, the second of which speaks elsewhere.</summary>
    private static bool IsSpeakingPair(Passage passage, int k, int end) => k + 1 < end && WordShape.HasArticle(passage, k + 1)
        && SpeakerSegment.AreNames(passage, k, k + 2) && !passage.Names.IsCommon(passage.Tokens[k].Folded)
        && NameRecognizer.IsOver(passage, k + 2, passage.Tokens.Length)
        && (NameEvidence.SpeaksElsewhere(passage, k + 1) || passage.Occurrences(k).Any(x => x != k && x > 0 && x + 1 < passage.Tokens.Length
            && passage.Tokens[x + 1].Folded == passage.Tokens[k + 1].Folded && passage.CueAt(x - 1) is { Form.Participle: false }));

    /// <summary>السفير في بغداد البراف ميراشيف: a word with what looks like an article, and one that cannot be its adjective.</summary>
    private static bool IsForeignPair(Passage passage, int k, int end, SpeakerPlace place) => place != SpeakerPlace.Anywhere && k + 1 < end
        && IsDefinite(passage, k - 1) && passage.Tokens[k].Folded is [.., not ('ي' or 'ه' or 'ت' or 'ن')]
        && SpeakerSegment.AreNames(passage, k, k + 1) && NameEvidence.IsUnknownIndefinite(passage, k + 1, end)
        && NameRecognizer.IsOver(passage, k + 2, end);

    /// <summary>مديرة الصندوق بتعز افتهان المشهري: a place that no list knows, and behind it a name that fills the room before the words.</summary>
    private static bool IsBehindTown(Passage passage, int k, int end) => k + 2 == end && WordShape.HasArticle(passage, k + 1)
        && passage.Tokens[k - 1].Folded is ['ب', _, _, _, ..] town && passage.Tokens[k - 1].IsWord && !passage.Names.IsGiven(town)
        && passage.Tokens[k - 2].IsWord && (WordShape.HasArticle(passage, k - 2) || WordShape.HasParticleAndArticle(passage.Tokens[k - 2].Folded));

    /// <summary>إليسا: somebody who speaks by one name, and is nowhere given another behind it.</summary>
    private static bool IsWholeName(Passage passage, int k)
    {
        if (!NameEvidence.SpeaksElsewhere(passage, k)) return false;
        foreach (var other in passage.Occurrences(k))
            if (NameEvidence.IsUnknownIndefinite(passage, other + 1, passage.Tokens.Length)
                && NameRecognizer.IsOver(passage, other + 2, passage.Tokens.Length))
                return false;
        return true;
    }

    /// <summary>One name that belongs to the title has an honorific or another post behind it (مستشار الملك سلمان الدكتور …).</summary>
    private static bool GoesOn(Passage passage, TokenRange name, int end) => name is { Length: 1, End: var at } && at < end
        && passage.Tokens[at].IsWord
        && (passage.Names.Honorific(passage.Tokens, at, end).Length > 0 || passage.Names.Role(passage.Tokens[at].Folded) is not null);

    /// <summary>جامعة الملك سعود، حكومة يوسف الشاهد: the name is the body's or its owner's.</summary>
    public static bool BelongsToBody(Passage passage, int k)
    {
        if (k == 0 || !passage.Tokens[k - 1].IsWord) return false;
        var before = passage.Tokens[k - 1].Folded;
        if (WordShape.HasArticle(before) && k > 1 && IsVenue(passage, k - 2)
            && passage.Names.Honorific(passage.Tokens, k, passage.Tokens.Length).Length == 0) return true;
        // لجائزة الأمير …: a particle on the body changes nothing.
        if (before is ['ل' or 'ب' or 'و', _, _, _, ..] && !passage.Names.IsOrganization(before)) before = before[1..];
        return !WordShape.HasArticle(before) && (passage.Names.Role(before) is null || before is "موسسه")
            && (passage.Names.IsOrganization(before)
                || before is "مستشفي" or "مطار" or "قاعده" or "برج" or "معرض" or "مدينه" or "جايزه" or "شارع" or "جامع" or "مسجد" or "كرسي" or "حي"
                or "بن");
    }

    private static bool AreLoose(Passage passage, TokenRange words)
    {
        for (var i = words.Start; i < words.End; i++)
        {
            var folded = passage.Tokens[i].Folded;
            if (!passage.Tokens[i].IsWord || passage.Names.Role(folded) is not null || passage.Names.IsOrganization(passage.Tokens, i, words.End)
                || passage.Names.NeverName(folded)
                || passage.Names.IsBody(folded) || WordShape.HasParticleAndArticle(folded))
                return false;
        }

        return true;
    }

    private static bool HasBody(Passage passage, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (passage.Names.IsOrganization(passage.Tokens, i, to)) return true;
        return false;
    }

    /// <summary>بدار الثقافة مولود معمري، في قاعة الفنون سامي حداد: a place where something happens is called after somebody.</summary>
    public static bool IsVenue(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        var inside = folded.Length > 3 && folded[0] == 'ب' && passage.Names.IsGiven(folded) is false ? folded[1..]
            : at > 0 && passage.Tokens[at - 1].Folded is "في" ? folded : "";
        return inside is "دار" or "قاعه" or "ملعب" or "مسرح" or "مركب" or "ساحه" or "مركز" or "مدرسه" or "ثانويه" or "مستشفي"
            or "صاله" or "فضاء" or "متحف";
    }

    /// <summary>جامعة الملك سعود، فريق الشهيد فلان: bodies are called after rulers and the dead.</summary>
    private static bool IsRuler(Passage passage, int k) =>
        !passage.Names.IsEverydayTitle(passage.Tokens[k].Folded)
            || passage.Tokens[k].Folded is "الملك" or "الملكه" or "السلطان" or "الشهيد" or "الشهيده"
            or "الراحل" or "المرحوم";

    private static bool IsDefinite(Passage passage, int k)
    {
        var token = passage.Tokens[k];
        if (!token.IsWord) return QuotationMarks.IsMark(token) || token.Folded == ")";
        var folded = token.Folded;
        return WordShape.HasArticle(folded) || WordShape.HasParticleAndArticle(folded) || passage.Names.IsBody(folded)
            || (folded.Length > 3 && folded[0] is 'ب' or 'ل' && passage.Names.IsBody(folded[1..]));
    }
}
