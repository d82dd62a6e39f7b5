namespace PressIngest.Extraction.Quotations;

/// <summary>Whom a title means: by post, by trade, by where somebody comes from.</summary>
internal sealed partial class PersonRegister
{
    /// <summary>The person with this post: the one whose title shares the most words with it, then the latest.</summary>
    public RegisteredPerson? FindByTitle(TokenRange title, Gender gender)
    {
        RegisteredPerson? best = null;
        var most = 0;
        for (var i = title.Start; i < title.End; i++)
        {
            if (!_passage.Tokens[i].IsWord || _passage.Names.Role(Bare(_passage.Tokens[i].Folded)) is not { } post) continue;
            if (!_byPost.TryGetValue(post, out var candidates)) break;
            for (var c = candidates.Count - 1; c >= 0; c--)
            {
                if (Differ(gender, candidates[c].Gender)) continue;
                var shared = Shared(title, candidates[c].Role);
                if (shared > most) (best, most) = (candidates[c], shared);
            }

            break;
        }

        return best;
    }

    /// <summary>وأضاف الإسباني: the latest person that the article called so, before the name or in the title.</summary>
    public RegisteredPerson? FindByOrigin(string folded, Gender gender)
    {
        if (!WordShape.HasArticle(folded)) return null;
        var country = _passage.Names.IsNationality(folded);
        if (!country && folded[^1] != 'ي' && !folded.EndsWith("يه", StringComparison.Ordinal)) return null;
        for (var p = _people.Count - 1; p >= Math.Max(0, _people.Count - MaxNamesakes); p--)
        {
            if (Differ(gender, _people[p].Gender)) continue;
            foreach (var mention in _people[p].Mentions)
                if (mention.Start > 0 && _passage.Tokens[mention.Start - 1].Folded == folded) return _people[p];
            for (var i = _people[p].Role.Start; i < _people[p].Role.End && country; i++)
                if (_passage.Tokens[i].Folded == folded) return _people[p];
        }

        return null;
    }

    /// <summary>السمكري: the latest person whose title begins with the word, though no list knows it for a post.</summary>
    public RegisteredPerson? FindByTrade(string folded, Gender gender)
    {
        if (!WordShape.HasArticle(folded)) return null;
        for (var p = _people.Count - 1; p >= Math.Max(0, _people.Count - MaxNamesakes); p--)
            if (_people[p].Role is { Length: > 0 } role && _passage.Tokens[role.Start].Folded == folded[2..]
                && !Differ(gender, _people[p].Gender)) return _people[p];
        return null;
    }

    /// <summary>How many words two titles share; 0 where one names a country that the other does not (وزير الخارجية الأردني).</summary>
    private int Shared(TokenRange title, TokenRange known)
    {
        var shared = 1;
        var other = false;
        for (var i = title.Start; i < title.End; i++)
        {
            var word = Bare(_passage.Tokens[i].Folded);
            var found = false;
            for (var k = known.Start; k < known.End && !found; k++) found = Alike(word, Bare(_passage.Tokens[k].Folded));
            if (found) (shared, other) = (shared + 1, other || i > title.Start);
            else if (i > title.Start && title.Length > 1 && word[^1] == 'ي' && WordShape.HasArticle(_passage.Tokens[i].Folded)
                && (_passage.Names.IsNationality(_passage.Tokens[i].Folded) || !IsOneOfAKind(_passage.Tokens[title.Start].Folded))) return 0;
        }

        // وزير الدفاع and وزير الخارجية: of two offices with their fields the post alone is not enough.
        return !other && title.Length > 1 && known.Length > 1 && HasField(title) && HasField(known)
            && !IsItsPlace(title.Start + 1) && !IsItsPlace(known.Start + 1) ? 0 : shared;
    }

    /// <summary>وزير الدفاع، مدير التعليم: a post in the construct state, with what it is of.</summary>
    private bool HasField(TokenRange title) => _passage.Names.Role(_passage.Tokens[title.Start].Folded) is { } post
        && _passage.Names.IsOffice(post) && !_passage.Names.IsSoleOffice(post)
        && !WordShape.HasArticle(_passage.Tokens[title.Start].Folded) && WordShape.HasArticle(_passage.Tokens[title.Start + 1].Folded);

    /// <summary>أمين المنطقة، أمين الباحة: the place by its kind alone may be any by name.</summary>
    private bool IsItsPlace(int at) => WordShape.HasArticle(_passage, at) && _passage.Names.IsPlace(_passage.Tokens[at].Folded);

    /// <summary>الرئيس اليساري is the president; المدير المالي is another than المدير التنفيذي.</summary>
    private bool IsOneOfAKind(string head) => head == "الوزير" || (_passage.Names.Role(Bare(head)) is { } post && _passage.Names.IsSoleOffice(post));

    /// <summary>فلسطين and الفلسطيني, قطر and القطري are one word of a title.</summary>
    private static bool Alike(string a, string b) => a == b
        || (Math.Min(a.Length, b.Length) >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)));

    private static string Bare(string folded) => folded.Length > 4
        && folded.StartsWith("لل", StringComparison.Ordinal) ? folded[2..] : Proclitics.WithoutArticle(folded.Length > 4 && folded[0] == 'و'
        && !folded.StartsWith("وزير", StringComparison.Ordinal) ? folded[1..] : folded);
}
