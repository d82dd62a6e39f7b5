namespace PressIngest.Extraction.Quotations;

/// <summary>Tells a speaker's own voice: أنا، نحن، لدينا, the ending نا, the verbs of نحن.</summary>
internal static class FirstPerson
{
    private const int Within = 25;

    public static bool Speaks(Token[] tokens, TokenRange content, Lexicon lexicon)
    {
        for (var i = content.Start; i < Math.Min(content.End, content.Start + Within); i++)
        {
            if (!tokens[i].IsWord) continue;
            var folded = tokens[i].Folded;
            if (lexicon.Speech.FirstPerson.Contains(folded)) return true;
            if (folded.Length > 4 && folded.EndsWith("نا", StringComparison.Ordinal)) return true;
            if (folded.Length > 3 && folded[0] == 'ن' && folded[1] != 'ا' && i == content.Start) return true;
        }

        return false;
    }
}
