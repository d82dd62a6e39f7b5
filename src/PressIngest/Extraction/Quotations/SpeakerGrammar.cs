namespace PressIngest.Extraction.Quotations;

/// <summary>How strongly a place asks for a speaker: the more it does, the less a name must show of itself.</summary>
internal enum SpeakerPlace
{
    Anywhere,

    /// <summary>Right behind a speaking verb.</summary>
    BehindCue,

    /// <summary>Between a speaking verb and its words: an unknown word there is a name.</summary>
    BeforeWords,
}

/// <summary>
/// Reads a speaker between a cue and its words: honorifics, post, name in either order, set off by commas or not
/// (وزير الصحة الدكتور فلان؛ فلان، مدير … في …؛ المتحدث باسم …، فلان،), among circumstances of place, time and outlet.
/// </summary>
internal static class SpeakerGrammar
{
    private const int MaxSegments = 8;
    private const int MaxLength = 60;
    private const int LongestName = 4;
    private const int LongestTrade = 8;

    /// <summary>The speaker within the tokens [start, limit); Nobody where only circumstances stand there.</summary>
    /// <param name="passage">The document with the vocabulary.</param>
    /// <param name="start">The token behind the cue.</param>
    /// <param name="limit">Where the words that were said begin, or the clause ends.</param>
    /// <param name="place">How strongly the place asks for a speaker.</param>
    public static SpeakerPhrase Parse(Passage passage, int start, int limit, SpeakerPlace place)
    {
        limit = Math.Min(limit, start + MaxLength);
        var found = default(SpeakerPhrase);
        // أكد كل من فلان وفلان: the first of them.
        var at = start + 2 < limit && passage.Tokens[start].Folded == "كل" && passage.Tokens[start + 1].Folded == "من" ? start + 2 : start;
        for (var segment = 0; segment < MaxSegments && at < limit; segment++)
        {
            var before = at;
            if (found.IsNamed) at = Origin.EndBehindName(passage, at, limit);
            // فلان، وهو صاحب متجر: what he is, in a clause of its own.
            if (found.IsNamed && at + 1 < limit && passage.Tokens[at].Folded is "وهو" or "وهي"
                && passage.Names.Role(passage.Tokens[at + 1].Folded) is not null) at++;
            at = Circumstances.Skip(passage, at, limit);
            var adjacent = at == before;
            var end = Circumstances.EndOfPhrase(passage, at, limit);
            if (at < end)
            {
                var apposed = (adjacent && found.Kind == SpeakerKind.Title) || PostFollows(passage, end, limit)
                    || (place != SpeakerPlace.Anywhere && end + 1 < passage.Tokens.Length && passage.Tokens[end].Folded is "،" or ","
                    && passage.Tokens[end + 1].Folded is "الذي" or "التي");
                var read = SpeakerSegment.Read(passage, at, end, place, apposed);
                // مع المذيعة فلانة، مقدمة البرنامج، أن: her post, and no subject.
                if (found.Kind == SpeakerKind.Nobody && read is { Kind: SpeakerKind.Title, HasName: false } && segment > 0
                    && EndsWithName(passage, start, before)) read = default;
                // في برنامج …، وتقدمه المذيعة فلانة، أن: whose programme it is.
                if (segment > 0 && IsAboutIt(passage, at, end)) read = default;
                // Behind a circumstance only a sure speaker is one: المذاع عبر … goes on with the circumstance. So behind a comma: وأضاف، الوضع صعب.
                if ((segment > 0 || (before < at && passage.Tokens[before].Folded is "،" or ",")) && found.Kind == SpeakerKind.Nobody
                    && !(read.Sure || read.Kind is SpeakerKind.Title or SpeakerKind.StandIn))
                    read = default;
                if (read.Kind == SpeakerKind.Nobody && found.Kind == SpeakerKind.Nobody && segment > 0)
                {
                    at = end;
                    if (!Separated(passage, ref at, limit)) break;
                    continue;
                }

                // الفنان فلان، والفنان فلان: another one.
                if (found.HasName && read.HasName && passage.Tokens[read.Range.Start].Folded[0] == 'و'
                    && passage.Names.IsJoinedRole(passage.Tokens[read.Range.Start].Folded))
                    break;
                // رئيس النقابة، الميداني الضاوي، أن: definite words set off behind a post are its holder's name.
                if (found is { Kind: SpeakerKind.Title, HasName: false } && place == SpeakerPlace.BeforeWords && adjacent
                    && IsDefiniteName(passage, at, end))
                    read = new SpeakerPhrase(SpeakerKind.Person, new TokenRange(at, end), new TokenRange(at, end), default, Gender.Unknown,
                        Sure: true);
                if (!read.Sure && read.Role.Length == 0 && found is { Kind: SpeakerKind.Person, Role.Length: 0 }
                    && place == SpeakerPlace.BeforeWords && adjacent && IsTrade(passage, at, end, limit))
                    read = new SpeakerPhrase(SpeakerKind.Title, new TokenRange(at, end), default, new TokenRange(at, end), Gender.Unknown,
                        Sure: false);
                if (read.Kind == SpeakerKind.Nobody || (found.Kind != SpeakerKind.Nobody && Join(passage, found, read) is null)) break;
                found = found.Kind == SpeakerKind.Nobody ? read : Join(passage, found, read)!.Value;
                // A title runs on behind a parenthesis only; words of the segment that the phrase leaves over are no speaker's.
                if (read.Range.End < end) break;
            }

            at = end;
            // وأكد مديره (رمضان الفيتوري): the name in brackets behind the post.
            if (found is { Kind: SpeakerKind.Title, HasName: false } && at == found.Range.End
                && NameInBrackets(passage, at, limit) is { Length: > 1 } bearer)
            {
                found = new SpeakerPhrase(SpeakerKind.Person, new TokenRange(found.Range.Start, bearer.End + 1), bearer, found.Role, found.Gender,
                    Sure: true);
                at = bearer.End + 1;
            }

            if (found.IsNamed && found.Role.Length == 0 && PostInBrackets(passage, at, limit) is { Length: > 0 } post)
                found = found with { Kind = SpeakerKind.Person, Role = post, Range = new TokenRange(found.Range.Start, post.End), Sure = true };
            if (!Separated(passage, ref at, limit)) break;
        }

        return found;
    }

    private static bool IsDefiniteName(Passage passage, int at, int end) => end - at is 2 or 3 && end < passage.Tokens.Length
        && passage.Tokens[end].Folded is "،" or "," && SpeakerSegment.AreNames(passage, at, end);

    /// <summary>فلان، سمكري بحي النزهة، إن: what he is, between his name and his words, though no list has it.</summary>
    private static bool IsTrade(Passage passage, int at, int end, int limit)
    {
        if (end - at > LongestTrade || passage.Last(at) == 'ا' || !NameEvidence.IsUnknownIndefinite(passage, at, end)) return false;
        while (end < limit && passage.Tokens[end].Kind == TokenKind.Punctuation) end++;
        return end == limit;
    }

    /// <summary>A circumstance whose last words are a name (في حوار مع الإعلامي فلان،).</summary>
    private static bool EndsWithName(Passage passage, int start, int end)
    {
        while (end > start && passage.Tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        for (var i = Math.Max(start, end - LongestName); i < end; i++)
            if (NameEvidence.HasEvidence(passage, i, end) && NameRecognizer.EndOfName(passage, i, end, SpeakerPlace.Anywhere) == end) return true;
        return false;
    }

    /// <summary>وتقدمه، يديرها: a verb in the present with its object, and its subject behind it.</summary>
    private static bool IsAboutIt(Passage passage, int at, int end)
    {
        var folded = passage.Tokens[at].Folded;
        var verb = folded.StartsWith('و') ? folded.AsSpan(1) : folded;
        return verb is ['ي' or 'ت', _, _, _, ..] && (verb[^1] == 'ه' || verb.EndsWith("ها")) && passage.Last(at) is 'ه' or 'ا'
            && at + 1 < end && WordShape.HasArticle(passage, at + 1);
    }

    /// <summary>فلان (مزارع)، فلان (45 عاما، مزارع): what he is, in brackets behind his name.</summary>
    private static TokenRange PostInBrackets(Passage passage, int at, int limit)
    {
        if (at >= limit || passage.Tokens[at].Folded != "(") return default;
        var close = Circumstances.AfterPunctuation(passage, at, limit) - 1;
        for (var i = at + 1; i < close; i++)
        {
            var begins = passage.Tokens[i - 1].Kind == TokenKind.Punctuation && passage.Tokens[i].IsWord;
            // فلان (سمكري): what no list has.
            if (begins && i == at + 1 && close - i <= LongestTrade && passage.Last(i) != 'ا' && NameEvidence.IsUnknownIndefinite(passage, i, close)
                && passage.Tokens[close - 1].IsWord) return new TokenRange(i, close);
            if (begins && passage.Names.Role(passage.Tokens[i].Folded) is not null) return new TokenRange(i, TitleExtent.End(passage, i, close));
        }

        return default;
    }

    private static TokenRange NameInBrackets(Passage passage, int at, int limit)
    {
        if (at >= limit || passage.Tokens[at].Folded != "(") return default;
        var close = Circumstances.AfterPunctuation(passage, at, limit) - 1;
        return close - at is > 2 and < LongestName + 2
            && (NameEvidence.HasEvidence(passage, at + 1, close)
            || (close == at + 3 && NameEvidence.IsUnknownIndefinite(passage, at + 1, close) && SpeakerSegment.AreNames(passage, at + 2, close)))
            && NameRecognizer.EndOfName(passage, at + 1, close, SpeakerPlace.BeforeWords) == close ? new TokenRange(at + 1, close) : default;
    }

    /// <summary>Passes the commas and parentheses behind a segment; false where a stop, a colon or a quotation ends the phrase.</summary>
    private static bool Separated(Passage passage, ref int at, int limit)
    {
        var start = at;
        while (at < limit && passage.Tokens[at].Kind == TokenKind.Punctuation && passage.MarkedFrom(at) is null
            && passage.Tokens[at].Folded is not ("." or ":" or "!" or "؟"))
            at = Circumstances.AfterPunctuation(passage, at, limit);
        return at > start;
    }

    /// <summary>Where a phrase that may hold a person ends at the latest: before the clause that it speaks, or the next cue.</summary>
    public static int Limit(Passage passage, int from, int limit)
    {
        for (var i = from; i < limit; i++)
        {
            if (!passage.Tokens[i].IsWord) continue;
            if (ComplementMarkers.IsClause(passage.Tokens[i].Folded)) return i;
            if (i == from || passage.CueAt(i) is not { } cue || NameEvidence.HasEvidence(passage, i, limit)) continue;
            if (cue.Form.Participle && passage.Names.IsJoinedRole(passage.Tokens[i].Folded)) continue;
            if (cue.Prefix > 0 || cue.Form.Participle || !cue.Form.Verb.Strict) return i;
        }

        return limit;
    }

    /// <summary>Two segments as one speaker: post and name in either order; null where they are not.</summary>
    private static SpeakerPhrase? Join(Passage passage, SpeakerPhrase found, SpeakerPhrase read)
    {
        var range = new TokenRange(found.Range.Start, read.Range.End);
        var gender = found.Gender == Gender.Unknown ? read.Gender : found.Gender;
        return (found.Kind, read.Kind) switch
        {
            (SpeakerKind.Title, SpeakerKind.Person) =>
                read with { Range = range, Role = found.Role, Gender = read.Gender == Gender.Unknown ? found.Gender : read.Gender, Sure = true },
            (SpeakerKind.Title, SpeakerKind.Title) => found with { Range = range, Role = new TokenRange(found.Role.Start, read.Role.End),
                Gender = gender },
            // الكاتب فلان، رئيس المهرجان: an office says more than a profession.
            (SpeakerKind.Person or SpeakerKind.Mention, SpeakerKind.Title) when found.Role.Length <= 1
                || (IsProfession(passage, found.Role) && IsOffice(passage, read.Role)) =>
                found with { Kind = SpeakerKind.Person, Range = range, Role = read.Role, Gender = gender, Sure = true },
            // شيرين، زوجة عم سامي …: behind a name a post of somebody is the first one's, whole.
            (SpeakerKind.Person or SpeakerKind.Mention, SpeakerKind.Person) when found.Role.Length <= 1 && read.Role.Length > 0
                && read.Role.Start == read.Range.Start && read.Role.End < read.Range.End
                => found with { Kind = SpeakerKind.Person, Range = range, Role = read.Range, Gender = gender, Sure = true },
            // مديرة البرامج في تكية أم سالم، ياسمين نزال: the name within the post is the body's, where another one follows.
            (SpeakerKind.Person, SpeakerKind.Person) when read.Role.Length == 0 && read.Name.Length > 1 && read.Name.Start == read.Range.Start
                && found.Role.Length > 0 && found.Role.Start == found.Range.Start && found.Name.Start >= found.Role.End
                => read with { Range = range, Role = found.Range, Sure = true },
            _ => null,
        };
    }

    private static bool IsProfession(Passage passage, TokenRange title) => passage.Names.Role(passage.Tokens[title.Start].Folded) is { } post
        && passage.Names.IsGenericRole(post);

    private static bool IsOffice(Passage passage, TokenRange title) => passage.Names.Role(passage.Tokens[title.Start].Folded) is { } post
        && passage.Names.IsOffice(post);

    private static bool PostFollows(Passage passage, int end, int limit) => end + 1 < limit
        && passage.Tokens[end].Folded is "،" or "," or "؛" or "-" or "–" && passage.Tokens[end + 1].IsWord
        && passage.Names.Role(passage.Tokens[end + 1].Folded) is not null;
}
