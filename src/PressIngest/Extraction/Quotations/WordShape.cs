namespace PressIngest.Extraction.Quotations;

/// <summary>What the letters of a folded word tell of it: article, attached particles and pronouns, verbal endings.</summary>
internal static class WordShape
{
    public static bool HasArticle(string folded) => folded.Length > 3 && folded.StartsWith("ال", StringComparison.Ordinal);

    /// <summary>As <see cref="HasArticle(string)"/>, where the text shows it: إليسا and ألبرت begin with a hamza.</summary>
    public static bool HasArticle(Passage passage, int at) => HasArticle(passage.Tokens[at].Folded) && passage.First(at) is not ('إ' or 'أ' or 'آ');

    /// <summary>The article behind a particle: للشؤون، بالمنطقة، والتعليم.</summary>
    public static bool HasParticleAndArticle(string folded) => folded.Length > 4
        && (folded.StartsWith("لل", StringComparison.Ordinal) || (folded[0] is 'ب' or 'و' or 'ف' or 'ك' && folded[1] == 'ا' && folded[2] == 'ل'));

    public static bool IsLatin(Token token) => token.IsWord && token.Folded.Length > 0 && token.Folded[0] is >= 'a' and <= 'z';

    /// <summary>
    /// A particle written onto a word (لعمادة، بحركة، وضرب، كمحامي). Names begin with these letters too: transliterated ones with a vowel or
    /// liquid next (لافروف، بلينكن), others by being known.
    /// </summary>
    public static bool HasParticle(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        if (HasParticleAndArticle(folded) || folded is "فهو" or "فهي" or "وهو" or "وهي" or "فهم") return true;
        // لفك الحصار: of three letters where a definite word follows.
        if (folded.Length == 3 && folded[0] == 'ل' && at + 1 < passage.Tokens.Length && HasArticle(passage, at + 1)
            && !passage.Names.IsGiven(folded)) return true;
        if (folded.Length < 4 || passage.Names.IsGiven(folded)) return false;
        // وآسيا، وأثينا: nobody's name begins so but one that is known.
        if (IsForUs(folded) || (folded[0] is 'و' or 'ف' && passage.Document.Text[passage.Tokens[at].Start + 1] is 'أ' or 'إ' or 'آ')) return true;
        var rest = folded[1..];
        switch (folded[0])
        {
            case 'و' or 'ف':
                return folded[0] == 'و' ? folded[1] is not ('ا' or 'ي') || Known(rest) : Known(rest) || passage.Speech.Match(rest) is not null;
            case 'ل' or 'ب' when folded[1] == 'ا':
                return passage.Document.Text[passage.Tokens[at].Start + 1] is 'أ' or 'إ' or 'آ';
            case 'ل':
                return folded[1] is not ('و' or 'ي') || Known(rest);
            case 'ب':
                return folded[1] is not ('و' or 'ي' or 'ر' or 'ل' or 'ن') || Known(rest);
            case 'ك':
                return Known(rest);
            default:
                return false;
        }

        bool Known(string word) => IsKnown(passage, word);
    }

    /// <summary>A particle written onto a word that is known by itself (بمناسبة، بكلية); inside a name nothing less tells.</summary>
    public static bool HasKnownParticle(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        return HasParticleAndArticle(folded) || (IsForUs(folded) && !passage.Names.IsGiven(folded))
            || (folded.Length > 3 && (folded.Length > 4 || folded[1] != 'ا') && folded[0] is 'و' or 'ف' or 'ل' or 'ب' or 'ك'
            && !passage.Names.IsGiven(folded) && IsKnown(passage, folded[1..]));
    }

    /// <summary>لمراسلنا، لصحيفتنا.</summary>
    private static bool IsForUs(string folded) => folded.Length > 5 && folded[0] == 'ل' && folded.EndsWith("نا", StringComparison.Ordinal);

    private static bool IsKnown(Passage passage, string word) => passage.Names.IsGiven(word) || passage.Names.Role(word) is not null
        || passage.Names.IsOrganization(word)
            || passage.Names.IsPlace(word) || passage.Speech.Circumstances.Contains(word) || passage.Names.NeverName(word)
            || passage.Names.IsBody(word) || passage.Names.IsTitle(word) || passage.Names.IsCommon(word);

    /// <summary>شكرًا، دائمًا، كبيرا: the ending of an adverbial noun, written out or standing behind its alef, is on no name.</summary>
    public static bool HasTanween(Passage passage, int at)
    {
        var span = passage.Tokens[at].Span;
        var text = passage.Document.Text;
        for (var i = span.Start; i < span.End; i++)
            if (text[i] is '\u064B' or '\u064C' or '\u064D') return true;
        return false;
    }

    /// <summary>دعمه، مبادرته، مشاركاتها: a possessive ending. ه at the end is one where the writer sets ة apart from it.</summary>
    public static bool HasPronoun(Passage passage, int at)
    {
        var folded = passage.Tokens[at].Folded;
        if (folded.Length < 4 || folded is not ([.., 'ه'] or [.., 'ه', 'ا' or 'م'] or [.., 'ه', 'م', 'ا'])) return false;
        // A definite word has no owner (والفواكه), nor has a town (بسبها).
        if (folded.EndsWith("الله", StringComparison.Ordinal) || HasParticleAndArticle(folded) || HasArticle(passage, at)) return false;
        if (passage.Names.IsBody(folded) || (folded[0] is 'ب' or 'ل' or 'و' && passage.Names.IsBody(folded.AsSpan(1)))) return false;
        if (folded[^1] != 'ه') return true;
        // فيسترفيله: a long word that is no verbal noun is a foreign name.
        if (folded.Length > 7 && folded[0] is not ('ا' or 'م' or 'ت' or 'ب' or 'ل' or 'و') && folded[^2] != 'ت') return false;
        return folded[^1] == 'ه' && passage.Last(at) == 'ه' && folded[^2] != 'ي' && (folded[^2] == 'ت' || !passage.Names.IsGiven(folded));
    }

    /// <summary>اتجه، انتقد، رفعت: a derived verb (its noun has an alef before the last letter: انتقاد), or the ending of "she did".</summary>
    public static bool LooksVerbal(string folded) => (folded.Length is 4 or 5 or 6 && folded[0] == 'ا' && folded[1] != 'ل' && folded[^2] != 'ا'
        && folded[^1] != 'ه')
        || (folded.Length is 4 or 5 && folded[0] == 'ا' && folded[1] == 'ت' && folded[^1] == 'ه')
        || (folded.Length > 3 && folded[^1] == 'ت' && folded[^2] != 'ا');

    /// <summary>The endings of verbs with their subjects, and of plurals; ون also ends foreign names (غوردون), but no participle's
    /// (محتجون).</summary>
    public static bool HasPluralEnding(Passage passage, string folded)
    {
        if (folded.Length < 5) return false;
        if (folded.EndsWith("وا", StringComparison.Ordinal) || folded.EndsWith("ات", StringComparison.Ordinal)) return true;
        if (!folded.EndsWith("ون", StringComparison.Ordinal)) return false;
        return passage.Names.Role(folded[..^2]) is not null || (folded[0] == 'م' && folded[1] is not ('ا' or 'ي' or 'و')) || folded[0] is 'ي' or 'ت';
    }
}
