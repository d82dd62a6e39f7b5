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

/// <summary>A speaker as written at one place: the whole phrase, and in it the name and the post.</summary>
internal readonly record struct SpeakerPhrase(SpeakerKind Kind, TokenRange Range, TokenRange Name, TokenRange Role, Gender Gender, bool Honored)
{
    public bool HasName => Name.Length > 0;
}

/// <summary>
/// Reads a speaker between a cue and its words: honorifics, post, name in either order, set off by commas or not
/// (وزير الصحة الدكتور فلان؛ فلان، مدير … في …؛ المتحدث باسم …، فلان،), among circumstances of place, time and outlet.
/// </summary>
internal static class SpeakerGrammar
{
    private const int MaxSegments = 8;
    private const int MaxLength = 60;

    /// <summary>The speaker within the tokens [start, limit); Nobody where only circumstances stand there.</summary>
    public static SpeakerPhrase Parse(Token[] tokens, int start, int limit, int[] markedAt, IReadOnlyList<MarkedSpan> marked, Lexicon lexicon)
    {
        limit = Math.Min(limit, start + MaxLength);
        var found = default(SpeakerPhrase);
        var at = start;
        for (var segment = 0; segment < MaxSegments && at < limit; segment++)
        {
            at = SkipCircumstances(tokens, at, limit, markedAt, marked, lexicon);
            var end = EndOfSegment(tokens, at, limit, markedAt, marked);
            if (at < end)
            {
                var read = ReadSegment(tokens, at, end, lexicon, loose: found.Kind == SpeakerKind.Title || FollowedByRole(tokens, end, limit, lexicon));
                var joined = Join(found, read, tokens, at, lexicon);
                if (joined is null && found.Kind != SpeakerKind.Nobody) break;
                found = joined ?? found;
            }

            at = end;
            while (at < limit && (tokens[at].Kind == TokenKind.Punctuation || markedAt[at] >= 0 && end == at && !QuotationMarks.IsMark(tokens[at])))
            {
                if (tokens[at].Folded is "(" or "[") at = EndOfParenthesis(tokens, at, limit);
                else at++;
            }
        }

        return found;
    }

    /// <summary>Whether the tokens [at, limit) hold nothing but circumstances and punctuation.</summary>
    public static bool IsCircumstance(Token[] tokens, int at, int limit, Lexicon lexicon)
    {
        while (at < limit && tokens[at].Kind == TokenKind.Punctuation) at++;
        return at >= limit || OpensCircumstance(tokens[at], lexicon);
    }

    /// <summary>The end of the phrase that begins at a token: a comma, a bracket, a colon, the end of the sentence.</summary>
    public static int EndOfSegment(Token[] tokens, int at, int limit, int[] markedAt, IReadOnlyList<MarkedSpan> marked)
    {
        for (var i = at; i < limit; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Break) return i;
            if (markedAt[i] >= 0 && marked[markedAt[i]].Open == i && marked[markedAt[i]].IsLong) return i;
            if (token.Kind != TokenKind.Punctuation) continue;
            if (token.Folded is "،" or "," or "؛" or ";" or ":" or "(" or ")" or "[" or "]" or "–" or "—" or "!" or "؟" or "?" or "…") return i;
            if (token.Folded is "-" or "ـ" && token.SpaceBefore) return i;
            if (token.Folded == "." && !(i > 0 && tokens[i - 1].Span.Length == 1)) return i;
        }

        return limit;
    }

    private static SpeakerPhrase? Join(SpeakerPhrase found, SpeakerPhrase read, Token[] tokens, int at, Lexicon lexicon)
    {
        if (read.Kind == SpeakerKind.Nobody) return null;
        if (found.Kind == SpeakerKind.Nobody) return read;
        var range = new TokenRange(found.Range.Start, read.Range.End);
        var gender = found.Gender == Gender.Unknown ? read.Gender : found.Gender;
        if (found.Kind == SpeakerKind.Title && read.Kind == SpeakerKind.Person)
            return read with { Range = range, Role = found.Role, Gender = read.Gender == Gender.Unknown ? found.Gender : read.Gender };
        if (found.Kind is SpeakerKind.Person or SpeakerKind.Mention && read.Kind == SpeakerKind.Title && found.Role.Length == 0)
            return found with { Kind = SpeakerKind.Person, Range = range, Role = read.Role, Gender = gender };
        if (found.Kind == SpeakerKind.Unnamed && read.Kind == SpeakerKind.Person && read.Honored) return read with { Range = range, Role = found.Range };
        return null;
    }

    private static bool FollowedByRole(Token[] tokens, int end, int limit, Lexicon lexicon) =>
        end + 1 < limit && tokens[end].Folded is "،" or "," or "؛" or "-" or "–" && tokens[end + 1].IsWord && lexicon.Names.Role(tokens[end + 1].Folded) is not null;

    private static SpeakerPhrase ReadSegment(Token[] tokens, int at, int end, Lexicon lexicon, bool loose)
    {
        var honored = SkipHonorifics(tokens, at, end, lexicon);
        var p = honored.End;
        var gender = honored.Gender;
        while (p < end && QuotationMarks.IsMark(tokens[p])) p++;
        if (p >= end) return Alone(at, end, honored.Any, gender);
        var folded = tokens[p].Folded;
        if (lexicon.Names.StandIn(folded) is { } standIn) return new SpeakerPhrase(SpeakerKind.StandIn, new TokenRange(at, p + 1), default, default, standIn, Honored: true);
        if (!tokens[p].IsWord) return default;
        if (!honored.Any && lexicon.Names.IsUnnamed(tokens, p, end)) return new SpeakerPhrase(SpeakerKind.Unnamed, new TokenRange(p, end), default, default, Gender.Unknown, Honored: false);
        var namePlace = NameRecognizer.HasEvidence(tokens, p, end, lexicon) && !IsRoleRatherThanName(tokens, p, end, lexicon);
        if (!namePlace && lexicon.Names.Role(folded) is not null) return RoleThenName(tokens, at, p, end, lexicon);
        if (!namePlace && lexicon.Names.IsOrganization(tokens, p, end)) return new SpeakerPhrase(SpeakerKind.Body, new TokenRange(p, end), default, default, Gender.Unknown, Honored: false);
        if (!namePlace && !honored.Any && lexicon.Names.Body(tokens, p, end) > 0) return new SpeakerPhrase(SpeakerKind.Body, new TokenRange(p, end), default, default, Gender.Unknown, Honored: false);
        if (!namePlace && !honored.Any && folded.StartsWith("ال", StringComparison.Ordinal) && folded.Length > 3) return DefiniteThenName(tokens, p, end, lexicon);
        return NameThenRole(tokens, at, p, end, lexicon, honored.Any, gender, namePlace, loose);
    }

    private static SpeakerPhrase Alone(int at, int end, bool honored, Gender gender) =>
        honored ? new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, end), default, new TokenRange(at, end), gender, Honored: true) : default;

    /// <summary>A word that is both a name and a post (أمين، عميد، رائد) is the post where a definite word or another post follows.</summary>
    private static bool IsRoleRatherThanName(Token[] tokens, int p, int end, Lexicon lexicon) => lexicon.Names.Role(tokens[p].Folded) is not null
        && p + 1 < end && tokens[p + 1].IsWord && !lexicon.Names.IsBinding(tokens[p + 1].Folded)
        && (lexicon.Names.IsOrganization(tokens, p + 1, end) || tokens[p + 1].Folded is "عام" or "العام" || p + 2 < end);

    private static SpeakerPhrase RoleThenName(Token[] tokens, int at, int p, int end, Lexicon lexicon)
    {
        var gender = NameLexicon.GenderOfRole(tokens[p].Folded);
        var name = NameInside(tokens, p + 1, end, lexicon);
        if (name.Length == 0)
        {
            var close = EndOfTitle(tokens, p, end, lexicon);
            return new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, close), default, new TokenRange(p, close), gender, Honored: false);
        }

        var roleEnd = BackOverHonorifics(tokens, p, name.Start, lexicon);
        var given = lexicon.Names.GenderOfGiven(tokens[name.Start].Folded);
        return new SpeakerPhrase(
            SpeakerKind.Person, new TokenRange(at, name.End), name, new TokenRange(p, roleEnd), gender == Gender.Masculine && given == Gender.Feminine ? given : gender, Honored: roleEnd < name.Start);
    }

    /// <summary>المغردة فاطمة …: a profession that no list knows, where a name follows it; alone, a surname or a body.</summary>
    private static SpeakerPhrase DefiniteThenName(Token[] tokens, int p, int end, Lexicon lexicon)
    {
        var k = p;
        while (k < end && tokens[k].IsWord && tokens[k].Folded.StartsWith("ال", StringComparison.Ordinal) && !NameRecognizer.HasEvidence(tokens, k, end, lexicon)) k++;
        var honored = SkipHonorifics(tokens, k, end, lexicon);
        if (k < end && (honored.Any || NameRecognizer.HasEvidence(tokens, k, end, lexicon)))
        {
            var nameEnd = NameRecognizer.EndOfName(tokens, honored.End, end, lexicon);
            if (nameEnd > honored.End)
            {
                return new SpeakerPhrase(
                    SpeakerKind.Person, new TokenRange(p, nameEnd), new TokenRange(honored.End, nameEnd), new TokenRange(p, k), NameLexicon.GenderOfRole(tokens[p].Folded), honored.Any);
            }
        }

        var alone = k == p + 1;
        return new SpeakerPhrase(alone ? SpeakerKind.Mention : SpeakerKind.Body, new TokenRange(p, k), alone ? new TokenRange(p, p + 1) : default, default, Gender.Unknown, Honored: false);
    }

    private static SpeakerPhrase NameThenRole(Token[] tokens, int at, int p, int end, Lexicon lexicon, bool honored, Gender gender, bool evidence, bool loose)
    {
        var latin = NameRecognizer.IsLatin(tokens[p]);
        if (!honored && !evidence && !latin && !NameRecognizer.IsUnknownIndefinite(tokens, p, end, lexicon)) return default;
        if (honored && !evidence && lexicon.Names.NeverName(tokens[p].Folded)) return Alone(at, p, honored, gender);
        var nameEnd = NameRecognizer.EndOfName(tokens, p, end, lexicon);
        if (nameEnd == p) return default;
        if (gender == Gender.Unknown) gender = lexicon.Names.GenderOfGiven(tokens[p].Folded);
        var role = default(TokenRange);
        var next = nameEnd;
        while (next < end && QuotationMarks.IsMark(tokens[next])) next++;
        if (next < end && tokens[next].IsWord && lexicon.Names.Role(tokens[next].Folded) is not null)
        {
            role = new TokenRange(next, EndOfTitle(tokens, next, end, lexicon));
            if (NameLexicon.GenderOfRole(tokens[next].Folded) == Gender.Feminine) gender = Gender.Feminine;
        }

        var words = nameEnd - p;
        var person = honored || role.Length > 0 || (evidence && words > 1) || (loose && words > 1);
        var kind = person ? SpeakerKind.Person : words > 1 && !latin ? SpeakerKind.Person : SpeakerKind.Mention;
        if (latin && !person) kind = SpeakerKind.Body;
        return new SpeakerPhrase(kind, new TokenRange(at, role.Length > 0 ? role.End : nameEnd), new TokenRange(p, nameEnd), role, gender, honored || evidence || person);
    }

    /// <summary>The name at the end of a post: behind its last honorific, at a given name, or where syntax leaves room for nothing else.</summary>
    private static TokenRange NameInside(Token[] tokens, int from, int end, Lexicon lexicon)
    {
        var last = default(TokenRange);
        for (var k = from; k < end; k++)
        {
            if (!tokens[k].IsWord) continue;
            var honored = SkipHonorifics(tokens, k, end, lexicon);
            if (honored.Any && honored.End < end && !(lexicon.Names.Role(tokens[k].Folded) is not null && lexicon.Names.Role(tokens[honored.End].Folded) is not null && !NameRecognizer.HasEvidence(tokens, honored.End, end, lexicon)))
            {
                var close = NameRecognizer.EndOfName(tokens, honored.End, end, lexicon);
                if (close > honored.End && !BelongsToBody(tokens, k, lexicon) && !tokens[k].Folded.StartsWith("لل", StringComparison.Ordinal))
                {
                    last = new TokenRange(honored.End, close);
                    k = close - 1;
                    continue;
                }

                k = Math.Max(k, close - 1);
                continue;
            }

            var evidence = NameRecognizer.HasEvidence(tokens, k, end, lexicon) && !BelongsToBody(tokens, k, lexicon);
            var syntax = !evidence && IsDefinite(tokens, k - 1, lexicon) && NameRecognizer.IsUnknownIndefinite(tokens, k, end, lexicon) && k + 1 < end;
            if (!evidence && !syntax) continue;
            var nameEnd = NameRecognizer.EndOfName(tokens, k, end, lexicon);
            if (nameEnd - k < 2 && !(evidence && nameEnd == end)) continue;
            if (syntax && last.Length > 0) continue;
            last = new TokenRange(k, nameEnd);
            k = nameEnd - 1;
        }

        return last;
    }

    /// <summary>جامعة الملك سعود، حكومة يوسف الشاهد: the name is the body's or its owner's.</summary>
    private static bool BelongsToBody(Token[] tokens, int k, Lexicon lexicon)
    {
        if (k == 0 || !tokens[k - 1].IsWord) return false;
        var before = tokens[k - 1].Folded;
        if (before.StartsWith("ال", StringComparison.Ordinal)) return false;
        return (lexicon.Names.IsOrganization(before) || before is "مدينه" or "جايزه" or "شارع" or "جامع" or "مسجد" or "كرسي" or "بن" or "حي") && lexicon.Names.Role(before) is null;
    }

    private static bool IsDefinite(Token[] tokens, int k, Lexicon lexicon)
    {
        if (k < 0) return false;
        if (!tokens[k].IsWord) return QuotationMarks.IsMark(tokens[k]) || tokens[k].Folded == ")";
        var folded = tokens[k].Folded;
        return folded.StartsWith("ال", StringComparison.Ordinal) || folded.StartsWith("لل", StringComparison.Ordinal) || folded.StartsWith("بال", StringComparison.Ordinal)
            || folded.StartsWith("وال", StringComparison.Ordinal) || lexicon.Names.Body(tokens, k, k + 1) > 0
            || (folded.Length > 3 && folded[0] is 'ب' or 'ل' && lexicon.Names.Body([tokens[k] with { Folded = folded[1..] }], 0, 1) > 0);
    }

    /// <summary>A title without a name runs to its circumstances (… في تصريح، … أمس) or the end of its phrase.</summary>
    private static int EndOfTitle(Token[] tokens, int p, int end, Lexicon lexicon)
    {
        for (var i = p + 1; i < end; i++)
        {
            var folded = tokens[i].Folded;
            if (folded is "امس" or "اليوم" or "خلال" or "عقب" or "بعد" or "قبل" or "اثناء" or "عبر" or "ايضا" or "بدوره" or "بدورها" or "حول" or "بشان" or "قوله") return i;
            if (folded is "في" or "من" or "علي" or "الي" && i + 1 < end && IsOccasion(tokens[i + 1].Folded)) return i;
            if (lexicon.Speech.Match(folded) is { } cue && (cue.Prefix > 0 || cue.Form.Participle)) return i;
        }

        return end;
    }

    private static bool IsOccasion(string folded) => folded is "تصريح" or "تصريحات" or "بيان" or "حديث" or "حديثه" or "حوار" or "مقابله" or "موتمر" or "كلمه" or "كلمته" or "خطاب" or "تغريده"
        or "تدوينه" or "مداخله" or "لقاء" or "اتصال" or "جانبه" or "جانبها" or "جهته" or "جهتها" or "ناحيته" or "ناحيتها" or "هامش" or "وقت" or "هذا" or "هذه" or "ختام" or "تقرير" or "رساله"
        or "مقال" or "بلاغ" or "ندوه" or "جلسه" or "اجتماع" or "افتتاح" or "حسابه" or "حسابها" or "تويتر" or "صفحته" or "منشور" or "معرض" or "كلمتها" or "تصريحاته" or "تصريحاتها";

    private static (int End, bool Any, Gender Gender) SkipHonorifics(Token[] tokens, int at, int end, Lexicon lexicon)
    {
        var gender = Gender.Unknown;
        var p = at;
        while (p < end)
        {
            var (length, of) = lexicon.Names.Honorific(tokens, p, end);
            if (length == 0) break;
            if (of != Gender.Unknown && gender == Gender.Unknown) gender = of;
            p += length;
        }

        return (p, p > at, gender);
    }

    private static int BackOverHonorifics(Token[] tokens, int from, int nameStart, Lexicon lexicon)
    {
        for (var k = Math.Max(from + 1, nameStart - 8); k < nameStart; k++)
            if (SkipHonorifics(tokens, k, nameStart, lexicon).End == nameStart) return k;
        return nameStart;
    }

    /// <summary>Passes لـ «وسيلة»، من جانبه، له، أمس and the like; a phrase that opens with a preposition is passed to its end.</summary>
    private static int SkipCircumstances(Token[] tokens, int at, int limit, int[] markedAt, IReadOnlyList<MarkedSpan> marked, Lexicon lexicon)
    {
        while (at < limit)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Punctuation && !QuotationMarks.IsMark(token))
            {
                at = token.Folded is "(" or "[" ? EndOfParenthesis(tokens, at, limit) : at + 1;
                continue;
            }

            if (!token.IsWord) break;
            var folded = token.Folded;
            if (folded is "ل" or "الي" or "في" or "مع" or "عبر" && at + 1 < limit && markedAt[at + 1] >= 0 && marked[markedAt[at + 1]] is { IsLong: false } outlet && outlet.Open == at + 1)
            {
                at = outlet.Next;
                continue;
            }

            if (folded is "ل" && at + 2 < limit && tokens[at + 1].Folded is "(" )
            {
                at = EndOfParenthesis(tokens, at + 1, limit);
                continue;
            }

            if (folded is "من" or "في" && at + 1 < limit && (tokens[at + 1].Folded is "جانبه" or "جانبها" or "جهته" or "جهتها" or "ناحيته" or "ناحيتها" or "جانبهم" or "جهتهم"))
            {
                at += 2;
                continue;
            }

            if (IsPronounPhrase(folded) || folded is "امس" or "ايضا" or "كذلك" or "بدوره" or "بدورها" or "قايلا" or "قايله" or "موخرا" or "سابقا" or "لاحقا" or "صراحه" or "مجددا" or "رسميا" or "اخيرا" or "حينها")
            {
                at++;
                continue;
            }

            if (OpensCircumstance(token, lexicon) || ((folded is "ل" || folded.StartsWith("لل", StringComparison.Ordinal)) && at + 1 < limit))
            {
                return EndOfSegment(tokens, at, limit, markedAt, marked);
            }

            // لصحيفة عكاظ، لوكالة الأنباء: the outlet, up to the end of its phrase.
            if (folded.Length > 3 && folded[0] == 'ل' && lexicon.Names.IsOrganization(folded[1..])) return EndOfSegment(tokens, at, limit, markedAt, marked);
            break;
        }

        return at;
    }

    private static bool IsPronounPhrase(string folded) => folded is "له" or "لها" or "لهم" or "لنا" or "لي" or "به" or "بها" or "فيه" or "فيها" or "عنه" or "عنها" or "خلاله" or "خلالها" or "عليه" or "اليه";

    private static bool OpensCircumstance(Token token, Lexicon lexicon) => token.IsWord && lexicon.Speech.Circumstances.Contains(token.Folded);

    private static int EndOfParenthesis(Token[] tokens, int at, int limit)
    {
        for (var i = at + 1; i < limit && i < at + 25; i++)
            if (tokens[i].Folded is ")" or "]") return i + 1;
        return at + 1;
    }
}
