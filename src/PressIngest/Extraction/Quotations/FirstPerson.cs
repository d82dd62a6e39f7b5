namespace PressIngest.Extraction.Quotations;

/// <summary>Tells a speaker's own voice: أنا، نحن، لدينا, the ending نا, a verb of نحن at the start.</summary>
internal static class FirstPerson
{
    private const int Within = 25;

    public static bool Speaks(Passage passage, TokenRange content)
    {
        for (var i = content.Start; i < Math.Min(content.End, content.Start + Within); i++)
        {
            if (!passage.Tokens[i].IsWord) continue;
            var folded = passage.Tokens[i].Folded;
            if (passage.Speech.FirstPerson.Contains(folded) && folded != "علي") return true;
            if (folded.Length > 4 && folded.EndsWith("نا", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
