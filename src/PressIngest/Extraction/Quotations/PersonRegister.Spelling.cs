namespace PressIngest.Extraction.Quotations;

/// <summary>Names that are spelled otherwise at another place.</summary>
internal sealed partial class PersonRegister
{
    /// <summary>الغامذي for الغامدي: the latest person whose surname differs by one letter.</summary>
    public RegisteredPerson? FindMisspelt(string word)
    {
        var bare = Proclitics.WithoutArticle(word);
        for (var p = _people.Count - 1; p >= Math.Max(0, _people.Count - MaxNamesakes); p--)
        {
            if (_people[p].Words is not [_, .., var last]) continue;
            var surname = Proclitics.WithoutArticle(last);
            if (Math.Min(bare.Length, surname.Length) >= (_people[p].Role.Length > 0 ? LeastMisspelt - 1 : LeastMisspelt)
                && IsAlike(bare, surname)) return _people[p];
        }

        return null;
    }

    /// <summary>خوان لوبيس for خوان لوبيز: one first name, and surnames that differ by a letter, unless both are names of their own (سالم،
    /// سليم).</summary>
    private RegisteredPerson? FindAlike(string[] words, Gender gender)
    {
        if (!_byWord.TryGetValue(words[0], out var candidates)) return null;
        foreach (var candidate in candidates)
            if (candidate.Words is [var first, var surname] && first == words[0] && Math.Min(surname.Length, words[1].Length) >= LeastMisspelt - 1
                && !Differ(gender, candidate.Gender) && IsAlike(Proclitics.WithoutArticle(surname), Proclitics.WithoutArticle(words[1]))
                && !(_passage.Names.IsGiven(surname) && _passage.Names.IsGiven(words[1])))
                return candidate;
        return null;
    }

    /// <summary>Whether two spellings may be of one name: a letter more, less, other or out of place, and two of them in a long name.</summary>
    private static bool IsAlike(string a, string b)
    {
        var most = Math.Min(a.Length, b.Length) >= LeastTwiceMisspelt ? 2 : 1;
        if (Math.Abs(a.Length - b.Length) > most || (most > 1 && a[0] != b[0])) return false;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var k = 0; k <= b.Length; k++) last[k] = k;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var k = 1; k <= b.Length; k++)
            {
                row[k] = Math.Min(Math.Min(last[k], row[k - 1]) + 1, last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1));
                if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) row[k] = Math.Min(row[k], before[k - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length] <= most;
    }
}
