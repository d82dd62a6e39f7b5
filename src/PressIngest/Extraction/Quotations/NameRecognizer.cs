namespace PressIngest.Extraction.Quotations;

/// <summary>
/// Where a personal name begins and ends. No list holds the names of the world: particles (بن، آل، أبو), known given names and
/// honorifics are evidence, and Arabic syntax is the rest. A definite phrase (وزير التنمية الألماني) cannot go on with an indefinite
/// word, so what follows it without article or preposition is a name.
/// </summary>
internal static class NameRecognizer
{
    private const int MaxWords = 7;
    private const int OftenNamed = 2;
    private const int MostPlaces = 16;

    /// <summary>The end of the name that begins at <paramref name="at"/>; <paramref name="at"/> itself where none does.</summary>
    /// <param name="passage">The document with the vocabulary.</param>
    /// <param name="at">The first word.</param>
    /// <param name="limit">Where the name must be over.</param>
    /// <param name="place">How strongly the place asks for a speaker.</param>
    /// <param name="behindPost">A post stands before it: then a given name has another word with it, known or not.</param>
    public static int EndOfName(Passage passage, int at, int limit, SpeakerPlace place, bool behindPost = false)
    {
        var words = 0;
        var articles = 0;
        var bound = false;
        var end = at;
        for (var i = at; i < limit && words < MaxWords; i++)
        {
            var token = passage.Tokens[i];
            if (!token.IsWord)
            {
                // The hyphen of a double name and the stop of an initial are part of it where a word follows.
                if (words > 0 && i + 1 < limit && passage.Tokens[i + 1].IsWord && Joins(passage, i)) continue;
                break;
            }

            var folded = token.Folded;
            if (bound || (words > 0 && passage.Names.EndsName(folded)))
            {
                bound = bound && IsBinding(passage, i, limit, words);
                if (!bound) words++;
                if (WordShape.HasArticle(folded) && !passage.Tokens[i - 1].Is("عبد") && !passage.Names.EndsName(folded)) articles++;
                end = i + 1;
                continue;
            }

            if (IsBinding(passage, i, limit, words))
            {
                bound = true;
                continue;
            }

            if (words > 0 && IsInitial(passage, i, limit)) continue;
            if (!CanStandInName(passage, i, limit, words, articles, place, behindPost)) break;
            words++;
            if (WordShape.HasArticle(folded) && !passage.Names.IsGiven(folded) && folded != "الامين") articles++;
            end = i + 1;
        }

        return end;
    }

    /// <summary>Whether a name that ends at <paramref name="end"/> is over there: a comma, a preposition, a post, a clause, the end of the
    /// phrase.</summary>
    public static bool IsOver(Passage passage, int end, int limit)
    {
        if (end >= limit || !passage.Tokens[end].IsWord) return true;
        var folded = passage.Tokens[end].Folded;
        // بدأت علياء الموسوي حديثها: what is hers stands behind her name.
        // مع رئيسة الجلسة نادية تهامي لرفعها: what it was done for.
        if (folded is ['ل', _, _, _, _, ..] && WordShape.HasPronoun(passage, end)) return true;
        if (WordShape.HasPronoun(passage, end) && (WordShape.HasArticle(passage.Tokens[end - 1].Folded)
            || passage.Names.IsTitle(folded))) return true;
        // طمحت مريم المنصوري لاختراق السحاب: so does a word with a particle, behind a surname with its article.
        if (WordShape.HasArticle(passage, end - 1) && ((folded[0] == 'ل' && folded.Length > 4) || (folded[0] == 'ب'
            && WordShape.HasParticle(passage, end)))) return true;
        return ComplementMarkers.IsClause(folded) || passage.Speech.Circumstances.Contains(folded) || passage.Names.NeverName(folded)
            || passage.Names.Role(folded) is not null
            || WordShape.HasParticleAndArticle(folded) || folded is ['ل', 'ا', _, _, .., 'ا', _]
            || (folded[0] == 'ل' && folded.Length > 4 && passage.Names.IsOrganization(folded[1..]))
                || (folded[0] is 'ف' or 'ب' or 'ل' && WordShape.HasKnownParticle(passage, end)) || passage.Names.IsBody(folded)
                || (!WordShape.HasArticle(folded) && passage.Names.IsOrganization(passage.Tokens, end, limit))
                || NameEvidence.IsPreposition(passage, end, limit) || passage.Names.IsCommon(folded)
                || passage.CueAt(end) is not null;
    }

    /// <summary>السيد بسالم بوحدود: behind an honorific a name that begins like a particle and another name.</summary>
    private static bool IsNameWithB(Passage passage, int i) => i > 0 && passage.Tokens[i].Folded is ['ب', _, _, _, ..] folded
        && passage.Names.IsTitle(passage.Tokens[i - 1].Folded) && passage.Names.IsGiven(folded[1..]);

    private static bool CanStandInName(Passage passage, int i, int limit, int words, int articles, SpeakerPlace place, bool behindPost)
    {
        var folded = passage.Tokens[i].Folded;
        if (NameEvidence.IsPreposition(passage, i, limit) || (words > 0 && passage.IsDetached(i))) return false;
        // الأمير حمزة الدكتور عبد الرزاق: another one's title.
        if (words > 0 && passage.Names.IsTitle(folded) && folded != "الحاج" && !passage.Names.IsGiven(folded)
            && NameEvidence.HasEvidence(passage, i + 1, limit)) return false;
        var definite = WordShape.HasArticle(passage, i);
        if (words == 0 && NameEvidence.IsByName(passage, i)) return false;
        if (passage.Names.IsGiven(folded)) return articles == 0 || words < 2 || passage.Tokens[i - 1].Folded == "الحاج";
        if (words < 2 && NameEvidence.IsEverydayName(passage, i)) return true;
        if (words == 0 && passage.Names.GivenPhrase(passage.Tokens, i, limit) > 1) return true;
        if (passage.Names.IsLife(folded)) return false;
        // عامر الفايز: spelled like a winner, and speaking elsewhere.
        if (words == 1 && definite && passage.Names.NeverName(folded) && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)
            && NameEvidence.SpeaksElsewhere(passage, i)) return true;
        if (folded.Length < 2 || passage.Names.NeverName(folded) || ComplementMarkers.IsClause(folded)
            || passage.Speech.Circumstances.Contains(folded)) return false;
        // قال كاردوف نادي: «…»: so behind a word that is nothing but a name.
        if (words == 1 && !definite && place == SpeakerPlace.BeforeWords && i + 1 >= limit && passage.Names.Role(folded) is null
            && !passage.Names.NeverName(folded) && !passage.Names.IsCommon(folded) && passage.Names.IsOrganization(passage.Tokens, i, limit)
            && (passage.Names.IsGiven(passage.Tokens[i - 1].Folded) || NameEvidence.IsUnknownIndefinite(passage, i - 1, limit))) return true;
        // قال كريم الشعراء إن: between a given name and the words stands a surname, whatever it is else.
        if (words == 1 && definite && place == SpeakerPlace.BeforeWords && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)
            && passage.Names.Role(folded) is null && !passage.Names.NeverName(folded) && i + 1 >= limit) return true;
        // وصف محمد علي الوضع، ردّ وهبي جاء: right before the words it is a surname still.
        if (words > 0 && passage.Names.IsCommon(folded) && !(words == 1 && place == SpeakerPlace.BeforeWords && IsOver(passage, i + 1, limit)
            && !(i + 1 < limit && WordShape.HasArticle(passage, i + 1)))
            && !NameEvidence.SpeaksElsewhere(passage, i)) return false;
        // نواف بن سعد بدأ: no name ends in a hamza.
        if (FirstPerson.IsVerb(passage, i) || (words > 0 && passage.Last(i) == 'أ')) return false;
        // تمتلك مريم شخصية قيادية: a feminine noun with its adjective, spelled like a post, is an object.
        if (words == 1 && i + 1 < limit && folded[^1] == 'ه' && passage.Last(i) == 'ة' && !definite
            && passage.Tokens[i + 1].Folded.EndsWith("يه", StringComparison.Ordinal)
            && !WordShape.HasArticle(passage, i + 1) && passage.Names.Role(passage.Tokens[i + 1].Folded) is not null)
            return false;
        // أما الفنان سامي حداد فشارك: the verb that أما asks for.
        if (words > 0 && folded[0] == 'ف' && IsBehindAs(passage, i - words)) return false;
        // اعترف مصطفى بسهولة الامتحان: ب on a noun whose owner follows.
        if (words > 0 && folded[0] == 'ب' && folded[1] != 'ا' && i + 1 < limit && WordShape.HasArticle(passage, i + 1)
            && WordShape.HasParticle(passage, i)) return false;
        // حسين أمير عبد اللهيان: part of a compound name.
        if (words == 1 && folded == "امير" && i + 1 < limit && passage.Tokens[i + 1].Folded == "عبد"
            && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)) return true;
        // محمد الأمين السالك: a name behind Muhammad, where nothing makes a secretary of him.
        if (words == 1 && folded == "الامين" && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)
            && !(i + 1 < passage.Tokens.Length && (passage.Tokens[i + 1].Folded is "العام" or "المساعد"
                || passage.Tokens[i + 1].Folded.StartsWith("لل", StringComparison.Ordinal)))) return true;
        // سعيد خطيب زاده: a post within a name that only a name ends so.
        if (words == 1 && i + 1 < limit && !definite && passage.Names.EndsName(passage.Tokens[i + 1].Folded)
            && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)) return true;
        if (words == 0 && folded is "امير" or "امين" && i + 1 < limit
            && (passage.Names.IsGiven(passage.Tokens[i + 1]) || SpeakerSegment.AreNames(passage, i + 1, i + 2))) return true;
        // بشارة بطرس الراعي إن: so behind two names, where nothing follows.
        if (words == 2 && definite && i + 1 >= limit && passage.Names.Role(folded) is not null
            && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)) return true;
        if (passage.Names.Role(folded) is not null
            && (words != 1 || !(EndsAsSurname(passage, i + 1, limit, definite) || IsPostAsSurname(passage, i, limit)))) return false;
        if (words == 0)
            return definite || WordShape.IsLatin(passage.Tokens[i])
                || !((WordShape.HasKnownParticle(passage, i) && !IsNameWithB(passage, i)) || WordShape.HasTanween(passage, i)
                || WordShape.HasPronoun(passage, i));
        if (words == 1 && IsObject(passage, i, limit)) return false;
        if (words is 1 or 2 && IsSurnameInW(passage, i)) return true;
        if (passage.Names.IsBody(folded) || (folded[0] == 'و' && folded.Length > 3 && passage.Tokens[i - 1].IsWord)) return false;
        if (words == 1 && folded.EndsWith("ات", StringComparison.Ordinal) && !definite
            && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)) return true;
        if (passage.Names.IsOrganization(passage.Tokens, i, limit) || passage.Names.IsUnnamed(passage.Tokens, i, limit)) return false;
        // علق جمال بالماضي المدير الفني: so with a definite post right behind it.
        if (words == 1 && i + 1 < limit && passage.Names.IsGiven(passage.Tokens[i - 1].Folded) && folded.Length > 5
            && folded.StartsWith("بال", StringComparison.Ordinal) && WordShape.HasArticle(passage, i + 1)
            && passage.Names.Role(passage.Tokens[i + 1].Folded) is not null && passage.Names.Role(folded[1..]) is null
            && !passage.Names.IsOrganization(folded[1..])) return true;
        // بيتر بالتوسن، الرئيس: a foreign name that begins like a particle and an article, with a post behind its comma.
        if (words == 1 && i + 1 == limit && i + 2 < passage.Tokens.Length && passage.Tokens[i + 1].Folded == "،" && passage.Tokens[i + 2].IsWord
            && passage.Names.Role(passage.Tokens[i + 2].Folded) is not null
            && folded.Length > 5 && folded.StartsWith("بال", StringComparison.Ordinal)
            && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)) return true;
        if (WordShape.HasTanween(passage, i)
            || (words == 1 ? WordShape.HasKnownParticle(passage, i) : WordShape.HasParticle(passage, i))) return false;
        // عماد كوكه منسق الحملة: between a given name and a post stands a surname, whatever it ends in.
        if (WordShape.HasPronoun(passage, i)
            && !(words == 1 && passage.Names.IsGiven(passage.Tokens[i - 1].Folded) && IsBeforePost(passage, i + 1)))
            return false;
        // فيليب دان: between a cue and its words another verb is a name of the same spelling.
        var spelledAlike = place == SpeakerPlace.BeforeWords && words == 1 && IsOver(passage, i + 1, limit);
        if (passage.CueAt(i) is { } cue
            && (cue.Prefix > 0 || cue.Form.Participle || (!cue.Form.Verb.Strict && !(spelledAlike && cue.Form.Verb.Tier == CueTier.Act))))
            return false;
        // Behind an Arabic surname with its article nothing indefinite follows; an unknown word goes on with a name only where the name then ends.
        // Away from a cue a second definite word is the object (افتتح سامي الحداد المعرض).
        if (definite && folded.EndsWith("ات", StringComparison.Ordinal)
            && !(words == 1 && passage.Names.IsGiven(passage.Tokens[i - 1].Folded) && IsOver(passage, i + 1, limit)))
            return false;
        // أعلن نيجرفان بارزاني الموعد: where the word before is what the article calls somebody, the name is over, unless a post follows it.
        if (definite && words > 1 && place != SpeakerPlace.BeforeWords && passage.Recurs(i - 1) && !passage.Recurs(i)
            && !IsBeforePost(passage, i + 1)) return false;
        // خالد بن ناصر الجلف الكعبي نائب الوالي: a family behind a byname, before a post.
        if (definite) return articles == 0 || (articles < 3 && folded[^1] == 'ي' && passage.Names.Role(folded) is null
            && SpeakerSegment.PostAt(passage, i + 1, passage.Tokens.Length) && !WordShape.HasArticle(passage, i + 1))
            || (place == SpeakerPlace.BeforeWords && articles < 3 && IsOver(passage, i + 1, limit));
        if (IsPredicate(passage, i, limit, place)) return false;
        // صبري الباش طبجي: a middle name that begins like an article, and a surname that cannot be its adjective.
        if (articles == 1 && words == 2 && place == SpeakerPlace.BeforeWords && passage.Names.IsGiven(passage.Tokens[i - 2].Folded)
            && WordShape.HasArticle(passage, i - 1) && passage.Tokens[i - 1].Folded[^1] is not ('ي' or 'ه')
            && folded[^1] != 'ا' && NameEvidence.IsUnknownIndefinite(passage, i, limit) && IsOver(passage, i + 1, limit)) return true;
        return articles == 0 && ((words == 1 && NameEvidence.IsUnknownIndefinite(passage, i, limit) && (behindPost || passage.Recurs(i)))
            || EndsSoon(passage, i + 1, limit));
    }

    private static bool IsBehindAs(Passage passage, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3) && passage.Tokens[i].IsWord; i--)
            if (passage.Tokens[i].Folded is "اما" or "واما") return true;
        return false;
    }

    private static bool IsBeforePost(Passage passage, int at)
    {
        if (at < passage.Tokens.Length && passage.Tokens[at].Folded is "،" or ",") at++;
        return at < passage.Tokens.Length && passage.Tokens[at].IsWord && passage.Names.Role(passage.Tokens[at].Folded) is not null;
    }

    /// <summary>تمتلك مريم شخصية قيادية، اعترف سامي بسهولة الامتحان: what she has, with its adjective, or what he is said to do it of.</summary>
    private static bool IsObject(Passage passage, int i, int limit)
    {
        if (i + 1 >= limit || !passage.Tokens[i + 1].IsWord || passage.Last(i) != 'ة' || passage.Names.IsGiven(passage.Tokens[i])) return false;
        var definite = WordShape.HasArticle(passage, i + 1);
        return passage.Tokens[i].Folded is ['ب', _, _, _, _, ..] && definite
            || (!definite && !WordShape.HasArticle(passage, i) && passage.Last(i + 1) == 'ة' && !passage.Names.IsGiven(passage.Tokens[i + 1])
                && passage.Names.Role(passage.Tokens[i + 1].Folded) is null or "قيادي");
    }

    /// <summary>كلير ويليامز، محررة …; ودأحمد: a surname that begins like a conjunction, where the name is set off behind it or the clause
    /// begins.</summary>
    private static bool IsSurnameInW(Passage passage, int i)
    {
        var folded = passage.Tokens[i].Folded;
        if (folded is ['و', 'د', _, _, _, ..] && passage.Names.IsGiven(folded[2..])) return true;
        if (folded.Length < 4 || folded[0] != 'و' || folded[1] is not ('ي' or 'ا' or 'و') || passage.CueAt(i) is not null
            || passage.Names.IsGiven(folded[1..]) || passage.Names.IsBody(folded)
            || (folded[^1] == 'ه' && passage.Speech.Match(folded[1..^1]) is not null))
            return false;
        if (!passage.Names.IsGiven(passage.Tokens[i - 1].Folded) || WordShape.HasTanween(passage, i)) return false;
        var next = i + 1;
        if (next >= passage.Tokens.Length) return true;
        return ComplementMarkers.IsClause(passage.Tokens[next].Folded) || passage.Tokens[next].Folded is "،" or "," or ":" or "("
            || (!WordShape.HasParticleAndArticle(folded) && passage.Names.Role(folded) is null
            && SpeakerSegment.PostAt(passage, next, passage.Tokens.Length))
            || QuotationMarks.IsMark(passage.Tokens[next]);
    }

    /// <summary>
    /// نيتا تقطف …، قدم فريمان اعتذارا …: a word shaped like a verb or an object goes on with no name, unless the two stand together elsewhere
    /// as well, or nothing but the cue's words follows and the name is not known by its first word alone.
    /// </summary>
    public static bool IsPredicate(Passage passage, int i, int limit, SpeakerPlace place)
    {
        var folded = passage.Tokens[i].Folded;
        var verb = folded.Length is 4 or 5 && folded[0] is 'ت' or 'ي';
        var past = folded.Length > 3 && folded[^1] == 'ت' && folded[^2] != 'ا';
        var thing = folded.Length > 4 && folded[^1] == 'ا' && folded[^2] is not ('ي' or 'و');
        if (!verb && !past && !thing) return false;
        // دونالد تيمرز: no verb of hers stands behind a man.
        if (verb && i > 1 && passage.Tokens[i - 2].Folded is "،" or "," && passage.Names.IsGiven(passage.Tokens[i - 1].Folded)
            && IsOver(passage, i + 1, limit)) return false;
        if (verb && !past && i > 0 && passage.Names.GenderOfGiven(passage.Tokens[i - 1].Folded)
            == (folded[0] == 'ت' ? Gender.Masculine : Gender.Feminine)) return false;
        // A verb is hardly ever repeated, a surname is; and at one place or another it ends its phrase.
        if (!passage.Occurrences(i).Take(MostPlaces).Any(x => x > 0
            && (passage.CueAt(x - 1) is { Form.Participle: false } || IsOver(passage, x + 1, passage.Tokens.Length))))
            return true;
        if (passage.Occurrences(i).Skip(OftenNamed).Any()) return false;
        foreach (var other in passage.Occurrences(i))
        {
            if (other == i || other == 0) continue;
            // دونالد ترامب زار …، وقال ترامب: who speaks is no verb.
            if (passage.Tokens[other - 1].Folded == passage.Tokens[i - 1].Folded
                || passage.CueAt(other - 1) is { Form.Participle: false }) return false;
        }

        return place != SpeakerPlace.BeforeWords || !IsOver(passage, i + 1, limit) || passage.Recurs(i - 1);
    }

    /// <summary>غادة والي، وزيرة …: a word that is a post as well is a surname where nothing of a title follows.</summary>
    private static bool EndsAsSurname(Passage passage, int at, int limit, bool definite) =>
        at >= limit || !passage.Tokens[at].IsWord || (!definite && passage.Names.Role(passage.Tokens[at].Folded) is not null)
        // كشف حيدر السائح عن …: the preposition is the verb's.
        // ابراهيم الفقيه عضو النقابة: so where an indefinite post follows a definite one.
        || (definite && !WordShape.HasArticle(passage, at) && passage.Names.Role(passage.Tokens[at].Folded) is not null)
        || (definite && passage.Tokens[at].Folded == "عن" && !passage.Names.GoesOnWith("عن", passage.Tokens[at - 1].Folded));

    /// <summary>انتقدت رجاء الصانع هجوم …؛ وقالت الصانع: a definite post before an indefinite word, or one that speaks elsewhere, right behind a
    /// given name.</summary>
    private static bool IsPostAsSurname(Passage passage, int i, int limit) =>
        WordShape.HasArticle(passage, i) && passage.Names.IsGiven(passage.Tokens[i - 1].Folded) && NameEvidence.SpeaksElsewhere(passage, i)
        && (i + 1 >= limit || !passage.Tokens[i + 1].IsWord || NameEvidence.IsUnknownIndefinite(passage, i + 1, limit));

    private static bool EndsSoon(Passage passage, int at, int limit) => IsOver(passage, at, limit)
        || NameEvidence.HasEvidence(passage, at, limit) || passage.Names.IsBinding(passage.Tokens[at].Folded)
        || passage.Names.EndsName(passage.Tokens[at].Folded)
        || ((WordShape.HasArticle(passage.Tokens[at].Folded) || NameEvidence.IsUnknownIndefinite(passage, at, limit))
        && IsOver(passage, at + 1, limit));

    private static bool IsBinding(Passage passage, int i, int limit, int words)
    {
        if (i + 1 >= limit || !passage.Tokens[i + 1].IsWord || !passage.Names.IsBinding(passage.Tokens[i].Folded)) return false;
        // فإن opens the clause; فان is part of a Dutch name.
        if (ComplementMarkers.IsSo(passage, i)) return false;
        return passage.Tokens[i].Folded switch
        {
            // The article cut off, "not", "if", "monastery": parts of names only inside one.
            "ال" => words > 0 || (passage.Tokens[i].Span.Length == 2 && !WordShape.HasArticle(passage.Tokens[i + 1].Folded)),
            // ولد الشيخ أحمد: at the beginning too, where a given name ends it.
            "ولد" when i + 2 < limit && WordShape.HasArticle(passage.Tokens[i + 1].Folded) && passage.Names.IsGiven(passage.Tokens[i + 2]) => true,
            "لا" or "لو" or "ذو" or "سان" or "حاج" or "دير" or "دي" or "دا" or "دو" or "ولد" or "بو" or "فان" => words > 0,
            "ام" => words > 0 || NameEvidence.HasEvidence(passage, i, limit),
            _ => true,
        };
    }

    /// <summary>The letter with its stop in جيمس ك. ويلسون.</summary>
    private static bool IsInitial(Passage passage, int i, int limit) =>
        i + 2 < limit && passage.Tokens[i].Span.Length == 1 && passage.Tokens[i + 1].Folded == "." && passage.Tokens[i + 2].IsWord;

    private static bool Joins(Passage passage, int i)
    {
        var token = passage.Tokens[i];
        if (token.Folded == "." && passage.Tokens[i - 1].Span.Length == 1) return true;
        return token.Folded is "-" or "'" or "’" or "ـ" && !token.SpaceBefore && !passage.Tokens[i + 1].SpaceBefore;
    }
}
